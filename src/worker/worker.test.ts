import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { headsFileIn, sealingKey, verifyLedgerOf } from '../ledger/index.ts'
import { migrateJobs, openSecret, readConfig, rolesOf, silentLog } from '../platform/index.ts'
import type { Change } from '../records/index.ts'
import { freeAbandoned, vouchForRunners } from './abandoned.ts'
import { dispatch, type Reaction, runDaily, settle, startWorker, type Working } from './index.ts'

let world: World
let working: Working
const secret = openSecret({ folder: '', given: testSecret })
beforeAll(async () => {
  world = await openWorld()
  working = { ...world, log: silentLog, secret, ownerUrl: world.url }
})
afterAll(() => world.close())

const w = () => world.workspace.id
const jobs = async () =>
  (await world.owner.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs')).rows[0]?.n
const marks = async () =>
  (await world.owner.query<{ n: number }>('select count(*)::int as n from ledger.outbox')).rows[0]?.n

// Billing's own words, as little of them as ARR needs.
const customer = (id: string, discount: unknown = null) => ({ id, object: 'customer', currency: 'usd', discount })
const subscription = (
  id: string,
  of: string,
  o: { amount: number; quantity?: number; status?: string; currency?: string },
) => ({
  id,
  customer: of,
  status: o.status ?? 'active',
  currency: o.currency ?? 'usd',
  items: {
    data: [
      {
        quantity: o.quantity ?? 1,
        price: {
          currency: o.currency ?? 'usd',
          billing_scheme: 'per_unit',
          unit_amount: o.amount,
          recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
        },
      },
    ],
  },
  discounts: [],
})
const billed = (localId: string, name: string, document: unknown = customer(localId)): Change => ({
  verb: 'upsert',
  source: { system: 'billing', localId },
  values: { name },
  document,
})
const subscribed = (document: ReturnType<typeof subscription>): Change => ({
  verb: 'upsert',
  source: { system: 'billing', localId: document.id },
  values: {
    name: document.id,
    account: { system: 'billing', localId: document.customer },
    status: document.status === 'past_due' ? 'past_due' : 'active',
    quantity: document.items.data[0]?.quantity ?? 0,
  },
  document,
})
const bring = async (object: string, ...changes: Change[]) =>
  (await world.records.change(world.operator, object, changes)).results.map(idOf)
const read = async (id: string) =>
  (
    await world.ask({ from: 'account', select: ['arr', 'payment_status'], where: { field: 'id', op: 'is', value: id } })
  )[0]

test('an account’s ARR follows its subscriptions: brought, and raised and moved to another account', async () => {
  const [one = '', two = ''] = await bring('account', billed('cus_1', 'One'), billed('cus_2', 'Two'))
  await bring(
    'subscription',
    subscribed(subscription('sub_1', 'cus_1', { amount: 1_000, quantity: 5 })),
    subscribed(subscription('sub_2', 'cus_1', { amount: 100, status: 'past_due' })),
  )
  await settle(working, w())
  expect(await read(one)).toEqual({ id: one, arr: { amount: 61_200, currency: 'USD' }, payment_status: 'past_due' })
  await bring('subscription', subscribed(subscription('sub_1', 'cus_2', { amount: 1_000, quantity: 6 })))
  await settle(working, w())
  expect(await read(one)).toMatchObject({ arr: { amount: 1_200, currency: 'USD' }, payment_status: 'past_due' })
  expect(await read(two)).toMatchObject({ arr: { amount: 72_000, currency: 'USD' }, payment_status: 'active' })
})

test('many acts are one job to a reaction that works out a state of the whole workspace', async () => {
  let runs = 0
  const whole: Reaction = {
    name: 'whole',
    because: 'a test',
    on: [{ object: 'account' }, { object: 'contact' }],
    isOfWorkspace: true,
    async run() {
      runs += 1
    },
  }
  await settle(working, w())
  for (let i = 0; i < 4; i++) await bring('account', billed(`cus_whole_${i}`, `Whole ${i}`))
  await world.create('contact', { name: 'Whole' })
  await dispatch(world.system, [whole])
  expect(await jobs()).toBe(1)
  await settle(working, w(), { reactions: [whole] })
  expect(runs).toBe(1)
})

test('the claim is billing’s, made once, and says as of when', async () => {
  const [id = ''] = await bring('account', billed('cus_claim', 'Claim'))
  await bring('subscription', subscribed(subscription('sub_claim', 'cus_claim', { amount: 500 })))
  await settle(working, w())
  const acts = async () => (await world.records.history(world.operator, 'account', id)).items
  const [latest] = await acts()
  expect(latest).toMatchObject({
    actor: { kind: 'job', id: 'commercial-arr' },
    because: 'what billing says of the account has changed',
    source: { system: 'billing', localId: `arr:${id}` },
    changed: { arr: { from: null, to: { amount: 6_000, currency: 'USD' } } },
  })
  const before = (await acts()).length
  await world.owner.query(
    'insert into ledger.outbox (workspace_id, act_id, object) select workspace_id, id, object from ledger.act where kind = $1',
    ['change'],
  )
  await settle(working, w())
  expect(await acts()).toHaveLength(before)
  expect([await jobs(), await marks()]).toEqual([0, 0])
})

test('an account with two billing customers has the sum of both, and in two currencies none', async () => {
  const [id = ''] = await bring('account', billed('cus_a', 'Sum'))
  await bring('account', { ...billed('cus_b', 'Sum'), id })
  await bring(
    'subscription',
    subscribed(subscription('sub_a', 'cus_a', { amount: 100 })),
    subscribed(subscription('sub_b', 'cus_b', { amount: 200 })),
  )
  await settle(working, w())
  expect(await read(id)).toMatchObject({ arr: { amount: 3_600, currency: 'USD' }, payment_status: 'active' })
  const [other = ''] = await bring('account', billed('cus_c', 'Two currencies'))
  const said: unknown[] = []
  await bring('subscription', subscribed(subscription('sub_c', 'cus_c', { amount: 100 })))
  await settle(working, w())
  await bring('subscription', subscribed(subscription('sub_d', 'cus_c', { amount: 100, currency: 'eur' })))
  await settle({ ...working, log: { ...silentLog, warn: (details) => said.push(details) } }, w())
  expect(await read(other)).toMatchObject({ arr: null, payment_status: 'active' })
  expect(JSON.stringify(said)).toContain('EUR and USD')
})

test('undo of the import that brought the subscriptions takes the ARR back', async () => {
  const [id = ''] = await bring('account', billed('cus_undo', 'Undone'))
  const brought = await world.records.change(world.operator, 'subscription', [
    subscribed(subscription('sub_undo', 'cus_undo', { amount: 700 })),
  ])
  await settle(working, w())
  expect(await read(id)).toMatchObject({ arr: { amount: 8_400, currency: 'USD' } })
  await world.records.undo(world.operator, brought.act ?? '')
  await settle(working, w())
  expect(await read(id)).toMatchObject({ arr: null, payment_status: 'canceled' })
})

test('a discount that ends, and a document that changed alone, show in the ARR with the next day', async () => {
  const until = new Date('2026-12-01T00:00:00Z').getTime() / 1000
  const discount = { id: 'di', coupon: { id: 'half', percent_off: 50, duration: 'repeating' }, start: 1, end: until }
  const [id = ''] = await bring('account', billed('cus_day', 'Half', customer('cus_day', discount)))
  await bring('subscription', subscribed(subscription('sub_day', 'cus_day', { amount: 800 })))
  await settle(working, w())
  expect(await read(id)).toMatchObject({ arr: { amount: 4_800, currency: 'USD' } })
  world.clock.set('2026-12-02T10:00:00.000Z')
  await runDaily(working)
  expect(await read(id)).toMatchObject({ arr: { amount: 9_600, currency: 'USD' } })
  await settle(working, w())
})

test('the answer to an Idempotency-Key is kept for two days and no longer', async () => {
  const changes = [{ verb: 'create' as const, values: { name: 'Asked once', status: 'open' } }]
  await world.records.change(world.operator, 'task', changes, { idempotencyKey: 'two days' })
  const kept = async () =>
    (await world.owner.query(`select 1 from records.idempotency where key = 'two days'`)).rowCount
  await runDaily(working)
  expect(await kept()).toBe(1)
  world.clock.advance(49 * 3_600_000)
  await runDaily(working)
  expect(await kept()).toBe(0)
  await settle(working, w())
})

test('a crash before, in or after the queueing of a reaction leaves it to be done once', async () => {
  const done: string[] = []
  const noting: Reaction = {
    name: 'noting',
    because: 'a test of the queue',
    on: [{ object: 'task' }],
    async run(_, __, { act }) {
      done.push(act)
    },
  }
  const { act } = await world.records.change(world.operator, 'task', [
    { verb: 'create', values: { name: 'Watched', status: 'open' } },
  ])
  // The queue refuses in the middle of the statement: neither the mark nor the job may be half there.
  await world.owner.query(
    'alter table graphile_worker._private_jobs add constraint refused check (key is null) not valid',
  )
  await expect(dispatch(world.system, [noting])).rejects.toThrow(/refused/)
  expect([await jobs(), await marks()]).toEqual([0, 1])
  await world.owner.query('alter table graphile_worker._private_jobs drop constraint refused')
  expect(await Promise.all([1, 2, 3].map(() => dispatch(world.system, [noting])))).toContain(1)
  expect([await jobs(), await marks()]).toEqual([1, 0])
  await settle(working, w(), { reactions: [noting] })
  expect(done).toEqual([act])
})

test('a reaction that died in the middle is tried again, and its change happens once', async () => {
  let tries = 0
  const counting: Reaction = {
    name: 'counting',
    because: 'a test of the queue',
    on: [{ object: 'team' }],
    async run({ records }, actor, { act }) {
      await records.change(actor, 'task', [{ verb: 'create', values: { name: 'Follow up', status: 'open' } }], {
        idempotencyKey: `counting:${act}`,
      })
      tries += 1
      if (tries === 1) throw new Error('the process died here')
    },
  }
  await bring('team', { verb: 'create', values: { name: 'Lisbon' } })
  expect(await settle(working, w(), { reactions: [counting] })).toEqual({ failed: 1 })
  await world.owner.query('update graphile_worker._private_jobs set run_at = now()')
  expect(await settle(working, w(), { reactions: [counting] })).toEqual({ failed: 0 })
  expect(tries).toBe(2)
  expect(await world.ask({ from: 'task', where: { field: 'name', op: 'is', value: 'Follow up' } })).toHaveLength(1)
})

test('the acts of one turn are one job, and only those that failed are tried again', async () => {
  const done: string[] = []
  let isBroken = true
  const noting: Reaction = {
    name: 'noting-many',
    because: 'a test of the queue',
    on: [{ object: 'product' }],
    async run(_, __, { act }) {
      if (isBroken && act === acts[1]) throw new Error('no luck with the second')
      done.push(act)
    },
  }
  const acts: (string | null)[] = []
  for (const name of ['Berths', 'Cranes', 'Tides'])
    acts.push((await world.records.change(world.operator, 'product', [{ verb: 'create', values: { name } }])).act)
  await dispatch(world.system, [noting])
  expect(await jobs()).toBe(1)
  expect(await settle(working, w(), { reactions: [noting] })).toEqual({ failed: 1 })
  expect(done).toEqual([acts[0], acts[2]])
  isBroken = false
  await world.owner.query('update graphile_worker._private_jobs set run_at = now()')
  expect(await settle(working, w(), { reactions: [noting] })).toEqual({ failed: 0 })
  expect(done).toEqual([acts[0], acts[2], acts[1]])
})

test('a state is worked out at once for the acts of one turn, and one by one where that fails', async () => {
  const runs: (readonly string[])[] = []
  let broken: string | null = null
  const counting: Reaction = {
    name: 'counting-anew',
    because: 'a test of the queue',
    on: [{ object: 'product' }],
    async runAll(_, __, these) {
      if (these.some(({ act }) => act === broken)) throw new Error('no luck with one')
      runs.push(these.map(({ act }) => act))
    },
  }
  const bringThree = async () => {
    const acts: string[] = []
    for (const name of ['Locks', 'Quays', 'Buoys']) {
      const { act } = await world.records.change(world.operator, 'product', [{ verb: 'create', values: { name } }])
      acts.push(act ?? '')
    }
    return acts
  }
  const acts = await bringThree()
  expect(await settle(working, w(), { reactions: [counting] })).toEqual({ failed: 0 })
  expect(runs.splice(0)).toEqual([acts])
  const [first = '', second = '', third = ''] = await bringThree()
  broken = second
  expect(await settle(working, w(), { reactions: [counting] })).toEqual({ failed: 1 })
  expect(runs.splice(0)).toEqual([[first], [third]])
  broken = null
  await world.owner.query('update graphile_worker._private_jobs set run_at = now()')
  expect(await settle(working, w(), { reactions: [counting] })).toEqual({ failed: 0 })
  expect(runs).toEqual([[second]])
})

test('a job whose runner was killed is done by the next one, and one whose runner lives is left to it', async () => {
  const done: string[] = []
  const noting: Reaction = {
    name: 'noting-killed',
    because: 'a test of the queue',
    on: [{ object: 'objective' }],
    run: async (_, __, { act }) => {
      done.push(act)
    },
  }
  const [account = ''] = await bring('account', { verb: 'create', values: { name: 'Killed' } })
  await bring('objective', { verb: 'create', values: { name: 'Go live', account } })
  await dispatch(world.system, [noting])
  const take = (runner: string) =>
    world.owner.query(
      `with j as (update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' returning 1)
       update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() - interval '1 minute' where exists (select 1 from j)`,
      [runner],
    )
  const living = vouchForRunners(working)
  living.events.emit('pool:create', { workerPool: { id: 'pool-living' } } as never) // of which only the id is read
  await take('pool-living')
  await expect
    .poll(async () => (await world.owner.query(`select 1 from pg_locks where locktype = 'advisory'`)).rowCount)
    .toBe(1)
  await freeAbandoned(world.system)
  const lockedBy = 'select locked_by from graphile_worker._private_jobs'
  expect((await world.owner.query(lockedBy)).rows).toEqual([{ locked_by: 'pool-living' }])
  await living.stop()

  await take('pool-killed')
  await settle(working, w(), { reactions: [noting] })
  expect(done).toHaveLength(1)
})

test('a job that was killed after a newer one took its place is not kept', async () => {
  let runs = 0
  const whole: Reaction = {
    name: 'whole-killed',
    because: 'a test of the queue',
    on: [{ object: 'team' }],
    isOfWorkspace: true,
    async run() {
      runs += 1
    },
  }
  await bring('team', { verb: 'create', values: { name: 'Porto' } })
  await dispatch(world.system, [whole])
  await world.owner.query(
    `with j as (update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() - interval '1 minute' returning 1)
     update graphile_worker._private_job_queues set locked_by = 'killed', locked_at = now() - interval '1 minute' where exists (select 1 from j)`,
  )
  await bring('team', { verb: 'create', values: { name: 'Faro' } })
  await settle(working, w(), { reactions: [whole] })
  expect([await jobs(), runs]).toEqual([0, 1])
})

test('the worker seals, queues and does by itself, and leaves nothing behind when it stops', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-worker-'))
  try {
    const config = { ...readConfig({}), folder }
    const worker = await startWorker({ ...working, config })
    const [id = ''] = await bring('account', billed('cus_w', 'Watched'))
    await bring('subscription', subscribed(subscription('sub_w', 'cus_w', { amount: 250 })))
    await expect.poll(() => read(id), { timeout: 10_000 }).toMatchObject({ arr: { amount: 3_000, currency: 'USD' } })
    await worker.stop()
    const { publicKey } = sealingKey(secret)
    expect(
      await verifyLedgerOf({ pool: world.system, workspace: w(), publicKey, headsFile: headsFileIn(folder) }),
    ).toMatchObject({
      ok: true,
      unsealed: 0,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the worker goes on by itself after the database hung up on its queue', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-worker-'))
  try {
    const worker = await startWorker({ ...working, config: { ...readConfig({}), folder } })
    for (let i = 0; i < 2; i++) {
      await world.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'holdfast jobs'`,
      )
      const [id = ''] = await bring('account', billed(`cus_cut${i}`, `Cut ${i}`))
      await bring('subscription', subscribed(subscription(`sub_cut${i}`, `cus_cut${i}`, { amount: 250 })))
      await expect.poll(() => read(id), { timeout: 20_000 }).toMatchObject({ arr: { amount: 3_000, currency: 'USD' } })
    }
    await worker.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the worker goes on by itself when the database hung up on the first question of its queue', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-worker-'))
  const client = await world.owner.connect()
  try {
    await client.query('begin; lock table graphile_worker._private_tasks in access exclusive mode')
    const worker = await startWorker({ ...working, config: { ...readConfig({}), folder } })
    const waiting = `from pg_stat_activity where datname = current_database() and application_name = 'holdfast jobs' and wait_event_type = 'Lock'`
    await expect.poll(async () => (await world.owner.query(`select 1 ${waiting}`)).rowCount).toBeGreaterThan(0)
    await world.owner.query(`select pg_terminate_backend(pid) ${waiting}`)
    await client.query('commit')
    const [id = ''] = await bring('account', billed('cus_first', 'First'))
    await bring('subscription', subscribed(subscription('sub_first', 'cus_first', { amount: 250 })))
    await expect.poll(() => read(id), { timeout: 15_000 }).toMatchObject({ arr: { amount: 3_000, currency: 'USD' } })
    await worker.stop()
  } finally {
    client.release(true)
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the job queue’s tables are as new as the library, and a second start leaves them alone', async () => {
  const made = async () =>
    (await world.owner.query('select id, ts, xmin::text from graphile_worker.migrations order by id')).rows
  const before = await made()
  const { jobsMigration } = await import('../platform/database/migrate-jobs.ts')
  expect(before.at(-1)?.id).toBe(jobsMigration)
  await migrateJobs(world.url, rolesOf(secret))
  expect(await made()).toEqual(before)
})
