// One change on its way through the stages: what was given, what it was read as, which record it means, what is wrong with it.
import type { ManifestField, ManifestObject, SystemName } from '../../../dictionary/index.ts'
import type { Words } from '../../../dictionary/words.ts'
import { lookKeysOf, matchKeysOf, type NumberedKey, numbered } from '../../matching/index.ts'
import { type Fault, fault, type VerdictCode } from '../../platform/index.ts'
import type { Canonical, RecordState } from './record-state.ts'
import type { Change, MatchKey, Outcome, SourceKey } from './types.ts'

export type AwaitedReference = { field: string; to: string; system: SystemName; localId: string }

type DraftKeys = Record<'own' | 'proposed' | 'alike', readonly NumberedKey[]>

export type Draft = {
  change: Change
  object: ManifestObject
  /** Canonical values; null says "no value". */
  values: Record<string, Canonical>
  /** References named by another system's id, until they are found. */
  references: AwaitedReference[]
  /** For references: the id that was named, where it leads elsewhere today, or a source named it. Claims keep it. */
  homes: Record<string, string>
  faults: Fault[]
  /** Who says this: the system and the id there. Filled in where the writer gave none. */
  source: SourceKey | null
  record: RecordState | null
  isMatched: boolean
  /** A record that it is like, but which the list that speaks has under another entry, or may mean by another one. */
  apartFrom: RecordState | null
  /** Those before it in its batch that it looks like: it is held against the records they make. */
  like: readonly Draft[]
  outcome: Outcome | null
  /** Once a stage has asked for them: what they are made of does not change on the way. */
  keys: DraftKeys | null
}

export function refuse(
  draft: Draft,
  code: VerdictCode,
  field: ManifestField | string | null,
  details: { given?: unknown; hint?: Words | string } = {},
): void {
  const isField = typeof field === 'object' && field !== null
  const given =
    details.given === undefined
      ? undefined
      : typeof details.given === 'string'
        ? details.given
        : JSON.stringify(details.given)
  draft.faults.push(
    fault(code, isField ? field.name : field, {
      label: isField ? field.label : draft.object.label,
      ...(given === undefined ? {} : { given }),
      ...(details.hint === undefined ? {} : { hint: details.hint }),
      ...(isField ? { vocabulary: field.options.vocabulary } : {}),
    }),
  )
}

/** Drafts still on their way. */
export const sound = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => draft.faults.length === 0 && draft.outcome === null)

/** Looked for by its keys: an upsert that may match, and a create that must not make a double. */
export const isRecognised = ({ change }: Draft): boolean =>
  change.verb === 'upsert' ? Boolean(change.match) : change.verb === 'create' && !change.allowDuplicate

/** A key as one text. Exact rules go by it, for two keys may have one number. */
export const keyName = ({ kind, key }: MatchKey): string => `${kind} ${key}`

/** Keys that exact rules go by: those of its values, and those it brings besides. */
export const proposedKeys = (draft: Draft): readonly NumberedKey[] => keysOf(draft).proposed

/** Of those, the keys of its values. */
export const ownKeys = (draft: Draft): readonly NumberedKey[] => keysOf(draft).own

/** Keys that records which look alike share. */
export const likenessKeys = (draft: Draft): readonly NumberedKey[] => keysOf(draft).alike

function keysOf(draft: Draft): DraftKeys {
  if (draft.keys) return draft.keys
  const { object, values, change } = draft
  const own = matchKeysOf(object.name, values)
  const proposed = change.keys ? [...own, ...change.keys.map((key) => numbered(object.name, key))] : own
  draft.keys = { own, proposed, alike: lookKeysOf(object.name, values) }
  return draft.keys
}
