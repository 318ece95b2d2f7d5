// What a customer pays, worked out once from price and seats, so that subscriptions, invoices and ARR add up to the cent.
import { monthsAfter } from './calendar.ts'
import type { Customer } from './customer.ts'

export type Line = { code: string; quantity: number; unitPrice: number; discount: number; arr: number }
export type Revenue = {
  currency: string
  lines: readonly Line[]
  /** Minor units for a year; what was paid in the end, for those who left. */
  arr: number
  discount: number
  /** Months between invoices. */
  every: 1 | 3 | 12
  /** First days of the contracts, the latest last. */
  terms: readonly { startsOn: string; endsOn: string; renewsOn: string }[]
}

export const products = [
  {
    code: 'TL-TEAM',
    name: 'Tideline Team',
    family: 'platform',
    kind: 'plan',
    say: 'Flows, forms and approvals for one team.',
  },
  {
    code: 'TL-BUS',
    name: 'Tideline Business',
    family: 'platform',
    kind: 'plan',
    say: 'Everything in Team, for several sites and languages.',
  },
  {
    code: 'TL-ENT',
    name: 'Tideline Enterprise',
    family: 'platform',
    kind: 'plan',
    say: 'Business with single sign-on, audit trail and a named CSM.',
  },
  {
    code: 'TL-ANA',
    name: 'Dashboards',
    family: 'analytics',
    kind: 'module',
    say: 'Figures over all processes, live and shareable.',
  },
  { code: 'TL-CON', name: 'Connect', family: 'integrations', kind: 'module', say: 'Ready links to ERP, HR and mail.' },
  {
    code: 'TL-MOB',
    name: 'Mobile Capture',
    family: 'mobile',
    kind: 'module',
    say: 'Forms with photo and signature, also offline.',
  },
  {
    code: 'TL-AI',
    name: 'Assist',
    family: 'ai',
    kind: 'feature',
    say: 'Drafts flows from a description and answers questions on them.',
  },
  {
    code: 'TL-PREM',
    name: 'Premium support',
    family: 'premium_support',
    kind: 'service',
    say: 'Answers within the hour, day and night.',
  },
] as const

const planOf = { enterprise: 'TL-ENT', strategic: 'TL-BUS', standard: 'TL-TEAM' } as const
const seatPrice = { enterprise: [60_000, 140_000], strategic: [30_000, 70_000], standard: [6500, 26_000] } as const
/** Price lists of the local currencies, as rounded multiples of the dollar's. */
const localPrice: Record<string, number> = { USD: 1, EUR: 0.9, BRL: 5, MXN: 17, MYR: 4.5 }

export function revenueOf(customer: Customer): Revenue {
  const { company, story, seats } = customer
  const random = customer.chance('revenue')
  const currency = random.chance(0.45) ? company.country.currency : 'USD'
  const discount = random.chance(company.tier === 'standard' ? 0.25 : 0.6) ? random.pick([5, 8, 10, 12.5, 15, 20]) : 0
  const [low, high] = seatPrice[company.tier]
  const price = Math.round(((low + random.next() * (high - low)) * (localPrice[currency] ?? 1)) / 100) * 100
  const addOns = random.some(products.slice(3), random.int(0, company.tier === 'standard' ? 2 : 4))
  const lineOf = (code: string, share: number): Line => {
    const unitPrice = Math.round(price * share)
    return {
      code,
      quantity: seats,
      unitPrice,
      discount,
      arr: Math.round(unitPrice * seats * 12 * (1 - discount / 100)),
    }
  }
  const lines = [
    lineOf(planOf[company.tier], 1),
    ...addOns.map(({ code }) => lineOf(code, code === 'TL-PREM' ? 0.2 : 0.12)),
  ]
  return {
    currency,
    lines,
    arr: lines.reduce((sum, { arr }) => sum + arr, 0),
    discount,
    every: company.tier === 'standard' ? random.pick([1, 1, 3, 12]) : random.pick([3, 12, 12]),
    terms: termsOf(customer, story.termMonths),
  }
}

/** Back from the renewal date (where nobody wrote it down, from some months ahead), or from the last day of those who left, until before they began. */
function termsOf({ renewalDate, story, calendar }: Customer, months: number): Revenue['terms'] {
  const end = story.endedAgo === null ? (renewalDate ?? calendar.day(months * -12)) : calendar.day(story.endedAgo)
  const began = calendar.day(story.startedAgo)
  const terms: Revenue['terms'][number][] = []
  for (let term = 1; term <= 12; term++) {
    const startsOn = monthsAfter(end, -term * months)
    const renewsOn = monthsAfter(end, -(term - 1) * months)
    terms.unshift({ startsOn, renewsOn, endsOn: calendar.day(calendar.ago(renewsOn) + 1) })
    if (startsOn <= began) break
  }
  return terms
}

export const money = (amount: number, currency: string): { amount: number; currency: string } => ({
  amount: Math.round(amount),
  currency,
})
