import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { type AccountList, account360, accountLists } from './index.ts'

let world: World
let account: string
beforeAll(async () => {
  world = await openWorld()
  const { create } = world
  account = await create('account', {
    name: 'Harbour Mill',
    arr: { amount: 1_200_000, currency: 'USD' },
    renewal_date: '2027-01-31',
    internal_note: 'hard to please',
  })
  for (let i = 0; i < 10; i++) {
    const contact = await create('contact', { name: `Person ${i}`, email: `p${i}@harbourmill.example` })
    await create('account_contact', { account, contact, is_primary: i === 3, stance: 'champion' })
  }
  for (const [i, status] of (['open', 'solved', 'new'] as const).entries())
    await create('ticket', { account, subject: `Ticket ${i}`, status, opened_at: `2026-11-0${i + 1}T10:00:00Z` })
  await create('survey_response', { account, kind: 'nps', score: 3, responded_at: '2026-10-01T00:00:00Z' })
  await create('survey_response', { account, kind: 'nps', score: 9, responded_at: '2026-11-05T00:00:00Z' })
  await create('interaction', {
    account,
    kind: 'call',
    direction: 'outbound',
    happened_at: '2026-11-04T09:00:00Z',
    subject: 'Review',
  })
  await create('task', { account, name: 'Send the plan', status: 'open', due_on: '2026-12-01' })
  await create('task', { account, name: 'Long done', status: 'done', due_on: '2026-01-01' })
  await create('opportunity', {
    account,
    name: 'More seats',
    kind: 'expansion',
    stage: 'proposal',
    closes_on: '2026-12-15',
  })
  await create('opportunity', { account, name: 'Won', kind: 'expansion', stage: 'closed_won', closes_on: '2026-02-15' })
  await world.records.writeFacts(
    world.operator,
    'usage_day',
    ['2026-11-12', '2026-11-13'].map((day, i) => ({
      account,
      day,
      daily_active: i,
      weekly_active: 7 + i,
      monthly_active: 20 + i,
      actions: 5,
    })),
  )
})
afterAll(() => world.close())

// biome-ignore lint/suspicious/noExplicitAny: the page is looked into by the tests, which say what they expect
const page = async (actor: Actor, lists?: readonly AccountList[]): Promise<any> =>
  JSON.parse(String(await account360(world.records, actor, account, { clock: world.clock, lists })))

test('a caller who names lists gets those, and nothing that is made of others', async () => {
  const leader = await world.person('cs_leader')
  const whole = await page(leader)
  const few = await page(leader, ['contacts', 'tickets', 'usage'])
  expect(accountLists.filter((name) => name in few.account)).toEqual(['contacts', 'tickets', 'usage'])
  for (const name of accountLists) if (name in few.account) expect(few.account[name]).toEqual(whole.account[name])
  expect(few.ticketCounts).toEqual(whole.ticketCounts)
  expect(few.summary).toEqual({ ...whole.summary, lastNps: undefined })
  const kinds = (each: { timeline: { kind: string }[] }) => new Set(each.timeline.map(({ kind }) => kind))
  expect(kinds(few)).toEqual(new Set(['ticket', 'change']))
  const one = await page(leader, ['contacts'])
  expect(one.account.contacts).toEqual(whole.account.contacts)
  expect([one.ticketCounts, one.summary.openTickets]).toEqual([undefined, undefined])
})

test('a leader sees the account whole, with its figures and what happened, newest first', async () => {
  const seen = await page(await world.person('cs_leader'))
  expect(seen.account).toMatchObject({ id: account, name: 'Harbour Mill', internal_note: 'hard to please' })
  expect(seen.account.contacts).toHaveLength(10)
  expect(seen.account.contacts[0]).toMatchObject({
    is_primary: true,
    contact: { name: 'Person 3', email: 'p3@harbourmill.example' },
  })
  expect(seen.account.tasks).toMatchObject([{ name: 'Send the plan' }])
  expect(seen.account.opportunities).toMatchObject([{ name: 'More seats' }])
  expect(seen.ticketCounts).toEqual({ open: 1, solved: 1, new: 1 })
  expect(seen.summary).toEqual({
    arr: { amount: 1_200_000, currency: 'USD' },
    renewalInDays: 77,
    lastNps: { score: 9, category: 'promoter', at: '2026-11-05T00:00:00.000Z' },
    openTickets: 2,
    activePeople: { day: '2026-11-13', weekly: 8, monthly: 21 },
  })
  const moments = seen.timeline.map((entry: { at: string }) => entry.at)
  expect(moments).toEqual([...moments].sort().reverse())
  expect(new Set(seen.timeline.map((entry: { kind: string }) => entry.kind))).toEqual(
    new Set(['change', 'ticket', 'interaction', 'survey_response']),
  )
  const known = new Set(
    ['interactions', 'tickets', 'survey_responses', 'invoices'].flatMap((list) =>
      seen.account[list].map((each: { id: string }) => each.id),
    ),
  )
  for (const entry of seen.timeline) if (entry.kind !== 'change') expect(known.has(entry.id)).toBe(true)
})

test('what a role may not read is absent: no list of it, no figure of it, no entry of it', async () => {
  const support = JSON.stringify(await page(await world.person('support')))
  expect(JSON.parse(support).account).toMatchObject({ name: 'Harbour Mill' })
  expect(JSON.parse(support).account.tickets).toHaveLength(3)
  expect(support).not.toMatch(/arr"|renewal|internal_note|hard to please|opportunities|invoices|stance|lastNps|1200000/)
  const sales = await page(await world.person('sales'))
  expect(sales.account.opportunities).toHaveLength(1)
  expect(sales).not.toHaveProperty('ticketCounts')
  expect(sales.account).not.toHaveProperty('tickets')
  expect(sales.account).not.toHaveProperty('internal_note')
  expect(sales.timeline.some((entry: { kind: string }) => entry.kind === 'ticket')).toBe(false)
})

test('who may not see the account, or any, is told what they would be told of none', async () => {
  const stranger = await world.person('csm')
  await expect(account360(world.records, stranger, account, world)).rejects.toMatchObject({
    code: 'record_unavailable',
  })
  const executive = await world.person('executive')
  await expect(account360(world.records, executive, account, world)).rejects.toMatchObject({
    code: 'object_unavailable',
  })
})

test('the page costs three trips to the database, whatever it shows', async () => {
  const leader = await world.person('cs_leader')
  await page(leader)
  let trips = 0
  const connect = world.app.connect.bind(world.app)
  // Each use of a connection sends its statements without waiting between them and waits once.
  world.app.connect = (async () => {
    trips += 1
    return connect()
  }) as typeof world.app.connect
  await page(leader)
  world.app.connect = connect
  expect(trips).toBeLessThanOrEqual(3)
})

test('a right that is taken away between two pages is gone from the second', async () => {
  const leader = await world.person('cs_leader')
  expect((await page(leader)).account).toHaveProperty('arr')
  await world.admin.setMember(world.workspace.id, {
    userId: leader.userId,
    email: 'moved@vendor.example',
    name: 'Moved',
    roles: ['support'],
  })
  expect((await page(leader)).account).not.toHaveProperty('arr')
})
