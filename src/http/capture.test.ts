// Quick capture over HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let account: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  account = await served.world.create('account', { name: 'Marlin Cold Chain' })
})
afterAll(() => served.close())

const capture = (body: unknown, headers = {}, as = leader) =>
  served.ask('POST', '/api/v1/capture/interaction', { as, body, headers })

test('a meeting with a new person and a task is one request, done once under its key, and undone in one', async () => {
  const body = {
    account,
    kind: 'meeting',
    notes: 'Quarterly plan',
    attendees: [{ name: 'Lia Tan', email: 'lia@marlin.example' }],
    action_items: [{ name: 'Send the plan', due_on: '2026-12-01' }],
  }
  const headers = { 'idempotency-key': 'meeting-1' }
  const first = await capture(body, headers)
  expect(first.status, first.text).toBe(201)
  expect(first.headers['location']).toBe(`/api/v1/interactions/${first.json.interaction}`)
  served.world.clock.advance(5_000)
  expect((await capture(body, headers)).json).toEqual(first.json)
  expect((await capture({ ...body, notes: 'Another' }, headers)).json).toMatchObject({ code: 'idempotency_conflict' })
  const tasks = await served.world.ask({ from: 'task', where: { field: 'account', op: 'is', value: account } })
  expect(tasks).toHaveLength(1)
  const undone = await served.ask('POST', `/api/v1/changes/${first.json.act}/undo`, { as: leader, body: {} })
  expect(undone.json).toMatchObject({ records: 5, untouched: 0 })
})

test('what is wrong is a problem that names its place', async () => {
  expect((await capture({ account, kind: 'call', mood: 'fine' })).status).toBe(400)
  const refused = await capture({ account, kind: 'call', action_items: [{ name: 'x', due_on: 'soon' }] })
  expect(refused.status).toBe(422)
  expect(refused.json.faults).toMatchObject([{ field: 'action_items.0.due_on', code: 'invalid_date' }])
})

test('somebody met becomes a contact, and is told where they are', async () => {
  const body = { account, name: 'Omar Diaz', email: 'omar@marlin.example' }
  const met = await served.ask('POST', '/api/v1/capture/contact', { as: leader, body })
  expect(met.status, met.text).toBe(201)
  expect(met.headers['location']).toBe(`/api/v1/contacts/${met.json.contact}`)
  expect((await served.ask('POST', '/api/v1/capture/contact', { as: leader, body })).json).toMatchObject({
    act: null,
    contact: met.json.contact,
    outcome: 'known',
  })
})

test('every route of handoffs and capture stands in the document', async () => {
  const { json } = await served.ask('GET', '/api/v1/openapi.json', { as: leader })
  for (const schema of ['handoff_form', 'captured', 'met_contact'])
    expect(json.components.schemas[schema], schema).toBeDefined()
  for (const path of ['handoffs/begin', 'handoffs/{id}/accept', 'capture/interaction', 'capture/contact'])
    expect(json.paths[`/api/v1/${path}`]?.post, path).toBeDefined()
})
