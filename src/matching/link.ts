// Linking to a register that is known to hold most of what is looked for: not whether two are one out of all there are, but which
// entry it is. So the population does not count, but how clearly one entry stands before the next.
import type { Columns } from './columns.ts'
import { type Model, priorOf } from './model.ts'

export type Candidate = { row: number; bits: number }

/** Bits of evidence, beside the prior, below which not even the best entry is the one. */
const leastEvidence = 4
/** Bits by which the best has to stand before the second. */
const leastLead = 1

/** The entry that a record is, or null where none is good or clear enough. */
export function chooseLink(model: Model, columns: Columns, candidates: readonly Candidate[]): Candidate | null {
  const [best, second] = [...candidates].sort((a, b) => b.bits - a.bits || a.row - b.row)
  if (!best || best.bits - priorOf(model, columns.population) < leastEvidence) return null
  return second && best.bits - second.bits < leastLead ? null : best
}
