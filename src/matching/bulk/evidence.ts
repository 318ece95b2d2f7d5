// What the scorer knows, as clusters ask for it.
import type { Columns } from '../columns.ts'
import { holds, readConditions } from '../contradictions.ts'
import type { Model } from '../model.ts'
import { createScorer } from '../scorer.ts'
import type { Evidence } from './settle.ts'

export function evidenceOf(model: Model, columns: Columns): Evidence {
  const scorer = createScorer(model, columns)
  const contradictions = readConditions(model)
  return {
    weigh(a, b) {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const vector = scorer.vector(low, high)
      return contradictions.some((contradiction) => holds(contradiction, vector)) ? -Infinity : scorer.score(low, high)
    },
  }
}
