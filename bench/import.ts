// A CSV of contacts through validation, the check for doubles at entry, claims and history, beside the staged bound on as many rows: rate,
// memory, a kill in the middle, and taking it all back. npm run bench:import [-- ROWS…]
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { openHoldfast } from '../src/holdfast.ts'
import { readConfig } from '../src/platform/index.ts'
import { fields, personOf, staged } from './bulk.ts'
import { cpuOfServer } from './cpu.ts'
import { small } from './data-rows.ts'
import type { Work, Worked } from './import-work.ts'
import { type Installation, openInstallation } from './installation.ts'
import { against, asText, fixed } from './table.ts'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri flo gru'.split(' ')
const say = (text: string) => console.error(text)
const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const [few = 100_000, many = 1_000_000] = sizes
const folder = join(tmpdir(), 'holdfast-bench', 'imports')
mkdirSync(folder, { recursive: true })

const installation = await openInstallation(small, 'imports', say)
try {
  const warm = await contactsFile(5_000, 1)
  const rows: string[][] = []
  const figures: Worked[] = []
  for (const [n, count] of [few, many].entries()) {
    const file = await contactsFile(count, 10_000_000 * (n + 1))
    const bound = await boundOf(installation, count, 10_000_000 * (n + 5))
    const slug = await newWorkspace(installation)
    say(`importing ${count} rows`)
    const run = await worked(start({ ...common(installation), workspace: slug, files: [warm, file], step: 'run' }))
    figures.push(run)
    say(`taking ${count} rows back`)
    const undo = await worked(start({ ...common(installation), workspace: slug, files: [], id: run.id, step: 'undo' }))
    const perRow = (each: Worked) =>
      `${fixed((each.ownMs * 1_000) / count, 0)} + ${fixed((each.databaseMs * 1_000) / count, 0)}`
    rows.push(
      [
        `staged bound, ${fixed(count, 0)} rows`,
        fixed(count / bound.seconds, 0),
        '',
        '',
        fixed((bound.databaseMs * 1_000) / count, 0),
      ],
      [
        '  the import',
        fixed(count / run.seconds, 0),
        against(bound.seconds / run.seconds, '≥', 0.6),
        `${against(run.growth, '≤', 80, 0)}${n > 0 ? `, × ${against(run.growth / (figures[0]?.growth ?? Number.NaN), '≤', 1.2)}` : ''}`,
        perRow(run),
      ],
      [
        '  taken back',
        fixed(count / undo.seconds, 0),
        `× ${against(undo.seconds / run.seconds, '≤', 2)} of the import’s time`,
        '',
        perRow(undo),
      ],
    )
    const show = () =>
      console.log(
        asText({
          title: 'Import of contacts',
          columns: ['', 'rows/s', 'of the bound', 'MB grown', 'CPU µs a row: own + database'],
          rows,
        }),
      )
    show()
    if (n > 0) continue
    rows.push(await killedMidway(installation, warm, file, count))
    show()
  }
} finally {
  await installation.close()
}

function common({ env, postmaster }: Installation) {
  const questions = process.env['HOLDFAST_BENCH_QUESTIONS'] === 'create' ? ('create' as const) : ('ask' as const)
  return { env: { ...env }, postmaster, questions }
}

function start(work: Work): ChildProcess {
  const child = fork(join(import.meta.dirname, 'import-work.ts'), {
    execArgv: ['--expose-gc', ...(process.env['PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.send(work)
  return child
}

async function worked(child: ChildProcess): Promise<Worked> {
  for (;;) {
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(ended)])) as [
      { worked?: Worked },
    ] // all it sends
    if (message.worked) return message.worked
  }
}

function ended(): never {
  throw new Error('The process that was measured ended.')
}

/** Kills the process when half of the rows are in, and lets another go on. */
async function killedMidway(installation: Installation, warm: string, file: string, count: number): Promise<string[]> {
  const slug = await newWorkspace(installation)
  const child = start({ ...common(installation), workspace: slug, files: [warm, file], step: 'run' })
  const [{ id }] = (await once(child, 'message')) as [{ id: string }] // its first word
  const client = new pg.Client(installation.url)
  await client.connect()
  const contacts = async () =>
    Number(
      (
        await client.query(
          'select count(*) as n from customer.contact c join access.workspace w using (workspace_id) where w.slug = $1',
          [slug],
        )
      ).rows[0].n,
    )
  while ((await contacts()) < count / 2) await new Promise((resolve) => setTimeout(resolve, 100))
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  const atKill = await contacts()
  const rest = await worked(start({ ...common(installation), workspace: slug, files: [], id, step: 'run' }))
  const all = await contacts()
  await client.end()
  return [
    `  killed at ${fixed(atKill, 0)}, gone on with`,
    '',
    `${fixed(all, 0)} rows of ${fixed(count + 5_000, 0)}${all === count + 5_000 ? '' : ' ✗'}`,
    '',
    rest.state,
  ]
}

async function newWorkspace({ env }: Installation): Promise<string> {
  const holdfast = await openHoldfast(readConfig(env))
  const slug = `imports-${Date.now()}`
  await holdfast.admin.createWorkspace({ name: 'Imports', slug })
  await holdfast.close()
  return slug
}

async function boundOf({ url, env, postmaster }: Installation, count: number, from: number) {
  const slug = await newWorkspace({ env } as Installation) // nothing else is asked of it
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select workspace_id as id from access.workspace where slug = $1', [slug])
  await client.end()
  const people = Array.from({ length: count }, (_, i) => personOf(from + i))
  const before = { at: performance.now(), database: cpuOfServer(postmaster) }
  await staged(url, rows[0].id, people)
  return { seconds: (performance.now() - before.at) / 1_000, databaseMs: cpuOfServer(postmaster) - before.database }
}

function spelled(n: number, length: number): string {
  const letters = Array.from(
    { length },
    (_, i) => syllables[Math.floor(n / syllables.length ** i) % syllables.length],
  ).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

/** People who are not alike: each has a name, a mailbox and a number of their own. */
function strangerOf(n: number): ReturnType<typeof personOf> {
  const mixed = (n * 2_654_435_761) % 4_294_967_296 // as a hash: neighbours in the file are strangers
  const [first, last] = [spelled(mixed, 2), spelled(Math.floor(mixed / 625) + n, 5)]
  return {
    ...personOf(n),
    name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${first}.${last}.${n}@${spelled(mixed, 4)}.example`.toLowerCase(),
    phone: `+1${212 + (n % 700)}${2_000_000 + ((mixed + n) % 7_999_999)}`,
  }
}

async function contactsFile(count: number, from: number): Promise<string> {
  const path = join(folder, `strangers-${count}-${from}.csv`)
  if (existsSync(path)) return path
  const headers = [
    'Id',
    'Full name',
    'First name',
    'Last name',
    'Job title',
    'Department',
    'E-mail',
    'Phone',
    'Language',
    'Time zone',
  ]
  async function* lines() {
    yield `${headers.join(',')}\n`
    for (let i = 0; i < count; i += 1_000)
      yield Array.from({ length: Math.min(1_000, count - i) }, (_, j) => {
        const person = strangerOf(from + i + j)
        return `${person.localId},${fields.map((name) => person[name]).join(',')}\n`
      }).join('')
  }
  await pipeline(lines(), createWriteStream(path))
  return path
}
