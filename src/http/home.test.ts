// The first page of the day, for each by what they may see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let ana: string
let anaKey: string
let ben: string
const names = (rows: { name: string }[]) => rows.map(({ name }) => name).sort()

beforeAll(async () => {
  served = await serveWorld()
  const { world } = served
  ana = (await world.person('csm', 'Ana Prado')).userId
  ben = (await world.person('csm', 'Ben Okoro')).userId
  anaKey = (await world.admin.createKey(world.workspace.id, { name: 'ana', roles: ['csm'], userId: ana })).key
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const calm = await world.create('account', {
    ...{ name: 'Calm', owner: ana, arr: usd(100), renewal_date: '2027-06-01', lifecycle_stage: 'value' },
  })
  const hot = await world.create('account', {
    ...{ name: 'Hot', owner: ana, arr: usd(300), renewal_date: '2026-12-01', lifecycle_stage: 'value' },
  })
  await world.create('account', { name: 'Gone', owner: ana, lifecycle_stage: 'churned' })
  await world.create('account', { name: 'His', owner: ben, arr: usd(50), renewal_date: '2026-12-05' })
  const contact = await world.create('contact', { name: 'Rui Sá', last_verified_on: '2025-01-01' })
  await world.create('account_contact', { account: calm, contact, roles: [], is_primary: true, is_current: true })
  await world.create('interaction', {
    ...{ account: calm, kind: 'call', subject: 'Bare', happened_at: '2026-11-10T09:00:00Z', author: ana },
  })
  await world.create('ticket', { account: hot, subject: 'Down', status: 'open', is_escalated: true })
  await world.create('survey_response', {
    ...{ account: hot, survey: 's', kind: 'nps', score: 2, responded_at: '2026-11-01T09:00:00Z' },
  })
  for (const [name, due_on] of [
    ['Late', '2026-11-10'],
    ['Now', '2026-11-15'],
    ['Later', '2026-11-20'],
  ])
    await world.create('task', { name, due_on, owner: ana, account: hot, status: 'open' })
})
afterAll(() => served.close())

const home = async (as: string, query = '') => {
  const { status, json, text } = await served.ask('GET', `/api/v1/home${query}`, { as })
  expect(status, text).toBe(200)
  return json
}

test('a CSM sees what is due, which of their accounts is at risk and why, what renews, and what is to be mended', async () => {
  const page = await home(anaKey)
  expect(page.kind).toBe('csm')
  expect([names(page.tasks.overdue), names(page.tasks.today)]).toEqual([['Late'], ['Now']])
  expect(page.atRisk).toMatchObject([
    { account: { name: 'Hot' }, reasons: ['renewal_soon', 'detractor', 'escalated_ticket', 'silence'] },
  ])
  expect(page.renewals).toMatchObject([{ week: '2026-11-30', accounts: [{ name: 'Hot' }] }])
  expect(page.callsWithoutNotes).toMatchObject([{ subject: 'Bare' }])
  expect(names(page.toMend.no_primary_contact.items)).toEqual(['Hot'])
  expect(names(page.toMend.stale_contact.items)).toEqual(['Rui Sá'])
  expect(page.toMend.no_arr).toEqual({ items: [], isMore: false })
  expect(JSON.stringify(page)).not.toMatch(/His|Gone/)
})

test('a leader sees the portfolio by CSM and its total', async () => {
  const page = await home(await served.key('cs_leader'))
  expect(page.kind).toBe('leader')
  const of = (id: string) => page.portfolios.find(({ owner }: { owner: { id: string } | null }) => owner?.id === id)
  expect(of(ana)).toMatchObject({
    ...{ owner: { name: 'Ana Prado' }, accounts: 2, renewing: 1, escalatedTickets: 1, overdueTasks: 1 },
    arr: [{ amount: 400, currency: 'USD' }],
    renewingArr: [{ amount: 300, currency: 'USD' }],
  })
  expect(page.total).toMatchObject({ accounts: 3, arr: [{ amount: 450, currency: 'USD' }] })
})

test('an executive sees groups alone, and small ones are held back', async () => {
  const executive = await served.key('executive')
  const page = await home(executive)
  expect(page.kind).toBe('executive')
  expect(page.total).toEqual({ rows: [], isHeldBack: true })
  expect(JSON.stringify(page)).not.toMatch(/Hot|Calm/)
  const { world } = served
  for (const [tier, many] of [
    ['standard', 6],
    ['enterprise', 7],
    ['strategic', 8],
  ] as const)
    for (let i = 0; i < many; i++)
      await world.create('account', { name: `${tier} ${i}`, arr: { amount: 10, currency: 'EUR' }, tier })
  expect((await home(executive)).byTier.rows).toContainEqual({ tier: 'strategic', currency: 'EUR', arr: 80, n: 8 })
  expect(await home(executive, '?kind=csm')).toMatchObject({ kind: 'csm', tasks: null, renewals: null, atRisk: [] })
})

test('a reason that a reader may not know is never given', async () => {
  const support = await served.key('support')
  const page = await home(support)
  const reasons = new Set(page.atRisk.flatMap((each: { reasons: string[] }) => each.reasons))
  expect([...reasons]).toEqual(['escalated_ticket'])
  expect(JSON.stringify(page)).not.toMatch(/"arr"|renewal_/)
})
