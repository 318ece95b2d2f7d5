// Survey answers: scores follow the strain of their day, and the angry write three paragraphs.
import { accountRef, reference, said } from './accounts.ts'
import type { Customer, Said } from './customer.ts'
import { phrasebooks, speaker } from './notes/index.ts'
import type { Phrasebook } from './notes/phrasebook.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** Two waves of NPS a year to those who work with us, and an effort score after onboarding. */
const waves = [
  { name: 'Relationship NPS, spring wave', kind: 'nps', daysAgo: 205, id: 'nps-1' },
  { name: 'Relationship NPS, autumn wave', kind: 'nps', daysAgo: 24, id: 'nps-2' },
  { name: 'Ease of getting started', kind: 'ces', daysAgo: 60, id: 'ces-1' },
] as const

export function* surveysOf(customer: Customer): Generator<Said> {
  const random = customer.chance('surveys')
  for (const wave of waves) {
    const isForThem = wave.kind === 'nps' || customer.story.arc === 'onboarding'
    if (!isForThem || customer.story.usage(wave.daysAgo) === 0) continue
    for (const person of customer.people) {
      if (person.crmId === null || (person.leftAgo !== null && person.leftAgo > wave.daysAgo) || !random.chance(0.6))
        continue
      yield response(customer, wave, person, random)
    }
  }
}

function response(customer: Customer, wave: (typeof waves)[number], person: Person, random: Random): Said {
  const { calendar, story, company } = customer
  const answers = random.chance(story.arc === 'quiet' ? 0.12 : 0.5)
  const answeredAgo = wave.daysAgo - random.int(0, 9)
  const strain = story.strain(answeredAgo)
  const nps = Math.max(0, Math.min(10, Math.round(random.around(9.5 - 8.6 * strain, 1.1))))
  const score = wave.kind === 'nps' ? nps : Math.max(1, Math.min(7, Math.round(nps * 0.6 + 1)))
  const book = phrasebooks[company.country.language]
  const words = answers && wave.kind === 'nps' ? comment(book, score, person, company.name, random) : null
  return said(
    'survey_response',
    'survey',
    `${wave.id}:${person.crmId}`,
    calendar.moment(answers ? answeredAgo : wave.daysAgo, 12),
    {
      account: accountRef(customer),
      contact: reference('crm', person.crmId ?? ''),
      survey: wave.name,
      kind: wave.kind,
      sent_at: calendar.moment(wave.daysAgo, 8),
      ...(answers
        ? { responded_at: calendar.moment(answeredAgo, 11, random.int(0, 59)), score, language: company.country.locale }
        : {}),
      ...(words ?? {}),
    },
  )
}

function comment(
  book: Phrasebook,
  score: number,
  person: Person,
  company: string,
  random: Random,
): { comment: string; themes?: string[] } | null {
  const say = speaker({ person: person.first, company }, random)
  if (score <= 6) {
    const paragraphs = book.scores.detractor.map((lines) => say(random.pick(lines)))
    const isLong = random.chance(0.65)
    return {
      comment: isLong ? paragraphs.join('\n\n') : (paragraphs[1] ?? ''),
      ...(random.chance(0.7) ? { themes: random.some(['reliability', 'performance', 'support', 'usability'], 2) } : {}),
    }
  }
  if (!random.chance(0.55)) return null
  const themes = score >= 9 ? ['usability', 'relationship'] : ['reporting', 'pricing', 'missing_feature']
  return {
    comment: say(random.pick(score >= 9 ? book.scores.promoter : book.scores.passive)),
    ...(random.chance(0.4) ? { themes: random.some(themes, 1) } : {}),
  }
}
