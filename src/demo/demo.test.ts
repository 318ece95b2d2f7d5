import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fieldType, manifest } from '../../dictionary/index.ts'
import { calendarFrom } from './calendar.ts'
import { customerAt } from './customer.ts'
import { type DemoBatch, type DemoEvent, demoCompany, demoEvents, demoPeople } from './index.ts'
import type { Arc } from './story.ts'

const options = { seed: 7, today: '2026-11-20' }
const small = { ...options, accounts: 60 }
const batches = [...demoCompany(options)]
const changes = batches.flatMap(({ object, changes }) => changes.map((change) => ({ object, ...change })))
const of = (object: string, system?: string) =>
  changes.filter((change) => change.object === object && (!system || change.source?.system === system))

test('the same seed and day give the same company and the same year of usage, byte for byte', () => {
  expect(fingerprint(demoCompany(small))).toBe(fingerprint(demoCompany(small)))
  expect(fingerprint(demoEvents(small))).toBe(fingerprint(demoEvents(small)))
})

test('another seed gives another company; the company without its last accounts is the same company', () => {
  expect(fingerprint(demoCompany(small))).not.toBe(fingerprint(demoCompany({ ...small, seed: 8 })))
  const few = [...demoCompany({ ...options, accounts: 5 })].find(({ object }) => object === 'account')
  expect(of('account', 'crm').slice(0, few?.changes.length)).toEqual(
    few?.changes.map((change) => ({ object: 'account', ...change })),
  )
})

test('every value is one its field accepts, and every record keeps the rules of its object', () => {
  const faults = new Set<string>()
  for (const { object, values = {} } of changes) {
    const declared = manifest.objects.get(object)
    for (const [name, value] of Object.entries(values)) {
      const field = declared?.fields.get(name)
      if (!field || field.serverOwned) faults.add(`${object}.${name} is not for writers`)
      else if (field.type !== 'reference') {
        const parsed = fieldType(field).parse(value, {
          ...field.options,
          name,
          label: field.label,
          ...(field.terms ? { terms: field.terms } : {}),
        })
        if ('fault' in parsed) faults.add(`${object}.${name}: ${parsed.fault} ${JSON.stringify(value)}`)
      }
    }
    for (const rule of declared?.rules ?? [])
      if (!rule.holds(values)) faults.add(`${object}: ${rule.code} ${JSON.stringify(values)}`)
  }
  expect([...faults]).toEqual([])
})

test('no record lacks a required value, whichever system tells of it first', () => {
  const lacking = new Set<string>()
  for (const { object, values = {} } of changes)
    for (const field of manifest.objects.get(object)?.fields.values() ?? [])
      if (field.required === true && !(field.name in values)) lacking.add(`${object}.${field.name}`)
  expect([...lacking]).toEqual([])
})

test('references lead to records that have arrived by the end of their own batch', () => {
  const known = new Set<string>()
  const missing: string[] = []
  for (const { object, changes } of batches) {
    for (const { source } of changes) known.add(`${object} ${source?.system} ${source?.localId}`)
    for (const { values = {} } of changes)
      for (const [name, value] of Object.entries(values)) {
        const field = manifest.objects.get(object)?.fields.get(name)
        // A user's team comes right after the users, whom it names as its lead: one of the two has to wait.
        if (field?.type !== 'reference' || (object === 'user' && name === 'team')) continue
        const { system, localId } = value as { system: string; localId: string } // the demo writes references in no other shape
        if (!known.has(`${field.to} ${system} ${localId}`)) missing.push(`${object}.${name} → ${system} ${localId}`)
      }
  }
  expect(missing).toEqual([])
})

test('no record of a system is told twice, no batch is larger than 2,000, and each is of one object and one system', () => {
  const names = changes.map(({ object, source }) => `${object} ${source?.system} ${source?.localId}`)
  expect(new Set(names).size).toBe(names.length)
  for (const { changes, source } of batches) {
    expect(changes.length).toBeLessThanOrEqual(2000)
    expect(new Set(changes.map((change) => change.source?.system))).toEqual(new Set([source]))
  }
})

test('nothing is said to have happened after today began', () => {
  const now = `${options.today}T00:00:00.000Z`
  for (const { saidAt, values = {} } of changes) {
    expect((saidAt ?? '') < now).toBe(true)
    for (const at of ['happened_at', 'logged_at', 'opened_at', 'solved_at', 'responded_at', 'paid_on', 'done_on']) {
      const value = values[at]
      if (typeof value === 'string') expect(value < now, at).toBe(true)
    }
  }
})

test('the customer base is of the promised size', () => {
  expect(of('account', 'billing')).toHaveLength(400)
  const people = of('contact', 'crm').length + of('account_contact', 'product').length
  expect(people).toBeGreaterThan(2200)
  expect(people).toBeLessThan(2800)
  expect(of('user')).toHaveLength(demoPeople.length + 1)
  for (const object of ['ticket', 'invoice', 'interaction', 'survey_response'])
    expect(of(object).length, object).toBeGreaterThan(1500)
  const events = [...demoEvents(options)].length
  expect(events).toBeGreaterThan(120_000)
  expect(events).toBeLessThan(190_000)
})

test('every company of a large base has a domain of its own, and no two people of it share an address', () => {
  const [domains, addresses, accounts] = [new Set<unknown>(), new Set<unknown>(), 3000]
  let people = 0
  const world = { seed: 3, calendar: calendarFrom(options.today), contactsPerAccount: 6 }
  for (let index = 0; index < accounts; index++) {
    const customer = customerAt(world, index)
    domains.add(customer.company.domain)
    for (const { email } of customer.people) addresses.add(email)
    people += customer.people.length
  }
  expect(domains.size).toBe(accounts)
  expect(addresses.size).toBe(people)
})

test('systems disagree about a customer: on its name, and on what it pays', () => {
  const billing = new Map(of('account', 'billing').map(({ values = {} }) => [String(values.domains), values]))
  const pairs = of('account', 'crm').flatMap(({ values = {} }) => {
    const other = billing.get(String(values.domains))
    return other && values.domains ? [{ crm: values, billing: other }] : []
  })
  expect(pairs.length).toBeGreaterThan(320)
  expect(pairs.filter(({ crm, billing }) => crm.name !== billing.name).length).toBeGreaterThan(60)
  expect(
    pairs.filter(({ crm, billing }) => crm.arr && JSON.stringify(crm.arr) !== JSON.stringify(billing.arr)).length,
  ).toBeGreaterThan(60)
})

test('the base has the gaps and griefs of a real one', () => {
  const accounts = of('account', 'crm').map(({ values = {} }) => values)
  expect(accounts.filter(({ renewal_date }) => !renewal_date).length).toBeGreaterThan(15)
  expect(
    accounts.filter(({ renewal_date, type }) => type === 'customer' && String(renewal_date) < options.today).length,
  ).toBeGreaterThan(8)
  expect(accounts.filter(({ parent }) => parent).length).toBeGreaterThan(10)
  expect(
    of('contact', 'hand').filter(({ values }) => String(values?.last_verified_on) < '2025-11-20').length,
  ).toBeGreaterThan(100)
  expect(of('account_contact').filter(({ values }) => values?.is_current === false).length).toBeGreaterThan(50)
  const long = of('survey_response').filter(({ values }) => String(values?.comment).split('\n\n').length === 3)
  expect(long.length).toBeGreaterThan(30)
  expect(long.every(({ values }) => Number(values?.score) <= 6)).toBe(true)
})

test('what billing charges for adds up to what billing says the account pays', () => {
  const sums = new Map<string, number>()
  for (const { values = {} } of of('subscription')) {
    const { account, arr } = values as { account: { localId: string }; arr: { amount: number } } // as billing.ts writes them
    sums.set(account.localId, (sums.get(account.localId) ?? 0) + arr.amount)
  }
  for (const { source, values = {} } of of('account', 'billing')) {
    const { amount } = values.arr as { amount: number } // every account of billing has one
    expect(sums.get(source?.localId ?? '')).toBe(amount)
  }
})

test('stories hold together: where use falls, tickets rise, scores fall and the renewal is forecast at risk', () => {
  const fading = tellingOf('fading')
  const steady = tellingOf('steady')
  expect(fading.lateUse / fading.earlyUse).toBeLessThan(0.5)
  expect(steady.lateUse / steady.earlyUse).toBeGreaterThan(0.8)
  expect(fading.ticketsLate / fading.ticketsEarly).toBeGreaterThan(1.5)
  expect(fading.nps).toBeLessThan(5)
  expect(steady.nps).toBeGreaterThan(7)
  expect(fading.atRisk).toBeGreaterThan(0.9)
  expect(steady.atRisk).toBe(0)
})

test('usage names customers and people by the ids under which the product hands them in', () => {
  const users = new Set(of('contact', 'product').map(({ source }) => source?.localId))
  const groups = new Set(of('account', 'product').map(({ source }) => source?.localId))
  const ids = new Map<string, DemoEvent>()
  let repeated = 0
  for (const event of demoEvents(options)) {
    if (!users.has(event.userId) || !groups.has(event.groupId)) expect.fail(JSON.stringify(event))
    const before = ids.get(event.messageId)
    if (before) repeated++
    if (before) expect(event).toEqual(before)
    ids.set(event.messageId, event)
  }
  expect(repeated).toBeGreaterThan(100)
})

test('a larger base needs no more memory: accounts are made one hundred at a time and forgotten', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heap: number[] = []
  let accounts = 0
  for (const { object, source, changes } of demoCompany({ ...options, accounts: 2500 })) {
    if (object !== 'account' || source !== 'billing') continue
    accounts += changes.length
    if (accounts % 500 !== 0) continue
    collect()
    heap.push(process.memoryUsage().heapUsed)
  }
  expect(accounts).toBe(2500)
  expect((heap.at(-1) ?? 0) - (heap[0] ?? 0)).toBeLessThan(8_000_000)
})

function fingerprint(items: Iterable<DemoBatch | DemoEvent>): string {
  const hash = createHash('sha256')
  for (const item of items) hash.update(JSON.stringify(item))
  return hash.digest('hex')
}

/** What the records say of all customers whose story takes that course. */
function tellingOf(arc: Arc) {
  const world = { seed: options.seed, calendar: calendarFrom(options.today), contactsPerAccount: 6 }
  const customers = Array.from({ length: 400 }, (_, index) => customerAt(world, index)).filter(
    ({ story }) => story.arc === arc && story.startedAgo > 300,
  )
  const workspaces = new Set(customers.map(({ workspaceId }) => workspaceId))
  const organisations = new Set(customers.map(({ supportId }) => supportId))
  const ids = new Set(customers.map(({ company }) => company.id))
  const since = (daysAgo: number) => world.calendar.day(daysAgo)
  const uses = [...demoEvents(options)]
    .filter(({ groupId }) => workspaces.has(groupId))
    .map(({ timestamp }) => timestamp)
  const tickets = of('ticket')
    .filter(({ values }) => organisations.has(localId(values?.account)))
    .map(({ values }) => String(values?.opened_at))
  const scores = of('survey_response').filter(
    ({ values }) =>
      ids.has(localId(values?.account)) &&
      values?.survey === 'Relationship NPS, autumn wave' &&
      values.score !== undefined,
  )
  const forecasts = of('account', 'hand').filter(
    ({ source, values }) => ids.has(source?.localId ?? '') && values?.renewal_forecast,
  )
  const between = (days: string[], from: number, to: number) =>
    days.filter((day) => day >= since(from) && day < since(to)).length
  return {
    earlyUse: between(uses, 240, 180),
    lateUse: between(uses, 60, 0),
    ticketsEarly: between(tickets, 270, 180),
    ticketsLate: between(tickets, 90, 0),
    nps: scores.reduce((sum, { values }) => sum + Number(values?.score), 0) / scores.length,
    atRisk: forecasts.filter(({ values }) => values?.renewal_forecast !== 'on_track').length / forecasts.length,
  }
}

const localId = (reference: unknown): string => (reference as { localId: string }).localId // the demo's references are all of this shape
