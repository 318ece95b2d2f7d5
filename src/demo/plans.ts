// What customers want to reach, what we have promised to do, and what sales hopes to sell.
import { accountRef, reference, said, userRef } from './accounts.ts'
import type { Customer, Said } from './customer.ts'
import { moodAt, phrasebooks, speaker } from './notes/index.ts'
import { money, type Revenue } from './revenue.ts'

export function* objectivesOf(customer: Customer): Generator<Said> {
  const { story, company, calendar, csm } = customer
  if (story.arc === 'quiet' && customer.chance('unplanned').chance(0.7)) return
  const random = customer.chance('objectives')
  const { objectives } = phrasebooks[company.country.language]
  const strain = story.strain(0)
  for (const [at, text] of random
    .some(objectives, company.tier === 'standard' ? random.int(1, 2) : random.int(2, 3))
    .entries()) {
    const dueIn = random.int(-120, 240)
    const goesWell = random.chance(0.9 - strain)
    const isOver = dueIn < 0
    const status = isOver
      ? goesWell
        ? 'met'
        : 'not_met'
      : story.arc === 'onboarding'
        ? 'not_started'
        : goesWell
          ? 'on_track'
          : 'at_risk'
    yield said('objective', 'hand', `O-${company.id.slice(2)}-${at + 1}`, calendar.moment(random.int(1, 130), 10), {
      account: accountRef(customer),
      name: text.name,
      kind: random.pick(['objective', 'objective', 'use_case', 'success_criterion']),
      baseline: text.baseline,
      target: text.target,
      ...(status === 'not_started' ? {} : { current: goesWell ? text.good : text.poor }),
      due_on: calendar.day(-dueIn),
      status,
      ...(status === 'met' ? { outcome: text.outcome } : {}),
      owner: userRef(csm),
    })
  }
}

export function* tasksOf(customer: Customer): Generator<Said> {
  const { story, company, calendar, csm, deputy, people } = customer
  const random = customer.chance('tasks')
  const champion = people[0]
  const count = story.arc === 'quiet' ? random.int(0, 1) : random.int(1, company.tier === 'standard' ? 4 : 7)
  for (let at = 1; at <= count; at++) {
    const writtenAgo = Math.min(story.startedAgo, random.int(1, 200))
    const dueAgo = writtenAgo - random.int(2, 21)
    const mood = moodAt(story.strain(writtenAgo), random)
    const isDone = dueAgo > 0 ? random.chance(0.82) : random.chance(0.15)
    const name = random.pick(phrasebooks[company.country.language].tasks[mood])
    yield said('task', 'hand', `T-${company.id.slice(2)}-${at}`, calendar.moment(writtenAgo, 16), {
      account: accountRef(customer),
      ...(champion?.crmId && random.chance(0.6) ? { contact: reference('crm', champion.crmId) } : {}),
      name: speaker({ person: champion?.first ?? company.name, company: company.name }, random)(name),
      due_on: calendar.day(dueAgo),
      ...(isDone ? { done_on: calendar.day(Math.max(1, Math.min(writtenAgo, dueAgo + random.int(-3, 2)))) } : {}),
      status: isDone ? 'done' : random.pick(['open', 'open', 'in_progress']),
      priority: mood === 'worried' ? 'high' : random.pick(['normal', 'normal', 'low']),
      owner: userRef(random.chance(0.85) ? csm : deputy),
    })
  }
}

export function* opportunitiesOf(customer: Customer, revenue: Revenue): Generator<Said> {
  const { story, company, calendar, seller, csm } = customer
  const random = customer.chance('opportunities')
  const strain = story.strain(0)
  const deal = (
    id: string,
    name: string,
    daysAgo: number,
    owner: string,
    amount: number,
    values: Record<string, unknown>,
  ) =>
    said('opportunity', 'crm', `${company.id}/${id}`, calendar.moment(Math.max(1, daysAgo), 15), {
      account: accountRef(customer),
      name: `${company.name} – ${name}`,
      amount: money(Math.round(amount / 100) * 100, revenue.currency),
      closes_on: calendar.day(daysAgo),
      owner: userRef(owner),
      ...values,
    })
  yield deal('new', 'Tideline', story.startedAgo, seller, revenue.arr * 0.7, {
    kind: 'new_business',
    stage: 'closed_won',
    probability: 100,
  })
  if (story.endedAgo !== null) {
    const loss_reason =
      story.championLeftAgo === null
        ? random.pick(['price', 'competitor', 'low_value', 'quality', 'service', 'budget'])
        : 'champion_left'
    yield deal('renewal', 'Renewal', story.endedAgo, csm, revenue.arr, {
      kind: 'renewal',
      stage: 'closed_lost',
      probability: 0,
      loss_reason,
    })
  } else if (story.renewsIn !== null && story.renewsIn < 180) {
    const probability = Math.round(95 - 75 * strain)
    const stage = story.renewsIn < 45 ? (strain > 0.5 ? 'proposal' : 'negotiation') : 'qualification'
    yield deal('renewal', 'Renewal', -story.renewsIn, csm, revenue.arr, { kind: 'renewal', stage, probability })
  }
  if (story.arc === 'thriving' || random.chance(0.18)) {
    const isWon = random.chance(0.35)
    const kind = random.pick(['expansion', 'cross_sell', 'upsell'])
    const amount = revenue.arr * (0.1 + random.next() * 0.4)
    yield isWon
      ? deal('growth', 'Growth', Math.min(story.startedAgo - 1, random.int(5, 200)), seller, amount, {
          kind,
          stage: 'closed_won',
          probability: 100,
        })
      : deal('growth', 'Growth', -random.int(10, 120), seller, amount, {
          kind,
          stage: random.pick(['prospecting', 'qualification', 'proposal', 'negotiation']),
          probability: random.pick([10, 25, 40, 60]),
        })
  }
}
