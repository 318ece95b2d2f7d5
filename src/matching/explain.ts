// Why two records are one, or not: the prior, each field with its two values, level and bits, what rarity adds, what the limits
// give or take. All parts are whole 1/1024 bits, so they add up to the score to the last bit.
import type { Columns } from './columns.ts'
import { areTied, holds, readConditions } from './contradictions.ts'
import { fieldText } from './field-text.ts'
import { layoutOf, levelIn, type Model, priorOf, weightsOf } from './model.ts'
import { createScorer, stepsOf } from './scorer.ts'
import { weigh } from './tables.ts'

export type Answer = 'same' | 'related' | 'not_same' | 'possible'

export type Part = {
  field: string
  level: string
  bits: number
  termFrequencyBits: number
  values: readonly [string, string]
}

export type Explanation = {
  bits: number
  answer: Answer
  /** Why the answer is not what the bits alone would say. */
  because: string | null
  prior: number
  parts: readonly Part[]
}

export const explain = (model: Model, columns: Columns, a: number, b: number): Explanation =>
  explainer(model, columns)(a, b)

/** The same for many pairs of the same columns. */
export function explainer(model: Model, columns: Columns): (a: number, b: number) => Explanation {
  const scorer = createScorer(model, columns)
  const steps = stepsOf(model, columns)
  return (a, b) => explained(model, columns, steps, scorer.vector(a, b), a, b)
}

function explained(
  model: Model,
  columns: Columns,
  steps: ReturnType<typeof stepsOf>,
  vector: number,
  a: number,
  b: number,
): Explanation {
  const parts = steps.flatMap((step) => partsOfStep(model, columns, step, vector, a, b))
  const prior = priorOf(model, columns.population)
  const evidence = parts.reduce((bits, part) => bits + part.bits + part.termFrequencyBits, prior)
  const { answer, because, bits } = judge(model, vector, evidence)
  if (bits !== evidence)
    parts.push({ field: 'limit', level: because ?? '', bits: bits - evidence, termFrequencyBits: 0, values: ['', ''] })
  return { bits, answer, because, prior, parts }
}

/** The answer for a pair by its levels and bits; bits that a contradiction already holds down stay what they are. */
export function judge(
  model: Model,
  vector: number,
  evidence: number,
): { answer: Answer; because: string | null; bits: number } {
  const held = readConditions(model).filter((each) => holds(each, vector))
  const strongest = held[0]
  if (strongest) {
    const bits = Math.min(evidence, strongest.atMost)
    // Strangers whose names differ are no relatives: something has to bind them.
    const isBound = evidence >= model.possibleBits || areTied(model, vector)
    const answer = strongest.answer === 'related' && !isBound ? 'not_same' : strongest.answer
    return { answer, because: strongest.name, bits }
  }
  const answer = evidence >= model.sameBits ? 'same' : evidence >= model.possibleBits ? 'possible' : 'not_same'
  return { answer, because: null, bits: evidence }
}

function partsOfStep(
  model: Model,
  columns: Columns,
  step: ReturnType<typeof stepsOf>[number],
  vector: number,
  a: number,
  b: number,
): Part[] {
  const layout = layoutOf(model)
  const fields = step.fields.flatMap((name) => model.fields.find((field) => field.name === name) ?? [])
  const places = fields.map((field) => layout.get(field.name) ?? { shift: 0, width: 0 })
  const levels = places.map((place) => levelIn(vector, place))
  const weighed = fields.map((field, i) => ({
    name: field.name,
    weights: weightsOf(field),
    most: weightsOf(field),
    width: places[i]?.width ?? 0,
  }))
  const { each, givenBack } = weigh(model, weighed, levels)
  const rarities = step.rarities(packed(levels, places, step.shift), a, b)
  const parts = fields.flatMap((field, i): Part[] => {
    const level = levels[i] ?? 0
    if (level === 0) return []
    const values = [fieldText(columns, field.name, a), fieldText(columns, field.name, b)] as const
    const name = field.levels[level - 1]?.name ?? ''
    return [{ field: field.name, level: name, bits: each[i] ?? 0, termFrequencyBits: rarities[i] ?? 0, values }]
  })
  if (givenBack !== 0)
    parts.push({ field: 'address', level: 'moved', bits: givenBack, termFrequencyBits: 0, values: ['', ''] })
  return parts
}

const packed = (levels: readonly number[], places: readonly { shift: number }[], shift: number): number =>
  levels.reduce((bits, level, i) => bits | (level << ((places[i]?.shift ?? 0) - shift)), 0)
