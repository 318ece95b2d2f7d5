// One company as five systems know it. They disagree as real ones do: on its name, on what it pays, on who owns it.
import type { SystemName } from '../../dictionary/index.ts'
import { accountId } from './company.ts'
import type { Customer, Said } from './customer.ts'
import { plain } from './names.ts'
import { moodAt, phrasebooks, speaker } from './notes/index.ts'
import { mistyped } from './people.ts'
import type { Random } from './random.ts'
import { money, products, type Revenue } from './revenue.ts'

type Making = { customer: Customer; revenue: Revenue; random: Random }

export const reference = (system: SystemName, localId: string) => ({ system, localId })
export const userRef = (email: string) => reference('holdfast', email)
export const accountRef = ({ company }: Customer) => reference('crm', company.id)

export function* accountsOf(customer: Customer, revenue: Revenue): Generator<Said> {
  const making = { customer, revenue, random: customer.chance('account') }
  yield inCrm(making)
  const second = enteredTwice(making)
  if (second) yield second
  yield inSupport(making)
  yield inProduct(making)
  const judged = byHand(making)
  if (judged) yield judged
  const tracked = inSpreadsheet(making)
  if (tracked) yield tracked
  yield inBilling(making)
}

function inCrm({ customer, revenue, random }: Making): Said {
  const { company, story, calendar, renewalDate } = customer
  const hasLeft = story.arc === 'churned'
  // The CRM's figure is the one of the last opportunity: right when it closed, and often not since.
  const stale = random.chance(0.3) ? random.pick([0.8, 0.9, 1.08, 1.15, 1.25]) : 1
  return said('account', 'crm', company.id, calendar.moment(random.int(1, 240), 14, random.int(0, 59)), {
    name: company.name,
    ...(random.chance(0.92) ? { domains: [company.domain] } : {}),
    ...(random.chance(0.8) ? { website: `https://www.${company.domain}/` } : {}),
    ...(random.chance(0.7) ? { phone: company.phone } : {}),
    ...(random.chance(0.94) ? { industry: company.industry } : {}),
    employees: company.employees,
    ...(random.chance(0.5) ? { annual_revenue: money(company.employees * random.int(60, 240) * 100_000, 'USD') } : {}),
    country: company.country.code,
    city: company.city,
    region: company.country.region,
    type: hasLeft ? 'former_customer' : 'customer',
    ...(company.parent === null ? {} : { parent: reference('crm', accountId(company.parent)) }),
    ...(random.chance(0.97) ? { owner: userRef(customer.csm) } : {}),
    acquisition_channel: random.pick([
      'referral',
      'partner',
      'inbound',
      'inbound',
      'outbound',
      'event',
      'product_led',
      'tender',
    ]),
    ...(random.chance(0.93)
      ? { arr: money(Math.round((revenue.arr * stale) / 10_000) * 10_000, revenue.currency) }
      : {}),
    ...(revenue.terms[0] ? { contract_start: revenue.terms[0].startsOn } : {}),
    ...(renewalDate ? { renewal_date: renewalDate } : {}),
    ...(revenue.discount >= 15
      ? {
          special_terms: `Price held for ${story.termMonths} months; ${revenue.discount} % while the seat count does not fall below ${customer.seats}.`,
        }
      : {}),
  })
}

/** A second colleague entered the same company by hand and never saw the first. It is for people to find and merge. */
function enteredTwice({ customer, random }: Making): Said | null {
  const { company, calendar, seller } = customer
  if (!random.chance(0.035)) return null
  const entry = said('account', 'crm', `${company.id}-2`, calendar.moment(random.int(100, 700), 16), {
    name: mistyped(company.name, random),
    country: company.country.code,
    city: company.city,
    type: 'prospect',
    owner: userRef(seller),
  })
  return { ...entry, change: { ...entry.change, allowDuplicate: true } }
}

function inSupport({ customer, random }: Making): Said {
  const { company, supportId, calendar } = customer
  const name = random.chance(0.7) ? company.name : company.name.toUpperCase()
  return matched('account', 'support', supportId, calendar.moment(random.int(1, 60), 7), {
    name,
    domains: [company.domain],
  })
}

function inProduct({ customer, random }: Making): Said {
  const { company, workspaceId, calendar } = customer
  const entry = matched('account', 'product', workspaceId, calendar.moment(1, 3), {
    name: random.chance(0.6) ? company.name : plain(company.name.split(' ').at(-1) ?? company.name) || company.name,
    domains: [company.domain],
    timezone: company.timezone,
  })
  // A workspace is opened from the CRM; the few older ones were opened by hand.
  return random.chance(0.95) ? linked(entry, company.id) : entry
}

/** What only a colleague can know; quiet customers have nobody who wrote it down. */
function byHand({ customer, random }: Making): Said | null {
  const { company, story, calendar, csm } = customer
  if (story.arc === 'quiet' && random.chance(0.6)) return null
  const strain = story.strain(0)
  const book = phrasebooks[company.country.language]
  const mood = moodAt(strain, random)
  const champion = customer.people[0]
  const say = speaker({ person: champion?.first ?? csm, company: company.name }, random)
  const livedAgo = story.startedAgo - random.int(20, 70)
  const isDue = story.renewsIn !== null && story.renewsIn < 120
  const entry = matched('account', 'hand', company.id, calendar.moment(random.int(1, 100), 15, random.int(0, 59)), {
    name: company.name,
    domains: [company.domain],
    timezone: company.timezone,
    tier: company.tier,
    lifecycle_stage: stageOf(customer),
    growth_potential:
      story.arc === 'thriving' ? random.pick(['high', 'high', 'medium']) : random.pick(['medium', 'low', 'none']),
    ...designationsOf(customer, random),
    ...(company.verticals.length > 0 ? { verticals: company.verticals } : {}),
    use_cases: random.some(
      ['workflow_automation', 'reporting', 'customer_service', 'billing_and_finance', 'compliance', 'data_integration'],
      2,
    ),
    ...(story.arc === 'churned' || story.renewsIn === null ? {} : { renewal_forecast: forecastAt(strain, isDue) }),
    ...(strain > 0.45 && story.arc !== 'churned' ? { renewal_risk: say(random.pick(book.risks)) } : {}),
    ...(random.chance(0.4) ? { internal_note: say(random.pick(book.internal[mood])) } : {}),
    ...(livedAgo > 0 ? { went_live_on: calendar.day(livedAgo) } : {}),
    ...(livedAgo > 40 ? { onboarding_completed_on: calendar.day(livedAgo - 35) } : {}),
  })
  return linked(entry, company.id)
}

export const forecastAt = (strain: number, isDue: boolean): string =>
  strain > 0.65 ? (isDue ? 'red_alert' : 'at_risk') : strain > 0.35 ? 'at_risk' : 'on_track'

function stageOf({ story, company }: Customer): string {
  if (story.arc === 'churned') return 'churned'
  if (story.arc === 'onboarding') return story.startedAgo < 25 ? 'handoff' : 'onboarding'
  if (story.renewsIn !== null && story.renewsIn < 75) return 'renewal'
  if (story.arc === 'thriving') return company.tier === 'standard' ? 'value' : 'growth'
  return story.arc === 'quiet' || story.startedAgo < 300 ? 'adoption' : 'value'
}

function designationsOf({ story, company }: Customer, random: Random): { designations?: string[] } {
  const marks = [
    ...(company.tier === 'enterprise' && random.chance(0.3) ? ['whale'] : []),
    ...(story.strain(0) > 0.6 && story.arc !== 'churned' ? ['at_risk'] : []),
    ...(story.arc === 'churned' ? ['churned'] : []),
    ...(story.arc === 'recovering' ? ['win_back'] : []),
    ...(story.arc === 'thriving' && random.chance(0.3)
      ? [random.pick(['reference', 'lighthouse', 'design_partner'])]
      : []),
  ]
  return marks.length > 0 ? { designations: marks } : {}
}

/** The renewals sheet one CSM still keeps: a third opinion on ARR, rounded, and a date typed from memory. */
function inSpreadsheet({ customer, revenue, random }: Making): Said | null {
  const { company, calendar, story } = customer
  if (story.renewsIn === null || story.arc === 'churned' || !random.chance(0.12)) return null
  return matched('account', 'spreadsheet', `renewals!${company.id}`, calendar.moment(random.int(20, 200), 11), {
    name: company.name,
    domains: [company.domain],
    arr: money(Math.round(revenue.arr / 1_000_000) * 1_000_000 || revenue.arr, revenue.currency),
    renewal_date: calendar.day(-story.renewsIn + random.pick([0, 0, 1, 30])),
  })
}

/** Billing knows the legal name, and now and then not even the domain: then it becomes an account of its own. */
function inBilling({ customer, revenue, random }: Making): Said {
  const { company, billingId, calendar, story } = customer
  const payer = customer.people.find(
    ({ roles, crmId, leftAgo }) => roles.includes('billing_contact') && crmId && leftAgo === null,
  )
  const isStranger = random.chance(0.02)
  const entry = matched('account', 'billing', billingId, calendar.moment(1, 2, 30), {
    name: isStranger
      ? `${plain(company.legalName).toUpperCase().slice(0, 14)} ${random.int(10, 99)}`
      : random.chance(0.5)
        ? company.legalName
        : company.name,
    ...(isStranger ? {} : { legal_name: company.legalName, domains: [company.domain] }),
    country: company.country.code,
    arr: money(story.arc === 'churned' ? 0 : revenue.arr, revenue.currency),
    ...(revenue.discount > 0 ? { discount: revenue.discount } : {}),
    payment_status: story.arc === 'churned' ? 'canceled' : isLate(customer) ? 'past_due' : 'active',
    product_lines: [
      ...new Set(revenue.lines.flatMap(({ code }) => products.find((product) => product.code === code)?.family ?? [])),
    ],
    ...(payer?.crmId ? { billing_contact: reference('crm', payer.crmId) } : {}),
  })
  return isStranger || random.chance(0.15) ? entry : linked(entry, company.id)
}

/** Those under strain pay late, and a few others out of habit. */
export const isLate = (customer: Customer): boolean =>
  customer.chance('lateness').next() < 0.04 + 0.4 * Math.max(0, customer.story.strain(0) - 0.3)

export const said = (
  object: string,
  system: SystemName,
  localId: string,
  saidAt: string,
  values: Record<string, unknown>,
): Said => ({
  object,
  change: { verb: 'upsert', source: { system, localId }, saidAt, values },
})

export function matched(
  object: string,
  system: SystemName,
  localId: string,
  saidAt: string,
  values: Record<string, unknown>,
): Said {
  const entry = said(object, system, localId, saidAt, values)
  return { ...entry, change: { ...entry.change, match: true } }
}

/** The same, by a system that keeps the CRM's number beside its own: no guessing there. */
export function linked(entry: Said, crmId: string): Said {
  return { ...entry, change: { ...entry.change, sameAs: [reference('crm', crmId)] } }
}
