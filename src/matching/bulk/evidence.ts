// What the scorer knows, as clusters ask for it.
import type { Columns } from '../columns.ts'
import { holds, readConditions } from '../contradictions.ts'
import type { Model } from '../model.ts'
import { createScorer } from '../scorer.ts'
import type { Evidence } from './settle.ts'

// What two records of one thing do not share they do not share with its other records either: a person who moved has another
// employer in all of them. So one pair speaks against others joining, but never much.
const mostAgainst = -2

export function evidenceOf(model: Model, columns: Columns): Evidence {
  const scorer = createScorer(model, columns)
  const contradictions = readConditions(model)
  return {
    weigh(a, b) {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const vector = scorer.vector(low, high)
      const held = contradictions.filter((contradiction) => holds(contradiction, vector))
      if (held.some(({ isHard }) => isHard)) return -Infinity
      return held.length > 0 ? mostAgainst : Math.max(mostAgainst, scorer.score(low, high))
    },
  }
}
