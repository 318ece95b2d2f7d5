// Duplicates over HTTP, as people and programs of several roles ask for them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settle } from '../worker/index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let operations: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  operations = await served.key('cs_operations')
})
afterAll(() => served.close())
beforeEach(() => served.world.clock.advance(60_000))

const because = 'seen side by side'
const at = '/api/v1/duplicates'
const account = (name: string, values: Record<string, unknown> = {}) =>
  served.world.create('account', { name, ...values })
const post = (route: string, body: unknown, as = leader, headers = {}) =>
  served.ask('POST', `${at}/${route}`, { as, body, headers })
const queue = async (object = 'account', as = leader) =>
  (await served.ask('GET', `${at}?object=${object}`, { as })).json.data

test('what is asked for is looked for in the background, queued, explained, and merged by hand', async () => {
  const ids = [
    await account('Breakwater Systems GmbH', { domains: ['breakwater.example'], country: 'DE', city: 'Kiel' }),
    await account('Breakwater Systems', { domains: ['breakwater.example'], country: 'DE' }),
  ]
  served.world.clock.advance(1_000)
  const asked = await post('find', { object: 'account' })
  expect(asked.status, asked.text).toBe(202)
  expect(asked.headers['location']).toBe(`${at}?object=account`)
  await settle({ ...served.holdfast }, served.world.workspace.id)
  const [pair] = await queue()
  expect(pair).toMatchObject({ a: { id: ids[0] }, b: { id: ids[1], title: 'Breakwater Systems' } })

  const why = await served.ask('GET', `${at}/explain?object=account&a=${ids[0]}&b=${ids[1]}`, { as: leader })
  const { bits, parts } = why.json
  expect(sumOf(why.json)).toBe(bits)
  expect(bits).toBe(pair.bits)
  expect(parts).toContainEqual(
    expect.objectContaining({
      field: 'domain',
      level: 'same',
      values: [['breakwater.example'], ['breakwater.example']],
    }),
  )

  const compared = await served.ask('GET', `${at}/compare?object=account&ids=${ids}`, { as: leader })
  expect(compared.json.records.map((each: { id: string }) => each.id)).toEqual(ids)
  const shown = await post('preview', { object: 'account', ids, into: ids[1], choices: { name: { from: ids[0] } } })
  expect(shown.json).toMatchObject({ id: ids[1], merged: [ids[0]] })
  expect((await queue()).length).toBe(1)
  const merged = await post('merge', {
    object: 'account',
    ids,
    into: ids[1],
    choices: { name: { from: ids[0] } },
    because,
  })
  expect(merged.status, merged.text).toBe(200)
  expect(merged.json.fields).toContainEqual(
    expect.objectContaining({ field: 'name', value: 'Breakwater Systems GmbH', rule: 'chosen' }),
  )
  expect(await queue()).toEqual([])

  const from = await served.ask('GET', `${at}/merged?object=account&id=${ids[1]}`, { as: leader })
  expect(from.json.id).toBe(ids[1])
  const old = await served.ask('GET', `${at}/merged?object=account&id=${ids[0]}`, { as: leader })
  expect(old.json).toEqual(from.json)
  expect(from.json.data).toEqual([
    expect.objectContaining({
      act: merged.json.act,
      because,
      records: [{ id: ids[0], title: 'Breakwater Systems GmbH' }],
    }),
  ])
  const parted = await post('unmerge', { act: merged.json.act, because: 'they are two after all' })
  expect(parted.json).toMatchObject({ id: ids[1], restored: [ids[0]], questions: [] })
  expect((await served.ask('GET', `${at}/merged?object=account&id=${ids[1]}`, { as: leader })).json.data).toEqual([])
})

test('a merge repeated under its key is done once and answered alike, and the key is good for nothing else', async () => {
  const ids = [await account('Once A'), await account('Once B')]
  const headers = { 'idempotency-key': 'merge-once' }
  const first = await post('merge', { object: 'account', ids, because }, leader, headers)
  expect(first.status, first.text).toBe(200)
  const again = await post('merge', { object: 'account', ids, because }, leader, headers)
  expect(again.json).toEqual(first.json)
  const other = await post('merge', { object: 'account', ids, because: 'another reason' }, leader, headers)
  expect(other.json).toMatchObject({ status: 422, code: 'idempotency_conflict' })
  expect((await post('merge', { object: 'account', ids, because })).json).toMatchObject({ code: 'nothing_to_merge' })
})

test('the same merge sent twice at once is one merge', async () => {
  const ids = [await account('Twice A'), await account('Twice B')]
  const send = () => post('merge', { object: 'account', ids, because }, leader, { 'idempotency-key': 'merge-twice' })
  const both = await Promise.all([send(), send()])
  const done = both.filter((each) => each.status === 200)
  expect(done.length).toBeGreaterThanOrEqual(1)
  expect(new Set(done.map((each) => each.json.act)).size).toBe(1)
  const merges = await served.ask('GET', `${at}/merged?object=account&id=${done[0]?.json.id}`, { as: leader })
  expect(merges.json.data).toHaveLength(1)
})

test('two that are never to be one are refused with the reason, until somebody takes that back', async () => {
  const [a, b] = [await account('Harbour North'), await account('Harbour South')]
  expect((await post('never', { object: 'account', a, b, because: 'two companies' })).json).toMatchObject({
    as: 'never',
  })
  const refused = await post('merge', { object: 'account', ids: [a, b], because })
  expect(refused.status).toBe(409)
  expect(refused.json).toMatchObject({ code: 'never_merge', because: 'two companies' })
  expect((await post('reopen', { object: 'account', a, b, because: 'a mistake' })).json).toMatchObject({ as: 'open' })
  expect((await post('merge', { object: 'account', ids: [a, b], because })).status).toBe(200)
})

test('what only a person can say is asked as a problem, and nothing is done before the answer', async () => {
  const [a, b] = [await account('Asked A'), await account('Asked B')]
  const { act } = (await post('merge', { object: 'account', ids: [a, b], because })).json
  served.world.clock.advance(1_000)
  const note = await served.world.create('task', { name: 'Call them', account: a, status: 'open' })
  const asked = await post('unmerge', { act })
  expect(asked.json).toMatchObject({ status: 409, code: 'answers_needed', object: 'account', id: a })
  const answers = Object.fromEntries(asked.json.questions.map((each: { key: string }) => [each.key, b]))
  const parted = await post('unmerge', { act, answers })
  expect(parted.json).toMatchObject({ restored: [b] })
  const moved = await served.ask('GET', `/api/v1/tasks/${note}`, { as: leader })
  expect(moved.json.account).toBe(b)
})

test('who may not see both learns nothing, who may not change them decides nothing', async () => {
  const secret = 'Zylographic Holdings'
  const ids = [await account(secret), await account(`${secret} Ltd`)]
  const job = {
    kind: 'job',
    workspace: served.world.workspace.id,
    id: 'finder',
    via: 'job',
    because: 'looking',
  } as const
  await served.holdfast.duplicates.record(job, 'account', [{ a: ids[0] ?? '', b: ids[1] ?? '', bits: 9, vector: null }])
  const [csm, executive, sales] = [await served.key('csm'), await served.key('executive'), await served.key('sales')]
  for (const as of [csm, executive]) {
    for (const route of [
      `?object=account`,
      `/compare?object=account&ids=${ids}`,
      `/explain?object=account&a=${ids[0]}&b=${ids[1]}`,
      `/merged?object=account&id=${ids[0]}`,
    ]) {
      const { text } = await served.ask('GET', `${at}${route}`, { as })
      expect(text).not.toContain('Zylographic')
    }
    for (const route of ['preview', 'merge'])
      expect((await post(route, { object: 'account', ids, because }, as)).status).not.toBe(200)
  }
  expect(await queue('account', sales)).toContainEqual(expect.objectContaining({ bits: 9 }))
  expect((await post('merge', { object: 'account', ids, because }, sales)).json).toMatchObject({ code: 'not_allowed' })
  expect((await served.ask('GET', `${at}?object=account`, {})).status).toBe(401)
})

test('what somebody may not read weighs in without a name or a value, and the sum holds', async () => {
  const names = { rows: 'all', read: ['general'], write: [], verbs: ['list', 'measure'] }
  await served.world.owner.query('insert into access.role (workspace_id, name, definition) values ($1, $2, $3)', [
    served.world.workspace.id,
    'names_only',
    { describe: 'Names of people, and nothing of how to reach them.', objects: { contact: names }, administers: [] },
  ])
  const reader = await served.key('names_only')
  const person = (name: string) => served.world.create('contact', { name, email: 'otilia@zyx-secret.example' })
  const [a, b] = [await person('Otilia Brandão'), await person('Otília Brandao')]
  const job = {
    kind: 'job',
    workspace: served.world.workspace.id,
    id: 'finder',
    via: 'job',
    because: 'a test',
  } as const
  await served.holdfast.duplicates.find(job, { object: 'contact', mergeFrom: null })
  const explain = (as: string) => served.ask('GET', `${at}/explain?object=contact&a=${a}&b=${b}`, { as })
  const [whole, cut] = [await explain(leader), await explain(reader)]
  expect(fieldsOf(whole.json)).toContain('email')
  expect(fieldsOf(cut.json)).not.toContain('email')
  expect(fieldsOf(cut.json)).toContain(null)
  expect(cut.text).not.toContain('zyx-secret')
  expect(cut.json.bits).toBe(whole.json.bits)
  for (const { json } of [whole, cut]) expect(sumOf(json)).toBe(json.bits)
})

type Told = { prior: number; parts: { field: string | null; bits: number; rarityBits: number }[] }
const fieldsOf = ({ parts }: Told) => parts.map(({ field }) => field)
const sumOf = ({ prior, parts }: Told) => parts.reduce((sum, part) => sum + part.bits + part.rarityBits, prior)

test('the finder is set to work by who may put every record in order, its threshold by who administers', async () => {
  const csm = await served.key('csm')
  expect((await post('find', { object: 'account' }, csm)).json).toMatchObject({ status: 403, code: 'not_allowed' })
  expect((await post('find', { object: 'account', mergeFrom: 30 })).json).toMatchObject({ code: 'not_allowed' })
  expect((await post('find', { object: 'ticket' })).json).toMatchObject({ code: 'unreadable_request' })
  expect((await post('settings', { object: 'account', mergeFrom: 30 })).json).toMatchObject({ code: 'not_allowed' })
  const set = await post('settings', { object: 'account', mergeFrom: 30 }, operations)
  expect(set.json).toMatchObject({ account: { mergeFrom: 30 }, contact: { mergeFrom: null } })
  expect((await served.ask('GET', `${at}/settings`, { as: leader })).json).toEqual(set.json)
  expect((await served.ask('GET', `${at}/settings`, { as: csm })).status).toBe(403)
  expect((await post('settings', { object: 'account', mergeFrom: -3 }, operations)).status).toBeGreaterThanOrEqual(400)
})

test('weights are learned in the background and put to use by who administers', async () => {
  const [csm, weights] = [await served.key('csm'), `${at}/weights?object=account`]
  expect((await post('learn', { object: 'account' }, csm)).json).toMatchObject({ status: 403, code: 'not_allowed' })
  expect((await served.ask('GET', weights, { as: csm })).json).toMatchObject({ code: 'not_allowed' })
  expect((await post('learn', { object: 'account' }, operations)).json).toEqual({ object: 'account', weights })
  const shipped = (await served.ask('GET', weights, { as: operations })).json
  expect(shipped).toMatchObject({ object: 'account', use: 'shipped', lesson: null })
  const use = await post('weights', { object: 'account', use: 'learned' }, operations)
  expect(use.json).toMatchObject({ status: 409, code: 'nothing_learned' })
})

test('an order that is not understood says where', async () => {
  for (const [route, body, place] of [
    ['merge', { object: 'account', ids: ['x', 'y'] }, 'because'],
    ['merge', { object: 'account', ids: 'x', because }, 'ids'],
    ['never', { object: 'account', a: 'x', because }, 'b'],
    ['unmerge', {}, ''],
  ] as const) {
    const { status, json } = await post(route, body)
    expect([status, json.code]).toEqual([400, 'unreadable_request'])
    expect(json.detail).toContain(place)
  }
  expect((await served.ask('GET', `${at}?object=account&limit=0`, { as: leader })).status).toBe(400)
  expect((await served.ask('GET', `${at}/compare?object=account&ids=nobody`, { as: leader })).json.code).toBe(
    'record_unavailable',
  )
})

test('every route of duplicates is in the document for programs, and none more', async () => {
  const { json } = await served.ask('GET', '/api/v1/openapi.json', { as: leader })
  const told = Object.entries(json.paths as Record<string, object>)
    .filter(([path]) => path.startsWith(at))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`))
  for (const each of told) {
    const [method = '', url = ''] = each.split(' ')
    expect(served.app.hasRoute({ method: method.toUpperCase() as 'GET', url }), each).toBe(true)
  }
  const tree = served.app.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n')
  const first = tree.findIndex((line) => line.includes(`${at} (`))
  const after = tree.slice(first + 1).findIndex((line) => !line.startsWith('│ '))
  const methods = tree.slice(first, first + 1 + after).flatMap((line) => line.match(/GET|POST|PATCH|DELETE|PUT/g) ?? [])
  expect(methods).toHaveLength(told.length)
})

test('the id of a merged record is answered with the record of today, also on its page; who may not see that learns nothing', async () => {
  const [stays = '', goes = ''] = [await account('Old Pier Ltd'), await account('Old Pier Limited')]
  await post('merge', { object: 'account', ids: [stays, goes], into: stays, because })
  const read = await served.ask('GET', `/api/v1/accounts/${goes}?select=name`, { as: leader })
  expect(read.json).toMatchObject({ id: stays })
  const page = await served.ask('GET', `/api/v1/accounts/${goes}/360`, { as: leader })
  expect(page.json.account.id).toBe(stays)
  const stranger = await served.key('csm')
  expect((await served.ask('GET', `/api/v1/accounts/${goes}`, { as: stranger })).status).toBe(404)
  expect((await served.ask('GET', `/api/v1/accounts/${goes}/360`, { as: stranger })).status).toBe(404)
})
