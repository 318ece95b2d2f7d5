// What the scorer knows, as clusters ask for it.
import type { Columns } from '../columns.ts'
import { holds, readConditions } from '../contradictions.ts'
import { type Model, priorOf } from '../model.ts'
import { createScorer, type Step, stepsOf } from '../scorer.ts'
import type { Evidence } from './settle.ts'

/** What a contradiction that others may outweigh counts: more than any pair can speak for. */
const against = -1_000

export function evidenceOf(model: Model, columns: Columns): Evidence {
  const scorer = createScorer(model, columns)
  const steps = stepsOf(model, columns)
  const contradictions = readConditions(model)
  const prior = priorOf(model, columns.population)
  return {
    weigh(a, b) {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const vector = scorer.vector(low, high)
      const held = contradictions.filter((contradiction) => holds(contradiction, vector))
      if (held.length === 0) return scorer.score(low, high)
      return held.some(({ isHard }) => isHard) ? -Infinity : against
    },
    /**
     * Each field by the two values that agree best: an entity's telephone is any that one of its records has, and its names are
     * all that its records have. So a contradiction between two records may be none between their entities.
     */
    weighGroups(one, other) {
      let [bits, vector] = [prior, 0]
      for (const step of steps) {
        const best = bestOf(step, one, other)
        bits += best.bits
        vector |= best.levels << step.shift
      }
      return contradictions.some((contradiction) => holds(contradiction, vector)) ? -Infinity : bits
    },
  }
}

/** A field that no two of the records both have says nothing. */
function bestOf(step: Step, one: readonly number[], other: readonly number[]): { levels: number; bits: number } {
  let best = { levels: 0, bits: -Infinity }
  for (const x of one)
    for (const y of other) {
      const [a, b] = [Math.min(x, y), Math.max(x, y)]
      const levels = step.full(a, b)
      const bits = (step.weights[levels] ?? 0) + step.rarity(levels, a, b)
      if (levels !== 0 && bits > best.bits) best = { levels, bits }
    }
  return best.levels === 0 ? { levels: 0, bits: 0 } : best
}
