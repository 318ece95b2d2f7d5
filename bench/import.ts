// A CSV of contacts through validation, the check for doubles at entry, claims and history, beside the staged bound on as many rows: rate,
// memory, taking it all back; a kill in the middle; hand edits after an update. An arm can be run by itself, for together they take long;
// what the others found the last time stands beside it.
// npm run bench:import -- [few|many|kill|edits …] [--few ROWS] [--many ROWS] [--edits N] [--write]
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openHoldfast } from '../src/holdfast.ts'
import { readConfig } from '../src/platform/index.ts'
import { staged } from './bulk.ts'
import { cpuOfServer } from './cpu.ts'
import { small } from './data-rows.ts'
import { contactsFile, strangerOf } from './import-file.ts'
import type { Work, Worked } from './import-work.ts'
import { type Installation, openInstallation } from './installation.ts'
import { against, asText, fixed, type Section } from './table.ts'
import { writeFigures } from './write-figures.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    few: { type: 'string', default: '100000' },
    many: { type: 'string', default: '1000000' },
    edits: { type: 'string', default: '500' },
    write: { type: 'boolean', default: false },
  },
})
const [few, many, edits] = [Number(values.few), Number(values.many), Number(values.edits)]
const warmRows = 5_000

const folder = join(process.env['HOLDFAST_BENCH_FOLDER'] ?? join(tmpdir(), 'holdfast-bench'), 'imports')
mkdirSync(folder, { recursive: true })
const foundFile = join(folder, 'found.json')

type Found = { rows: string[][]; growth?: number }
type ArmName = 'few' | 'many' | 'kill' | 'edits'
const found: Partial<Record<ArmName, Found>> = existsSync(foundFile) ? JSON.parse(readFileSync(foundFile, 'utf8')) : {} // written below

const arms: Record<ArmName, (installation: Installation) => Promise<Found>> = {
  few: (installation) => wholeImport(installation, 'few', few),
  many: (installation) => wholeImport(installation, 'many', many),
  kill: (installation) => killedMidway(installation, many, 3),
  edits: (installation) => editedByHand(installation, few, 4),
}
const isArm = (name: string): name is ArmName => Object.hasOwn(arms, name)
const stranger = positionals.find((name) => !isArm(name))
if (stranger) {
  console.error(`There is no arm "${stranger}". Name some of ${Object.keys(arms).join(', ')}, or none for all.`)
  process.exit(2)
}
const say = (text: string) => console.error(text)
const asProgram = startedAs()

const installation = await openInstallation(small, 'imports', say)
try {
  for (const name of positionals.length > 0 ? positionals.filter(isArm) : (['few', 'many', 'kill', 'edits'] as const)) {
    keep(name, await arms[name](installation))
    console.log(asText(section()))
  }
  if (values.write) writeFigures([section()])
} finally {
  await installation.close()
}

function keep(name: ArmName, what: Found): void {
  found[name] = what
  writeFileSync(foundFile, JSON.stringify(found))
}

function section(): Section {
  return {
    title: 'Import of contacts',
    columns: ['', 'rows/s', 'of the bound', 'MB grown', 'CPU µs a row: own + database'],
    rows: (['few', 'many', 'kill', 'edits'] as const).flatMap((name) => found[name]?.rows ?? []),
  }
}

/** The bound, the import, and taking it back; what the first two found is kept before the last begins. */
async function wholeImport(installation: Installation, name: 'few' | 'many', count: number): Promise<Found> {
  const place = name === 'few' ? 1 : 2
  const warm = await contactsFile(folder, warmRows, 1)
  const file = await contactsFile(folder, count, 10_000_000 * place)
  say(`the bound with ${count} rows`)
  const bound = await boundOf(installation, count, 10_000_000 * (place + 4))
  const slug = await newWorkspace(installation)
  say(`importing ${count} rows`)
  const run = await worked(start(installation, { workspace: slug, files: [warm, file], step: 'run' }))
  const perRow = (each: Worked) =>
    `${fixed((each.ownMs * 1_000) / count, 0)} + ${fixed((each.databaseMs * 1_000) / count, 0)}`
  const less = name === 'many' ? found.few?.growth : undefined
  const forward: Found = {
    growth: run.growth,
    rows: [
      [
        `staged bound, ${fixed(count, 0)} rows`,
        fixed(count / bound.seconds, 0),
        '',
        '',
        fixed((bound.databaseMs * 1_000) / count, 0),
      ],
      [
        `  the import, ${fixed(run.created, 0)} created`,
        fixed(count / run.seconds, 0),
        against(bound.seconds / run.seconds, '≥', 0.6),
        `${against(run.growth, '≤', 80, 0)}${less ? `, × ${against(run.growth / less, '≤', 1.2)}` : ''}`,
        perRow(run),
      ],
    ],
  }
  keep(name, forward)
  say(`taking ${count} rows back`)
  const undo = await worked(start(installation, { workspace: slug, files: [], id: run.id, step: 'undo' }))
  return {
    ...forward,
    rows: [
      ...forward.rows,
      [
        '  taken back',
        fixed(count / undo.seconds, 0),
        `× ${against(undo.seconds / run.seconds, '≤', 2)} of the import’s time`,
        fixed(undo.growth, 0),
        perRow(undo),
      ],
    ],
  }
}

/** Kills the process when half of the rows are in, and lets another go on: each row is there once. */
async function killedMidway(installation: Installation, count: number, place: number): Promise<Found> {
  const warm = await contactsFile(folder, warmRows, 1)
  const file = await contactsFile(folder, count, 10_000_000 * place)
  const slug = await newWorkspace(installation)
  const client = new pg.Client(installation.url)
  await client.connect()
  const one = async (text: string, values: readonly unknown[]) => (await client.query(text, [...values])).rows[0]
  const { id: workspace } = await one('select workspace_id as id from access.workspace where slug = $1', [slug])
  const contacts = async () =>
    Number((await one('select count(*) as n from customer.contact where workspace_id = $1', [workspace])).n)
  try {
    const child = start(installation, { workspace: slug, files: [warm, file], step: 'run' })
    const [{ id }] = (await once(child, 'message')) as [{ id: string }] // its first word
    // Progress is there for whoever asks.
    const rowsDone = async () =>
      Number((await one("select step ->> 'rows' as rows from intake.import where id = $1", [id]))?.rows ?? 0)
    const seen = new Set<number>()
    for (let done = 0; done < count / 2; done = await rowsDone()) {
      seen.add(done)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const atKill = await contacts()
    say(`killed with ${atKill} contacts; going on`)
    const rest = await worked(start(installation, { workspace: slug, files: [], id, step: 'run' }))
    const all = await contacts()
    const { doubles } = await one(
      'select count(*)::int as doubles from (select email from customer.contact where workspace_id = $1 group by email having count(*) > 1) d',
      [workspace],
    )
    const isRight = doubles === 0 && rest.rows === count && all === rest.created + warmRows
    return {
      rows: [
        [
          `  killed with ${fixed(atKill, 0)} contacts, its progress seen ${fixed(seen.size, 0)} times; gone on with`,
          '',
          `${fixed(rest.rows, 0)} rows, ${fixed(rest.created, 0)} created, ${doubles} twice${isRight ? '' : ' ✗'}`,
          fixed(rest.growth, 0),
          '',
        ],
      ],
    }
  } finally {
    await client.end()
  }
}

/** An import that updates every record, edits by hand since, and the import taken back. */
async function editedByHand(installation: Installation, count: number, place: number): Promise<Found> {
  const file = await contactsFile(folder, count, 10_000_000 * place)
  const news = await contactsFile(folder, count, 10_000_000 * place, 'Head of IT')
  const slug = await newWorkspace(installation)
  const run = await worked(start(installation, { workspace: slug, files: [file, news], step: 'run' }))
  const holdfast = await openHoldfast(readConfig(installation.env))
  const client = new pg.Client(installation.url)
  await client.connect()
  try {
    const workspace = await holdfast.admin.findWorkspace(slug)
    if (!workspace) throw new Error(`There is no workspace ${slug}.`)
    const { rows } = await client.query<{ id: string }>(
      `select id from (select id, row_number() over (order by id) as n from customer.contact where workspace_id = $1) c where n % $2 = 0 limit $3`,
      [workspace.id, Math.floor(count / edits), edits],
    )
    const ids = rows.map(({ id }) => id)
    const actor = { kind: 'operator', workspace: workspace.id, id: 'bench', via: 'cli' } as const
    for (const id of ids)
      await holdfast.records.change(actor, 'contact', [{ verb: 'update', id, values: { title: 'Partner' } }])
    const undo = await worked(start(installation, { workspace: slug, files: [], id: run.id, step: 'undo' }))
    const { rows: ended } = await client.query(
      `select count(*) filter (where c.title = 'Partner' and c.id = any($2))::int as stayed,
         count(*) filter (where c.title = 'IT Manager' and c.id <> all($2))::int as reverted,
         count(*) filter (where h.steps = case when c.id = any($2) then 4 else 3 end)::int as told
       from customer.contact c join (select record_id, count(*) as steps from ledger.history where workspace_id = $1 group by 1) h on h.record_id = c.id
       where c.workspace_id = $1`,
      [workspace.id, ids],
    )
    const [{ stayed, reverted, told }] = ended
    const isRight = stayed === edits && reverted === count - edits && told === count
    return {
      rows: [
        [
          `${fixed(count, 0)} updated by an import, ${edits} edited by hand since`,
          fixed(count / run.seconds, 0),
          '',
          fixed(run.growth, 0),
          '',
        ],
        [
          '  taken back',
          fixed(count / undo.seconds, 0),
          `${fixed(stayed, 0)} stay, ${fixed(reverted, 0)} revert, ${fixed(told, 0)} tell it all${isRight ? '' : ' ✗'}`,
          fixed(undo.growth, 0),
          '',
        ],
      ],
    }
  } finally {
    await client.end()
    await holdfast.close()
  }
}

/** The options and the memory that `bin/holdfast` starts a service with. */
function startedAs() {
  const text = readFileSync(join(import.meta.dirname, '../bin/holdfast'), 'utf8')
  const [, arenas = ''] = /MALLOC_ARENA_MAX:-(\d+)/.exec(text) ?? []
  return {
    options: text.match(/--(?:max-semi|heap-growing|no-allocation)[\w=-]+/g) ?? [],
    env: { MALLOC_ARENA_MAX: arenas },
  }
}
function start(
  { env, postmaster }: Installation,
  work: Pick<Work, 'workspace' | 'files' | 'step' | 'id'>,
): ChildProcess {
  const questions = process.env['HOLDFAST_BENCH_QUESTIONS'] === 'create' ? ('create' as const) : ('ask' as const)
  const child = fork(join(import.meta.dirname, 'import-work.ts'), {
    execArgv: ['--expose-gc', ...asProgram.options],
    env: { ...process.env, ...asProgram.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.send({ ...work, env: { ...env }, postmaster, questions } satisfies Work)
  return child
}

async function worked(child: ChildProcess): Promise<Worked> {
  for (;;) {
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(ended)])) as [
      { worked?: Worked },
    ] // all it sends
    if (!message.worked) continue
    child.disconnect()
    return message.worked
  }
}

function ended(): never {
  throw new Error('The process that was measured ended.')
}

async function newWorkspace({ env }: Pick<Installation, 'env'>): Promise<string> {
  const holdfast = await openHoldfast(readConfig(env))
  const slug = `imports-${Date.now()}`
  await holdfast.admin.createWorkspace({ name: 'Imports', slug })
  await holdfast.close()
  return slug
}

async function boundOf({ url, env, postmaster }: Installation, count: number, from: number) {
  const slug = await newWorkspace({ env })
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select workspace_id as id from access.workspace where slug = $1', [slug])
  await client.end()
  const people = Array.from({ length: count }, (_, i) => strangerOf(from + i))
  const before = { at: performance.now(), database: cpuOfServer(postmaster) }
  await staged(url, rows[0].id, people)
  return { seconds: (performance.now() - before.at) / 1_000, databaseMs: cpuOfServer(postmaster) - before.database }
}
