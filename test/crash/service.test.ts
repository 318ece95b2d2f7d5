// The service under load, killed at random: it and its database come back unaided, what was acknowledged is there, and what was
// asked twice was done once. Stopped in order, it loses nothing either.
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bin, temporaryFolder } from '../../src/cli/bin.fixture.ts'
import { type Holdfast, openHoldfast } from '../../src/holdfast.ts'
import { readConfig } from '../../src/platform/index.ts'
import { waitingIn } from './contents.ts'
import { writeExports } from './files.ts'
import { type Couple, couplesIn, expectMerged, startMerger } from './merger.ts'
import { chance, isDeep, kill, type Run, seed, start, type Victim, victimOf } from './program.ts'
import { type Billed, startToggler } from './toggler.ts'
import { request, type Service, startWriter, untilAcknowledged, type Writer } from './writers.ts'

const wanted = isDeep ? 25 : 2
const longestRecoveryMs = 15_000
vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const data = join(folder, 'data')
const files = join(folder, 'files')
const service: Service = { url: '', key: '' }
const probed: string[] = []
let running: Run
let writers: Writer[] = []
let billed: Billed[] = []
let couples: Couple[] = []

beforeAll(async () => {
  writeExports(files, 2, { accounts: 60, contacts: 60, tickets: 10, events: 20 })
  await done('workspaces', 'create', 'load')
  await done('import', files, '--json')
  const { key } = JSON.parse(await done('keys', 'create', 'load', '--role', 'cs_operations,finance', '--json'))
  service.key = key
  billed = await inside((holdfast, owner) => billedIn(holdfast, owner))
  couples = await inside((holdfast) => couplesIn(holdfast, 6))
  await serve()
})
afterAll(async () => {
  running.child.kill('SIGKILL')
  await running.ended
  await bin(data, ['migrate']) // whoever opens it last takes a server left behind by the killed down with it
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function done(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await bin(data, words)
  expect(code, stderr).toBe(0)
  return stdout
}

async function serve(): Promise<void> {
  running = start(data, ['serve', '--port', '0', '--json'])
  const { stdout } = running.child
  if (!stdout) throw new Error('A child with a pipe has a standard output.')
  const [line] = await Promise.race([once(createInterface({ input: stdout }), 'line'), running.ended.then(() => [])])
  if (line === undefined) throw new Error(`It did not start: ${(await running.ended).stderr}`)
  service.url = JSON.parse(String(line)).url
}

/** Looks behind the door, beside the running service. */
async function inside<T>(look: (holdfast: Holdfast, owner: pg.Client) => Promise<T>): Promise<T> {
  const holdfast = await openHoldfast(readConfig({ HOLDFAST_DATA: data, LOG_LEVEL: 'silent' }))
  const owner = new pg.Client(holdfast.ownerUrl)
  await owner.connect()
  try {
    return await look(holdfast, owner)
  } finally {
    await owner.end()
    await holdfast.close()
  }
}

const startLoad = (name: string): Writer[] =>
  [1, 2, 3, 4].map((n) => startWriter(() => service, `${name}${n}`, chance(`${name}${n}`)))

/** How long after now the service takes a new write. */
async function recovery(name: string): Promise<number> {
  const began = performance.now()
  const tally = { acknowledged: 0, repeated: 0, statuses: new Set<number>() }
  const send = { method: 'POST', path: '/api/v1/tasks', key: name, body: { name, status: 'open' } }
  const { id } = await untilAcknowledged(() => service, send, tally)
  probed.push(id)
  return Math.round(performance.now() - began)
}

async function strike(victim: Victim, n: number): Promise<number> {
  const { child, ended } = running
  expect(kill(data, child, victim)).toBe(true)
  const recovered = recovery(`after-kill-${n}`)
  if (victim !== 'database') {
    await ended
    await serve()
  }
  const ms = await recovered
  if (victim === 'database') expect(child.exitCode ?? child.signalCode, 'the service outlives its database').toBe(null)
  return ms
}

test(`${wanted} kills under load lose no acknowledged write, and do nothing twice`, async () => {
  const random = chance('service')
  writers = startLoad('w')
  const toggler = startToggler(() => service, billed, chance('toggler'))
  const merger = startMerger(() => service, couples, chance('merger'))
  const recoveries: Record<Victim, number[]> = { program: [], database: [], both: [] }
  for (let n = 0; n < wanted; n++) {
    await sleep(random.int(300, 2_500))
    const victim = isDeep ? victimOf(random) : n % 2 === 0 ? 'database' : 'program'
    recoveries[victim].push(await strike(victim, n))
  }
  await sleep(1_000)
  await Promise.all([toggler, merger, ...writers].map((each) => each.stop()))
  console.info(
    `HOLDFAST_SEED=${seed}; ${wanted} kills, ${sum('acknowledged')} writes acknowledged, ${sum('repeated')} of them asked again, ${merger.tally.acknowledged} merges and partings, ${merger.tally.repeated} asked again; ms until a new write was taken: ${JSON.stringify(recoveries)}`,
  )
  expect(Math.max(...recoveries.database)).toBeLessThan(longestRecoveryMs)
  const statuses = new Set([...writers, toggler, merger].flatMap(({ tally }) => [...tally.statuses]))
  expect([...statuses].filter((status) => ![200, 201, 409, 503].includes(status))).toEqual([])
  await inside(async (holdfast, owner) => {
    const workspace = (await holdfast.admin.workspaces())[0]
    if (!workspace) throw new Error('The workspace was made at the start.')
    await expect.poll(() => waitingIn(owner, workspace), { timeout: 30_000 }).toEqual({ marks: 0, jobs: 0 })
    await expectAcknowledged(owner)
    for (const each of toggler.states()) await expectArr(owner, each)
    await expectMerged(owner, merger)
  })
  expect(JSON.parse(await done('check', '--json'))).toMatchObject({ ok: true })
})

test('asked to stop under load, it answers what it has begun, ends in order and loses nothing', async () => {
  const before = writers
  const late = startLoad('s')
  await sleep(500)
  const tasks = (n: number) => ({
    changes: Array.from({ length: 800 }, (_, i) => ({
      verb: 'create',
      values: { name: `bulk ${n} ${i}`, status: 'open' },
    })),
  })
  const bulks = [1, 2, 3].map((n) =>
    request(service, { method: 'POST', path: '/api/v1/tasks/bulk', key: `bulk-${n}`, body: tasks(n) }),
  )
  await sleep(60)
  const began = performance.now()
  running.child.kill('SIGTERM')
  const { code, stderr } = await running.ended
  const ms = Math.round(performance.now() - began)
  expect(code, stderr).toBe(0)
  expect(ms).toBeLessThan(12_000)
  expect((await Promise.all(bulks)).map((answer) => answer.status)).toEqual([200, 200, 200])
  console.info(`stopped in ${ms} ms`)
  await serve() // for the writers, who repeat what they got no answer to
  await Promise.all(late.map((each) => each.stop()))
  writers = [...before, ...late]
  await inside((_, owner) => expectAcknowledged(owner, 3 * 800))
  expect(JSON.parse(await done('check', '--json'))).toMatchObject({ ok: true })
})

const sum = (what: 'acknowledged' | 'repeated') => writers.reduce((total, { tally }) => total + tally[what], 0)

/** Each task is as it was last acknowledged, with one change in its history for each, and there are no others. */
async function expectAcknowledged(owner: pg.Client, others = 0): Promise<void> {
  const { rows } = await owner.query<{ id: string; name: string; version: number; changes: number }>(
    `select t.id, t.name, t.version, (select count(*)::int from ledger.history h where h.workspace_id = t.workspace_id and h.record_id = t.id) as changes
     from customer.task t`,
  )
  const found = new Map(rows.map(({ id, ...row }) => [id, row]))
  const known = writers.flatMap((writer) => writer.known)
  const wrong = known.filter(({ id, name, version }) => {
    const row = found.get(id)
    return row?.name !== name || row.version !== version || row.changes !== version
  })
  expect(wrong.map((each) => ({ acknowledged: each, found: found.get(each.id) }))).toEqual([])
  expect(probed.filter((id) => !found.has(id))).toEqual([])
  expect(found.size).toBe(known.length + probed.length + others)
}

async function billedIn(holdfast: Holdfast, owner: pg.Client): Promise<Billed[]> {
  const workspace = (await holdfast.admin.workspaces())[0]
  if (workspace) expect(await waitingIn(owner, workspace)).toEqual({ marks: 0, jobs: 0 })
  const { rows } = await owner.query<Billed>(
    `select min(s.id::text) as id, s.account, min(a.arr)::int as arr, min(s.version) as version
     from customer.subscription s join customer.account a on a.id = s.account group by s.account having count(*) = 1 order by min(s.name), s.account limit 8`,
  )
  expect(rows).toHaveLength(8)
  return rows
}

/** ARR is what the subscription's presence makes it, and each step there changed something: none was acted on twice. */
async function expectArr(owner: pg.Client, { account, arr, isThere }: Billed & { isThere: boolean }): Promise<void> {
  const { rows } = await owner.query<{ arr: number | null }>(
    'select arr::int as arr from customer.account where id = $1',
    [account],
  )
  expect(rows[0]?.arr ?? 0).toBe(isThere ? arr : 0)
  const steps = await owner.query<{ was: unknown; is: unknown }>(
    `select h.changed -> 'arr' -> 0 as was, h.changed -> 'arr' -> 1 as is from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
     where h.record_id = $1 and a.actor_id = 'commercial-arr' and h.changed ? 'arr' order by a.id`,
    [account],
  )
  let last: unknown = null
  for (const { was, is } of steps.rows) {
    expect(was).toEqual(last)
    expect(is).not.toEqual(was)
    last = is
  }
}
