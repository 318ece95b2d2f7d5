import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import { createIds } from '../platform/index.ts'
import { type Duplicates, openDuplicates } from './index.ts'

let world: World
let duplicates: Duplicates
beforeAll(async () => {
  world = await openWorld()
  duplicates = openDuplicates({ pool: world.app, records: world.records, clock: world.clock, ids: createIds() })
})
afterAll(() => world.close())

const because = 'they are one'
const secret = 'CANARY-7731'
const one = async (object: string, id: string) =>
  (await world.ask({ from: object, where: { field: 'id', op: 'is', value: id } }))[0]
const isSound = async () => expect((await world.records.check(world.operator)).findings).toEqual([])
const account = (name: string, values: Record<string, unknown> = {}) => world.create('account', { name, ...values })

test('a record merged with itself, by whatever of its ids, stays what it is', async () => {
  const [a, b] = [await account('Self A'), await account('Self B')]
  await duplicates.merge(world.operator, 'account', { ids: [a, b], because })
  const nothing = { code: 'nothing_to_merge' }
  await expect(duplicates.merge(world.operator, 'account', { ids: [a, a], because })).rejects.toMatchObject(nothing)
  await expect(duplicates.merge(world.operator, 'account', { ids: [b, a], because })).rejects.toMatchObject(nothing)
  expect(await one('account', a)).toMatchObject({ name: 'Self B' })
})

test('A into B while B goes into C ends with one record, whichever was first', async () => {
  for (let round = 0; round < 4; round++) {
    const [a, b, c] = [
      await account(`Race A${round}`),
      await account(`Race B${round}`),
      await account(`Race C${round}`),
    ]
    const task = await world.create('task', { name: 'Of A', account: a, status: 'open' })
    await Promise.all([
      duplicates.merge(world.operator, 'account', { ids: [a, b], into: b, because }),
      duplicates.merge(world.operator, 'account', { ids: [b, c], into: c, because }),
      world.records.change(world.operator, 'account', [{ verb: 'update', id: a, values: { tier: 'strategic' } }]),
    ])
    expect(await one('task', task)).toMatchObject({ account: c })
    expect(await one('account', c)).toMatchObject({ tier: 'strategic' })
    expect(await world.records.follow(world.operator, 'account', [a, b, c])).toEqual(
      new Map([a, b, c].map((id) => [id, c])),
    )
  }
  await isSound()
})

test('what somebody may not see can’t be merged, and is as if it did not exist', async () => {
  const csm = await world.person('csm')
  const mine = await world.create('contact', { name: 'Mine', relationship_owner: csm.userId })
  const own = await world.create('contact', { name: 'Mine too', relationship_owner: csm.userId })
  const foreign = await world.create('contact', { name: secret })
  const nobody = '01900000-0000-7000-8000-000000000000'
  const refusal = (id: string) =>
    duplicates
      .merge(csm, 'contact', { ids: [mine, id], because })
      .catch((error: Error) => error.message.replace(id, 'ID'))
  expect(await refusal(foreign)).toBe(await refusal(nobody))
  await expect(duplicates.compare(csm, 'contact', [mine, foreign])).rejects.toMatchObject({
    code: 'record_unavailable',
  })
  await expect(duplicates.never(csm, 'contact', mine, foreign, because)).rejects.toMatchObject({
    code: 'record_unavailable',
  })
  const { act } = await duplicates.merge(csm, 'contact', { ids: [mine, own], because })
  const other = await world.person('csm')
  await expect(duplicates.unmerge(other, { act })).rejects.toMatchObject({ code: 'not_unmergeable' })
  expect((await duplicates.unmerge(csm, { act })).restored).toEqual([own])
})

test('who may not delete an account may not merge any: all but one are gone afterwards', async () => {
  const csm = await world.person('csm')
  const ids = [await account('Held A', { owner: csm.userId }), await account('Held B', { owner: csm.userId })]
  await expect(duplicates.merge(csm, 'account', { ids, because })).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a colleague who signs in stays the one they sign in as', async () => {
  const csm = await world.person('csm')
  const twin = await world.create('user', { name: 'Person again', email: 'again@vendor.example' })
  const merge = (into: string) => duplicates.merge(world.operator, 'user', { ids: [csm.userId, twin], into, because })
  await expect(merge(twin)).rejects.toMatchObject({ code: 'signs_in' })
  expect(await merge(csm.userId)).toMatchObject({ id: csm.userId, merged: [twin] })
})

test('fields that somebody may not read are merged whole and told nowhere, and can’t be chosen', async () => {
  const junior = await world.person('junior_csm')
  const contact = (name: string, internal_note: string) =>
    world.create('contact', { name, internal_note, relationship_owner: junior.userId })
  const [a, b] = [await contact('Ruth Vale', `${secret} first`), await contact('Ruth Vale', `${secret} second`)]
  const hidden = { ids: [a, b], choices: { internal_note: { from: b } }, because }
  await expect(duplicates.merge(junior, 'contact', hidden)).rejects.toMatchObject({ code: 'field_unavailable' })
  const told = [
    await duplicates.preview(junior, 'contact', { ids: [a, b], because }),
    await duplicates.compare(junior, 'contact', [a, b]),
    await duplicates.merge(junior, 'contact', { ids: [a, b], because }),
  ]
  expect(JSON.stringify(told)).not.toContain(secret)
  expect(JSON.stringify(told)).not.toContain('internal_note')
  const note = (await world.records.sources(world.operator, 'contact', a)).find(
    (each) => each.field === 'internal_note',
  )
  expect([note?.value, ...(note?.others.map((each) => each.value) ?? [])].sort()).toEqual([
    `${secret} first`,
    `${secret} second`,
  ])
})

test('dependants are counted as far as they may be seen', async () => {
  const [a, b] = [await account('Count A'), await account('Count B')]
  for (const name of ['One', 'Two']) await world.create('ticket', { subject: name, status: 'open', account: b })
  const leader = await world.person('cs_leader')
  const sales = await world.person('sales')
  const counted = async (actor: typeof leader) =>
    (await duplicates.compare(actor, 'account', [a, b])).records[1]?.dependants
  expect(await counted(leader)).toEqual([{ object: 'ticket', field: 'account', relation: 'tickets', count: 2 }])
  expect(await counted(sales)).toEqual([])
})

test('a pair that is never to be one stays two, also under other names, until the decision is taken back', async () => {
  const [a, b, c] = [await account('Father'), await account('Son'), await account('Father again')]
  await duplicates.never(world.operator, 'account', a, b, 'father and son')
  const merge = (ids: string[]) => duplicates.merge(world.operator, 'account', { ids, because })
  await expect(merge([a, b])).rejects.toThrow(/father and son/)
  await duplicates.merge(world.operator, 'account', { ids: [a, c], into: c, because })
  await expect(merge([b, c])).rejects.toMatchObject({ code: 'never_merge' })
  await expect(duplicates.preview(world.operator, 'account', { ids: [b, a], because })).rejects.toMatchObject({
    code: 'never_merge',
  })
  expect(await duplicates.nevers(world.operator, 'account')).toContainEqual([c, b])
  await duplicates.decide(world.operator, 'account', { a: c, b, as: 'open', because: 'it was a mistake' })
  expect((await merge([b, c])).id).toBe([b, c].sort()[0])
})

test('the queue shows whoever sees both records the pairs with most at stake, and no more', async () => {
  const csm = await world.person('csm')
  const owned = { owner: csm.userId }
  const money = (amount: number) => ({ arr: { amount, currency: 'USD' } })
  const ids = [
    await account('Queue small', { ...owned, ...money(10) }),
    await account('Queue small Ltd', owned),
    await account('Queue big', { ...owned, ...money(9_000) }),
    await account('Queue big Ltd', owned),
    await account('Queue foreign', money(99_000)),
  ]
  const [s1 = '', s2 = '', b1 = '', b2 = '', foreign = ''] = ids
  const job = { kind: 'job', workspace: world.workspace.id, id: 'finder', via: 'job', because: 'looking' } as const
  const found = [
    { a: s2, b: s1, bits: 9, vector: [1] },
    { a: b1, b: b2, bits: 7, vector: [2] },
    { a: foreign, b: b2, bits: 20, vector: [3] },
  ]
  await expect(duplicates.record(csm, 'account', found)).rejects.toMatchObject({ code: 'not_allowed' })
  await duplicates.record(job, 'account', found)
  const mine = await duplicates.list(csm, { object: 'account' })
  expect(mine.pairs.map(({ a, b, valueAtStake }) => [a.title, b.title, valueAtStake])).toEqual([
    ['Queue big', 'Queue big Ltd', 9_000],
    ['Queue small', 'Queue small Ltd', 10],
  ])
  const first = await duplicates.list(csm, { object: 'account', limit: 1 })
  const second = await duplicates.list(csm, {
    object: 'account',
    limit: 1,
    ...(first.next ? { after: first.next } : {}),
  })
  expect([...first.pairs, ...second.pairs]).toEqual(mine.pairs)
  // What is at stake is money: who may not see that gets the surest first.
  const support = await world.person('support')
  for (const id of [s1, s2, b1, b2]) await world.create('ticket', { subject: 'Help', status: 'open', account: id })
  expect(
    (await duplicates.list(support, { object: 'account' })).pairs.map(({ bits, valueAtStake }) => [bits, valueAtStake]),
  ).toEqual([
    [9, null],
    [7, null],
  ])
  const { act } = await duplicates.merge(world.operator, 'account', { ids: [s1, s2], because })
  await duplicates.never(csm, 'account', b1, b2, 'two companies')
  expect((await duplicates.list(world.operator, { object: 'account' })).pairs.map(({ bits }) => bits)).toEqual([20])
  await duplicates.unmerge(world.operator, { act })
  await duplicates.record(job, 'account', found)
  expect((await duplicates.list(csm, { object: 'account' })).pairs).toEqual([])
})

test('side by side stand the values of each and whose they are', async () => {
  const [a, b] = [await account('Side Ltd', { region: 'emea' }), await account('Side Limited', { region: 'emea' })]
  const { fields } = await duplicates.compare(world.operator, 'account', [a, b])
  expect(fields.find((each) => each.field === 'region')).toMatchObject({ values: ['emea', 'emea'], isSame: true })
  expect(fields.find((each) => each.field === 'name')).toMatchObject({
    values: ['Side Ltd', 'Side Limited'],
    isSame: false,
    sources: [{ from: { system: 'hand', localId: a } }, { from: { system: 'hand', localId: b } }],
  })
})

test('a reference that the workspace itself has added moves and comes back like any other', async () => {
  const label = { en: 'Partner', es: 'Socio', pt: 'Parceiro', ms: 'Rakan' }
  const declaration = {
    name: 'partner',
    type: 'reference',
    to: 'account',
    as: 'partner_tasks',
    label,
    describe: 'Who does it with us.',
    required: false,
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
  }
  await world.owner.query(
    `insert into access.custom_field (workspace_id, id, object, name, key, declaration, created_at) values ($1, $2, 'task', 'partner', 'k1', $3, now())`,
    [world.workspace.id, createIds().next(0), declaration],
  )
  await world.owner.query('update access.workspace set version = version + 1')
  const [a, b] = [await account('Partner A'), await account('Partner B')]
  const task = await world.create('task', { name: 'Together', partner: b, status: 'open' })
  const { act, dependants } = await duplicates.merge(world.operator, 'account', { ids: [a, b], because })
  expect(dependants).toEqual([{ object: 'task', field: 'partner', relation: 'partner_tasks', count: 1 }])
  expect(await one('task', task)).toMatchObject({ partner: a })
  await duplicates.unmerge(world.operator, { act })
  expect(await one('task', task)).toMatchObject({ partner: b })
  await isSound()
})
