// Executives and product people see figures of many customers and never of one: not by a group of its own, not by what is left
// when the others are taken from the total, not by an average over the only known value (SEC-1, threats 1.1).
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/access/index.ts'
import { openWorld, type World } from '../harness/world.ts'

let world: World
let executive: Actor
let product: Actor

beforeAll(async () => {
  world = await openWorld()
  executive = await world.person('executive')
  product = await world.person('product')
  const make = async (n: number, values: Record<string, unknown>) => {
    for (let i = 0; i < n; i++) await world.create('account', { name: `Company ${n} ${i}`, ...values })
  }
  await make(9, { country: 'MX', tier: 'standard' })
  await make(6, { country: 'BR', tier: 'standard' })
  await make(7, { country: 'MY', tier: 'enterprise' })
  await make(2, { country: 'PE', tier: 'enterprise' })
  await world.create('account', { name: 'Only One', country: 'MX', employees: 4_711 })
  const biggest = await world.create('account', { name: 'Many Bills', country: 'MX' })
  for (let i = 0; i < 8; i++)
    await world.create('invoice', { account: biggest, number: `B${i}`, total: { amount: 1_000 + i, currency: 'USD' } })
  const meeting = await world.create('interaction', {
    account: biggest,
    kind: 'meeting',
    happened_at: '2026-11-01T10:00:00Z',
  })
  for (let i = 0; i < 6; i++) await world.create('attendance', { interaction: meeting, name: `Guest ${i}` })
})
afterAll(() => world.close())

const measured = async (actor: Actor, question: object) => {
  const { data, isHeldBack } = await world.records.ask(actor, question)
  return { rows: JSON.parse(data) as Record<string, unknown>[], isHeldBack }
}

test('no list, no history, no sources, no export of a single customer', async () => {
  const [account] = await world.ask<{ id: string }>({ from: 'account', limit: 1 })
  for (const actor of [executive, product]) {
    for (const ask of [
      () => world.records.ask(actor, { from: 'account' }),
      () => world.records.ask(actor, { from: 'account', select: ['name'], limit: 1 }),
      () => world.records.ask(actor, { from: 'account' }, 'export'),
      () => world.records.history(actor, 'account', account?.id ?? ''),
      () => world.records.sources(actor, 'account', account?.id ?? ''),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'object_unavailable' })
  }
})

test('a group of fewer than five is held back, and with it the next smallest, which the total would tell otherwise', async () => {
  const { rows, isHeldBack } = await measured(executive, { from: 'account', group: ['country'] })
  expect(rows).toEqual([
    { country: 'MX', count: 11 },
    { country: 'MY', count: 7 },
  ])
  expect(isHeldBack).toBe(true)
})

test('asking for the first groups only shows no more than asking for all', async () => {
  const all = await measured(executive, { from: 'account', group: ['country'] })
  for (const dir of ['asc', 'desc'] as const)
    for (const limit of [1, 2, 3]) {
      const some = await measured(executive, {
        from: 'account',
        group: ['country'],
        order: [{ field: 'count', dir }],
        limit,
        measure: { count: { count: '*' } },
      })
      for (const row of some.rows) expect(all.rows).toContainEqual(row)
    }
})

test.each([
  ['a name', { where: { field: 'name', op: 'is', value: 'Only One' } }],
  ['a beginning of a name', { search: 'only' }],
  ['being alone', { where: { field: 'employees', op: 'is', value: 4_711 } }],
  ['a country with two', { where: { field: 'country', op: 'is', value: 'PE' } }],
])('one that is picked out by %s is not told of', async (_, condition) => {
  expect(await measured(executive, { from: 'account', measure: { n: { count: '*' } }, ...condition })).toEqual({
    rows: [],
    isHeldBack: true,
  })
})

test('an average, a sum or an extreme over few known values is held back, however many records have none', async () => {
  for (const kind of ['sum', 'average', 'min', 'max', 'count'])
    expect(await measured(executive, { from: 'account', measure: { n: { [kind]: 'employees' } } })).toEqual({
      rows: [],
      isHeldBack: true,
    })
})

test('many bills of one customer, or many guests at its one meeting, are figures of one customer', async () => {
  for (const question of [
    { from: 'invoice', measure: { total: { sum: 'total' } } },
    { from: 'invoice', group: ['account'] },
    { from: 'attendance', measure: { n: { count: '*' } } },
  ])
    expect(await measured(executive, question)).toEqual({ rows: [], isHeldBack: true })
})

test('who holds another role beside it, which shows single records, is held back nothing', async () => {
  const both = await world.person(['executive', 'cs_leader'])
  const { rows, isHeldBack } = await measured(both, { from: 'account', group: ['country'] })
  expect(rows).toHaveLength(4)
  expect(isHeldBack).toBe(false)
})
