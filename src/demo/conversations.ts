// Calls, meetings, mails, reviews and trainings, with notes in the customer's language and who was there.
import { accountRef, reference, said, userRef } from './accounts.ts'
import type { Customer, Said } from './customer.ts'
import { type Mood, moodAt, phrasebooks, type Slots, speaker } from './notes/index.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { nameOf } from './team.ts'

const yearly = { enterprise: 26, strategic: 17, standard: 6 }
const tones: Record<Mood, readonly [string, ...string[]]> = {
  well: ['positive', 'positive', 'neutral'],
  flat: ['neutral', 'neutral', 'positive', 'concerned'],
  worried: ['concerned', 'negative', 'negative'],
}

type Kind = 'call' | 'meeting' | 'email' | 'training' | 'business_review' | 'note' | 'announcement'
type Talk = {
  customer: Customer
  random: Random
  id: string
  daysAgo: number
  kind: Kind
  mood: Mood
  person: Person
  present: readonly Person[]
}

export function* conversationsOf(customer: Customer): Generator<Said> {
  const random = customer.chance('conversations')
  let count = 0
  for (let daysAgo = 364; daysAgo >= 1; daysAgo--) {
    if (!random.chance(rateAt(customer, daysAgo))) continue
    const there = customer.people.filter(
      ({ crmId, leftAgo }) => crmId !== null && (leftAgo === null || leftAgo < daysAgo),
    )
    const [first, ...rest] = there
    if (!first) continue
    const kind = kindFor(customer, random)
    const isGroup = kind === 'meeting' || kind === 'training' || kind === 'business_review'
    const person = random.chance(0.55) ? first : random.pick([first, ...rest])
    const others = isGroup
      ? random.some(
          there.filter((one) => one !== person),
          random.int(1, 4),
        )
      : []
    const mood = moodAt(customer.story.strain(daysAgo), random)
    const id = `I-${customer.company.id.slice(2)}-${String(++count).padStart(3, '0')}`
    yield* conversation({ customer, random, id, daysAgo, kind, mood, person, present: [person, ...others] })
  }
}

/** Working days only; the quiet are left alone, the troubled are called. */
function rateAt({ company, story, calendar }: Customer, daysAgo: number): number {
  if ([0, 6].includes(calendar.weekday(daysAgo)) || daysAgo > story.startedAgo) return 0
  if (story.endedAgo !== null && daysAgo < story.endedAgo - 20) return 0
  const pull = story.arc === 'quiet' ? 0.25 : story.arc === 'onboarding' ? 2.4 : 0.8 + story.strain(daysAgo) * 0.9
  return (yearly[company.tier] * pull) / 261
}

function kindFor({ company, story }: Customer, random: Random): Kind {
  return random.weighted<Kind>([
    ['email', 38],
    ['call', 25],
    ['meeting', company.tier === 'standard' ? 8 : 18],
    ['training', story.arc === 'onboarding' ? 14 : 4],
    ['business_review', company.tier === 'standard' ? 1 : 6],
    ['note', 7],
    ['announcement', 4],
  ])
}

function* conversation(talk: Talk): Generator<Said> {
  const { customer, random, id, daysAgo, kind, mood, person } = talk
  const { calendar, csm, company } = customer
  const [hour, minute] = [random.int(8, 17), random.int(0, 59)]
  // The standard is a day; about one in five is written down later, and some customers' stories always are.
  const lateDays = kind === 'email' ? 0 : random.chance(0.8) ? 0 : random.int(2, 12)
  const isFromThem = kind === 'email' ? random.chance(0.45) : random.chance(mood === 'worried' ? 0.4 : 0.2)
  const loggedAt = calendar.moment(Math.max(1, daysAgo - lateDays), hour + 1, minute)
  const isMeeting = kind === 'call' || kind === 'meeting' || kind === 'training' || kind === 'business_review'
  yield said('interaction', 'hand', id, loggedAt, {
    account: accountRef(customer),
    kind,
    direction: isFromThem ? 'inbound' : 'outbound',
    happened_at: calendar.moment(daysAgo, hour, minute),
    logged_at: loggedAt,
    ...(isMeeting
      ? { duration_minutes: kind === 'call' ? random.pick([10, 15, 20, 30]) : random.pick([30, 45, 60, 90]) }
      : {}),
    author: userRef(csm),
    ...textOf(talk, isFromThem),
  })
  if (!isMeeting) return
  yield present(talk, csm, {
    user: userRef(csm),
    name: nameOf(csm),
    email: csm,
    attended: true,
  })
  for (const { crmId, name, email } of talk.present)
    yield present(talk, crmId ?? email, {
      contact: reference('crm', crmId ?? ''),
      name,
      email,
      attended: random.chance(0.9) || email === person.email,
    })
  // Somebody in the invitation whom no list knows yet.
  if (talk.present.length > 2 && random.chance(0.12))
    yield present(talk, 'guest', { name: `procurement, ${company.name}`, email: `procurement@${company.domain}` })
}

const present = ({ customer, id, daysAgo }: Talk, who: string, values: Record<string, unknown>): Said =>
  said('attendance', 'hand', `${id}:${who}`, customer.calendar.moment(daysAgo, 18), {
    interaction: reference('hand', id),
    ...values,
  })

function textOf({ customer, random, kind, mood, person }: Talk, isFromThem: boolean): Record<string, unknown> {
  const book = phrasebooks[customer.company.country.language]
  const slots: Slots = { person: person.first, company: customer.company.name }
  const say = speaker(slots, random)
  if (kind === 'email') {
    const [subject, body] = random.pick(isFromThem ? book.mail.fromThem[mood] : book.mail.fromUs)
    return { subject: say(subject), notes: say(body), ...(isFromThem ? { tone: random.pick(tones[mood]) } : {}) }
  }
  const subject = say(random.pick(book.subjects[kind]))
  if (kind === 'announcement') return { subject }
  if (kind === 'note') return { subject, notes: say(random.pick(book.seen[mood])) }
  const lines = [
    random.pick(book.openings),
    ...random.some(book.seen[mood], random.int(1, 2)),
    random.pick(book.said[mood]),
    random.pick(book.next[mood]),
  ]
  return {
    subject,
    notes: lines.map(say).join(' '),
    tone: random.pick(tones[mood]),
    ...(kind !== 'call' || random.chance(0.3) ? { decided: say(random.pick(book.decided[mood])) } : {}),
    ...(random.chance(0.45) ? { promised: say(random.pick(book.promised)) } : {}),
    ...(mood === 'worried' || random.chance(0.12) ? { concerns: say(random.pick(book.concerns)) } : {}),
  }
}
