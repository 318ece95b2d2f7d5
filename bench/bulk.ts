// A hundred thousand contacts at once: through the door, in batches as an importer sends them, beside the staged bound — COPY into a
// temporary table, checks in SQL, one upsert, one audit row per record, one transaction — on the same table with the same indexes.
import { Client } from 'pg'
import type { Actor } from '../src/access/index.ts'
import { type Holdfast, openHoldfast } from '../src/holdfast.ts'
import { copyIn } from '../src/platform/backup/copy.ts'
import { readConfig } from '../src/platform/index.ts'
import type { Change } from '../src/records/index.ts'
import { cpuOf, cpuOfServer } from './cpu.ts'
import type { Installation } from './installation.ts'
import { median } from './rounds.ts'
import { against, fixed, type Section } from './table.ts'

const rounds = 3
const directusRows = 512 // rows a second, performance.md 1.3
const shapes = [
  { batch: 500, abreast: 1 },
  { batch: 1_000, abreast: 1 },
  { batch: 1_000, abreast: 2 },
  { batch: 2_000, abreast: 2 },
  { batch: 5_000, abreast: 1 },
  { batch: 5_000, abreast: 2 },
]
type Shape = (typeof shapes)[number]
type Pass = { rate: number; ownMs: number; databaseMs: number }

export async function benchBulk(installation: Installation, count: number): Promise<Section> {
  const holdfast = await openHoldfast(readConfig(installation.env))
  try {
    const { admin } = holdfast
    const workspace =
      (await admin.findWorkspace('bulk')) ?? (await admin.createWorkspace({ name: 'Bulk', slug: 'bulk' }))
    const actor: Actor = { kind: 'operator', workspace: workspace.id, id: 'bench', via: 'import' }
    const measured = measuring(installation.postmaster)
    let first = 1
    const people = (size: number) => Array.from({ length: size }, () => personOf(first++))
    const rows: string[][] = []
    await clean(installation.url, workspace.id)

    let best: { shape: Shape; rate: number } | null = null
    for (const shape of shapes) {
      const some = people(Math.ceil(count / 5))
      const { rate } = await measured(some.length, () => throughDoor(holdfast, actor, some, shape))
      rows.push([`  trying batches of ${shape.batch}, ${shape.abreast} abreast`, fixed(rate, 0)])
      if (rate > (best?.rate ?? 0)) best = { shape, rate }
    }
    const { shape } = best ?? { shape: { batch: 1_000, abreast: 2 } }

    const passes = { boundNew: [] as Pass[], doorNew: [] as Pass[], boundAgain: [] as Pass[], doorAgain: [] as Pass[] }
    for (let round = 0; round < rounds; round++) {
      const [bound, door] = [people(count), people(count)]
      passes.boundNew.push(await measured(count, () => staged(installation.url, workspace.id, bound)))
      passes.doorNew.push(await measured(count, () => throughDoor(holdfast, actor, door, shape)))
      const [boundNews, doorNews] = [bound.map(moved), door.map(moved)]
      passes.boundAgain.push(await measured(count, () => staged(installation.url, workspace.id, boundNews)))
      passes.doorAgain.push(await measured(count, () => throughDoor(holdfast, actor, doorNews, shape)))
    }
    await clean(installation.url, workspace.id)
    return {
      title: `Bulk upsert of ${fixed(count, 0)} contacts, ${rounds} rounds; the door in batches of ${shape.batch}, ${shape.abreast} abreast`,
      columns: ['', 'rows/s', 'of the bound', 'of Directus 512/s', 'CPU µs a row: own + database'],
      rows: [
        rowOf('staged bound, all new', passes.boundNew),
        rowOf('  the door', passes.doorNew, passes.boundNew),
        rowOf('staged bound, all known, two fields moved', passes.boundAgain),
        rowOf('  the door', passes.doorAgain, passes.boundAgain),
        ...rows,
      ],
    }
  } finally {
    await holdfast.close()
  }
}

function rowOf(name: string, passes: readonly Pass[], bound?: readonly Pass[]): string[] {
  const rate = median(passes.map((pass) => pass.rate))
  const share = bound && median(passes.map((pass, i) => pass.rate / (bound[i]?.rate ?? Number.NaN)))
  const perRow = (figure: 'ownMs' | 'databaseMs') => fixed(median(passes.map((pass) => pass[figure] * 1_000)), 1)
  return [
    name,
    fixed(rate, 0),
    share === undefined ? '' : against(share, '≥', 0.6),
    share === undefined ? '' : against(rate / directusRows, '≥', 25, 0),
    `${perRow('ownMs')} + ${perRow('databaseMs')}`,
  ]
}

const measuring =
  (postmaster: number) =>
  async (count: number, work: () => Promise<void>): Promise<Pass> => {
    const before = { at: performance.now(), own: cpuOf(process.pid), database: cpuOfServer(postmaster) }
    await work()
    return {
      rate: (count / (performance.now() - before.at)) * 1_000,
      ownMs: (cpuOf(process.pid) - before.own) / count,
      databaseMs: (cpuOfServer(postmaster) - before.database) / count,
    }
  }

// The rows.

export type Person = Record<(typeof fields)[number], string> & { localId: string }
export const fields = [
  'name',
  'first_name',
  'last_name',
  'title',
  'department',
  'email',
  'phone',
  'language',
  'timezone',
] as const

export const personOf = (n: number): Person => ({
  localId: `bulk-${n}`,
  name: `Nora Weber ${n}`,
  first_name: 'Nora',
  last_name: `Weber ${n}`,
  title: 'IT Manager',
  department: 'IT',
  email: `nora.weber.${n}@bulk.example`,
  phone: `+1415${2_000_000 + (n % 7_999_999)}`,
  language: 'en',
  timezone: 'America/Chicago',
})

const moved = (person: Person): Person => ({ ...person, title: 'Head of IT', department: 'Technology' })

// Through the door.

async function throughDoor(
  { records }: Holdfast,
  actor: Actor,
  people: readonly Person[],
  { batch, abreast }: Shape,
): Promise<void> {
  let next = 0
  const take = async () => {
    while (next < people.length) {
      const some = people.slice(next, next + batch)
      next += batch
      const { results } = await records.change(actor, 'contact', some.map(asChange))
      const refused = results.find((each) => each.outcome === 'refused' || each.outcome === 'possible_duplicate')
      if (refused) throw new Error(`The door did not take it: ${JSON.stringify(refused)}`)
    }
  }
  await Promise.all(Array.from({ length: abreast }, take))
}

const asChange = ({ localId, ...values }: Person): Change => ({
  verb: 'upsert',
  source: { system: 'crm', localId },
  match: true,
  saidAt: '2026-11-20T09:00:00.000Z',
  values,
})

// The bound.

export async function staged(url: string, workspace: string, people: readonly Person[]): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temp table staged (local_id text, ${fields.map((name) => `${name} text`)}) on commit drop`,
    )
    await copyIn(client, 'copy staged from stdin', lines(people))
    await client.query(
      `delete from staged where name = '' or email !~ '^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$' or phone !~ '^\\+[0-9]{8,15}$' or language not in ('en', 'es', 'pt', 'ms')`,
    )
    await client.query(
      `alter table staged add column id uuid; update staged set id = md5($$${workspace}$$ || local_id)::uuid`,
    )
    await client.query(
      `insert into customer.contact (workspace_id, id, version, created_at, updated_at, ${fields})
       select '${workspace}', id, 1, now(), now(), ${fields} from staged
       on conflict (workspace_id, id) do update set version = contact.version + 1, updated_at = now(), ${fields.map((name) => `${name} = excluded.${name}`)}`,
    )
    await client.query(
      `insert into ledger.history (workspace_id, act_id, n, object, record_id, version, verb, system, local_id, changed)
       select '${workspace}', gen_random_uuid(), 0, 'contact', id, 1, 'created', 'crm', local_id,
         jsonb_build_object(${fields.map((name) => `'${name}', jsonb_build_array(null, ${name})`)}) from staged`,
    )
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function* lines(people: readonly Person[]): AsyncIterable<Buffer> {
  for (let i = 0; i < people.length; i += 1_000)
    yield Buffer.from(
      people
        .slice(i, i + 1_000)
        .map((person) => `${person.localId}\t${fields.map((name) => person[name]).join('\t')}\n`)
        .join(''),
    )
}

/** The acts of these passes were never sealed: no worker ran. They go with their rows. */
async function clean(url: string, workspace: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  const tables = [
    'customer.contact',
    'records.source_record',
    'records.match_key',
    'records.search_key',
    'ledger.history',
    'ledger.outbox',
    'ledger.act',
  ]
  for (const table of tables) await client.query(`delete from ${table} where workspace_id = $1`, [workspace])
  for (const table of tables) await client.query(`vacuum (analyze) ${table}`)
  await client.end()
}
