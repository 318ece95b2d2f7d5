import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

test('a record is created, read, changed, deleted and restored', async () => {
  const { ask } = served
  const made = await ask('POST', '/api/v1/accounts', { as: leader, body: { name: 'North Pier', tier: 'standard' } })
  expect(made.status, made.text).toBe(201)
  expect(made.json).toMatchObject({ outcome: 'created', version: 1 })
  expect(made.headers['location']).toBe(`/api/v1/accounts/${made.json.id}`)
  const address = `/api/v1/accounts/${made.json.id}`

  const read = await ask('GET', address, { as: leader })
  expect(read.json).toMatchObject({ id: made.json.id, name: 'North Pier', tier: 'standard', version: 1 })

  const changed = await ask('PATCH', address, {
    as: leader,
    body: { tier: 'strategic' },
    headers: { 'if-match': String(read.headers['etag']) },
  })
  expect(changed.json).toMatchObject({ id: made.json.id, version: 2, outcome: 'updated' })
  const stale = await ask('PATCH', address, { as: leader, body: { tier: 'standard' }, headers: { 'if-match': '"1"' } })
  expect(stale.status).toBe(409)
  expect(stale.json).toMatchObject({ code: 'stale_version', yours: 1, ours: 2 })

  const whole = await ask('PATCH', address, {
    as: leader,
    body: { city: 'Lisbon' },
    headers: { prefer: 'return=representation' },
  })
  expect(whole.json).toMatchObject({ name: 'North Pier', city: 'Lisbon', version: 3 })

  expect((await ask('DELETE', address, { as: leader })).json).toMatchObject({ outcome: 'deleted' })
  expect((await ask('GET', address, { as: leader })).status).toBe(404)
  expect((await ask('POST', `${address}/restore`, { as: leader })).json).toMatchObject({ outcome: 'restored' })
  const history = await ask('GET', `${address}/history`, { as: leader })
  expect(history.json.data.map((item: { verb: string }) => item.verb)).toEqual([
    'restored',
    'deleted',
    'updated',
    'updated',
    'created',
  ])
  const sources = await ask('GET', `${address}/sources`, { as: leader })
  expect(sources.json.data.find((each: { field: string }) => each.field === 'city')).toMatchObject({ value: 'Lisbon' })
})
