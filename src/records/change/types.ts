// What a writer hands to the door, and what the door answers.
import type { SystemName } from '../../../dictionary/index.ts'
import type { Fault, SqlFragment } from '../../platform/index.ts'
import type { BatchNames } from './meet.ts'

export type ChangeVerb = 'create' | 'update' | 'upsert' | 'delete' | 'restore'

/** A record as another system knows it. */
export type SourceKey = { system: SystemName; localId: string }

/** One record's change. A batch holds changes of one object; one record is a batch of one. */
export type Change = {
  verb: ChangeVerb
  /** Our id, where the writer knows it. */
  id?: string
  /** The id in the writer's own system: the same one always leads to the same record. */
  source?: SourceKey
  /** The same record under other systems' ids, as this source says (a billing customer that names its CRM account). */
  sameAs?: readonly SourceKey[]
  /** Refuse the change where the record is not at this version. */
  version?: number
  /**
   * Field → value, in the shapes of the dictionary. A reference may also be `{ system, localId }`, or
   * `{ system, localId, of: 'object' }`; what a change with a `source` names, and has not arrived yet, is filled in when it does. `null` says "no value".
   */
  values?: Readonly<Record<string, unknown>>
  /** `values` is all this source says: what it said before and does not say now is taken back. */
  isWhole?: boolean
  /** When the source says it knew this (ISO); an older word never overwrites a newer one of the same source, and the day somebody verified it. They decide between claims. */
  saidAt?: string | null
  verifiedOn?: string | null
  /**
   * Recognise the record by its keys (e-mail, domain, name), where `id` and `source` lead nowhere. `ask`: where several fit, or where
   * it looks like one without being it for certain, nothing is written and they are answered as `possible_duplicate`.
   */
  match?: boolean | 'ask'
  /** Further keys it may be recognised by, beyond those of its own values. */
  keys?: readonly MatchKey[]
  /** A create goes ahead although it looks like a record we have. */
  allowDuplicate?: boolean
  /** Where it was read: for "which row became what". */
  file?: string
  row?: number
  /** The source's own words, kept whole. */
  document?: unknown
}

export type MatchKey = { kind: string; key: string }

export type Outcome =
  | {
      outcome: 'created' | 'matched' | 'updated' | 'unchanged' | 'deleted' | 'restored'
      id: string
      version: number
      /** Fields whose value a more authoritative source holds: the claim is kept, and loses. */
      held?: readonly string[]
    }
  | { outcome: 'refused'; id?: string; faults: readonly Fault[] }
  | { outcome: 'possible_duplicate'; candidates: readonly { id: string; title: string | null }[] }

export type ChangeOptions = {
  /** Repeating a batch with the same key does it once and answers the same. */
  idempotencyKey?: string
  /** The key alone says what the batch is: what comes with it may have been prepared anew, from the same rows, after a crash. */
  isKeyEnough?: boolean
  because?: string
  /** Called before anything is looked for, with every name and key the records of the batch go by: a batch that may meet another waits in it. */
  beside?(names: BatchNames): Promise<void>
  /** What another room notes of the change set, in the very transaction that writes it. */
  noting?(act: string): readonly SqlFragment[]
  /** `each` (default): sound changes are written, faulty ones refused one by one. `all`: one fault refuses the batch. */
  mode?: 'each' | 'all'
}

export type ChangeResult = { act: string | null; results: readonly Outcome[] }
