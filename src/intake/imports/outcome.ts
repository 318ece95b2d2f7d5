// What became of one row: kept for those who ask, in a preview with every cell it would change.
import { systems } from '../../../dictionary/index.ts'
import type { Fault } from '../../platform/index.ts'
import type { SourceKey } from '../../records/index.ts'

export type RowOutcome = {
  row: number
  outcome: 'created' | 'matched' | 'updated' | 'unchanged' | 'rejected' | 'skipped' | 'repeated' | 'question'
  /** Which furniture a skipped row is. */
  skip?: string
  faults?: readonly Fault[]
  records?: readonly RecordOutcome[]
}

export type RecordOutcome = {
  /** What the mapping calls it. */
  record: string
  object: string
  outcome: string
  /** Of a record that was there; one that a preview made is gone again. */
  id?: string
  version?: number
  /** By whose word; told of no preview. */
  source?: string
  title?: string | null
  /** By what it was found. */
  how?: string
  /** Field → old and new, as far as the actor may read them. */
  cells?: Readonly<Record<string, readonly [unknown, unknown]>>
  /** Fields whose value a more authoritative source holds. */
  held?: readonly string[]
  /** Of a question: the records it may be. */
  candidates?: readonly Candidate[]
}

/** Answered with the `id`, or with `as`: what another row of the import is called by, of which only a preview has made a record. */
export type Candidate = { title: string | null } & ({ id: string; as?: never } | { as: string; id?: never })

/** The name of a source as an answer, and back. */
export const asNamed = ({ system, localId }: SourceKey): string => `as ${system} ${localId}`

export function namedIn(answer: string): SourceKey | null {
  const [, named, localId = ''] = /^as (\w+) (.+)$/s.exec(answer) ?? []
  const system = systems.find((each) => each === named)
  return system ? { system, localId } : null
}
