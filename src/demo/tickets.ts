// Tickets as support has them: more of them, and worse, where the story strains.
import { reference, said, userRef } from './accounts.ts'
import { asksSupport, supportContactId } from './contacts.ts'
import type { Customer, Said } from './customer.ts'
import { phrasebooks, speaker } from './notes/index.ts'
import type { TicketText } from './notes/phrasebook.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { serving } from './team.ts'

const monthly = { enterprise: 0.95, strategic: 0.6, standard: 0.3 }

export function* ticketsOf(customer: Customer): Generator<Said> {
  const random = customer.chance('tickets')
  const askers = customer.people.filter(asksSupport)
  const [first, ...rest] = askers
  if (!first) return
  let count = 0
  for (let daysAgo = 364; daysAgo >= 1; daysAgo--) {
    const isWeekend = [0, 6].includes(customer.calendar.weekday(daysAgo))
    if (isWeekend || customer.story.usage(daysAgo) === 0) continue
    const strain = customer.story.strain(daysAgo)
    if (!random.chance((monthly[customer.company.tier] * (0.55 + 3.2 * strain)) / 21)) continue
    const requester = random.pick([first, ...rest])
    if (requester.leftAgo !== null && requester.leftAgo >= daysAgo) continue
    yield ticket({
      customer,
      random,
      daysAgo,
      strain,
      requester,
      number: `${customer.company.index + 1}${String(++count).padStart(3, '0')}`,
    })
  }
}

type Asked = { customer: Customer; random: Random; daysAgo: number; strain: number; requester: Person; number: string }

function ticket({ customer, random, daysAgo, strain, requester, number }: Asked): Said {
  const { calendar, company, supportId } = customer
  const book = phrasebooks[company.country.language]
  const text = fitting(book.tickets, strain, random)
  const say = speaker({ person: requester.first, company: company.name }, random)
  const priority = urgency(text.kind, strain, random)
  const isEscalated = strain > 0.45 && priority !== 'low' && random.chance(0.3)
  const tookDays = Math.max(0, Math.round(random.around(1 + 9 * strain, 2 + 3 * strain)))
  const solvedAgo = daysAgo - tookDays
  const isSolved = solvedAgo > 0 && !(strain > 0.6 && daysAgo < 40 && random.chance(0.45))
  const [hour, minute] = [random.int(8, 16), random.int(0, 59)]
  const solvedAt = calendar.moment(solvedAgo, Math.min(23, hour + 2), minute)
  const updatedAt = isSolved ? solvedAt : calendar.moment(daysAgo, hour + 1, minute)
  return said('ticket', 'support', number, updatedAt, {
    account: reference('support', supportId),
    requester: reference('support', supportContactId(requester)),
    assignee: userRef(random.pick(serving(company.country, 'support'))),
    number,
    subject: say(text.subject),
    description: say(text.description),
    kind: text.kind,
    status: isSolved
      ? solvedAgo > 7
        ? 'closed'
        : 'solved'
      : random.pick(['open', 'open', 'pending', 'on_hold', daysAgo < 2 ? 'new' : 'open']),
    priority,
    opened_at: calendar.moment(daysAgo, hour, minute),
    updated_in_source_at: updatedAt,
    ...(isSolved ? { solved_at: solvedAt, resolution: say(text.resolution) } : {}),
    tags: random.some(['import', 'approvals', 'sso', 'reports', 'mobile', 'vip', 'regression'], random.int(0, 2)),
    is_escalated: isEscalated,
    ...(isEscalated ? { escalated_at: calendar.moment(daysAgo, hour + 1, minute) } : {}),
    ...(isSolved ? rating(strain, random, book.ratings) : { satisfaction: 'unoffered' }),
  })
}

const faults = ['bug', 'incident', 'problem']

function fitting(texts: readonly [TicketText, ...TicketText[]], strain: number, random: Random): TicketText {
  const isFault = random.chance(0.35 + 0.5 * strain)
  const [first, ...rest] = texts.filter(({ kind }) => faults.includes(kind) === isFault)
  return first ? random.pick([first, ...rest]) : texts[0]
}

function urgency(kind: TicketText['kind'], strain: number, random: Random): string {
  if (kind === 'incident') return random.pick(['urgent', 'high'])
  if (kind === 'bug' || kind === 'problem') return random.chance(0.25 + strain * 0.5) ? 'high' : 'normal'
  return random.pick(['low', 'normal', 'normal'])
}

function rating(
  strain: number,
  random: Random,
  { good, bad }: { good: readonly [string, ...string[]]; bad: readonly [string, ...string[]] },
) {
  if (!random.chance(0.45)) return { satisfaction: random.pick(['offered', 'unoffered']) }
  const isBad = random.chance(0.06 + 0.7 * strain)
  return {
    satisfaction: isBad ? 'bad' : 'good',
    ...(random.chance(isBad ? 0.6 : 0.25) ? { satisfaction_comment: random.pick(isBad ? bad : good) } : {}),
  }
}
