// One record while a batch works on it: what the table holds, and every source's claims. Stages change this; `write` stores it.
import type { ManifestObject, SystemName } from '../../../dictionary/index.ts'
import type { RecordKeys } from '../../matching/index.ts'
import type { Draft } from './draft.ts'
import type { MatchKey } from './types.ts'

export type Canonical = unknown

/** A claim's own time and act, where they differ from its row's. */
export type Mark = {
  act: string
  saidAt: string | null
  verifiedOn: string | null
  /** The undo that put this claim back, so that it can be undone in turn. */
  restoredBy?: string
  /** The merge in which somebody chose this claim among its equals. */
  chosenBy?: string
  /** The merge in which this claim would have led in a circle, and so does not count. */
  setAsideBy?: string
}

export type SourceState = {
  system: SystemName
  localId: string
  act: string
  saidAt: string | null
  verifiedOn: string | null
  claims: Record<string, Canonical>
  marks: Record<string, Mark>
  file: string | null
  rows: number[]
  document: unknown
  /** The record it belonged to before merges; null where that is the record it belongs to. References by its name lead there. */
  home: string | null
  isNew: boolean
  isDirty: boolean
  isGone: boolean
}

export type ClaimsBefore = Pick<SourceState, 'act' | 'saidAt' | 'verifiedOn' | 'claims' | 'marks'>

export type HistoryRow = {
  record: RecordState
  verb: 'created' | 'updated' | 'deleted' | 'restored' | 'merged'
  version: number
  system: SystemName
  localId: string
  changed: Record<string, readonly [Canonical, Canonical]>
  claimsBefore: ClaimsBefore | null
}

export type RecordState = {
  object: ManifestObject
  id: string
  isNew: boolean
  version: number
  deletedAt: string | null
  updatedAt: string | null
  /** Golden values by field; absent or null is unknown. Of a record that was read in part (see touched.ts), those that were read. */
  values: Record<string, Canonical>
  sources: Map<string, SourceState>
  /** Fields whose golden value this batch changed. */
  changed: Set<string>
  /** Keys it is given beside those of its values. */
  keys: MatchKey[]
  keysBefore(): RecordKeys
  /** The change that made it, where one of this batch did. */
  madeBy?: Draft
  maySee: boolean
  /** For each grant to update, in the order of `grantsFor`, whether the record is among its rows: a grant writes its fields on its rows. */
  mayUpdate: readonly boolean[]
  mayDelete: boolean
}

export const sourceName = (system: string, localId: string): string => `${system} ${localId}`

export const copyOfClaims = ({ act, saidAt, verifiedOn, claims, marks }: SourceState): ClaimsBefore => ({
  act,
  saidAt,
  verifiedOn,
  claims: { ...claims },
  marks: { ...marks },
})

/** When a claim was made and by which act: its own mark, or its row's. */
export const markOf = (source: SourceState, field: string): Mark =>
  source.marks[field] ?? { act: source.act, saidAt: source.saidAt, verifiedOn: source.verifiedOn }

export const isEqual = (a: Canonical, b: Canonical): boolean =>
  (a ?? null) === (b ?? null) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b)))

/** With keys in one order all the way down: PostgreSQL keeps a document's keys in an order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!value || typeof value !== 'object') return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  )
}
