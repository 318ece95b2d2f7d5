// Comments, whom they reach, and what people are told of.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle } from '../worker/index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let quay: string
let far: string
let ana: Person
let ben: Person
let support: Person
type Person = { id: string; key: string; name: string }

beforeAll(async () => {
  served = await serveWorld()
  const { world } = served
  ana = await person('csm', 'Ana Prado')
  ben = await person('csm', 'Ben Okoro')
  support = await person('support', 'Siti Rahman')
  quay = await world.create('account', { name: 'Quay Nine', owner: ana.id })
  far = await world.create('account', { name: 'Far Shore', owner: ben.id })
  await world.create('ticket', { account: quay, subject: 'Login fails', status: 'open' })
})
afterAll(() => served.close())

async function person(role: string, name: string): Promise<Person> {
  const { world } = served
  const { userId } = await world.person(role, name)
  const { key } = await world.admin.createKey(world.workspace.id, { name, roles: [role], userId })
  return { id: userId, key, name }
}

const write = (by: Person, record: string, body: string, more: object = {}) =>
  served.ask('POST', '/api/v1/comments', { as: by.key, body: { object: 'account', record, body, ...more } })
const read = async (by: Person, record: string) =>
  served.ask('GET', `/api/v1/comments?object=account&record=${record}`, { as: by.key })
const inbox = async (of: Person) => (await served.ask('GET', '/api/v1/notifications', { as: of.key })).json
const send = (by: Person, method: 'PUT' | 'DELETE', url: string, payload?: object) =>
  served.app.inject({ method, url, headers: { authorization: `Bearer ${by.key}` }, ...(payload ? { payload } : {}) })
const settled = () => settle(served.holdfast, served.world.workspace.id)

test('a mention reaches who may see the record; of others the writer is told, and they hear nothing', async () => {
  const written = await write(ana, quay, `Please look, @[${support.id}] and @[${ben.id}].`)
  expect(written.status, written.text).toBe(201)
  expect(written.json.unreached).toEqual([{ id: ben.id, name: 'Ben Okoro' }])
  expect(written.json.comment).toMatchObject({ isMine: true, author: { name: 'Ana Prado' }, version: 1 })
  expect(written.json.comment.people).toEqual({ [support.id]: 'Siti Rahman', [ben.id]: 'Ben Okoro' })
  expect(await inbox(ben)).toMatchObject({ data: [], unread: 0 })
  const told = await inbox(support)
  expect(told.unread).toBe(1)
  expect(told.data[0]).toMatchObject({
    kind: 'mention',
    isRead: false,
    record: { object: 'account', id: quay, title: 'Quay Nine' },
    by: { kind: 'user', id: ana.id, name: 'Ana Prado' },
  })
  expect(told.data[0].comment.excerpt).toContain('Please look')
  expect(await inbox(ana)).toMatchObject({ data: [], unread: 0 })
})

test('comments of a record that one may not see answer as those of none', async () => {
  const nobody = '01a1dea6-4100-7005-8cf2-3fee38ef1fd6'
  const [theirs, none] = await Promise.all([read(ben, quay), read(ben, nobody)])
  expect(theirs.status).toBe(404)
  expect(theirs.text.replaceAll(quay, '*')).toBe(none.text.replaceAll(nobody, '*'))
  expect((await write(ben, quay, 'Hello')).status).toBe(404)
  const { data } = (await read(ana, quay)).json
  for (const method of ['PATCH', 'DELETE'] as const) {
    const of = (id: string) =>
      served.ask(method, `/api/v1/comments/${id}`, {
        as: ben.key,
        ...(method === 'PATCH' ? { body: { body: 'Mine', version: 1 } } : {}),
      })
    const [seen, unseen] = await Promise.all([of(data[0].id), of(nobody)])
    expect(seen.text.replaceAll(data[0].id, '*')).toBe(unseen.text.replaceAll(nobody, '*'))
  }
})

test('an internal comment, and one on a change of a hidden field, are for who reads such', async () => {
  const lead = await person('cs_leader', 'Lea Wong')
  await write(lead, quay, 'They are difficult.', { isInternal: true })
  const { act } = await served.world.records.change(served.world.operator, 'account', [
    { verb: 'update', id: quay, values: { arr: { amount: 77_000, currency: 'USD' } } },
  ])
  const onChange = await write(lead, quay, 'Down by half.', { act })
  expect(onChange.status, onChange.text).toBe(201)
  const bodies = async (by: Person) => (await read(by, quay)).json.data.map((each: { body: string }) => each.body)
  expect(await bodies(lead)).toEqual(expect.arrayContaining(['They are difficult.', 'Down by half.']))
  for (const body of ['They are difficult.', 'Down by half.']) expect(await bodies(support)).not.toContain(body)
  const refused = await write(support, quay, 'Why?', { act })
  expect(refused.json).toMatchObject({ status: 404, code: 'record_unavailable' })
})

test('its author edits a comment, by version, and what it said is kept; deleted, nothing of it is shown', async () => {
  const { json } = await write(ana, quay, 'First words')
  const { id } = json.comment
  const edit = (by: Person, body: object) => served.ask('PATCH', `/api/v1/comments/${id}`, { as: by.key, body })
  expect((await edit(support, { body: 'Not mine', version: 1 })).status).toBe(403)
  const edited = await edit(ana, { body: `Better words, @[${support.id}]`, version: 1 })
  expect(edited.json.comment).toMatchObject({ version: 2, body: `Better words, @[${support.id}]` })
  expect((await edit(ana, { body: 'Late', version: 1 })).json).toMatchObject({ code: 'stale_version', ours: 2 })
  const history = await served.ask('GET', `/api/v1/comments/${id}/history`, { as: ana.key })
  expect(history.json.data.map((each: { body: string }) => each.body)).toEqual(['First words'])
  expect((await inbox(support)).data.map((each: { comment: { id: string } | null }) => each.comment?.id)).toContain(id)
  expect((await served.ask('DELETE', `/api/v1/comments/${id}`, { as: ana.key })).status).toBe(204)
  const shown = (await read(ana, quay)).json.data.find((each: { id: string }) => each.id === id)
  expect(shown).toMatchObject({ isDeleted: true, body: null, people: {} })
  expect(JSON.stringify(await inbox(support))).not.toContain(id)
  expect((await served.ask('GET', `/api/v1/comments/${id}/history`, { as: ana.key })).status).toBe(404)
})

test('who follows a record is told of comments and of changes they may read, until they look or may see it no more', async () => {
  const { world } = served
  const record = await world.create('account', { name: 'Followed', owner: ana.id })
  const ticket = await world.create('ticket', { account: record, subject: 'Slow', status: 'open' })
  expect((await send(support, 'PUT', '/api/v1/followers', { object: 'account', record })).statusCode).toBe(204)
  expect((await send(ben, 'PUT', '/api/v1/followers', { object: 'account', record })).statusCode).toBe(404)
  const change = (values: object) =>
    world.records.change(world.operator, 'account', [{ verb: 'update', id: record, values: { ...values } }])
  const own = async () =>
    (await inbox(support)).data.filter((each: { record: { id: string } }) => each.record.id === record)
  await change({ arr: { amount: 1_000, currency: 'USD' } })
  await settled()
  expect(await own()).toEqual([])
  await change({ name: 'Followed Ltd' })
  await change({ name: 'Followed Inc' })
  await settled()
  await settled()
  expect(await own()).toMatchObject([{ kind: 'changed', count: 2, isRead: false }])
  await served.ask('POST', '/api/v1/notifications/read', { as: support.key, body: { all: true } })
  expect((await served.ask('GET', '/api/v1/notifications/count', { as: support.key })).json).toEqual({ unread: 0 })
  await write(ana, record, 'News')
  expect(await own()).toMatchObject([{ kind: 'comment' }, { kind: 'changed', isRead: true }])
  await world.records.change(world.operator, 'ticket', [{ verb: 'delete', id: ticket }])
  expect(await own()).toEqual([])
})

test('whoever is given tasks or accounts is told once for each act, however often the job runs, and not of their own doing', async () => {
  const { world } = served
  const cleo = await person('csm', 'Cleo Tan')
  const changes = [1, 2, 3].map((i) => ({ verb: 'create' as const, values: { name: `Call ${i}`, owner: cleo.id } }))
  const { act } = await world.records.change(world.operator, 'task', changes)
  await world.records.change(world.operator, 'account', [{ verb: 'update', id: far, values: { owner: cleo.id } }])
  await served.ask('POST', '/api/v1/tasks', { as: cleo.key, body: { name: 'My own', owner: cleo.id } })
  await settled()
  await served.holdfast.collaboration.tellOwners({ workspace: world.workspace.id, act: act ?? '', object: 'task' })
  const { data } = await inbox(cleo)
  const told = data.map((each: { kind: string; count: number; record: { object: string } }) => [
    each.kind,
    each.count,
    each.record.object,
  ])
  expect(told).toEqual([
    ['assigned', 1, 'account'],
    ['assigned', 3, 'task'],
  ])
})

test('who hands accounts on may say why: it reaches whoever has them now, and whoever had them, of which they may see no more', async () => {
  const { world } = served
  const [from, to] = [await person('csm', 'Dara Lim'), await person('csm', 'Eli Roth')]
  const lead = await person('cs_leader', 'Lena Fuchs')
  const accounts = await Promise.all(
    ['Handed One', 'Handed Two'].map((name) => world.create('account', { name, owner: from.id })),
  )
  await settled()
  const changes = accounts.map((id) => ({ verb: 'update', id, values: { owner: to.id } }))
  const body = { changes, because: 'Dara is on leave until May; both renew in spring.' }
  expect((await served.ask('POST', '/api/v1/accounts/bulk', { as: lead.key, body })).status).toBe(200)
  await settled()
  const newest = async (of: Person) => (await inbox(of)).data[0]
  expect(await newest(to)).toMatchObject({
    ...{ kind: 'assigned', count: 2, note: body.because, record: { title: 'Handed One' } },
  })
  expect(await newest(from)).toMatchObject({ kind: 'released', count: 2, note: body.because, record: null })
  expect((await inbox(lead)).data).toEqual([])
})

test('other rooms tell people of something once', async () => {
  const { world, holdfast } = served
  const telling = {
    to: [ana.id, ben.id, ben.id],
    kind: 'handoff',
    key: 'handoff:1',
    object: 'account',
    record: quay,
  } as const
  await holdfast.collaboration.notifications.tell(world.operator, telling)
  await holdfast.collaboration.notifications.tell(world.operator, telling)
  const handoffs = async (of: Person) =>
    (await inbox(of)).data.filter(({ kind }: { kind: string }) => kind === 'handoff').length
  expect([await handoffs(ana), await handoffs(ben)]).toEqual([1, 0]) // Ben may not see the account
})
