// One scorer for the check at entry, for bulk and for explanations. Codes are compared first; letters only of pairs that could
// still reach the floor, cheapest field first.

import type { Columns } from './columns.ts'
import { accountComparisons } from './compare/account.ts'
import type { Comparison, IsHeld } from './compare/comparison.ts'
import { contactComparisons } from './compare/contact.ts'
import { holds, readConditions } from './contradictions.ts'
import { layoutOf, type Model, priorOf } from './model.ts'
import { movePair, type Pairs, roomForPairs } from './pairs.ts'
import { readRarity } from './rarity.ts'
import { levelTables } from './tables.ts'

export type Scorer = {
  /** Bits for two being one; below the floor any value under it may come back. */
  score(a: number, b: number): number
  /** Leaves of these pairs those that reach the floor, in their order, with their bits and levels. */
  sift(pairs: Pairs): void
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
  const last = steps.length - 1
  /** The most that a pair can get in the last step, which is the dearest or next to it. */
  const lastHope = Math.max(...(steps[last]?.ceilings ?? []))
  const one = roomForPairs(1)
  /** What the quick look told, step by step, of each pair. */
  let answers = steps.map(() => new Int32Array(1))

  function sift(pairs: Pairs): void {
    if (pairs.count > (answers[0]?.length ?? pairs.count)) answers = steps.map(() => new Int32Array(pairs.bits.length))
    pairs.bits.fill(prior, 0, pairs.count)
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step // within the array
      if (i === last) leaveHopeless(pairs)
      step.quickAll(pairs.ones, pairs.others, pairs.count, answers[i] as Int32Array)
      weighAll(step, pairs, answers[i] as Int32Array)
    }
    let kept = 0
    for (let place = 0; place < pairs.count; place++)
      if ((pairs.bits[place] as number) >= floor && isKept(pairs, place)) movePair(pairs, place, kept++)
    pairs.count = kept
  }

  /** Pairs that the last step cannot lift to the floor take no part in it. Asking so before every step costs more than it saves. */
  function leaveHopeless(pairs: Pairs): void {
    const { bits, count } = pairs
    const least = floor - lastHope
    let left = 0
    for (let place = 0; place < count; place++) {
      if ((bits[place] as number) < least) continue
      if (left < place) {
        movePair(pairs, place, left)
        for (let i = 0; i < last; i++) {
          const told = answers[i] as Int32Array // one a step
          told[left] = told[place] as number
        }
      }
      left += 1
    }
    pairs.count = left
  }

  /** Letters, where the quick look left a question, until the pair is below the floor; then what contradicts. */
  function isKept(pairs: Pairs, place: number): boolean {
    const a = pairs.ones[place] as number // within the pairs
    const b = pairs.others[place] as number
    let bits = pairs.bits[place] as number
    let vector = 0
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step
      const best = (answers[i] as Int32Array)[place] as number // one a step
      const levels = best < 0 ? step.full(a, b) : best
      vector |= levels << step.shift
      if (best >= 0) continue
      bits += (step.weights[levels] as number) - (step.ceilings[~best] as number)
      if (step.isRare[step.weights.length + levels] === 1) bits += step.rarity(levels, a, b)
      if (bits < floor) return false
    }
    for (const contradiction of contradictions)
      if (bits > contradiction.atMost && holds(contradiction, vector)) bits = contradiction.atMost
    pairs.bits[place] = bits
    pairs.vectors[place] = vector
    return bits >= floor
  }

  return {
    sift,
    score(a, b) {
      one.count = 1
      one.ones[0] = a
      one.others[0] = b
      sift(one)
      return one.count === 1 ? (one.bits[0] as number) : Number.NEGATIVE_INFINITY
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
function weighAll(step: Step, { ones, others, bits, count }: Pairs, levels: Int32Array): void {
  const { worth, isRare } = step
  const settled = step.weights.length
  for (let place = 0; place < count; place++) {
    const at = settled + (levels[place] as number) // within the list
    bits[place] = (bits[place] as number) + (worth[at] as number)
    if (isRare[at] === 1)
      bits[place] = (bits[place] as number) + step.rarity(at - settled, ones[place] as number, others[place] as number)
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
