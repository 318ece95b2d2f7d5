// What the scorer knows, as clusters ask for it.
import type { Columns } from '../columns.ts'
import { anyHolds, holds, readConditions } from '../contradictions.ts'
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
  const isOfItsOwn = anyHolds(model, model.ownEvidence)
  const isWhole = anyHolds(model, model.wholeNames)
  const isOfAnother = anyHolds(model, model.evidenceOfAnother)
  const areOnOneList = listsInCommon(columns)
  const vectorOf = (a: number, b: number) => scorer.vector(Math.min(a, b), Math.max(a, b))
  return {
    ...(model.ownEvidence.length > 0
      ? {
          /**
           * A list that has two entries of one name may mean the branch by the second, and a part of a name is of both. Where no branch is known,
           * people and telephones of their own make one likely.
           */
          isOfAnyRelative(one, other, hasRelatives) {
            const areEntries = someAcross(
              one,
              other,
              (a, b) => areOnOneList(a, b) && (hasRelatives || isOfAnother(vectorOf(a, b))),
            )
            const isPart = hasRelatives && !someAcross(one, other, (a, b) => isWhole(vectorOf(a, b)))
            return (areEntries || isPart) && !someAcross(one, other, (a, b) => isOfItsOwn(vectorOf(a, b)))
          },
        }
      : {}),
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

/** Whether some list has an entry of each of two rows, and not of one record; rows need not tell of lists. */
function listsInCommon({ lists, numbers }: Columns): (a: number, b: number) => boolean {
  const [own, record] = [lists['lists'], numbers['record']]
  if (!own || !record || own.items.length === 0) return () => false
  const listsOf = (row: number) => own.items.subarray(own.starts[row], own.starts[row + 1])
  return (a, b) => (record[a] === 0 || record[a] !== record[b]) && listsOf(a).some((list) => listsOf(b).includes(list))
}

const someAcross = (
  one: readonly number[],
  other: readonly number[],
  isSo: (a: number, b: number) => boolean,
): boolean => one.some((a) => other.some((b) => isSo(a, b)))

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
