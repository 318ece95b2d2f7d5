// One scorer for the check at entry, for bulk and for explanations. Codes are compared first; letters only of pairs that could
// still reach the floor, cheapest field first.

import type { Columns } from './columns.ts'
import { accountComparisons } from './compare/account.ts'
import type { Comparison, IsHeld } from './compare/comparison.ts'
import { contactComparisons } from './compare/contact.ts'
import { holds, readConditions } from './contradictions.ts'
import { layoutOf, type Model, priorOf } from './model.ts'
import { readRarity } from './rarity.ts'
import { levelTables } from './tables.ts'

export type Scorer = {
  /** Bits for two being one; below the floor any value under it may come back. */
  score(a: number, b: number): number
  /** The same for one row and the first `count` of others, which go through each field together. */
  scoreAll(a: number, others: Int32Array, count: number, into: Float64Array): void
  /** The level of every field, packed; see `layoutOf`. */
  vector(a: number, b: number): number
}

export type ScorerOptions = {
  /** Bits below which a pair does not matter. */
  floor?: number
  /** Given where the columns cannot be asked, since they are yet to be filled. */
  isHeld?: IsHeld
}

/** Compares rows of these columns by this model. A scorer keeps answers of its last pairs and belongs to one thread. */
export function createScorer(model: Model, columns: Columns, options: ScorerOptions = {}): Scorer {
  if (model.kind !== columns.kind) throw new Error(`A model of ${model.kind}s cannot score ${columns.kind}s.`)
  const floor = options.floor ?? Number.NEGATIVE_INFINITY
  const isHeld = options.isHeld ?? askedOf(columns)
  const prior = priorOf(model, columns.population)
  const steps = stepsOf(model, columns, isHeld).filter(({ reads }) => reads?.some(isHeld) ?? true)
  const contradictions = readConditions(model)
  const [one, bitsOfOne] = [new Int32Array(1), new Float64Array(1)]
  /** What the quick look told, step by step, of each of the others. */
  let answers = steps.map(() => new Int32Array(1))

  function scoreAll(a: number, others: Int32Array, count: number, into: Float64Array): void {
    if (count > (answers[0]?.length ?? count)) answers = steps.map(() => new Int32Array(count * 2))
    into.fill(prior, 0, count)
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step // within the array
      const levels = answers[i] as Int32Array
      step.quickAll(a, others, count, levels)
      weighAll(step, a, others, count, levels, into)
    }
    for (let place = 0; place < count; place++)
      if ((into[place] as number) >= floor)
        into[place] = closer(a, others[place] as number, place, into[place] as number)
  }

  /** Letters, where the quick look left a question, until the pair is below the floor. */
  function closer(a: number, b: number, place: number, most: number): number {
    let bits = most
    for (let i = 0; i < steps.length; i++) {
      const told = answers[i] as Int32Array // one a step
      const best = told[place] as number
      if (best >= 0) continue
      const step = steps[i] as Step
      const levels = step.full(a, b)
      told[place] = levels
      bits += (step.weights[levels] as number) - (step.ceilings[~best] as number)
      if (step.isRare[step.weights.length + levels] === 1) bits += step.rarity(levels, a, b)
      if (bits < floor) return bits
    }
    let vector = 0
    for (let i = 0; i < steps.length; i++)
      vector |= ((answers[i] as Int32Array)[place] as number) << (steps[i] as Step).shift
    for (const contradiction of contradictions)
      if (bits > contradiction.atMost && holds(contradiction, vector)) bits = contradiction.atMost
    return bits
  }

  return {
    scoreAll,
    score(a, b) {
      one[0] = b
      scoreAll(a, one, 1, bitsOfOne)
      return bitsOfOne[0] as number
    },
    vector(a, b) {
      let found = 0
      for (const step of steps) {
        const levels = step.quick(a, b)
        found |= (levels < 0 ? step.full(a, b) : levels) << step.shift
      }
      return found
    },
  }
}

const askedOf =
  ({ numbers }: Columns): IsHeld =>
  (name) =>
    numbers[name]?.some((number) => number !== 0) ?? false

/** Adds what a step's answers weigh: what is settled as it is, what is not as much as it can still become. */
function weighAll(
  step: Step,
  a: number,
  others: Int32Array,
  count: number,
  levels: Int32Array,
  into: Float64Array,
): void {
  const { worth, isRare } = step
  const settled = step.weights.length
  for (let place = 0; place < count; place++) {
    const at = settled + (levels[place] as number) // within the list
    into[place] = (into[place] as number) + (worth[at] as number)
    if (isRare[at] === 1) into[place] = (into[place] as number) + step.rarity(at - settled, a, others[place] as number)
  }
}

export type Step = Pick<Comparison, 'fields' | 'reads' | 'quick' | 'quickAll' | 'full'> & {
  shift: number
  weights: Float64Array
  /** The most that a pair can still get whose best possible levels are these. */
  ceilings: Float64Array
  /** What an answer of the quick look is worth at most; see `levelTables`. */
  worth: Float64Array
  /** 1 for settled answers of which rarity is to be asked; at the same places. */
  isRare: Uint8Array
  /** What the rarity of agreeing values adds or takes. */
  rarity(levels: number, a: number, b: number): number
  /** The same, field by field. */
  rarities(levels: number, a: number, b: number): number[]
}

/** The comparisons of a kind with the model's weights, in the order they are made. */
export function stepsOf(model: Model, columns: Columns, isHeld: IsHeld = askedOf(columns)): Step[] {
  const layout = layoutOf(model)
  const comparisons = (model.kind === 'contact' ? contactComparisons : accountComparisons)(columns, isHeld)
  return comparisons.map((comparison) => {
    const first = layout.get(comparison.fields[0] ?? '')
    if (!first) throw new Error(`The ${model.kind} model has no field "${comparison.fields[0]}".`)
    const { weights, ceilings, worth } = levelTables(model, comparison.fields)
    const { rarity, rarities, isRare } = readRarity(model, columns, comparison)
    return {
      ...comparison,
      shift: first.shift,
      weights,
      ceilings,
      worth,
      rarity,
      rarities,
      isRare: Uint8Array.from(worth, (_, at) => (at >= weights.length && isRare(at - weights.length) ? 1 : 0)),
    }
  })
}
