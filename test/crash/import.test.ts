// An import that is killed again and again, with its database or without, ends as one that nothing befell.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Workspace } from '../../src/access/index.ts'
import { bin, temporaryFolder } from '../../src/cli/bin.fixture.ts'
import { type Holdfast, openHoldfast } from '../../src/holdfast.ts'
import { readConfig } from '../../src/platform/index.ts'
import { type Contents, contentsOf, waitingIn } from './contents.ts'
import { writeExports } from './files.ts'
import { chance, endsWithin, isDeep, kill, seed, start, victimOf } from './program.ts'

const wanted = isDeep ? 25 : 1
vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const data = join(folder, 'data')
const files = join(folder, 'files')
const sizes = { accounts: 700, contacts: 2_100, tickets: 900, events: 2_200 }

type Answer = {
  id: string
  files: { file: string; counts: object; setAside: object; skipped: object[] }[]
  rejects: object[]
}
type First = { id: string; counts: unknown }
type Ended = { answer: Answer; kills: number; first: First; contents: Contents }

let undisturbed: Ended
let usualMs = 0

beforeAll(async () => {
  writeExports(files, 1, sizes)
  await make('undisturbed')
  const began = performance.now()
  const { code, stdout, stderr } = await start(data, words('undisturbed')).ended
  usualMs = performance.now() - began
  expect(code, stderr).toBe(0)
  undisturbed = { answer: JSON.parse(stdout), kills: 0, ...(await lookInto('undisturbed')) }
})
afterAll(async () => {
  await bin(data, ['migrate']) // whoever opens it last takes a server left behind by the killed down with it
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const words = (workspace: string) => ['import', files, '--today', '2026-11-15', '--workspace', workspace, '--json']

const make = async (slug: string) => {
  const { code, stderr } = await bin(data, ['workspaces', 'create', slug])
  expect(code, stderr).toBe(0)
}

async function lookInto(slug: string): Promise<{ first: First; contents: Contents }> {
  const holdfast = await openHoldfast(readConfig({ HOLDFAST_DATA: data, LOG_LEVEL: 'silent' }))
  const owner = new pg.Client(holdfast.ownerUrl)
  await owner.connect()
  try {
    const workspace = await workspaceOf(holdfast, slug)
    expect(await waitingIn(owner, workspace)).toEqual({ marks: 0, jobs: 0 })
    return { first: await firstIn(owner, workspace), contents: await contentsOf(holdfast, owner, workspace) }
  } finally {
    await owner.end()
    await holdfast.close()
  }
}

async function workspaceOf(holdfast: Holdfast, slug: string): Promise<Workspace> {
  const found = await holdfast.admin.findWorkspace(slug)
  if (!found) throw new Error(`The workspace ${slug} was made a moment ago.`)
  return found
}

/**
 * As the import itself noted them: its answer may have been lost with the process that was to give it, and the next one found
 * nothing left to do. All stand at one moment (--today), so the first is the one whose row was written longest ago.
 */
async function firstIn(owner: pg.Client, { id }: Workspace): Promise<First> {
  const { rows } = await owner.query<First>(
    `select i.id, i.progress as counts
     from intake.import i where i.workspace_id = $1 order by age(i.xmin) desc limit 1`,
    [id],
  )
  if (!rows[0]) throw new Error('An import was begun a moment ago.')
  return rows[0]
}

/** Runs the same command again and again, killing at a moment by chance, until it ends by itself. */
async function importUnderFire(slug: string, mostKills: number): Promise<Ended> {
  const random = chance(slug)
  let kills = 0
  for (let attempt = 1; ; attempt++) {
    const run = start(data, words(slug))
    const patience = kills < mostKills ? usualMs * (0.2 + 0.7 * random.next()) : 300_000
    if (!(await endsWithin(run, patience)) && kill(data, run.child, victimOf(random))) kills += 1
    const { code, stdout, stderr } = await run.ended
    if (code === 0) return { answer: JSON.parse(stdout), kills, ...(await lookInto(slug)) }
    expect(attempt, `It never ends: ${stderr}${stdout}`).toBeLessThan(mostKills + 5)
  }
}

test(`an import killed ${wanted} times in all ends as one that was left alone`, async () => {
  console.info(`HOLDFAST_SEED=${seed}; an import left alone takes ${Math.round(usualMs)} ms`)
  let kills = 0
  for (let n = 1; kills < wanted; n++) {
    const slug = `killed-${n}`
    await make(slug)
    const ended = await importUnderFire(slug, Math.min(wanted - kills, 4))
    kills += ended.kills
    expect(ended.first.counts).toEqual(undisturbed.first.counts)
    expect(ended.contents).toEqual(undisturbed.contents)
    expect(ended.answer.rejects).toEqual(undisturbed.answer.rejects)
    if (ended.answer.id === ended.first.id) expect(ended.answer.files).toEqual(undisturbed.answer.files)
  }
  console.info(`${kills} kills of imports`)
  const { code, stdout } = await bin(data, ['check'])
  expect(code, stdout).toBe(0)
})

test('the files were worth it: every kind of row was there, and some had to be refused', () => {
  const { records, rejects } = undisturbed.contents
  for (const object of ['account', 'contact', 'account_contact', 'subscription', 'ticket', 'usage_day', 'user'])
    expect(records[object]?.length, object).toBeGreaterThan(2)
  expect(rejects.length).toBeGreaterThan(5)
  expect(JSON.stringify(records['account'])).toContain('"arr":{"amount":')
})
