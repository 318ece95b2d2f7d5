// The checklist over HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

const at = '/api/v1/onboardings'
const ask = (method: 'GET' | 'POST', route: string, body?: unknown) =>
  served.ask(method, `${at}/${route}`, { as: leader, ...(body === undefined ? {} : { body }) })

test('begun by hand, ticked, unticked, and counted over the portfolio', async () => {
  const account = await served.world.create('account', { name: 'Ferrous Foods' })
  const begun = await ask('POST', 'begin', { account, due_on: '2027-01-31' })
  expect(begun.status, begun.text).toBe(201)
  const { id } = begun.json
  expect((await ask('POST', 'begin', { account })).json).toEqual({ id, outcome: 'known', act: null })
  expect((await ask('GET', `${id}/checklist`)).json).toMatchObject({ id, done: 0, of: 6, dueOn: '2027-01-31' })
  expect((await ask('POST', `${id}/tick`, { item: 'lunch' })).status).toBe(400)
  const ticked = await ask('POST', `${id}/tick`, { item: 'kickoff_held', note: 'on site' })
  expect(ticked.json).toMatchObject({ done: 1, act: expect.any(String) })
  expect((await ask('POST', `${id}/tick`, { item: 'kickoff_held', done: false })).json).toMatchObject({ done: 0 })
  expect((await ask('GET', 'progress?open=true&owner=me')).json).toMatchObject({
    data: [{ id, account: { name: 'Ferrous Foods' } }],
    next: null,
  })
  expect((await ask('GET', 'progress?open=false')).json.data).toEqual([])
  expect((await ask('GET', 'progress?sort=name')).status).toBe(400)
  expect((await ask('GET', '01a1dea6-4100-7002-81fc-38a32efaae56/checklist')).status).toBe(404)
})
