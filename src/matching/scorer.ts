// One scorer for the check at entry, for bulk and for explanations. Codes are compared first; letters only of pairs that could
// still reach the floor, cheapest field first.

import type { Columns } from './columns.ts'
import { accountComparisons } from './compare/account.ts'
import { contactComparisons } from './compare/contact.ts'
import { holds, readConditions } from './contradictions.ts'
import { layoutOf, type Model, priorOf } from './model.ts'
import { readRarity } from './rarity.ts'
import { levelTables } from './tables.ts'

export type Scorer = {
  /** Bits for two being one; below the floor any value under it may come back. */
  score(a: number, b: number): number
  /** The level of every field, packed; see `layoutOf`. */
  vector(a: number, b: number): number
}

/** Compares rows of these columns by this model. A scorer keeps answers of its last pairs and belongs to one thread. */
export function createScorer(model: Model, columns: Columns, options: { floor?: number } = {}): Scorer {
  if (model.kind !== columns.kind) throw new Error(`A model of ${model.kind}s cannot score ${columns.kind}s.`)
  const floor = options.floor ?? Number.NEGATIVE_INFINITY
  const prior = priorOf(model, columns.population)
  const steps = stepsOf(model, columns)
  const contradictions = readConditions(model)
  const settled = new Int32Array(steps.length)

  function score(a: number, b: number): number {
    let most = prior
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step // within the array
      const levels = step.quick(a, b)
      settled[i] = levels
      most += levels < 0 ? (step.ceilings[~levels] as number) : (step.most[levels] as number)
    }
    if (most < floor) return most
    let bits = prior
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step
      const levels = settled[i] as number
      if (levels < 0) bits += step.ceilings[~levels] as number
      else {
        bits += step.weights[levels] as number
        if (step.isRare[levels] === 1) bits += step.rarity(levels, a, b)
      }
    }
    if (bits < floor) return bits
    let vector = 0
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step
      let levels = settled[i] as number
      if (levels < 0) {
        bits -= step.ceilings[~levels] as number
        levels = step.full(a, b)
        bits += step.weights[levels] as number
        if (step.isRare[levels] === 1) bits += step.rarity(levels, a, b)
        if (bits < floor) return bits
      }
      vector |= levels << step.shift
    }
    for (const contradiction of contradictions)
      if (bits > contradiction.atMost && holds(contradiction, vector)) bits = contradiction.atMost
    return bits
  }

  return {
    score,
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

export type Step = {
  fields: readonly string[]
  shift: number
  weights: Float64Array
  /** The most that a pair can still get whose best possible levels are these. */
  ceilings: Float64Array
  /** The most that a pair of these levels can weigh, if its values are as rare as can be. */
  most: Float64Array
  quick(a: number, b: number): number
  full(a: number, b: number): number
  /** 1 for levels of which rarity is to be asked. */
  isRare: Uint8Array
  /** What the rarity of agreeing values adds or takes. */
  rarity(levels: number, a: number, b: number): number
  /** The same, field by field. */
  rarities(levels: number, a: number, b: number): number[]
}

/** The comparisons of a kind with the model's weights, in the order they are made. */
export function stepsOf(model: Model, columns: Columns): Step[] {
  const layout = layoutOf(model)
  const comparisons = model.kind === 'contact' ? contactComparisons(columns) : accountComparisons(columns)
  return comparisons.map((comparison) => {
    const first = layout.get(comparison.fields[0] ?? '')
    if (!first) throw new Error(`The ${model.kind} model has no field "${comparison.fields[0]}".`)
    const { weights, most, ceilings } = levelTables(model, comparison.fields)
    const { rarity, rarities, isRare } = readRarity(model, columns, comparison)
    return {
      fields: comparison.fields,
      shift: first.shift,
      weights,
      ceilings,
      most,
      quick: comparison.quick,
      full: comparison.full,
      rarity,
      rarities,
      isRare: Uint8Array.from(weights, (_, levels) => (isRare(levels) ? 1 : 0)),
    }
  })
}
