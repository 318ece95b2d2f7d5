// The demo company: a believable vendor's customer base, with the disagreements, gaps and late news of real systems.
// Everything follows from a seed and a day; any size streams, because each account is made alone and forgotten.
import type { SystemName } from '../../dictionary/index.ts'
import type { Change } from '../records/index.ts'
import { accountsOf } from './accounts.ts'
import { contractsOf, invoicesOf, productChanges, subscriptionsOf } from './billing.ts'
import { calendarFrom } from './calendar.ts'
import { contactsOf, linksOf, teamOf } from './contacts.ts'
import { conversationsOf } from './conversations.ts'
import { type Customer, customerAt, type Said, type World } from './customer.ts'
import { type DemoEvent, eventsOf } from './events.ts'
import { objectivesOf, opportunitiesOf, tasksOf } from './plans.ts'
import { revenueOf } from './revenue.ts'
import { surveysOf } from './surveys.ts'
import { teamChanges, userChanges } from './team.ts'
import { ticketsOf } from './tickets.ts'

export type DemoBatch = { object: string; source: SystemName; changes: Change[] }
export type DemoOptions = {
  /** Another seed, another customer base. */
  seed: number
  /** YYYY-MM-DD: the day on which the story stands. */
  today: string
  accounts?: number
  /** How many contacts an account has on average. */
  contactsPerAccount?: number
}

/** So many changes at most in a batch, and so many accounts made before they are handed on. */
const batchSize = 2000
const chunk = 100

/** In an order in which references resolve; billing's accounts come after the contacts they name. */
const order = [
  'account crm',
  'contact crm',
  'account support',
  'account product',
  'account hand',
  'account spreadsheet',
  'contact product',
  'contact support',
  'contact hand',
  'account billing',
  'account_contact crm',
  'account_contact product',
  'contact_connection hand',
  'account_team_member crm',
  'contract crm',
  'subscription billing',
  'invoice billing',
  'payment billing',
  'opportunity crm',
  'ticket support',
  'interaction hand',
  'attendance hand',
  'survey_response survey',
  'objective hand',
  'task hand',
]

/**
 * Every record of the demo as the systems would hand it in: `for (const { object, changes } of demoCompany(…)) records.change(…)`.
 * All changes are upserts under the id of their system, so that loading twice changes nothing.
 */
export function* demoCompany(o: DemoOptions): Generator<DemoBatch> {
  yield { object: 'user', source: 'holdfast', changes: userChanges() }
  yield { object: 'team', source: 'holdfast', changes: teamChanges() }
  yield { object: 'product', source: 'billing', changes: productChanges().map(({ change }) => change) }
  const world = worldOf(o)
  const { accounts = 400 } = o
  for (let from = 0; from < accounts; from += chunk) yield* batches(world, from, Math.min(accounts, from + chunk))
}

/** A year of usage, account by account and in order of time within each; a few messages come twice, under the same id. */
export function* demoEvents(o: DemoOptions): Generator<DemoEvent> {
  const world = worldOf(o)
  for (let index = 0; index < (o.accounts ?? 400); index++) yield* eventsOf(customerAt(world, index), o.seed)
}

export type { DemoEvent } from './events.ts'
export { type DemoPerson, type DemoRole, demoPeople } from './team.ts'

const worldOf = ({ seed, today, contactsPerAccount = 6 }: DemoOptions): World => ({
  seed,
  calendar: calendarFrom(today),
  contactsPerAccount,
})

function* batches(world: World, from: number, until: number): Generator<DemoBatch> {
  const changes = new Map<string, Change[]>(order.map((kind) => [kind, []]))
  for (let index = from; index < until; index++) {
    for (const { object, change } of recordsOf(customerAt(world, index))) {
      const kind = `${object} ${change.source.system}`
      const list = changes.get(kind)
      if (!list)
        throw new Error(`The demo makes "${kind}" but does not say when. Add it to the order in demo/index.ts.`)
      list.push(change)
    }
  }
  for (const [kind, list] of changes) {
    const [object = '', system] = kind.split(' ')
    for (let at = 0; at < list.length; at += batchSize)
      // The kinds in `order` are written as an object and one of the dictionary's systems.
      yield { object, source: system as SystemName, changes: list.slice(at, at + batchSize) }
  }
}

function* recordsOf(customer: Customer): Generator<Said> {
  const revenue = revenueOf(customer)
  yield* accountsOf(customer, revenue)
  yield* contactsOf(customer)
  yield* linksOf(customer)
  yield* teamOf(customer)
  yield* contractsOf(customer, revenue)
  yield* subscriptionsOf(customer, revenue)
  yield* invoicesOf(customer, revenue)
  yield* opportunitiesOf(customer, revenue)
  yield* ticketsOf(customer)
  yield* conversationsOf(customer)
  yield* surveysOf(customer)
  yield* objectivesOf(customer)
  yield* tasksOf(customer)
}
