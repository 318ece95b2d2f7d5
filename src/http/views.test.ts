// Saved views: shared by who wrote them, read under the rights of who opens them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let support: string
let big: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  support = await served.key('support')
  const { world } = served
  big = await world.create('account', { name: 'Quay Nine', arr: { amount: 4_242_424, currency: 'USD' } })
  const small = await world.create('account', { name: 'Far Shore', arr: { amount: 100, currency: 'USD' } })
  for (const account of [big, small]) await world.create('ticket', { account, subject: 'Help', status: 'open' })
})
afterAll(() => served.close())

const byMoney = {
  question: {
    where: {
      all: [
        { field: 'arr', op: 'gte', value: { amount: 4_000_001, currency: 'USD' } },
        { field: 'name', op: 'not_empty' },
      ],
    },
    order: [{ field: 'arr', dir: 'desc' }],
  },
  columns: [{ field: 'name', width: 240 }, { field: 'arr' }],
  grouping: ['designations'],
}

const create = (as: string, body: object) => served.ask('POST', '/api/v1/views', { as, body })

test('a view is kept with its filters, columns and widths, and runs', async () => {
  const made = await create(leader, { object: 'account', name: 'Whales', definition: byMoney })
  expect(made.status, made.text).toBe(201)
  expect(made.json).toMatchObject({
    name: 'Whales',
    audience: 'private',
    isMine: true,
    version: 1,
    definition: byMoney,
  })
  const run = await served.ask('GET', `/api/v1/views/${made.json.id}/records`, { as: leader })
  expect(run.json.data.map((row: { name: string }) => row.name)).toEqual(['Quay Nine'])
  expect(run.json.leftOut).toEqual({ filters: 0, columns: 0, order: 0, grouping: 0 })
  const others = await served.ask('GET', '/api/v1/views?object=account', { as: support })
  expect(others.json.data).toEqual([])
  const opened = await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: support })
  expect(opened.json).toMatchObject({ status: 404, code: 'record_unavailable' })
})

test('a shared view tells a reader nothing of a field they lack: its parts are left out, counted, and never run', async () => {
  const made = await create(leader, {
    object: 'account',
    name: 'Shared',
    audience: 'workspace',
    definition: byMoney,
  })
  const opened = await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: support })
  expect(opened.json.leftOut).toEqual({ filters: 1, columns: 1, order: 1, grouping: 1 })
  expect(opened.json.definition).toEqual({
    question: { where: { field: 'name', op: 'not_empty' } },
    columns: [{ field: 'name', width: 240 }],
    grouping: [],
  })
  const run = await served.ask('GET', `/api/v1/views/${made.json.id}/records`, { as: support })
  expect(run.json.data.map((row: { name: string }) => row.name).sort()).toEqual(['Far Shore', 'Quay Nine'])
  expect(run.json.leftOut.filters).toBe(1)
  const listed = await served.ask('GET', '/api/v1/views', { as: support })
  for (const { text } of [opened, run, listed]) expect(text).not.toMatch(/arr|designations|4000001|4242424/)
})

test('half of an "or" or of a "not" is left out whole', async () => {
  const where = {
    any: [
      { field: 'arr', op: 'gte', value: { amount: 1, currency: 'USD' } },
      { field: 'name', op: 'contains', value: 'quay' },
    ],
  }
  const definition = { question: { where: { all: [where, { not: where }] } }, columns: [{ field: 'name' }] }
  const made = await create(leader, { object: 'account', name: 'Or', audience: 'workspace', definition })
  const opened = await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: support })
  expect(opened.json.definition.question).toEqual({})
  expect(opened.json.leftOut.filters).toBe(2)
})

test('nobody saves what they may not ask, and a view holds nothing that is not read', async () => {
  const refused = await create(support, { object: 'account', name: 'Peek', definition: byMoney })
  const unknown = await create(support, {
    object: 'account',
    name: 'Peek',
    definition: JSON.parse(JSON.stringify(byMoney).replaceAll('"arr"', '"qqq"')),
  })
  expect(refused.status).toBe(403)
  expect(refused.text.replaceAll('arr', '*')).toBe(unknown.text.replaceAll('qqq', '*'))
  const bag = await create(leader, { object: 'account', name: 'Bag', definition: { columns: [], secret: 'arr' } })
  expect(bag.json).toMatchObject({ status: 400, code: 'invalid_question' })
})

test('a view of an object that a reader may not list is not there for them', async () => {
  const finance = await served.key('finance')
  const definition = { columns: [{ field: 'subject' }] }
  const made = await create(leader, { object: 'ticket', name: 'Tickets', audience: 'workspace', definition })
  const nobody = '01a1dea6-4100-7005-8cf2-3fee38ef1fd6'
  const [theirs, none] = await Promise.all(
    [made.json.id, nobody].map((id) => served.ask('GET', `/api/v1/views/${id}`, { as: finance })),
  )
  expect(theirs?.status).toBe(404)
  expect(theirs?.text.replaceAll(made.json.id, '*')).toBe(none?.text.replaceAll(nobody, '*'))
})

test('its owner changes it, by version; others of a shared view only if they put the structure in order and see all of it', async () => {
  const made = await create(leader, {
    object: 'account',
    name: 'Mine',
    audience: 'workspace',
    definition: { columns: [{ field: 'designations' }] },
  })
  const change = (as: string, body: object) => served.ask('PATCH', `/api/v1/views/${made.json.id}`, { as, body })
  expect((await change(leader, { name: 'Renamed', version: 1 })).json).toMatchObject({ name: 'Renamed', version: 2 })
  expect((await change(leader, { name: 'Late', version: 1 })).json).toMatchObject({ code: 'stale_version', ours: 2 })
  expect((await change(support, { name: 'Taken' })).json).toMatchObject({ status: 403, code: 'not_allowed' })
  const operations = await served.key('cs_operations')
  expect((await change(operations, { name: 'Tidied' })).status).toBe(200)
  expect((await change(operations, { definition: { columns: [] } })).status).toBe(403)
  expect((await served.ask('DELETE', `/api/v1/views/${made.json.id}`, { as: leader })).status).toBe(204)
  expect((await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: leader })).status).toBe(404)
})

test('a column over a relation is kept, gathers when the view runs, and is left out for whoever may not read it', async () => {
  const { world } = served
  const contact = await world.create('contact', { name: 'Rui Sá' })
  await world.create('account_contact', { account: big, contact, roles: ['champion'], is_current: true })
  await world.records.change(world.operator, 'account', [
    { verb: 'update', id: big, values: { billing_contact: contact } },
  ])
  const columns = [{ field: 'name' }, { field: 'accounts.account', width: 220 }]
  const made = await create(leader, {
    object: 'contact',
    name: 'With customers',
    audience: 'workspace',
    definition: { columns },
  })
  expect(made.json.definition.columns).toEqual(columns)
  const run = await served.ask('GET', `/api/v1/views/${made.json.id}/records`, { as: leader })
  expect(run.json.data).toMatchObject([{ name: 'Rui Sá', accounts: [{ account: big }] }])
  const opened = await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: await served.key('finance') })
  expect(opened.json.definition.columns).toEqual([{ field: 'name' }])
  expect(opened.json.leftOut).toMatchObject({ columns: 1 })
})

test('views of a team are for its people, and everybody begins with their own', async () => {
  const { world } = served
  const team = await world.create('team', { name: 'North' })
  const keys = await Promise.all(
    [team, team, null].map(async (each, i) => {
      const { userId } = await world.person('cs_leader')
      await world.records.change(world.operator, 'user', [{ verb: 'update', id: userId, values: { team: each } }])
      return (await world.admin.createKey(world.workspace.id, { name: `t${i}`, roles: ['cs_leader'], userId })).key
    }),
  )
  const [one = '', two = '', three = ''] = keys
  const view = { object: 'account', name: 'North only', audience: 'team', definition: { columns: [{ field: 'name' }] } }
  expect((await create(three, view)).status).toBe(403)
  const made = await create(one, view)
  expect((await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: two })).status).toBe(200)
  expect((await served.ask('GET', `/api/v1/views/${made.json.id}`, { as: three })).status).toBe(404)
  const begin = (as: string, id: string | null) =>
    served.app.inject({
      method: 'PUT',
      url: '/api/v1/views/default',
      headers: { authorization: `Bearer ${as}` },
      payload: { object: 'account', view: id },
    })
  expect((await begin(two, made.json.id)).statusCode).toBe(200)
  expect((await begin(three, made.json.id)).statusCode).toBe(404)
  const isDefault = async (as: string) =>
    (await served.ask('GET', `/api/v1/views/${made.json.id}`, { as })).json.isDefault
  expect([await isDefault(one), await isDefault(two)]).toEqual([false, true])
  await begin(two, null)
  expect(await isDefault(two)).toBe(false)
})
