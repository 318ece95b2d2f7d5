// Stage 6: puts what each change says beside what all other sources say, and lets the policy decide what the record becomes.
// Works on the states in memory, one change after the other, so that two rows of one batch may speak of one record.
import type { ManifestField, ManifestObject, SystemName } from '../../../dictionary/index.ts'
import { isSame } from '../../matching/index.ts'
import { noRedirects, type Redirects } from '../merge/redirects.ts'
import { survivor } from '../survivorship.ts'
import { type Draft, keyName, proposedKeys, sound } from './draft.ts'
import { isAbove, isOtherEntry, possibleDuplicate } from './find.ts'
import { noKeys } from './keys.ts'
import {
  type Canonical,
  copyOfClaims,
  type HistoryRow,
  isEqual,
  type Mark,
  markOf,
  type RecordState,
  type SourceState,
  sourceName,
} from './record-state.ts'
import type { SourceKey } from './types.ts'

export type Batch = {
  act: string
  /** The moment of the batch, ISO. */
  at: string
  /** Whose word values without a named source are. */
  speaker: SystemName
  newId(): string
  /** Where ids in claims lead today, of those that lead elsewhere. */
  redirects: Redirects
  records: Map<string, RecordState>
  history: HistoryRow[]
}

export function resolveClaims(batch: Batch, drafts: readonly Draft[]): void {
  const known = new BatchMemory(drafts)
  for (const draft of sound(drafts)) {
    const own = draft.record ?? known.find(draft)
    const like = own ? [] : draft.like.flatMap(({ record, outcome }) => (record && outcome ? [record] : []))
    if (like.length > 0) {
      draft.outcome = possibleDuplicate([...new Set(like)])
      continue
    }
    const record = own ?? startRecord(batch, draft)
    draft.record = record
    batch.records.set(record.id, record)
    known.remember(draft, record)
    draft.outcome = applyChange(batch, draft, record)
  }
}

function startRecord(batch: Batch, draft: Draft): RecordState {
  return {
    object: draft.object,
    id: batch.newId(),
    isNew: true,
    version: 0,
    deletedAt: null,
    updatedAt: null,
    values: {},
    sources: new Map(),
    changed: new Set(),
    keys: [],
    keysBefore: () => noKeys,
    madeBy: draft,
    maySee: true,
    mayUpdate: [],
    mayDelete: false,
  }
}

function applyChange(batch: Batch, draft: Draft, record: RecordState): Draft['outcome'] {
  const { verb } = draft.change
  if (verb === 'delete' || verb === 'restore')
    return applyPresence(batch, draft, record, verb === 'delete' ? batch.at : null)
  const isCreated = record.isNew && record.version === 0
  const { source, before, fields, isNews } = say(batch, draft, record)
  if (draft.change.keys) record.keys.push(...draft.change.keys)
  const changed = settle(record, fields, batch.redirects)
  if (record.deletedAt !== null && verb === 'upsert') changed['deleted_at'] = presence(record, null) // a source that speaks of it again brings it back
  const hasChanged = isCreated || Object.keys(changed).length > 0
  if (hasChanged) record.version += 1
  if (hasChanged || isNews)
    batch.history.push({
      record,
      verb: isCreated ? 'created' : 'updated',
      version: record.version,
      system: source.system,
      localId: source.localId,
      changed,
      claimsBefore: before,
    })
  const held = Object.keys(draft.values).filter((name) => !isEqual(record.values[name], draft.values[name]))
  const outcome = isCreated
    ? 'created'
    : draft.isMatched && before === null
      ? 'matched'
      : hasChanged
        ? 'updated'
        : 'unchanged'
  return { outcome, id: record.id, version: record.version, ...(held.length ? { held } : {}) }
}

function applyPresence(batch: Batch, draft: Draft, record: RecordState, deletedAt: string | null): Draft['outcome'] {
  const { source } = draft
  const name: SourceKey = source ?? { system: batch.speaker, localId: record.id }
  if ((record.deletedAt === null) === (deletedAt === null))
    return { outcome: 'unchanged', id: record.id, version: record.version }
  const changed = { deleted_at: presence(record, deletedAt) }
  record.version += 1
  const verb = deletedAt === null ? 'restored' : 'deleted'
  batch.history.push({
    record,
    verb,
    version: record.version,
    system: name.system,
    localId: name.localId,
    changed,
    claimsBefore: null,
  })
  return { outcome: verb, id: record.id, version: record.version }
}

export function presence(record: RecordState, deletedAt: string | null): readonly [Canonical, Canonical] {
  const was = record.deletedAt
  record.deletedAt = deletedAt
  record.changed.add('deleted_at')
  return [was, deletedAt]
}

/**
 * Writes the change into its source's claims. Answers which of them moved, how that source stood before, and whether it said anything
 * new: what it has said before is no news, and nothing is kept of that, for nothing is kept that no act tells of.
 */
function say(batch: Batch, draft: Draft, record: RecordState) {
  const { change } = draft
  const key = draft.source ?? { system: batch.speaker, localId: record.id }
  const name = sourceName(key.system, key.localId)
  const known = record.sources.get(name)
  const source = known ?? newSource(key, batch.act)
  const before = known ? copyOfClaims(known) : null
  const isTyped = key.system === 'hand' || key.system === 'holdfast'
  const saidAt =
    change.saidAt === undefined && isTyped ? batch.at : change.saidAt ? new Date(change.saidAt).toISOString() : null
  const verifiedOn = change.verifiedOn === undefined && isTyped ? batch.at.slice(0, 10) : (change.verifiedOn ?? null)
  const isReworded = !isOlder(saidAt, source.saidAt) && takeDocument(draft, source)
  const fields =
    change.isWhole || !known
      ? sayWhole(batch, draft, record, source, { saidAt, verifiedOn, isTyped })
      : sayParts(batch, draft, record, source, { saidAt, verifiedOn, isTyped })
  // That a system has a name of its own for the record is news, also where it says nothing else of it.
  const isNamed = !known && key.localId !== record.id
  const isNews = fields.size > 0 || isReworded || isNamed
  if (!known && (isNews || record.isNew)) {
    source.home = homeOf(draft, record)
    record.sources.set(name, source)
  }
  if (isNews) {
    source.isDirty = true
    keepOrigin(draft, source)
  }
  return { source, before, fields, isNews }
}

/** What says that it is the same as one that came in with a merge belongs where that one does. */
const homeOf = ({ change }: Draft, record: RecordState): string | null =>
  change.sameAs?.map(({ system, localId }) => record.sources.get(sourceName(system, localId))).find(Boolean)?.home ??
  null

type Saying = { saidAt: string | null; verifiedOn: string | null; isTyped: boolean }

/** The source's whole word: what it does not say any more is taken back. */
function sayWhole(batch: Batch, draft: Draft, record: RecordState, source: SourceState, said: Saying): Set<string> {
  if (isOlder(said.saidAt, source.saidAt)) return new Set()
  const claims: Record<string, Canonical> = {}
  for (const name of Object.keys(draft.values)) {
    const value = draft.values[name]
    if (value === null && !said.isTyped) continue
    if (said.isTyped && source.isNew && !record.isNew && isEqual(record.values[name], value)) continue
    claims[name] = claimed(batch, draft, source, name, value)
  }
  for (const { field } of draft.references) if (field in source.claims) claims[field] = source.claims[field]
  const isRetimed = source.saidAt !== said.saidAt || source.verifiedOn !== said.verifiedOn
  const moved = new Set<string>()
  for (const name of Object.keys(claims)) if (isRetimed || !isEqual(claims[name], source.claims[name])) moved.add(name)
  for (const name of Object.keys(source.claims)) if (!(name in claims)) moved.add(name)
  if (moved.size === 0 && !source.isNew) return moved
  source.marks = decisionsOn(source, claims, { act: batch.act, saidAt: said.saidAt, verifiedOn: said.verifiedOn })
  source.claims = claims
  source.act = batch.act
  source.saidAt = said.saidAt
  source.verifiedOn = said.verifiedOn
  return moved
}

/** What a reference claims is the id that was named. Saving a form again says nothing new of one that leads there by a merge. */
function claimed(batch: Batch, draft: Draft, source: SourceState, name: string, value: Canonical): Canonical {
  const home = draft.homes[name]
  if (home !== undefined) return home
  const known = source.claims[name]
  return typeof known === 'string' && batch.redirects.get(known) === value ? known : value
}

/** What merges decided of claims that are said again as they were. */
function decisionsOn(source: SourceState, claims: Record<string, Canonical>, mark: Mark): Record<string, Mark> {
  const kept = Object.entries(source.marks).filter(
    ([name, { chosenBy, setAsideBy }]) => (chosenBy || setAsideBy) && isEqual(claims[name], source.claims[name]),
  )
  return Object.fromEntries(
    kept.map(([name, { chosenBy, setAsideBy }]) => [
      name,
      { ...mark, ...(chosenBy ? { chosenBy } : {}), ...(setAsideBy ? { setAsideBy } : {}) },
    ]),
  )
}

/** A source's older word, arriving late, does not overwrite its newer one. */
const isOlder = (said: string | null, known: string | null): boolean => said !== null && known !== null && said < known

/** Two words of one moment in files: the one that came first stands, or the same file again would turn them round for ever. */
const isTie = (batch: Batch, { change }: Draft, said: string | null, mark: Mark): boolean =>
  change.file !== undefined && said !== null && said === mark.saidAt && mark.act !== batch.act

/** Some of its words: the others stand as they were said. */
function sayParts(batch: Batch, draft: Draft, record: RecordState, source: SourceState, said: Saying): Set<string> {
  const moved = new Set<string>()
  for (const [name, given] of Object.entries(draft.values)) {
    const value = claimed(batch, draft, source, name, given)
    const isClaimed = name in source.claims
    if (
      isClaimed &&
      (isOlder(said.saidAt, markOf(source, name).saidAt) || isTie(batch, draft, said.saidAt, markOf(source, name)))
    )
      continue
    if (value === null && !said.isTyped) {
      if (!isClaimed) continue
      delete source.claims[name]
      delete source.marks[name]
    } else {
      // Saving a form again says nothing new.
      if (isClaimed ? isEqual(source.claims[name], value) : said.isTyped && isEqual(record.values[name], given))
        continue
      source.claims[name] = value
      source.marks[name] = { act: batch.act, saidAt: said.saidAt, verifiedOn: said.verifiedOn }
    }
    moved.add(name)
  }
  return moved
}

/** The source's own words. Answers whether they changed, for things are worked out from them. */
function takeDocument({ change: { document } }: Draft, source: SourceState): boolean {
  if (document === undefined || isEqual(source.document, document)) return false
  source.document = document
  return true
}

/** Where what it says was read. */
function keepOrigin({ change: { file, row } }: Draft, source: SourceState): void {
  if (file !== undefined && source.file !== file) {
    source.file = file
    source.rows = []
  }
  if (row !== undefined && !source.rows.includes(row)) source.rows.push(row)
}

export const newSource = ({ system, localId }: SourceKey, act: string): SourceState => ({
  system,
  localId,
  act,
  saidAt: null,
  verifiedOn: null,
  claims: {},
  marks: {},
  file: null,
  rows: [],
  document: undefined,
  home: null,
  isNew: true,
  isDirty: true,
  isGone: false,
})

/** Lets the policy decide the given fields anew, then what is computed from them. Answers what became different. */
export function settle(
  record: RecordState,
  fields: Iterable<string>,
  redirects: Redirects = noRedirects,
): Record<string, readonly [Canonical, Canonical]> {
  const changed: Record<string, readonly [Canonical, Canonical]> = {}
  const sources = [...record.sources.values()]
  for (const name of fields) {
    const field = record.object.fields.get(name)
    if (field && !field.from) put(record, changed, field, survivor(field, record, sources, redirects))
  }
  if (Object.keys(changed).length > 0 || record.isNew)
    for (const field of computedOf(record.object))
      if (isKnown(record, field)) put(record, changed, field, field.from?.(record.values) ?? null)
  return changed
}

/** Where a record was read in part, what is computed from the rest of it has not changed. */
const isKnown = (record: RecordState, { name, reads = [] }: ManifestField): boolean =>
  record.isNew || [name, ...reads].every((each) => each in record.values)

const computed = new WeakMap<ManifestObject, readonly ManifestField[]>()

function computedOf(object: ManifestObject): readonly ManifestField[] {
  let fields = computed.get(object)
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => field.from)
    computed.set(object, fields)
  }
  return fields
}

function put(
  record: RecordState,
  changed: Record<string, readonly [Canonical, Canonical]>,
  field: ManifestField,
  value: Canonical,
): void {
  const was = record.values[field.name] ?? null
  if (isEqual(was, value)) return
  record.values[field.name] = value
  record.changed.add(field.name)
  changed[field.name] = [changed[field.name]?.[0] ?? was, value]
}

/** Finds records that earlier rows of the same batch made. */
class BatchMemory {
  readonly #bySource = new Map<string, RecordState>()
  readonly #byKey = new Map<string, RecordState[]>()

  readonly #isAlone: boolean

  constructor(drafts: readonly Draft[]) {
    this.#isAlone = drafts.length < 2
    for (const draft of drafts) if (draft.record) this.remember(draft, draft.record)
  }

  find(draft: Draft): RecordState | null {
    const { source, change } = draft
    const names = [...(source ? [source] : []), ...(change.sameAs ?? [])]
    const known = names.map((name) => this.#bySource.get(sourceName(name.system, name.localId))).find(Boolean)
    if (known) draft.isMatched = source !== null && !known.sources.has(sourceName(source.system, source.localId))
    if (known || !change.match) return known ?? null
    const candidates = new Set(proposedKeys(draft).flatMap((key) => this.#byKey.get(keyName(key)) ?? []))
    const same = [...candidates].filter(
      (record) => isSame(draft.object.name, draft.values, record.values) && !isAbove(draft, record),
    )
    const [only] = same
    if (!only || same.length > 1 || only === draft.apartFrom || isOtherEntry(draft, only)) return null
    draft.isMatched = true
    return only
  }

  remember(draft: Draft, record: RecordState): void {
    if (this.#isAlone) return
    if (draft.source) this.#bySource.set(sourceName(draft.source.system, draft.source.localId), record)
    for (const key of proposedKeys(draft)) {
      const held = this.#byKey.get(keyName(key))
      if (!held) this.#byKey.set(keyName(key), [record])
      else if (!held.includes(record)) held.push(record)
    }
  }
}
