// The people of a customer as CRM, product, support and their CSM know them, and the parts they play.
import { accountRef, linked, matched, reference, said, userRef } from './accounts.ts'
import type { Customer, Said } from './customer.ts'
import { contactId, mistyped, type Person } from './people.ts'
import type { Random } from './random.ts'

export const supportContactId = ({ email }: Person): string => `requester:${email}`

export function* contactsOf(customer: Customer): Generator<Said> {
  const random = customer.chance('contacts')
  for (const person of customer.people) {
    if (person.crmId) yield inCrm(customer, person, person.crmId, random)
    if (person.productUser) yield inProduct(customer, person, person.productUser)
    if (asksSupport(person)) yield inSupport(customer, person, random)
    if (person.crmId && person.verifiedAgo !== null) yield byHand(customer, person, person.crmId, random)
    if (person.crmId && random.chance(0.02)) yield enteredTwice(customer, person, person.crmId, random)
  }
}

export function* linksOf(customer: Customer): Generator<Said> {
  const random = customer.chance('links')
  for (const person of customer.people) {
    if (person.crmId) yield link(customer, person, person.crmId, random)
    else if (person.productUser) yield productLink(customer, person.productUser)
  }
  const { parent } = customer.company
  // The head of operations of the group also answers for the daughter: one person, two accounts, two parts.
  if (parent !== null && random.chance(0.6)) yield groupLink(customer, contactId(parent, 0))
  const [first, second] = customer.people
  if (first?.crmId && second?.crmId && random.chance(0.4)) yield tie(customer, first.crmId, second.crmId, random)
}

export const asksSupport = ({ productUser, intensity }: Person): boolean => productUser !== null && intensity > 0.35

function inCrm(customer: Customer, person: Person, id: string, random: Random): Said {
  const { calendar } = customer
  // An address nobody ever had: the product would know it, and so would whoever verified the person.
  const hasMail = person.productUser !== null || person.verifiedAgo !== null || random.chance(0.8)
  const entry = said(
    'contact',
    'crm',
    id,
    calendar.moment(random.int(1, Math.max(2, Math.min(700, person.joinedAgo))), 10, random.int(0, 59)),
    {
      name: person.name,
      first_name: person.first,
      ...(person.last ? { last_name: person.last } : {}),
      ...(hasMail ? { email: person.email } : {}),
      ...(random.chance(0.9) ? { title: person.title } : {}),
      ...(random.chance(0.7) ? { department: person.department } : {}),
      ...(random.chance(0.6) ? { phone: person.phone } : {}),
      ...(random.chance(0.85) ? { relationship_owner: userRef(customer.csm) } : {}),
      ...(random.chance(0.05) ? { email_opt_out: true } : {}),
      ...(person.leftAgo !== null && hasMail && random.chance(0.6)
        ? { bounced_on: calendar.day(Math.max(0, person.leftAgo - random.int(3, 9))) }
        : {}),
    },
  )
  return person.verifiedAgo !== null && random.chance(0.3)
    ? { ...entry, change: { ...entry.change, verifiedOn: calendar.day(person.verifiedAgo) } }
    : entry
}

function inProduct({ calendar, company }: Customer, person: Person, id: string): Said {
  return matched('contact', 'product', id, calendar.moment(1, 3), {
    name: person.name,
    email: person.email,
    administers_product: person.roles.includes('product_admin'),
    timezone: company.timezone,
  })
}

function inSupport({ calendar, company }: Customer, person: Person, random: Random): Said {
  return matched('contact', 'support', supportContactId(person), calendar.moment(random.int(1, 90), 9), {
    name: random.chance(0.8) ? person.name : mistyped(person.name, random),
    email: person.email,
    language: company.country.locale,
  })
}

function byHand(customer: Customer, person: Person, id: string, random: Random): Said {
  const { calendar, company, csm } = customer
  const verifiedAgo = person.verifiedAgo ?? 0
  const boss = bossOf(customer, person)
  const isKnownGone = person.leftAgo !== null && verifiedAgo < person.leftAgo
  const entry = matched('contact', 'hand', id, calendar.moment(verifiedAgo, 13, random.int(0, 59)), {
    name: person.name,
    email: person.email,
    status: isKnownGone ? 'left' : 'current',
    last_verified_on: calendar.day(verifiedAgo),
    verified_how: random.pick(['call', 'meeting', 'email', 'own_answer', 'product_sign_in', 'public_profile']),
    verified_by: userRef(csm),
    language: company.country.locale,
    user_kind: person.productUser === null ? 'not_a_user' : person.intensity > 0.5 ? 'primary_user' : 'occasional_user',
    renewal_influence: influence(person, random),
    ...(boss === null ? {} : { reports_to: reference('crm', boss) }),
    ...(person.roles.includes('economic_buyer') ? { can_decide_renewal: true, controls_budget: true } : {}),
    ...(random.chance(0.25) ? { preferred_channels: random.some(['email', 'phone', 'slack', 'whatsapp'], 2) } : {}),
    ...(random.chance(0.2)
      ? { meeting_cadence: random.pick(['fortnightly', 'monthly', 'quarterly', 'on_request']) }
      : {}),
    ...(person.leftAgo !== null && random.chance(0.1) ? { do_not_contact: true } : {}),
  })
  return linked({ ...entry, change: { ...entry.change, verifiedOn: calendar.day(verifiedAgo) } }, id)
}

/** Who is whose lead at a customer, as far as the CRM knows both: the chief, the champion under them, and their people. */
function bossOf({ people }: Customer, person: Person): string | null {
  const [champion, chief] = people
  if (!chief || person === chief || person.leftAgo !== null) return null
  const itLead = people.find((each) => each.roles.includes('technical_buyer') && each.leftAgo === null)
  if (person.roles.includes('product_admin')) return (itLead ?? chief).crmId
  if (person.roles.includes('end_user') && champion?.leftAgo === null) return champion.crmId
  return chief.crmId
}

function influence({ roles }: Person, random: Random): string {
  if (roles.includes('economic_buyer')) return 'decisive'
  if (roles.includes('champion') || roles.includes('technical_buyer')) return 'high'
  return random.pick(['some', 'some', 'none'])
}

/** The business card that was typed in again after a trade fair, in a hurry and without an address. */
function enteredTwice({ calendar }: Customer, person: Person, id: string, random: Random): Said {
  const entry = said('contact', 'crm', `${id}-2`, calendar.moment(random.int(30, 500), 18), {
    name: mistyped(person.name, random),
    title: person.title,
    phone: person.phone,
  })
  return { ...entry, change: { ...entry.change, allowDuplicate: true } }
}

function link(customer: Customer, person: Person, id: string, random: Random): Said {
  const { calendar, story, company } = customer
  const strain = story.strain(0)
  const isCurrent = person.leftAgo === null
  const knowsParts = random.chance(story.arc === 'quiet' ? 0.5 : 0.88)
  return said('account_contact', 'crm', `${id}:${company.id}`, calendar.moment(random.int(1, 120), 10), {
    account: accountRef(customer),
    contact: reference('crm', id),
    ...(knowsParts
      ? { roles: person.roles, stance: stanceAt(person, strain, random), strength: strengthAt(person, strain, random) }
      : {}),
    is_primary: person.isPrimary && isCurrent && (story.arc !== 'quiet' || random.chance(0.6)),
    ...(random.chance(0.6) ? { since: calendar.day(person.joinedAgo) } : {}),
    ...(person.leftAgo === null || person.leftAgo > person.joinedAgo ? {} : { until: calendar.day(person.leftAgo) }),
    is_current: isCurrent,
  })
}

function stanceAt({ roles }: Person, strain: number, random: Random): string {
  const felt = strain + random.around(0, 0.15)
  if (felt > 0.6) return 'detractor'
  if (felt > 0.25) return 'neutral'
  return roles.includes('champion') ? 'champion' : 'supporter'
}

const strengthAt = ({ isPrimary }: Person, strain: number, random: Random): string =>
  isPrimary ? (strain > 0.5 ? 'weak' : random.pick(['strong', 'good'])) : random.pick(['good', 'weak', 'weak', 'none'])

const productLink = (customer: Customer, user: string): Said =>
  said('account_contact', 'product', `${user}:${customer.workspaceId}`, customer.calendar.moment(1, 3), {
    account: accountRef(customer),
    contact: reference('product', user),
    roles: ['end_user'],
    is_current: true,
  })

const groupLink = (customer: Customer, id: string): Said =>
  said('account_contact', 'crm', `${id}:${customer.company.id}`, customer.calendar.moment(60, 10), {
    account: accountRef(customer),
    contact: reference('crm', id),
    roles: ['decision_maker', 'influencer'],
    stance: 'neutral',
    strength: 'weak',
    is_primary: false,
    is_current: true,
  })

const tie = (customer: Customer, one: string, other: string, random: Random): Said =>
  said('contact_connection', 'hand', `${one}>${other}`, customer.calendar.moment(random.int(5, 200), 12), {
    account: accountRef(customer),
    contact: reference('crm', one),
    other: reference('crm', other),
    kind: random.pick(['works_with', 'advises', 'advises', 'at_odds']),
  })

export function* teamOf(customer: Customer): Generator<Said> {
  const { company, calendar, seller } = customer
  const seat = (user: string, role: string) =>
    said('account_team_member', 'crm', `${company.id}:${role}`, calendar.moment(90, 9), {
      account: accountRef(customer),
      user: userRef(user),
      role,
    })
  yield seat(seller, 'account_executive')
  if (company.tier === 'enterprise') yield seat('helen.osborne@holdfast.example', 'executive_sponsor')
  if (company.tier !== 'standard') yield seat(customer.deputy, 'deputy_csm')
}
