// What a field was, one value put back, and bulk edits that are looked at before they are made.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let support: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  support = await served.key('support')
})
afterAll(() => served.close())

async function account(name: string): Promise<string> {
  const id = await served.world.create('account', { name, arr: { amount: 100, currency: 'USD' } })
  await served.world.create('ticket', { account: id, subject: 'Help', status: 'open' })
  return id
}
const change = (id: string, values: object) =>
  served.ask('PATCH', `/api/v1/accounts/${id}`, { as: leader, body: values })
const read = async (id: string, as = leader) => (await served.ask('GET', `/api/v1/accounts/${id}`, { as })).json

test('a field’s history lists its values, and an earlier one is put back by a change that can be undone', async () => {
  const id = await account('First Name')
  await change(id, { name: 'Second Name' })
  await change(id, { country: 'DE' })
  await change(id, { name: 'Third Name' })
  const path = `/api/v1/accounts/${id}/history/name`
  const { data } = (await served.ask('GET', path, { as: leader })).json
  expect(data.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
    ['Second Name', 'Third Name'],
    ['First Name', 'Second Name'],
    [null, 'First Name'],
  ])
  const body = { act: data[1].act, value: 'from', because: 'It was renamed by mistake' }
  const restored = await served.ask('POST', `${path}/restore`, { as: leader, body })
  expect(restored.json).toMatchObject({ outcome: 'updated' })
  expect(await read(id)).toMatchObject({ name: 'First Name', country: 'DE' })
  const again = (await served.ask('GET', path, { as: leader })).json.data[0]
  expect(again).toMatchObject({ from: 'Third Name', to: 'First Name', because: 'It was renamed by mistake' })
  await served.ask('POST', `/api/v1/changes/${restored.json.act}/undo`, { as: leader })
  expect(await read(id)).toMatchObject({ name: 'Third Name' })
})

test('a hidden field has no history, and its values are put back by nobody who may not', async () => {
  const id = await account('Hidden')
  const { act } = (await change(id, { arr: { amount: 55_500, currency: 'USD' } })).json
  const answers = await Promise.all(
    ['arr', 'qqq'].flatMap((field) =>
      (['GET', 'POST'] as const).map(async (method) => {
        const path = `/api/v1/accounts/${id}/history/${field}${method === 'POST' ? '/restore' : ''}`
        const answer = await served.ask(method, path, { as: support, ...(method === 'POST' ? { body: { act } } : {}) })
        return { status: answer.status, text: answer.text.replaceAll(field, '*') }
      }),
    ),
  )
  expect(answers.slice(0, 2)).toEqual(answers.slice(2))
  expect(answers[0]?.status).toBe(403)
  const named = (await served.ask('GET', `/api/v1/accounts/${id}/history/name`, { as: support })).json.data[0]
  const denied = await served.ask('POST', `/api/v1/accounts/${id}/history/name/restore`, {
    ...{ as: support, body: { act: named.act, value: 'to' } },
  })
  expect(denied.status).toBe(403)
})

test('a bulk edit is looked at cell by cell, nothing is written, and then it is one act that is undone in one', async () => {
  const ids = await Promise.all(['One', 'Two', 'Three'].map(account))
  const { userId } = await served.world.person('csm')
  const changes = [
    ...ids.map((id) => ({ verb: 'update', id, values: { owner: userId } })),
    { verb: 'update', id: ids[0], values: { renewal_date: 'never' } },
  ]
  const send = (more: object, as = leader) =>
    served.ask('POST', '/api/v1/accounts/bulk', { as, body: { changes, ...more } })
  const { json: shown } = await send({ preview: true })
  expect(shown.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    ...ids.map(() => 'updated'),
    'refused',
  ])
  expect(shown.changes.map(({ id, title, changed }: Record<string, unknown>) => ({ id, title, changed }))).toEqual(
    ids.map((id, i) => ({ id, title: ['One', 'Two', 'Three'][i], changed: { owner: [null, userId] } })),
  )
  for (const id of ids) expect(await read(id)).toMatchObject({ owner: null, version: 1 })
  const { json: done } = await send({ because: 'Ana leaves; Ben has the notes' })
  for (const id of ids) expect(await read(id)).toMatchObject({ owner: userId, version: 2 })
  const history = await served.ask('GET', `/api/v1/accounts/${ids[0]}/history`, { as: leader })
  expect(history.json.data[0]).toMatchObject({ act: done.act, because: 'Ana leaves; Ben has the notes' })
  expect((await served.ask('POST', `/api/v1/changes/${done.act}/undo`, { as: leader })).json.records).toBe(3)
  for (const id of ids) expect(await read(id)).toMatchObject({ owner: null })
  expect((await send({ preview: true }, support)).status).toBe(403)
})
