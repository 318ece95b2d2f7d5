// From a won deal to a customer with all its records: what sales and customer success live through.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import { accept, begin, figures, form, giveBack, rate, submit, tellOfHandoff } from '../index.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests, which say what they expect
type Loose = any
type Person = Actor & { userId: string }
let world: World
let seller: Person
let csm: Person
let leader: Person
let other: Person
beforeAll(async () => {
  world = await openWorld()
  seller = await world.person('sales', 'Sam Seller')
  csm = await world.person('csm', 'Carla CSM')
  other = await world.person('csm', 'Olga Other')
  leader = await world.person('cs_leader')
})
afterAll(() => world.close())
beforeEach(() => world.clock.advance(60_000))

let deals = 0
async function wonDeal(more: Record<string, unknown> = {}) {
  deals += 1
  const account = await world.create('account', { name: `Northwind ${deals} Freight`, type: 'prospect', ...more })
  const opportunity = await world.create('opportunity', {
    account,
    name: `Northwind ${deals} first year`,
    stage: 'closed_won',
    amount: { amount: 4_800_000, currency: 'EUR' },
    owner: seller.userId,
  })
  return { account, opportunity }
}

const complete = () => ({
  renewal_date: '2027-12-01',
  starts_on: '2026-12-01',
  arr: { amount: 4_800_000, currency: 'EUR' },
  csm: csm.userId,
  primary_name: 'Petra Novak',
  primary_email: `petra${deals}@northwind${deals}.example`,
  primary_role: 'champion',
  sponsor_name: 'Hugo Kern',
  sponsor_email: `hugo${deals}@northwind${deals}.example`,
  billing_name: 'Petra Novak',
  billing_email: `petra${deals}@northwind${deals}.example`,
  use_case: 'Route planning for 40 depots',
  success_criteria: 'Days to plan a route: 9 -> 2, 2027-06-30\n- All depots live',
  promises: '* Spanish documentation, 2027-01-31\n* Export to their data warehouse',
  risks: 'Their IT lead leaves in spring.',
  integrations: 'SAP, 2 M orders a month',
  terms: '15 % discount in year one',
  kickoff_on: '2026-12-10',
})

const save = (id: string, values: Record<string, unknown>, actor: Actor = seller) =>
  world.records.change(actor, 'handoff', [{ verb: 'update', id, values }])
const stateOf = async (id: string) =>
  (
    await world.ask<{ state: string }>({
      from: 'handoff',
      select: ['state'],
      where: { field: 'id', op: 'is', value: id },
    })
  )[0]?.state

async function submitted() {
  const deal = await wonDeal()
  const { id } = await begin(world.records, seller, deal)
  await save(id, complete())
  await submit(world, seller, id)
  return { ...deal, id }
}

test('a draft is filled with what is known, and each value says from which record, which system and since when', async () => {
  const { account, opportunity } = await wonDeal({ technical_environment: 'Oracle, single sign-on' })
  const contact = await world.create('contact', { name: 'Ines Roca', email: 'ines@northwind.example' })
  await world.create('account_contact', { account, contact, roles: ['economic_buyer'], is_primary: true })
  await world.create('contract', {
    account,
    name: 'Platform 2026',
    status: 'signed',
    renewal_date: '2027-11-30',
    arr: { amount: 5_000_000, currency: 'EUR' },
    special_terms: 'Net 60',
  })
  const call = await world.create('interaction', {
    account,
    kind: 'call',
    happened_at: '2026-10-01T09:00:00Z',
    subject: 'Last demo',
    promised: 'A sandbox by March',
  })
  const { id, outcome } = await begin(world.records, seller, { opportunity })
  expect(outcome).toBe('created')
  const { handoff, known, missing, may } = await form(world.records, seller, id)
  expect(handoff).toMatchObject({
    customer: expect.stringContaining('Northwind'),
    account,
    opportunity,
    state: 'draft',
    renewal_date: '2027-11-30',
    arr: { amount: 5_000_000, currency: 'EUR' },
    terms: 'Net 60',
    primary_name: 'Ines Roca',
    primary_email: 'ines@northwind.example',
    primary_role: 'economic_buyer',
    integrations: 'Oracle, single sign-on',
    sales_owner: seller.userId,
  })
  expect(known['renewal_date']).toEqual([
    {
      value: '2027-11-30',
      record: { object: 'contract', id: expect.any(String), title: 'Platform 2026' },
      path: 'renewal_date',
      since: null,
      source: { system: 'hand', localId: expect.any(String) },
      at: expect.stringMatching(/^2026-11-15T/),
      agrees: true,
    },
  ])
  expect(known['arr']?.map(({ value, record, agrees }) => [record.object, value, agrees])).toEqual([
    ['contract', { amount: 5_000_000, currency: 'EUR' }, true],
    ['opportunity', { amount: 4_800_000, currency: 'EUR' }, false],
  ])
  // Sales writes no promise of somebody else's into its own mouth unseen: it is there with the call it was made in.
  expect(known['promises']).toMatchObject([
    { value: 'A sandbox by March', record: { object: 'interaction', id: call, title: 'Last demo' }, agrees: true },
  ])
  expect(missing.map(({ field }) => field)).toEqual(['csm', 'use_case', 'success_criteria'])
  expect(may).toEqual({ change: true, submit: true, accept: false, return: false, rate: false })
  expect(await begin(world.records, csm, { opportunity }).catch(String)).toMatch(/There is no opportunity/)
  expect(await begin(world.records, leader, { opportunity })).toEqual({ id, outcome: 'known', act: null })
})

test('an incomplete one is refused with everything that is missing, a returned one says why, and both are counted', async () => {
  const { opportunity } = await wonDeal()
  const { id } = await begin(world.records, seller, { opportunity })
  await save(id, { ...complete(), renewal_date: null, primary_role: null, primary_email: null })
  await expect(submit(world, seller, id)).rejects.toMatchObject({
    code: 'handoff_incomplete',
    details: {
      missing: [
        { field: 'renewal_date', code: 'missing_required', message: expect.stringContaining('renewal date') },
        { field: 'primary_email', code: 'missing_required' },
        { field: 'primary_role', code: 'missing_required' },
      ],
    },
  })
  expect(await stateOf(id)).toBe('draft')
  await save(id, complete())
  expect(await submit(world, seller, id)).toMatchObject({ state: 'submitted' })
  await expect(submit(world, seller, id)).rejects.toMatchObject({ code: 'wrong_step' })
  // Once submitted it stays complete.
  expect((await save(id, { use_case: null })).results[0]).toMatchObject({
    outcome: 'refused',
    faults: [{ field: 'use_case', code: 'missing_required' }],
  })
  await expect(giveBack(world, seller, id, { reasons: 'no' })).rejects.toMatchObject({ code: 'not_allowed' })
  world.clock.advance(3_600_000)
  await giveBack(world, csm, id, { reasons: 'Who signs off the rollout?' })
  expect((await form(world.records, seller, id)).handoff).toMatchObject({
    state: 'returned',
    return_reasons: 'Who signs off the rollout?',
    times_returned: 1,
    returned_by: csm.userId,
  })
  await expect(accept(world, csm, id)).rejects.toMatchObject({ code: 'wrong_step' })
  await save(id, { use_case: 'Route planning; Hugo Kern signs off' })
  world.clock.advance(3_600_000)
  await submit(world, seller, id)
  world.clock.advance(3_600_000)
  await accept(world, csm, id)
  const [row] = await world.ask({
    from: 'handoff',
    select: ['hours_to_accept', 'times_returned', 'accepted_by'],
    where: { field: 'id', op: 'is', value: id },
  })
  expect(row).toMatchObject({ hours_to_accept: 3, times_returned: 1, accepted_by: csm.userId })
  const { items } = await world.records.history(leader, 'handoff', id)
  expect(items.map(({ because }) => because?.match(/was \w+/)?.[0]).filter(Boolean)).toEqual([
    'was accepted',
    'was submitted',
    'was returned',
    'was submitted',
  ])
})

test('accepting makes the whole account set in one change set, says so on the timeline, and can be taken back whole', async () => {
  const { id, account } = await submitted()
  await expect(accept(world, other, id)).rejects.toMatchObject({ code: 'record_unavailable' })
  await expect(accept(world, seller, id)).rejects.toMatchObject({ code: 'not_allowed' })
  const done = await accept(world, csm, id)
  expect(done).toMatchObject({ id, account })
  const [row] = await world.ask<Loose>(
    {
      from: 'account',
      select: [
        'type',
        'lifecycle_stage',
        'arr',
        'renewal_date',
        'owner',
        'technical_environment',
        {
          relation: 'contracts',
          select: [
            'name',
            'status',
            'arr',
            'renewal_date',
            'special_terms',
            { relation: 'billing_contact', select: ['name'] },
          ],
        },
        {
          relation: 'contacts',
          select: ['roles', 'is_primary', { relation: 'contact', select: ['name', 'email'] }],
          order: [{ field: 'since' }],
        },
        { relation: 'objectives', select: ['kind', 'name', 'baseline', 'target', 'due_on'] },
        { relation: 'tasks', select: ['name', 'due_on', 'owner', 'status'], order: [{ field: 'due_on' }] },
        { relation: 'team', select: ['role', 'user'] },
        { relation: 'onboardings', select: ['begun_on', 'owner'] },
        { relation: 'interactions', select: ['kind', 'subject', 'notes', 'author'] },
      ],
      where: { field: 'id', op: 'is', value: account },
    },
    leader,
  )
  expect(row).toMatchObject({
    type: 'customer',
    lifecycle_stage: 'onboarding',
    arr: { amount: 4_800_000, currency: 'EUR' },
    renewal_date: '2027-12-01',
    owner: csm.userId,
    technical_environment: 'SAP, 2 M orders a month',
    contracts: [
      {
        status: 'signed',
        renewal_date: '2027-12-01',
        special_terms: '15 % discount in year one',
        billing_contact: { name: 'Petra Novak' },
      },
    ],
    team: [{ role: 'account_executive', user: seller.userId }],
    onboardings: [{ begun_on: world.clock().toISOString().slice(0, 10), owner: csm.userId }],
    interactions: [
      {
        kind: 'note',
        subject: expect.stringMatching(/^Handoff of .* accepted$/),
        notes: 'Their IT lead leaves in spring.',
        author: csm.userId,
      },
    ],
  })
  expect(row.contacts.map((link: Loose) => [link.contact.name, [...link.roles].sort(), link.is_primary])).toEqual(
    expect.arrayContaining([
      ['Petra Novak', ['billing_contact', 'champion'], true],
      ['Hugo Kern', ['executive_sponsor'], null],
    ]),
  )
  expect(row.contacts).toHaveLength(2)
  expect(row.objectives).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'use_case', name: 'Route planning for 40 depots' }),
      expect.objectContaining({
        kind: 'success_criterion',
        name: 'Days to plan a route',
        baseline: '9',
        target: '2',
        due_on: '2027-06-30',
      }),
      expect.objectContaining({ kind: 'success_criterion', name: 'All depots live', target: null }),
    ]),
  )
  expect(row.tasks.map(({ name, due_on }: Loose) => [name.replace(/Northwind \d+ Freight/, 'N'), due_on])).toEqual([
    ['Hold the kickoff with N', '2026-12-10'],
    ['Export to their data warehouse', '2026-12-15'],
    ['Spanish documentation', '2027-01-31'],
    ['Rate the handoff of N: did it hold what you needed?', '2027-02-13'],
  ])
  for (const task of row.tasks) expect(task).toMatchObject({ owner: csm.userId, status: 'open' })
  // The account is the CSM's now, and its history names the act and why.
  const { items } = await world.records.history(csm, 'account', account)
  expect(items[0]).toMatchObject({ act: done.act, because: expect.stringMatching(/handoff of .* was accepted/) })
  // One act, and undo takes back all of it: nobody is half taken over.
  await expect(accept(world, csm, id)).rejects.toMatchObject({ code: 'wrong_step' })
  const undone = await world.records.undo(leader, done.act)
  expect(undone.records).toBe(done.made.length)
  expect(await stateOf(id)).toBe('submitted')
  const left = await world.ask<Loose>({
    from: 'account',
    select: [
      'type',
      { relation: 'contracts', select: ['id'] },
      { relation: 'tasks', select: ['id'] },
      { relation: 'contacts', select: ['id'] },
    ],
    where: { field: 'id', op: 'is', value: account },
  })
  expect(left).toMatchObject([{ type: 'prospect', contracts: [], tasks: [], contacts: [] }])
  // And the undo can be undone.
  await world.records.undo(leader, undone.acts[0] ?? '')
  expect(await stateOf(id)).toBe('accepted')
  const again = await world.ask<Loose>({
    from: 'account',
    select: [
      { relation: 'tasks', select: ['id'] },
      { relation: 'contracts', select: ['id'] },
    ],
    where: { field: 'id', op: 'is', value: account },
  })
  expect(again[0].tasks).toHaveLength(4)
  expect(again[0].contracts).toHaveLength(1)
})

test('a customer without an account gets one; people and objectives that are there already are not made twice', async () => {
  const contact = await world.create('contact', { name: 'Petra Novak', email: 'petra.n@kestrel.example' })
  const { id } = await begin(world.records, seller, { customer: 'Kestrel Logistics' })
  await save(id, {
    ...complete(),
    primary_email: 'petra.n@kestrel.example',
    billing_email: null,
    billing_name: null,
    promises: 'none',
  })
  await submit(world, seller, id)
  const done = await accept(world, csm, id)
  const [row] = await world.ask<Loose>(
    {
      from: 'account',
      select: [
        'name',
        'domains',
        'owner',
        { relation: 'contacts', select: ['contact'] },
        { relation: 'tasks', select: ['name'] },
      ],
      where: { field: 'id', op: 'is', value: done.account },
    },
    csm,
  )
  expect(row).toMatchObject({ name: 'Kestrel Logistics', domains: ['kestrel.example'], owner: csm.userId })
  expect(row.contacts.map((link: Loose) => link.contact)).toContain(contact)
  expect(row.tasks).toHaveLength(2)
  // The same customer again, by another deal: the account that the CSM sees is named instead of a second one being made.
  const again = await begin(world.records, seller, { customer: 'Kestrel Logistics GmbH' })
  await save(again.id, { ...complete(), primary_email: 'petra.n@kestrel.example' })
  await submit(world, seller, again.id)
  await expect(accept(world, csm, again.id)).rejects.toMatchObject({
    code: 'possible_duplicate',
    details: { object: 'account', candidates: [{ id: done.account }] },
  })
  await save(again.id, { account: done.account })
  const second = await accept(world, csm, again.id)
  expect(second).toMatchObject({ account: done.account, contract: done.contract })
  const outcomes = second.made.filter(({ object }) => object === 'objective')
  expect(outcomes).toEqual([])
})

test('by no route is an incomplete handoff accepted, nor a complete one without its account set', async () => {
  const { opportunity } = await wonDeal()
  const { id } = await begin(world.records, seller, { opportunity })
  await save(id, { ...complete(), renewal_date: null })
  const now = world.clock().toISOString()
  const marks = { accepted_at: now, accepted_by: csm.userId, submitted_at: now }
  const before = await world.ask({ from: 'handoff', where: { field: 'id', op: 'is', value: id } })
  // Steps are the product's to set: a form, an API, a command line, a file and a leader who imports are all refused.
  for (const actor of [seller, csm, leader, world.operator]) {
    const { results } = await world.records.change(actor, 'handoff', [{ verb: 'update', id, values: marks }])
    expect(results[0]).toMatchObject({ outcome: 'refused' })
    const imported = await world.records.change(actor, 'handoff', [
      {
        verb: 'upsert',
        source: { system: 'spreadsheet', localId: 'row 1' },
        isWhole: true,
        values: { customer: 'X', ...complete(), ...marks },
      },
    ])
    expect(imported.results[0]).toMatchObject({ outcome: 'refused' })
    const stated = await world.records.change(actor, 'handoff', [{ verb: 'update', id, values: { state: 'accepted' } }])
    expect(stated.results[0]).toMatchObject({ outcome: 'refused' })
  }
  // And not even a program can: the declaration itself refuses it.
  const program: Actor = {
    kind: 'job',
    workspace: world.workspace.id,
    id: 'anything',
    via: 'job',
    because: 'a mistake',
  }
  const { results } = await world.records.change(program, 'handoff', [{ verb: 'update', id, values: marks }])
  expect(results[0]).toMatchObject({
    outcome: 'refused',
    faults: [{ field: 'renewal_date', code: 'missing_required' }],
  })
  await expect(accept(world, leader, id)).rejects.toMatchObject({ code: 'handoff_incomplete' })
  for (const part of ['primary_role', 'primary_email']) {
    await save(id, { renewal_date: '2027-12-01', primary_role: 'champion', primary_email: 'p@x.example', [part]: null })
    await expect(accept(world, leader, id)).rejects.toMatchObject({
      code: 'handoff_incomplete',
      details: { missing: [{ field: part }] },
    })
  }
  await save(id, { renewal_date: null, primary_role: 'champion', primary_email: complete().primary_email })
  expect(
    await world.ask({ from: 'handoff', select: ['state', 'accepted_at'], where: { field: 'id', op: 'is', value: id } }),
  ).toMatchObject([{ state: 'draft', accepted_at: null }])
  expect(before).toHaveLength(1)
  expect(
    await world.ask({ from: 'task', where: { field: 'account', op: 'is', value: before[0]?.['account'] } }),
  ).toEqual([])
})

test('two people who accept at once make one account set', async () => {
  const { id, account } = await submitted()
  const both = await Promise.allSettled([accept(world, csm, id), accept(world, leader, id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await world.ask({ from: 'contract', where: { field: 'account', op: 'is', value: account } })).toHaveLength(1)
  expect(await world.ask({ from: 'task', where: { field: 'account', op: 'is', value: account } })).toHaveLength(4)
})

test('at day 90 the CSM rates it, which finishes the task that asked; figures are for whoever may see them', async () => {
  const { id, account } = await submitted()
  await expect(rate(world, csm, id, { usefulness: 4 })).rejects.toMatchObject({ code: 'wrong_step' })
  await accept(world, csm, id)
  await rate(world, csm, id, { usefulness: 4, note: 'The sponsor had left.' })
  await expect(rate(world, seller, id, { usefulness: 5 })).rejects.toMatchObject({ code: 'not_allowed' })
  const tasks = await world.ask({
    from: 'task',
    select: ['name', 'status'],
    where: {
      all: [
        { field: 'account', op: 'is', value: account },
        { field: 'status', op: 'is', value: 'done' },
      ],
    },
  })
  expect(tasks).toMatchObject([{ name: expect.stringContaining('Rate the handoff') }])
  const seen = await figures(world.records, leader)
  const [counted] = await world.ask<Loose>({
    from: 'handoff',
    where: { field: 'state', op: 'is', value: 'accepted' },
    measure: { n: { count: '*' }, hours: { average: 'hours_to_accept' } },
  })
  expect(seen.accepted).toMatchObject({ count: counted.n, usefulness: 4, rated: 1, returns: 1 })
  expect(seen.accepted.hoursToAccept).toBeCloseTo(Number(counted.hours))
  // Groups smaller than five are no figure for an executive.
  const held = await figures(world.records, await world.person('executive'))
  expect(held).toMatchObject({ isHeldBack: true })
  expect(held.byState['submitted']).toBeUndefined()
})

test('each step is told to those it concerns, once: handed over to the CSM, returned and accepted to sales', async () => {
  const acting: Actor = {
    kind: 'job',
    workspace: world.workspace.id,
    id: 'tell-of-handoff',
    via: 'job',
    because: 'a step',
  }
  const telling = { ...world, notifications: world.collaboration.notifications }
  const told = async (person: Person) => {
    const { data } = await world.collaboration.notifications.list(person, { after: null, limit: 5, unread: true })
    await world.collaboration.notifications.read(person, 'all')
    return data.map(({ kind, record, by }) => ({ kind, of: record?.id, by: by?.name }))
  }
  await Promise.all([told(csm), told(seller), told(other)])
  const deal = await wonDeal()
  const { id } = await begin(world.records, seller, deal)
  await save(id, { ...complete(), sales_owner: seller.userId })
  const tellTwice = async ({ act }: { act: string | null }) => {
    await tellOfHandoff(telling, acting, act ?? '')
    await tellOfHandoff(telling, acting, act ?? '')
    world.clock.advance(60_000)
  }
  await tellTwice(await submit(world, seller, id))
  expect(await told(csm)).toEqual([{ kind: 'handoff', of: id, by: 'Sam Seller' }])
  expect(await told(seller)).toEqual([])
  await tellTwice(await giveBack(world, csm, id, { reasons: 'Who signs?' }))
  expect(await told(seller)).toEqual([{ kind: 'handoff_returned', of: id, by: 'Carla CSM' }])
  await tellTwice(await submit(world, seller, id))
  await tellTwice(await accept(world, csm, id))
  expect(await told(csm)).toEqual([{ kind: 'handoff', of: id, by: 'Sam Seller' }])
  expect(await told(seller)).toEqual([{ kind: 'handoff_accepted', of: id, by: 'Carla CSM' }])
  expect(await told(other)).toEqual([])
})
