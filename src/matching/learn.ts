// Weights learned from a company's own records, by expectation and maximisation over counted level vectors: there are a few thousand
// of these however many pairs there are, so no letter is read again. Training can go wrong without a sign; so what it finds is held
// against what is known otherwise, and refused where the two do not agree. Then the shipped weights stay, and the reason is told.
import type { Words } from '../../dictionary/words.ts'
import { type Field, layoutOf, levelIn, type Model } from './model.ts'
import { unlearned } from './unlearned.ts'

/** How many pairs have each level vector. */
export type VectorCounts = ReadonlyMap<number, number>

/** Pairs that one blocking rule brought together; the fields of the rule agree in all of them and are not learned from them. */
export type Session = { rule: string; fields: readonly string[]; counts: VectorCounts }

export type Lessons = {
  /** Pairs drawn at random, nearly all of them of two things: how often levels are met by chance. */
  random: VectorCounts
  /** Two sessions at least, by rules that have no field in common. */
  sessions: readonly Session[]
  /** Pairs in each session that are one beyond doubt, because an id or a mailbox says so. */
  surePairs: readonly number[]
}

export type Learned = { model: Model; isLearned: true } | { model: Model; isLearned: false; because: Words }

type LevelShares = Map<string, number[]>
type Trained = { rule: string; matches: number; shares: LevelShares; expected: Map<string, number[]> }

const rounds = 40
/** The shipped shares count as so many pairs, so that no level comes to nothing. */
const shippedPairs = 50
const mostRatio = 4
const mostApart = 2
/** What fewer pairs show is too rare to judge by, or to learn from. */
const leastSeen = 30
/** A level that few matches were expected on and fewer stand on: how seldom is seldom, they cannot tell. */
const [seldom, hardlyEver] = [0.1, 0.02]

/** A model with the shares that these lessons teach, or the given one and why it stays. */
export function learn(model: Model, lessons: Lessons): Learned {
  const refuse = (because: Words): Learned => ({ model, isLearned: false, because })
  if (lessons.sessions.length < 2) return refuse(unlearned.twoSessions)
  const chance = sharesOf(model, lessons.random)
  const trained = lessons.sessions.map((session) => train(model, session, chance))
  return (
    refuseCounts(trained, lessons.surePairs, refuse) ??
    refuseDisagreement(model, trained, chance, refuse) ??
    refuseOrder(model, combined(model, trained, chance), refuse) ?? {
      model: combined(model, trained, chance),
      isLearned: true,
    }
  )
}

/** The share of each level among pairs where the field is known on both sides. What a handful show or none is as it was shipped. */
function sharesOf(model: Model, counts: VectorCounts): LevelShares {
  const layout = layoutOf(model)
  return new Map(
    model.fields.map((field) => {
      const seen = field.levels.map(() => 0)
      const place = layout.get(field.name) ?? { shift: 0, width: 0 }
      for (const [vector, count] of counts) {
        const level = levelIn(vector, place)
        if (level > 0) seen[level - 1] = (seen[level - 1] ?? 0) + count
      }
      const shares = normalised(seen)
      return [field.name, field.levels.map(({ u }, i) => ((seen[i] ?? 0) < leastSeen ? u : (shares[i] ?? u)))]
    }),
  )
}

function train(model: Model, { rule, fields: ruled, counts }: Session, chance: LevelShares): Trained {
  const layout = layoutOf(model)
  const fields = model.fields.filter((field) => !ruled.includes(field.name))
  const places = fields.map((field) => layout.get(field.name) ?? { shift: 0, width: 0 })
  const rows = [...counts].map(([vector, count]) => ({ count, levels: places.map((place) => levelIn(vector, place)) }))
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const shares: LevelShares = new Map(fields.map((field) => [field.name, field.levels.map((level) => level.m)]))
  let expected = new Map<string, number[]>()
  let matches = total / 10
  for (let round = 0; round < rounds; round++) {
    expected = new Map(fields.map((field) => [field.name, field.levels.map(() => 0)]))
    const odds = matches / Math.max(total - matches, 1)
    matches = 0
    for (const { count, levels } of rows) {
      let ratio = odds
      fields.forEach((field, i) => {
        const level = levels[i] ?? 0
        if (level > 0) ratio *= (shares.get(field.name)?.[level - 1] ?? 0) / (chance.get(field.name)?.[level - 1] ?? 1)
      })
      const likely = (count * ratio) / (1 + ratio)
      matches += likely
      fields.forEach((field, i) => {
        const [level, seen] = [levels[i] ?? 0, expected.get(field.name)]
        if (level > 0 && seen) seen[level - 1] = (seen[level - 1] ?? 0) + likely
      })
    }
    for (const field of fields) {
      const seen = expected.get(field.name) ?? []
      shares.set(field.name, normalised(seen.map((each, i) => each + (field.levels[i]?.m ?? 0) * shippedPairs)))
    }
  }
  return { rule, matches, shares, expected }
}

/** Fewer or more matches than ids and mailboxes prove, by more than four times: the sessions learned something else. */
function refuseCounts(
  trained: readonly Trained[],
  sure: readonly number[],
  refuse: (because: Words) => Learned,
): Learned | null {
  for (const [i, { rule, matches }] of trained.entries()) {
    const known = sure[i] ?? 0
    if (matches > known * mostRatio || matches * mostRatio < known)
      return refuse(unlearned.counts(rule, Math.round(matches), known, mostRatio))
  }
  return null
}

/** Two sessions that weigh one level more than two bits apart cannot both be right. */
function refuseDisagreement(
  model: Model,
  trained: readonly Trained[],
  chance: LevelShares,
  refuse: (because: Words) => Learned,
): Learned | null {
  for (const field of model.fields)
    for (const [i, level] of field.levels.entries()) {
      const told = trained.filter(({ expected }) => (expected.get(field.name)?.[i] ?? 0) >= leastSeen)
      const bits = told.map(({ shares }) =>
        Math.log2((shares.get(field.name)?.[i] ?? 1) / (chance.get(field.name)?.[i] ?? 1)),
      )
      const apart = Math.max(...bits) - Math.min(...bits)
      if (bits.length > 1 && apart > mostApart)
        return refuse(
          unlearned.disagreement({ field: field.name, level: level.name, apart: apart.toFixed(1), most: mostApart }),
        )
    }
  return null
}

/** Levels far apart as shipped have to stand in the same order: "same" that speaks against a match is a sign of a bad model. */
function refuseOrder(model: Model, learned: Model, refuse: (because: Words) => Learned): Learned | null {
  for (const [f, field] of model.fields.entries()) {
    const [before, after] = [bitsOf(field), bitsOf(learned.fields[f] ?? field)]
    for (const [i, low] of before.entries())
      for (const [j, high] of before.entries())
        if (high - low > 3 && (after[j] ?? 0) <= (after[i] ?? 0))
          return refuse(unlearned.order({ field: field.name, high: field.levels[j]?.name, low: field.levels[i]?.name }))
  }
  return null
}

/**
 * The sessions' shares of matches, each by how many matches it saw, and the shares of chance. A seldom level that hardly any match
 * stands on keeps its weight.
 */
function combined(model: Model, trained: readonly Trained[], chance: LevelShares): Model {
  const fields = model.fields.map((field): Field => {
    const told = trained.filter(({ shares }) => shares.has(field.name))
    const seen = field.levels.map((_, i) =>
      told.reduce((sum, { expected }) => sum + (expected.get(field.name)?.[i] ?? 0), 0),
    )
    const shares = normalised(field.levels.map((level, i) => (seen[i] ?? 0) + level.m * shippedPairs))
    const levels = field.levels.map((level, i) => {
      const [u, m] = [chance.get(field.name)?.[i] ?? level.u, shares[i] ?? level.m]
      const isUnknown = (seen[i] ?? 0) < leastSeen || (level.m <= seldom && m < hardlyEver)
      return { name: level.name, m: isUnknown ? u * (level.m / level.u) : m, u }
    })
    return { ...field, levels }
  })
  return { ...model, fields }
}

const bitsOf = (field: Field): number[] => field.levels.map((level) => Math.log2(level.m / level.u))

function normalised(seen: readonly number[]): number[] {
  const total = seen.reduce((sum, each) => sum + each, 0)
  return seen.map((each) => Math.max(each, 1e-9) / Math.max(total, 1e-9))
}
