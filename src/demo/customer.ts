// Everything about one customer that more than one part of the demo has to agree on.
import type { Change } from '../records/index.ts'
import { type Calendar, monthsAfter } from './calendar.ts'
import { type Company, companyAt } from './company.ts'
import { type Person, peopleOf } from './people.ts'
import { type Random, randomAt } from './random.ts'
import { type Story, storyOf } from './story.ts'
import { type DemoRole, leaver, serving } from './team.ts'

export type World = { seed: number; calendar: Calendar; contactsPerAccount: number }

export type Customer = {
  company: Company
  story: Story
  people: readonly Person[]
  csm: string
  deputy: string
  seller: string
  /** As billing, support and product know the company. */
  billingId: string
  supportId: string
  workspaceId: string
  seats: number
  /** ISO day; null where nobody wrote one down. */
  renewalDate: string | null
  calendar: Calendar
  /** The stream of one part: what it draws shifts nothing elsewhere. */
  chance(part: string): Random
}

/** One change and what it is of. */
export type Said = { object: string; change: Change & { source: NonNullable<Change['source']> } }

export function customerAt(world: World, index: number): Customer {
  const { seed, calendar } = world
  const company = companyAt(seed, index)
  const random = randomAt(seed, 'customer', index)
  const story = storyOf(company, random)
  const people = peopleOf({ world, company, story })
  const users = people.filter(({ productUser }) => productUser).length
  const spare = story.arc === 'quiet' ? 2.4 : story.arc === 'thriving' ? 1 : 1.15 + random.next() * 0.5
  const { country } = company
  const owners: DemoRole[] = company.tier === 'standard' ? ['csm', 'junior_csm'] : ['csm']
  const number = String(index + 1).padStart(6, '0')
  return {
    company,
    story,
    people,
    csm: random.chance(0.015) ? leaver.email : random.pick(serving(country, ...owners)),
    deputy: random.pick(serving(country, 'csm', 'junior_csm')),
    seller: random.pick(serving(country, 'sales')),
    billingId: `cus_${base36(random, 8)}${number}`,
    supportId: `9${number}`,
    workspaceId: `ws_${number}`,
    seats: Math.max(2, Math.ceil(users * spare)),
    renewalDate: renewalDate(story, calendar),
    calendar,
    chance: (part) => randomAt(seed, part, index),
  }
}

/** An onboarding customer renews on the day it began; others were renewed before, and keep a date of their own. */
function renewalDate({ arc, startedAgo, renewsIn, termMonths }: Story, calendar: Calendar): string | null {
  if (renewsIn === null || arc === 'churned') return null
  return arc === 'onboarding' ? monthsAfter(calendar.day(startedAgo), termMonths) : calendar.day(-renewsIn)
}

export const base36 = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 35).toString(36)).join('')
