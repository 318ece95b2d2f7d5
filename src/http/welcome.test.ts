// What an empty workspace begins with: the demo company for those who may, nothing told to those who may not; and a person's tour.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workOnDemo } from '../welcome/index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let operations: string
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  operations = await served.key('cs_operations')
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

const look = async (as: string) => (await served.ask('GET', '/api/v1/welcome', { as })).json
const demo = (method: 'POST' | 'DELETE', as: string) => served.ask(method, '/api/v1/welcome/demo', { as, body: {} })
const work = () => workOnDemo(served.world, { workspace: served.world.workspace.id })
const waiting = async () => {
  const { rows } = await served.world.owner.query('select task_identifier from graphile_worker.jobs')
  return rows.map((row) => row.task_identifier)
}
const count = async (from: string) =>
  (await served.world.ask<{ n: number }>({ from, measure: { n: { count: '*' } } }))[0]?.n

test('the demo company comes into an empty workspace, for those who answer for its structure, and goes out again', async () => {
  expect(await look(operations)).toEqual({ isEmpty: true, demo: null, mayLoad: true })
  expect(await look(leader)).toMatchObject({ isEmpty: true, mayLoad: false })
  expect((await demo('POST', leader)).json).toMatchObject({ status: 403, code: 'not_allowed' })
  expect((await demo('DELETE', operations)).json).toMatchObject({ status: 409, code: 'no_demo_loaded' })
  expect(await waiting()).toEqual([])

  expect(await demo('POST', operations)).toMatchObject({ status: 202, json: { state: 'waiting', accounts: 100 } })
  expect((await demo('POST', operations)).json).toMatchObject({ state: 'waiting' })
  expect(await waiting()).toEqual(['demo-company'])
  await served.world.owner.query('update welcome.demo set accounts = 4')
  await work()
  const { isEmpty, demo: loaded } = await look(operations)
  expect(isEmpty).toBe(false)
  expect(loaded).toMatchObject({ state: 'loaded', endedAt: expect.any(String) })
  expect(loaded.records).toBeGreaterThan(100)
  expect(loaded.events).toBeGreaterThan(100)
  const held = await count('account')
  expect(held).toBeGreaterThanOrEqual(4)
  expect(await count('usage_day')).toBeGreaterThan(10)
  await work() // a job may run twice
  expect(await count('account')).toBe(held)

  const [account] = await served.world.ask<{ id: string }>({ from: 'account', select: ['id'], limit: 1 })
  await served.ask('PATCH', `/api/v1/accounts/${account?.id}`, { as: leader, body: { name: 'Ours Now' } })
  expect((await demo('POST', operations)).json).toMatchObject({ status: 409, code: 'workspace_not_empty' })
  expect((await demo('DELETE', leader)).status).toBe(403)
  expect((await demo('DELETE', operations)).json).toMatchObject({ state: 'leaving' })
  await work()
  expect(await look(operations)).toMatchObject({ demo: { state: 'gone' } })
  // What a colleague said of a record since stays with them.
  expect(await served.world.ask({ from: 'account', select: ['name'] })).toEqual([
    expect.objectContaining({ name: 'Ours Now' }),
  ])
  expect(await count('contact')).toBe(0)
  expect(await count('usage_day')).toBe(0)
})

test('who could neither load the demo nor bring in files is not told whether the workspace is empty', async () => {
  for (const role of ['csm', 'executive', 'support', 'finance'])
    expect((await served.ask('GET', '/api/v1/welcome', { as: await served.key(role) })).json).toMatchObject({
      status: 403,
      code: 'not_allowed',
    })
})

test('how far somebody has come in the tour is theirs, and over is over', async () => {
  const tour = async (as: string) => (await served.ask('GET', '/api/v1/me', { as })).json.tour
  const keep = (as: string, body: unknown) => served.ask('PUT' as 'POST', '/api/v1/me/tour', { as, body })
  const [ana, ben] = [await served.key('csm'), await served.key('csm')]
  expect(await tour(ana)).toEqual({ step: 0, isOver: false })
  expect((await keep(ana, { step: 3, isOver: false })).json).toEqual({ step: 3, isOver: false })
  expect(await tour(ana)).toEqual({ step: 3, isOver: false })
  expect(await tour(ben)).toEqual({ step: 0, isOver: false })
  await keep(ana, { step: 6, isOver: true })
  expect((await keep(ana, { step: 2, isOver: false })).json).toEqual({ step: 2, isOver: true })
  expect((await keep(ana, { step: 'two' })).status).toBe(400)
})
