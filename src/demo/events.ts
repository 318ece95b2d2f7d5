// What people did in the product over a year, as a Segment source would send it: account by account, each in order of time.
import type { Calendar } from './calendar.ts'
import type { Customer } from './customer.ts'
import { base36 } from './customer.ts'
import type { Person } from './people.ts'
import { type Random, randomAt } from './random.ts'
import { revenueOf } from './revenue.ts'

type Common = { messageId: string; timestamp: string; userId: string; groupId: string }
export type DemoEvent =
  | (Common & {
      type: 'identify'
      traits: { name: string; email: string; createdAt: string }
      context: { groupId: string }
    })
  | (Common & { type: 'group'; traits: { name: string; website: string; plan: string; seats: number } })
  | (Common & {
      type: 'track'
      event: string
      properties: Record<string, string | number>
      context: { groupId: string }
    })

/** Feature and how often it is the one used; the later ones are for those who have come to know the product. */
const basic = [
  ['Request Submitted', 9],
  ['Request Approved', 8],
  ['Form Filled', 6],
  ['Dashboard Viewed', 5],
  ['Comment Added', 3],
] as const
const advanced = [
  ['Flow Published', 3],
  ['Flow Edited', 4],
  ['Report Exported', 3],
  ['Connect Sync Run', 2],
  ['Assist Asked', 3],
  ['User Invited', 1],
] as const

const weekday = [0.04, 1.05, 1.12, 1.1, 1, 0.8, 0.07]

export function* eventsOf(customer: Customer, seed: number): Generator<DemoEvent> {
  const { company, story, people, calendar, workspaceId } = customer
  const users = people.filter(({ productUser }) => productUser !== null)
  const random = randomAt(seed, 'events', company.index)
  const greeted = new Set<string>()
  for (let daysAgo = Math.min(364, story.startedAgo); daysAgo >= 1; daysAgo--) {
    const day: DemoEvent[] = []
    for (const person of users) {
      const userId = person.productUser ?? ''
      if (daysAgo > person.joinedAgo || (person.leftAgo !== null && daysAgo < person.leftAgo)) continue
      if (!random.chance(person.intensity * story.usage(daysAgo) * rhythm(calendar, daysAgo))) continue
      if (!greeted.has(userId))
        day.push(...introduction({ customer, person, userId, daysAgo, random, isFirst: greeted.size === 0 }))
      greeted.add(userId)
      day.push(...session({ groupId: workspaceId, userId, person, daysAgo, calendar, random }))
    }
    day.sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1))
    for (const event of day) {
      yield event
      // A client that lost its connection sends again, under the same id.
      if (random.chance(0.003)) yield event
    }
  }
}

/** The week, the end of the month, and the days around the new year. */
function rhythm(calendar: Calendar, daysAgo: number): number {
  const date = calendar.day(daysAgo).slice(5)
  const holiday = date >= '12-23' || date <= '01-03' ? 0.25 : 1
  const monthEnd = date.slice(3) >= '27' ? 1.15 : 1
  return 0.36 * (weekday[calendar.weekday(daysAgo)] ?? 1) * holiday * monthEnd
}

type Greeting = {
  customer: Customer
  person: Person
  userId: string
  daysAgo: number
  random: Random
  isFirst: boolean
}

function introduction({ customer, person, userId, daysAgo, random, isFirst }: Greeting): DemoEvent[] {
  const { calendar, workspaceId: groupId, company, seats } = customer
  const timestamp = calendar.moment(daysAgo, 7)
  const identify: DemoEvent = {
    type: 'identify',
    messageId: `evt_${base36(random, 14)}`,
    timestamp,
    userId,
    groupId,
    traits: { name: person.name, email: person.email, createdAt: calendar.moment(person.joinedAgo, 9) },
    context: { groupId },
  }
  if (!isFirst) return [identify]
  const plan = revenueOf(customer).lines[0]?.code ?? 'TL-TEAM'
  const traits = { name: company.name, website: company.domain, plan, seats }
  return [identify, { type: 'group', messageId: `evt_${base36(random, 14)}`, timestamp, userId, groupId, traits }]
}

type Sitting = { groupId: string; userId: string; person: Person; daysAgo: number; calendar: Calendar; random: Random }

function session({ groupId, userId, person, daysAgo, calendar, random }: Sitting): DemoEvent[] {
  const isPower = person.intensity > 0.55
  const start = random.int(13, 20) * 60 + random.int(0, 59)
  const actions = 1 + Math.floor(random.next() * (isPower ? 5 : 3))
  const device = random.chance(0.18) ? 'mobile' : 'web'
  return Array.from({ length: actions + 1 }, (_, at) => {
    const minute = start + at * random.int(2, 14)
    const [first, ...rest] = isPower && random.chance(0.4) ? advanced : basic
    return {
      type: 'track',
      messageId: `evt_${base36(random, 14)}`,
      timestamp: calendar.moment(daysAgo, Math.floor(minute / 60), (minute % 60) + random.int(0, 59) / 60),
      userId,
      groupId,
      event: at === 0 ? 'Signed In' : random.weighted<string>([first, ...rest]),
      properties: { device },
      context: { groupId },
    }
  })
}
