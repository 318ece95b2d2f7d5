import { expect, test } from 'vitest'
import { contactModel } from './contact-model.ts'
import { type Lessons, learn } from './learn.ts'
import { layoutOf, type Model } from './model.ts'

/** Park–Miller: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

type Change = (field: string, shares: number[]) => number[]
const unchanged: Change = (_, shares) => shares

/** Vectors of pairs, so many of one thing, with levels drawn by the model's shares; fields of the rule always agree. */
function draw(o: { matches: number; others: number; ruled: string[]; seed: number; m?: Change }): Map<number, number> {
  const layout = layoutOf(contactModel)
  const random = seeded(o.seed)
  const counts = new Map<number, number>()
  const used = ['given', 'family', 'birth', 'postcode', 'email', 'phone']
  for (let pair = 0; pair < o.matches + o.others; pair++) {
    let vector = 0
    for (const field of contactModel.fields) {
      if (!used.includes(field.name)) continue
      const isMatch = pair < o.matches
      const shares = field.levels.map((level) => (isMatch ? level.m : level.u))
      const level = o.ruled.includes(field.name)
        ? field.levels.length
        : pick(isMatch ? (o.m ?? unchanged)(field.name, shares) : shares, random)
      vector |= level << (layout.get(field.name)?.shift ?? 0)
    }
    counts.set(vector, (counts.get(vector) ?? 0) + 1)
  }
  return counts
}

function pick(shares: readonly number[], random: () => number): number {
  let rest = random() * shares.reduce((sum, share) => sum + share, 0)
  const at = shares.findIndex((share) => {
    rest -= share
    return rest <= 0
  })
  return (at < 0 ? shares.length - 1 : at) + 1
}

const lessons = (o: { first?: Change; second?: Change; sure?: number[] } = {}): Lessons => ({
  random: draw({ matches: 0, others: 60_000, ruled: [], seed: 1 }),
  sessions: [
    {
      rule: 'email',
      fields: ['email'],
      counts: draw({ matches: 3000, others: 3000, ruled: ['email'], seed: 2, m: o.first ?? unchanged }),
    },
    {
      rule: 'family and birth',
      fields: ['family', 'birth'],
      counts: draw({ matches: 3000, others: 3000, ruled: ['family', 'birth'], seed: 3, m: o.second ?? unchanged }),
    },
  ],
  surePairs: o.sure ?? [2500, 2500],
})

const weight = (model: Model, field: string, level: string): number => {
  const found = model.fields.find((each) => each.name === field)?.levels.find((each) => each.name === level)
  return Math.log2((found?.m ?? 1) / (found?.u ?? 1))
}

test('learns that given names are often mistyped where they are', () => {
  const mistyped: Change = (field, shares) =>
    field === 'given' ? shares.map((share, i) => (i === 4 ? 0.4 : share * 0.6)) : shares
  const learned = learn(contactModel, lessons({ first: mistyped, second: mistyped }))
  expect(learned.isLearned).toBe(true)
  expect(weight(learned.model, 'given', 'slip')).toBeGreaterThan(weight(contactModel, 'given', 'slip') + 1)
})

test('weights that are right already stay near', () => {
  const { model, isLearned } = learn(contactModel, lessons())
  expect(isLearned).toBe(true)
  for (const [field, level] of [
    ['given', 'same'],
    ['family', 'different'],
    ['birth', 'same'],
  ] as const)
    expect(Math.abs(weight(model, field, level) - weight(contactModel, field, level))).toBeLessThan(1.5)
})

test('a session that takes other pairs for matches than ids prove is refused, and says so', () => {
  const learned = learn(contactModel, lessons({ sure: [100, 2500] }))
  expect(learned).toMatchObject({ model: contactModel, isLearned: false })
  expect(!learned.isLearned && learned.because.en).toMatch(/session on email took \d+ pairs .* 100 are sure/)
})

test('two sessions that tell of different worlds are refused', () => {
  const often: Change = (field, shares) =>
    field === 'given' ? shares.map((share, i) => (i === 0 ? 0.4 : share * 0.6)) : shares
  const learned = learn(contactModel, lessons({ first: often }))
  expect(learned).toMatchObject({ model: contactModel, isLearned: false })
  expect(!learned.isLearned && learned.because.en).toMatch(/given "different" .* bits apart/)
})

test('a model in which agreeing speaks against a match is refused', () => {
  const turned: Change = (field, shares) => (field === 'postcode' ? [0.98, 0.015, 0.005] : shares)
  const learned = learn(contactModel, lessons({ first: turned, second: turned }))
  expect(learned).toMatchObject({ model: contactModel, isLearned: false })
  expect(!learned.isLearned && learned.because.en).toMatch(/postcode "\w+" came to weigh no more/)
})

test('one session alone teaches nothing', () => {
  const alone = { ...lessons(), sessions: lessons().sessions.slice(0, 1) }
  expect(learn(contactModel, alone)).toMatchObject({ model: contactModel, isLearned: false })
})
