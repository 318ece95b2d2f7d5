// Several objects changed at once, as somebody who sees only some of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../../test/harness/global.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import { openSecret } from '../../platform/index.ts'
import { openRecords } from '../index.ts'
import type { Part } from './change-set.ts'

let world: World
let csm: Actor & { userId: string }
let account: string
let others: string
beforeAll(async () => {
  world = await openWorld()
  csm = await world.person('csm')
  account = await world.create('account', { name: 'Lantern Foods', owner: csm.userId })
  others = await world.create('account', { name: 'Somebody Else' })
})
afterAll(() => world.close())

const meeting = (at: string, name: string, due = '2026-12-01'): Part[] => [
  {
    object: 'interaction',
    changes: [
      { verb: 'create', called: 'it', values: { account: at, kind: 'call', happened_at: '2026-11-15T09:00:00Z' } },
    ],
  },
  {
    object: 'contact',
    changes: [{ verb: 'create', called: 'her', values: { name, email: `${name.toLowerCase()}@lantern.example` } }],
  },
  { object: 'account_contact', changes: [{ verb: 'create', values: { account: at, contact: { called: 'her' } } }] },
  {
    object: 'attendance',
    changes: [{ verb: 'create', values: { interaction: { called: 'it' }, contact: { called: 'her' }, name } }],
  },
  {
    object: 'task',
    changes: [{ verb: 'create', values: { account: at, interaction: { called: 'it' }, name: 'Send it', due_on: due } }],
  },
]
const countOf = async (object: string) => (await world.ask({ from: object, select: ['id'], limit: 1_000 })).length
const counts = async () => Promise.all(['interaction', 'contact', 'account_contact', 'attendance', 'task'].map(countOf))

test('later parts point at what earlier ones made, in one act that the history of each record names', async () => {
  const { act, results } = await world.records.changeSet(csm, meeting(account, 'Rosa'), { because: 'a call' })
  expect(results.map(({ object, called, outcome }) => [object, called, outcome.outcome])).toEqual([
    ['interaction', 'it', 'created'],
    ['contact', 'her', 'created'],
    ['account_contact', undefined, 'created'],
    ['attendance', undefined, 'created'],
    ['task', undefined, 'created'],
  ])
  for (const { object, outcome } of results) {
    const id = 'id' in outcome ? (outcome.id ?? '') : ''
    const { items } = await world.records.history(csm, object, id)
    expect(items).toMatchObject([{ act, because: 'a call', verb: 'created' }])
  }
  // Its reactions are set off by every object it touched.
  const { rows } = await world.owner.query('select object, details from ledger.act where id = $1', [act])
  expect(rows).toMatchObject([
    {
      object: 'interaction',
      details: { created: 5, objects: ['interaction', 'contact', 'account_contact', 'attendance', 'task'] },
    },
  ])
})

test('one refused part leaves nothing of the others, whatever the reason', async () => {
  const before = await counts()
  const wrong = await world.records.changeSet(csm, meeting(account, 'Berta', 'soon'))
  expect(wrong.act).toBeNull()
  expect(wrong.results.at(-1)).toMatchObject({
    object: 'task',
    outcome: { outcome: 'refused', faults: [{ field: 'due_on' }] },
  })
  const hidden = await world.records.changeSet(csm, meeting(others, 'Berta'))
  expect(hidden.results.at(-1)).toMatchObject({
    object: 'interaction',
    outcome: { faults: [{ code: 'unknown_reference' }] },
  })
  const double = await world.records.changeSet(csm, meeting(account, 'Rosa'))
  expect(double.results.at(-1)).toMatchObject({ object: 'contact', outcome: { outcome: 'possible_duplicate' } })
  // A person on no account of hers would be out of her sight.
  const [interaction, contact] = meeting(account, 'Berta')
  await expect(
    world.records.changeSet(
      csm,
      [interaction, contact].filter((part) => part !== undefined),
    ),
  ).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const sales = await world.person('sales')
  await expect(world.records.changeSet(sales, meeting(account, 'Berta'))).rejects.toMatchObject({
    code: 'object_unavailable',
  })
  expect(await counts()).toEqual(before)
})

test('a set that points at nothing of it, or calls by a name that is not there, is refused', async () => {
  const { act, results } = await world.records.changeSet(csm, [
    { object: 'task', changes: [{ verb: 'create', values: { account: { called: 'nobody' }, name: 'x' } }] },
  ])
  expect(act).toBeNull()
  expect(results[0]?.outcome).toMatchObject({
    outcome: 'refused',
    faults: [{ field: 'account', code: 'invalid_reference' }],
  })
})

test('the same key does it once and answers the same; undo takes all of it back, and leaves what was said since', async () => {
  world.clock.advance(1_000)
  const parts = meeting(account, 'Clara')
  const first = await world.records.changeSet(csm, parts, { idempotencyKey: 'k1' })
  expect(await world.records.changeSet(csm, parts, { idempotencyKey: 'k1' })).toEqual(first)
  await expect(world.records.changeSet(csm, meeting(account, 'Dora'), { idempotencyKey: 'k1' })).rejects.toMatchObject({
    code: 'idempotency_conflict',
  })
  const before = await counts()
  const undone = await world.records.undo(csm, first.act ?? '')
  expect(undone).toMatchObject({ records: 5, untouched: 0 })
  expect(await counts()).toEqual(before.map((n) => n - 1))
  // What hangs on nothing she sees any more is for somebody with a wider view to bring back.
  await world.records.undo(world.operator, undone.acts[0] ?? '')
  expect(await counts()).toEqual(before)
})

test('a record that was changed a moment later than the clock says is still changed after that', async () => {
  const task = await world.create('task', { account, name: 'Again' })
  for (let i = 0; i < 5; i++)
    await world.records.change(world.operator, 'task', [{ verb: 'update', id: task, values: { details: `${i}` } }])
  const { act } = await world.records.changeSet(csm, [
    { object: 'account', changes: [{ verb: 'update', id: account, values: { technical_environment: 'SAP' } }] },
    { object: 'task', changes: [{ verb: 'update', id: task, values: { details: 'last' } }] },
  ])
  const { items } = await world.records.history(csm, 'task', task)
  expect(items[0]?.act).toBe(act)
  expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse())
})

test('a set ends by a clock that goes on while it is being written', async () => {
  let now = world.clock().getTime()
  const clock = () => {
    now += 3
    return new Date(now)
  }
  const { app: pool, system: background, ids } = world
  const secret = openSecret({ folder: '', given: testSecret })
  const records = openRecords({ pool, background, clock, ids, secret })
  const { act, results } = await records.changeSet(world.operator, [
    { object: 'account', changes: [{ verb: 'create', values: { name: 'Clock Tower' }, called: 'tower' }] },
    { object: 'contact', changes: [{ verb: 'create', values: { name: 'Tick Tock', email: 'tick@clock.example' } }] },
  ])
  expect([act, results.map(({ outcome }) => outcome.outcome)]).toEqual([expect.any(String), ['created', 'created']])
}, 10_000)
