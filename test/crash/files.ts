// Exports of a small vendor, from five systems that speak of the same customers: with rows that must be refused, lines that come
// twice, and enough of them for several flushes a file. The same seed gives the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, randomAt } from '../../src/demo/random.ts'

export type Sizes = { accounts: number; contacts: number; tickets: number; events: number }

/** Writes the files into a new folder. */
export function writeExports(folder: string, seed: number, sizes: Sizes): void {
  mkdirSync(folder, { recursive: true })
  const random = randomAt(seed, 'exports')
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const accounts = Array.from({ length: sizes.accounts }, (_, i) => accountAt(random, i))
  const contacts = Array.from({ length: sizes.contacts }, (_, i) => contactAt(random, i, sizes.accounts))
  write('crm_accounts.csv', csv(accounts.map(crmAccount)))
  write('crm_contacts.csv', csv(contacts.map(crmContact)))
  const billed = accounts.filter((each) => each.isBilled)
  write('billing_customers.json', list('data', billed.map(billingCustomer)))
  write('billing_subscriptions.json', list('data', billed.flatMap(billingSubscriptions)))
  write('support_organizations.json', list('organizations', accounts.filter((_, i) => i % 2 === 0).map(organization)))
  const askers = contacts.filter((each) => each.account % 2 === 0 && each.n % 3 === 0)
  write('support_users.json', list('users', [...staff, ...askers.map(supportUser)]))
  write(
    'support_tickets.json',
    list(
      'tickets',
      Array.from({ length: sizes.tickets }, (_, i) => ticket(random, i, askers)),
    ),
  )
  write('product_events.jsonl', lines(events(random, contacts, sizes.events)))
}

type Account = { n: number; name: string; domain: string; country: string; seats: number; isBilled: boolean }
type Contact = { n: number; account: number; first: string; last: string; email: string }

const firsts = ['Ana', 'Bruno', 'Chen', 'Dalia', 'Emil', 'Farah', 'Goran', 'Hana', 'Ivo', 'Júlia'] as const
const lasts = ['Abad', 'Brito', 'Costa', 'Duarte', 'Engel', 'Faria', 'Gomes', 'Hakim', 'Ibsen', 'Jansen'] as const
const kinds = ['Foods', 'Logistics', 'Energy', 'Textiles', 'Robotics', 'Media', 'Shipping'] as const
const countries = ['US', 'MX', 'BR', 'MY', 'DE'] as const
const staff = [1, 2, 3].map((n) => user(9_000 + n, `Agent ${n}`, `agent${n}@vendor.example`, null, 'agent'))

const accountAt = (random: Random, n: number): Account => ({
  n,
  // Numbers in words, so that no two companies are near in name.
  name: n % 97 === 96 ? '' : `${[...String(n)].map((digit) => lasts[Number(digit)]).join(' ')} ${random.pick(kinds)}`,
  domain: `company${n}.example`,
  country: random.pick(countries),
  seats: random.int(1, 50),
  isBilled: n % 97 !== 96 && random.chance(0.7),
})

const contactAt = (random: Random, n: number, accounts: number): Contact => {
  const [first, last, account] = [random.pick(firsts), random.pick(lasts), random.int(0, accounts - 1)]
  return {
    n,
    account,
    first,
    last: `${last} ${n}`,
    email: `${first}.${last}${n}@company${account}.example`.toLowerCase(),
  }
}

const crmAccount = ({ n, name, domain, country, seats }: Account) => ({
  Id: `A${n}`,
  Name: name,
  ParentId: n % 10 === 9 ? `A${n + 1}` : '', // a parent that comes later
  Website: `https://${domain}`,
  BillingCountry: country,
  NumberOfEmployees: seats * 10,
  OwnerEmail: `csm${n % 7}@vendor.example`,
  LastModifiedDate: '2026-06-01T10:00:00Z',
})

const crmContact = ({ n, account, first, last, email }: Contact) => ({
  Id: `C${n}`,
  AccountId: `A${account}`,
  FirstName: n % 89 === 88 ? '' : first,
  LastName: n % 89 === 88 ? '' : last,
  Email: n % 50 === 49 ? 'nobody at all' : email,
  Phone: n % 3 === 0 ? `+1 212 555 ${String(n).padStart(4, '0')}` : '',
  ReportsToId: n % 20 === 19 ? `C${n + 7}` : '',
  LastModifiedDate: '2026-06-02T10:00:00Z',
})

const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1_000

const billingCustomer = ({ n, name, country }: Account) => ({
  id: `cus_${n}`,
  object: 'customer',
  name,
  currency: 'usd',
  created: at('2026-05-01'),
  address: { country },
  discount: null,
  metadata: n % 5 === 0 ? {} : { salesforce_id: `A${n}` },
  email: `billing@company${n}.example`,
})

const billingSubscriptions = ({ n, seats }: Account) =>
  ['base', ...(n % 3 === 0 ? ['extra'] : [])].map((product) => ({
    id: `sub_${n}_${product}`,
    object: 'subscription',
    customer: `cus_${n}`,
    status: n % 11 === 0 ? 'past_due' : 'active',
    currency: 'usd',
    created: at('2026-05-02'),
    start_date: at('2026-05-02'),
    cancel_at_period_end: false,
    items: {
      data: [
        {
          quantity: seats,
          price: {
            currency: 'usd',
            product: `prod_${product}`,
            billing_scheme: 'per_unit',
            unit_amount: 1_250,
            recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
          },
        },
      ],
    },
    discounts: [],
  }))

const organization = ({ n, name, domain }: Account) => ({
  id: n,
  name: name || `Organization ${n}`,
  domain_names: [domain],
  external_id: n % 4 === 0 ? null : `A${n}`,
  updated_at: '2026-06-03T10:00:00Z',
})

const supportUser = ({ n, account, first, last, email }: Contact) =>
  user(100_000 + n, `${first} ${last}`, email, account, 'end-user')

function user(id: number, name: string, email: string, organization_id: number | null, role: string) {
  return { id, name, email, organization_id, role, active: true, tags: [], updated_at: '2026-06-04T10:00:00Z' }
}

const ticket = (random: Random, n: number, askers: readonly Contact[]) => {
  const asker = askers[random.int(0, askers.length - 1)]
  return {
    id: n,
    subject: `Question ${n}`,
    description: 'How do we export this?',
    status: random.pick(['open', 'closed', 'pending']),
    priority: random.pick(['low', 'normal', 'high']),
    requester_id: 100_000 + (asker?.n ?? 0),
    assignee_id: 9_000 + random.int(1, 3),
    organization_id: asker?.account ?? null,
    tags: [],
    created_at: '2026-06-05T10:00:00Z',
    updated_at: '2026-06-06T10:00:00Z',
  }
}

function* events(random: Random, contacts: readonly Contact[], count: number): Generator<object> {
  for (let n = 0; n < count; n++) {
    const {
      account,
      email,
      first,
      last,
      n: who,
    } = contacts[random.int(0, contacts.length - 1)] ?? contactAt(random, 0, 1)
    const common = {
      messageId: `m${n % 40 === 39 ? n - 1 : n}`, // one in forty comes twice
      userId: `u${who}`,
      timestamp: new Date(Date.UTC(2026, 5, 1 + (n % 60), n % 24)).toISOString(),
    }
    if (n % 10 === 0) yield { ...common, type: 'identify', traits: { email, name: `${first} ${last}` } }
    else if (n % 10 === 1)
      yield {
        ...common,
        type: 'group',
        groupId: `g${account}`,
        traits: { crmId: `A${account}`, name: `Tenant ${account}` },
      }
    else yield { ...common, type: 'track', event: 'Report Opened', context: { groupId: `g${account}` } }
  }
}

const csv = (rows: readonly Readonly<Record<string, string | number>>[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\r\n')

const list = (key: string, items: readonly object[]): string =>
  `{"object":"list","${key}":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}`

const lines = (items: Iterable<object>): string => [...items].map((item) => JSON.stringify(item)).join('\n')
