import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../../test/harness/world.ts'
import type { Change } from '../index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const because = 'they are one'

const said = async (object: string, change: Omit<Change, 'verb'>) => {
  const { results } = await world.records.change(world.operator, object, [{ verb: 'upsert', ...change }])
  return idOf(results[0])
}
const one = async (object: string, id: string) =>
  (await world.ask({ from: object, where: { field: 'id', op: 'is', value: id } }))[0]
const isSound = async () => expect((await world.records.check(world.operator)).findings).toEqual([])

test('the record that stays has the claims of all, the best of them golden, and what hung on the others', async () => {
  const crm = (localId: string, values: Record<string, unknown>, saidAt: string) =>
    said('account', { source: { system: 'crm', localId }, values, saidAt })
  const a = await crm('M-1', { name: 'Harbour Mill Ltd', industry: 'technology' }, '2026-01-01T00:00:00Z')
  const b = await crm('M-2', { name: 'Harbour Mill', region: 'emea' }, '2026-05-01T00:00:00Z')
  await said('account', {
    id: b,
    source: { system: 'billing', localId: 'cus_m2' },
    values: { arr: { amount: 900, currency: 'USD' } },
  })
  const ticket = await said('ticket', {
    source: { system: 'support', localId: 'T-1' },
    values: { subject: 'Help', status: 'open', account: { system: 'crm', localId: 'M-2' } },
  })
  const merged = await world.records.merge(world.operator, 'account', { ids: [a, b], because })
  expect(merged).toMatchObject({ id: a, merged: [b], held: [] })
  expect(merged.dependants).toEqual([{ object: 'ticket', field: 'account', relation: 'tickets', count: 1 }])
  expect(merged.fields.find((each) => each.field === 'name')).toEqual({
    field: 'name',
    value: 'Harbour Mill',
    rule: 'recency',
    from: { system: 'crm', localId: 'M-2', record: b },
  })
  expect(await one('account', a)).toMatchObject({
    name: 'Harbour Mill',
    industry: 'Technology',
    arr: { amount: 900, currency: 'USD' },
  })
  expect(await one('account', b)).toBeUndefined()
  expect(await one('ticket', ticket)).toMatchObject({ account: a, version: 2 })
  const name = (await world.records.sources(world.operator, 'account', a)).find((each) => each.field === 'name')
  expect(name?.others.map((each) => each.value)).toEqual(['Harbour Mill Ltd'])
  await isSound()
})

test('whatever is written to an old id, or to a name of it, reaches the record it was merged into', async () => {
  const a = await said('account', { source: { system: 'crm', localId: 'R-1' }, values: { name: 'Reach One' } })
  const b = await said('account', { source: { system: 'crm', localId: 'R-2' }, values: { name: 'Reach Two' } })
  const c = await said('account', { source: { system: 'crm', localId: 'R-3' }, values: { name: 'Reach Three' } })
  await world.records.merge(world.operator, 'account', { ids: [a, b], into: b, because })
  await world.records.merge(world.operator, 'account', { ids: [b, c], into: c, because })
  const { results } = await world.records.change(world.operator, 'account', [
    { verb: 'update', id: a, values: { tier: 'strategic' } },
    { verb: 'upsert', source: { system: 'crm', localId: 'R-1' }, values: { region: 'emea' } },
  ])
  expect(results.map((each) => 'id' in each && each.id)).toEqual([c, c])
  const task = await world.create('task', { name: 'Call', account: a, status: 'open' })
  const other = await said('task', {
    source: { system: 'crm', localId: 'RT' },
    values: { name: 'Write', account: { system: 'crm', localId: 'R-2' } },
  })
  expect(await one('task', task)).toMatchObject({ account: c })
  expect(await one('task', other)).toMatchObject({ account: c })
  await world.records.change(world.operator, 'task', [{ verb: 'update', id: other, values: { name: 'Write again' } }])
  await said('task', {
    source: { system: 'crm', localId: 'RT' },
    isWhole: true,
    values: { name: 'Writes', account: { system: 'crm', localId: 'R-2' } },
  })
  expect(await one('task', other)).toMatchObject({ account: c })
  await isSound()
})

test('ties that became one are merged in turn, and a tie of a person to themselves goes', async () => {
  const account = await world.create('account', { name: 'Ties' })
  const [p, q] = [
    await world.create('contact', { name: 'Ana Ruiz' }),
    await world.create('contact', { name: 'Ana Ruíz' }),
  ]
  const links = [
    await world.create('account_contact', { account, contact: p }),
    await world.create('account_contact', { account, contact: q }),
  ]
  const tie = await world.create('contact_connection', { account, contact: p, other: q, kind: 'advises' })
  await world.records.merge(world.operator, 'contact', { ids: [p, q], because })
  const left = await world.ask({ from: 'account_contact', where: { field: 'account', op: 'is', value: account } })
  expect(left).toMatchObject([{ id: links[0], contact: p }])
  expect(await one('contact_connection', tie)).toBeUndefined()
  await isSound()
})

test('parent and child become one without standing above themselves, and a longer circle is cut', async () => {
  const top = await world.create('account', { name: 'Top' })
  const middle = await world.create('account', { name: 'Middle', parent: top })
  const low = await world.create('account', { name: 'Low', parent: middle })
  const leaf = await world.create('account', { name: 'Leaf', parent: low })
  await world.records.merge(world.operator, 'account', { ids: [low, top], into: low, because })
  expect(await one('account', low)).toMatchObject({ parent: null })
  expect(await one('account', middle)).toMatchObject({ parent: low })
  await world.records.merge(world.operator, 'account', { ids: [low, leaf], into: leaf, because })
  expect(await one('account', leaf)).toMatchObject({ parent: null })
  expect(await one('account', middle)).toMatchObject({ parent: leaf })
  await isSound()
})

test('a preview is the run itself, taken back', async () => {
  const a = await world.create('account', { name: 'Seen A', industry: 'technology' })
  const b = await world.create('account', { name: 'Seen B', region: 'emea' })
  await world.create('task', { name: 'Call', account: b, status: 'open' })
  const before = await world.owner.query('select * from customer.account order by id')
  const preview = await world.records.merge(world.operator, 'account', { ids: [a, b], because }, { isRehearsal: true })
  expect((await world.owner.query('select * from customer.account order by id')).rows).toEqual(before.rows)
  const { act: _, ...done } = await world.records.merge(world.operator, 'account', { ids: [a, b], because })
  const { act: __, ...foretold } = preview
  expect(foretold).toEqual(done)
})

test('a value chosen by hand wins among its equals, and one that a better source outweighs is told', async () => {
  const crm = (localId: string, name: string, saidAt: string) =>
    said('account', { source: { system: 'crm', localId }, values: { name, region: 'emea' }, saidAt })
  const a = await crm('C-1', 'Chosen Ltd', '2026-01-01T00:00:00Z')
  const b = await crm('C-2', 'Recent Ltd', '2026-05-01T00:00:00Z')
  await said('account', {
    id: a,
    source: { system: 'billing', localId: 'cus_c' },
    values: { arr: { amount: 700, currency: 'USD' } },
  })
  const { held } = await world.records.merge(world.operator, 'account', {
    ids: [a, b],
    choices: { name: { from: a }, arr: { value: { amount: 1, currency: 'USD' } }, tier: { value: 'strategic' } },
    because,
  })
  expect(held).toEqual(['arr'])
  expect(await one('account', a)).toMatchObject({ name: 'Chosen Ltd', tier: 'strategic', arr: { amount: 700 } })
  await said('account', {
    source: { system: 'crm', localId: 'C-2' },
    values: { name: 'Recenter Ltd', region: 'asia_pacific' },
    isWhole: true,
    saidAt: '2026-09-01T00:00:00Z',
  })
  await said('account', {
    source: { system: 'crm', localId: 'C-1' },
    values: { name: 'Chosen Ltd', region: 'latin_america' },
    isWhole: true,
    saidAt: '2026-08-01T00:00:00Z',
  })
  expect(await one('account', a)).toMatchObject({ name: 'Chosen Ltd', region: 'asia_pacific' })
  await isSound()
})

test('asked as of a day before the merge, both are there with what hung on each; the history says what became of them', async () => {
  const a = await world.create('account', { name: 'Then A', tier: 'standard' })
  const b = await world.create('account', { name: 'Then B', region: 'emea' })
  const task = await world.create('task', { name: 'Call', account: b, status: 'open' })
  const asOf = world.clock().toISOString()
  world.clock.advance(86_400_000)
  await world.records.merge(world.operator, 'account', { ids: [a, b], because })
  const then = (from: string, id: string) => world.ask({ from, where: { field: 'id', op: 'is', value: id }, asOf })
  expect(await then('account', b)).toMatchObject([{ name: 'Then B', region: 'emea' }])
  expect(await then('account', a)).toMatchObject([{ name: 'Then A', region: null }])
  expect(await then('task', task)).toMatchObject([{ account: b }])
  const told = async (object: string, id: string) =>
    (await world.records.history(world.operator, object, id)).items.map(({ verb, because }) => [verb, because])
  expect(await told('account', a)).toEqual([
    ['merged', because],
    ['created', null],
  ])
  expect(await told('account', b)).toEqual([
    ['merged', because],
    ['created', null],
  ])
  expect(await told('task', task)).toEqual([
    ['updated', because],
    ['created', null],
  ])
})

test('a record that waits for a name finds it under the record that has it now, and goes back with it', async () => {
  const a = await said('account', { source: { system: 'crm', localId: 'W-1' }, values: { name: 'Waited One' } })
  const ticket = await said('ticket', {
    source: { system: 'support', localId: 'W-T' },
    values: { subject: 'Early', status: 'open', account: { system: 'billing', localId: 'cus_w' } },
  })
  const b = await said('account', { source: { system: 'crm', localId: 'W-2' }, values: { name: 'Waited Two' } })
  const { act } = await world.records.merge(world.operator, 'account', { ids: [a, b], because })
  world.clock.advance(86_400_000)
  const arrival = {
    source: { system: 'billing', localId: 'cus_w' },
    values: { arr: { amount: 5, currency: 'USD' } },
  } as const
  await said('account', { ...arrival, sameAs: [{ system: 'crm', localId: 'W-2' }] })
  expect(await one('ticket', ticket)).toMatchObject({ account: a })
  expect((await world.records.unmerge(world.operator, { act })).questions).toEqual([])
  expect(await one('ticket', ticket)).toMatchObject({ account: b })
  expect(await one('account', b)).toMatchObject({ arr: { amount: 5, currency: 'USD' } })
  await isSound()
})

test('ten thousand children move at once', async () => {
  const a = await world.create('account', { name: 'Big A' })
  const b = await world.create('account', { name: 'Big B' })
  for (let from = 0; from < 10_000; from += 2_500)
    await world.records.change(
      world.operator,
      'task',
      Array.from({ length: 2_500 }, (_, i) => ({
        verb: 'upsert' as const,
        source: { system: 'crm' as const, localId: `big-${from + i}` },
        values: { name: `Task ${from + i}`, account: b, status: 'open' },
      })),
    )
  const started = performance.now()
  const { dependants } = await world.records.merge(world.operator, 'account', { ids: [a, b], because })
  console.log(`10,000 children moved in ${Math.round(performance.now() - started)} ms`)
  expect(dependants).toMatchObject([{ object: 'task', count: 10_000 }])
  await isSound()
})

test('a merge and what takes it apart, repeated under their keys, are done once and answered alike', async () => {
  const a = await said('account', { source: { system: 'crm', localId: 'K-1' }, values: { name: 'Key One' } })
  const b = await said('account', { source: { system: 'crm', localId: 'K-2' }, values: { name: 'Key Two' } })
  const order = { ids: [a, b], because }
  const merge = (idempotencyKey: string, into = order) =>
    world.records.merge(world.operator, 'account', into, { idempotencyKey })
  const [first, atOnce] = await Promise.all([merge('merge-1'), merge('merge-1')])
  expect(atOnce).toEqual(first)
  expect(await merge('merge-1')).toEqual(first)
  await expect(merge('merge-1', { ...order, because: 'another reason' })).rejects.toMatchObject({
    code: 'idempotency_conflict',
  })
  await expect(merge('merge-2')).rejects.toMatchObject({ code: 'nothing_to_merge' })

  const unmerge = () => world.records.unmerge(world.operator, { act: first.act }, { idempotencyKey: 'unmerge-1' })
  const [apart, apartAtOnce] = await Promise.all([unmerge(), unmerge()])
  expect(apartAtOnce).toEqual(apart)
  expect(await unmerge()).toEqual(apart)
  expect(apart).toMatchObject({ id: a, restored: [b] })
  // The key of what was undone since still tells what was done then, and does nothing.
  expect(await merge('merge-1')).toEqual(first)
  expect(await one('account', b)).toMatchObject({ name: 'Key Two' })
  await isSound()
})
