// One record against a million, as it is entered: keys, candidates by b-tree, their values, and the scorer, through PostgreSQL; then
// the same while a run over everything goes on. node bench/matching-entry.ts [--small] [--probes N]
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import {
  lookKeysOf,
  matchKeysOf,
  mostHolders,
  type NumberedKey,
  recordKeysOf,
  sameAmong,
} from '../src/matching/index.ts'
import { type Person, population } from './matching-people.ts'
import { fields, openPeopleTable } from './matching-table.ts'
import { against, asText, fixed } from './table.ts'

const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, probes: { type: 'string', default: '2000' } },
})
const known = values.small ? 100_000 : 1_000_000
const all = known + known / 100
const probes = Math.min(Number(values.probes), all - known)
/** Raised when keys change, so that a table made before is made again. */
const keysVersion = 2

const { entityOf, person } = population(all)
const table = await openPeopleTable(all, (text) => console.error(text))
const client = new pg.Client(table.url)
await client.connect()
const keysTable = `match_key_${known}`
try {
  await keepKeys()
  const inKnown = new Set(entityOf.subarray(0, known))
  await probe() // warm: plans, code, pages
  const alone = await probe()
  const bulk = spawn(
    process.execPath,
    [fileURLToPath(import.meta.resolve('./matching.ts')), ...(values.small ? ['--small'] : [])],
    {
      stdio: 'ignore',
    },
  )
  const ended = new Promise((resolve) => bulk.once('exit', resolve))
  const during = await probe(() => bulk.exitCode === null)
  bulk.kill()
  await ended
  console.log(
    asText({
      title: `One record against ${fixed(known, 0)}, ${probes} probes`,
      columns: ['', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms', 'candidates', 'keys skipped', 'found of those there'],
      rows: [
        ['alone', ...told(alone, 3, 10)],
        ['while a bulk run is on', ...told(during, 25, 25)],
      ],
    }),
  )

  type Probed = { ms: number[]; candidates: number; skipped: number; found: number; there: number }

  /** Newcomers one after another; their own copies among the known should be found. */
  async function probe(goesOn: () => boolean = () => true): Promise<Probed> {
    const probed: Probed = { ms: [], candidates: 0, skipped: 0, found: 0, there: 0 }
    for (let row = known; row < known + probes && goesOn(); row++) {
      const written = person(row)
      const began = performance.now()
      const { rows, skipped } = await holdersOf(keysOf(written))
      const candidates = await candidatesOf(rows)
      const [same = []] = sameAmong('contact', [{ written, candidates }], known)
      probed.ms.push(performance.now() - began)
      probed.candidates += candidates.length
      probed.skipped += skipped
      if (!inKnown.has(entityOf[row] ?? 0)) continue
      probed.there += 1
      if (same.some(({ place }) => entityOf[candidates[place]?.row ?? 0] === entityOf[row])) probed.found += 1
    }
    return probed
  }
} finally {
  await client.end()
  await table.close()
}

function told(
  {
    ms,
    candidates,
    skipped,
    found,
    there,
  }: { ms: number[]; candidates: number; skipped: number; found: number; there: number },
  p50: number,
  p99: number,
): string[] {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return [
    against(at(0.5), '≤', p50),
    fixed(at(0.95), 2),
    against(at(0.99), '≤', p99),
    fixed(at(1), 2),
    fixed(candidates / ms.length, 1),
    fixed(skipped / ms.length, 2),
    `${found} of ${there}`,
  ]
}

function keysOf(written: Person): NumberedKey[] {
  return [...lookKeysOf('contact', named(written)), ...matchKeysOf('contact', named(written))]
}

/** Contacts have their whole name too, as the dictionary has it. */
function named(written: Person) {
  return { ...written, name: [written.first_name, written.last_name].filter(Boolean).join(' ') }
}

/** Who holds one of the keys; a key that too many hold tells nothing of any one of them, and is counted. */
async function holdersOf(keys: readonly NumberedKey[]): Promise<{ rows: number[]; skipped: number }> {
  const { rows } = await client.query<{ rows: number[] }>({
    name: 'holders',
    text: `select array(select row from ${keysTable} where number = k.number limit ${mostHolders + 1}) as rows from unnest($1::bigint[]) as k (number)`,
    values: [keys.map(({ number }) => number)],
  })
  const telling = rows.filter((each) => each.rows.length <= mostHolders)
  return { rows: [...new Set(telling.flatMap((each) => each.rows))], skipped: rows.length - telling.length }
}

async function candidatesOf(rows: readonly number[]): Promise<(Person & { row: number })[]> {
  const found = await client.query<Person & { row: number }>({
    name: 'candidates',
    text: `select row, concat_ws(' ', first_name, last_name) as name, ${fields.join(', ')} from ${table.name} where row = any($1::int[])`,
    values: [rows],
  })
  return found.rows
}

/** The keys of all known people, as each record's own transaction would have written them; made once. */
async function keepKeys(): Promise<void> {
  const { rows } = await client.query('select obj_description(to_regclass($1)) as version', [keysTable])
  if (rows[0]?.version === String(keysVersion)) return
  console.error(`writing the keys of ${known} people, once`)
  await client.query(`drop table if exists ${keysTable}`)
  await client.query(`create unlogged table ${keysTable} (number bigint, row integer)`)
  for (let from = 0; from < known; from += 10_000) {
    const some = Array.from({ length: 10_000 }, (_, i) => from + i).flatMap((row) =>
      recordKeysOf('contact', named(person(row))).map(({ number }) => ({ number, row })),
    )
    await client.query(`insert into ${keysTable} select * from unnest($1::bigint[], $2::int[])`, [
      some.map(({ number }) => number),
      some.map(({ row }) => row),
    ])
  }
  await client.query(`alter table ${keysTable} add primary key (number, row)`)
  await client.query(`vacuum analyze ${keysTable}`)
  await client.query(`comment on table ${keysTable} is '${keysVersion}'`)
}
