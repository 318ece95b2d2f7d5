// A handoff over HTTP, as sales and customer success send it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let sales: string
let leader: string
let csm: string
beforeAll(async () => {
  served = await serveWorld()
  sales = await served.key('sales')
  leader = await served.key('cs_leader')
  csm = (await served.world.person('csm', 'Carla CSM')).userId
})
afterAll(() => served.close())
beforeEach(() => served.world.clock.advance(60_000))

const at = '/api/v1/handoffs'
const send = (route: string, body: unknown, as = sales, headers = {}) =>
  served.ask('POST', `${at}/${route}`, { as, body, headers })

const complete = () => ({
  renewal_date: '2027-12-01',
  arr: { amount: 1_200_000, currency: 'MYR' },
  csm,
  primary_name: 'Aisyah Rahman',
  primary_email: 'aisyah@teluk.example',
  primary_role: 'champion',
  use_case: 'Claims in one place',
  success_criteria: 'Days per claim: 12 -> 4',
  promises: 'none',
})

test('from the form to the account: begun once, refused with a sentence for each field, returned, accepted once', async () => {
  const opportunity = await served.world.create('opportunity', {
    account: await served.world.create('account', { name: 'Teluk Claims' }),
    name: 'Teluk first year',
    stage: 'closed_won',
  })
  const begun = await send('begin', { opportunity })
  expect(begun.status, begun.text).toBe(201)
  const { id } = begun.json
  expect(begun.headers['location']).toBe(`${at}/${id}`)
  expect((await send('begin', { opportunity })).json).toEqual({ id, outcome: 'known', act: null })

  const refused = await send(`${id}/submit`, {})
  expect(refused.status).toBe(422)
  expect(refused.json).toMatchObject({ code: 'handoff_incomplete' })
  expect(refused.json.missing.map(({ field }: { field: string }) => field)).toContain('renewal_date')
  const saved = await served.ask('PATCH', `${at}/${id}`, { as: sales, body: complete() })
  expect(saved.status, saved.text).toBe(200)
  const form = await served.ask('GET', `${at}/${id}/form`, { as: sales })
  expect(form.json).toMatchObject({ missing: [], may: { submit: true, accept: false } })
  expect((await send(`${id}/submit`, undefined)).json).toMatchObject({ state: 'submitted' })
  expect((await send(`${id}/return`, {}, leader)).status).toBe(400)
  expect((await send(`${id}/return`, { reasons: 'Who decides?' }, leader)).json).toMatchObject({ state: 'returned' })
  expect((await send(`${id}/accept`, {}, leader)).status).toBe(409)
  await send(`${id}/submit`, {})
  expect((await send(`${id}/accept`, {}, sales)).status).toBe(403)
  const headers = { 'idempotency-key': 'accept-1' }
  const accepted = await send(`${id}/accept`, {}, leader, headers)
  expect(accepted.status, accepted.text).toBe(200)
  expect((await send(`${id}/accept`, {}, leader, headers)).json).toEqual(accepted.json)
  expect(accepted.json.made.map(({ object }: { object: string }) => object)).toEqual([
    'account',
    'contact',
    'account_contact',
    'contract',
    'objective',
    'objective',
    'task',
    'task',
    'onboarding',
    'interaction',
    'handoff',
  ])
  const page = await served.ask('GET', `/api/v1/accounts/${accepted.json.account}/360`, { as: leader })
  expect(page.json.timeline[0]).toMatchObject({ kind: expect.stringMatching(/interaction|change/) })
  expect(page.json.account.interactions[0]).toMatchObject({ subject: 'Handoff of Teluk Claims accepted' })
  expect((await send(`${id}/rate`, { usefulness: 6 }, leader)).status).toBe(400)
  expect((await send(`${id}/rate`, { usefulness: 5 }, leader)).status).toBe(200)
  expect((await served.ask('GET', `${at}/figures`, { as: leader })).json.accepted).toMatchObject({ usefulness: 5 })
})

test('by the routes that write records, steps are refused in bulk, in a record of its own and in a change of one', async () => {
  const values = { customer: 'Sneaky', ...complete(), renewal_date: null, accepted_at: '2026-11-15T10:00:00Z' }
  const created = await served.ask('POST', at, { as: leader, body: values })
  expect(created.status).toBe(422)
  const { id } = (await send('begin', { customer: 'Sneaky' }, leader)).json
  expect((await served.ask('PATCH', `${at}/${id}`, { as: leader, body: values })).status).toBe(422)
  const bulk = await served.ask('POST', `${at}/bulk`, {
    as: leader,
    body: { changes: [{ verb: 'upsert', source: { system: 'crm', localId: 'h1' }, values }] },
  })
  expect(bulk.json.results[0]).toMatchObject({ outcome: 'refused' })
  expect((await served.ask('GET', `${at}/${id}`, { as: leader })).json).toMatchObject({
    state: 'draft',
    accepted_at: null,
  })
})

test('who may not see handoffs is told that there are none', async () => {
  const support = await served.key('support')
  const { id } = (await send('begin', { customer: 'Hidden Bay' }, leader)).json
  const missing = await served.ask('GET', `${at}/01a1dea6-4100-7002-81fc-38a32efaae56/form`, { as: support })
  const hidden = await served.ask('GET', `${at}/${id}/form`, { as: support })
  expect(hidden.status).toBe(404)
  expect(hidden.text.replaceAll(id, 'ID')).toBe(missing.text.replaceAll('01a1dea6-4100-7002-81fc-38a32efaae56', 'ID'))
  expect((await served.ask('POST', `${at}/${id}/accept`, { as: support, body: {} })).status).toBe(404)
})
