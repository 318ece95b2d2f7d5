// Stage 2: which records are meant — by id, by a source's id, by the keys they are recognised by — locked in one order, with
// every claim on them. A fixed number of statements, one round trip or two.
import type { ManifestObject, SystemName } from '../../../dictionary/index.ts'
import type { Access } from '../../access/index.ts'
import { isSame, mayBeSame, mayBeTwoEntries } from '../../matching/index.ts'
import {
  isId,
  preparedFor,
  type Row,
  type Rows,
  raw,
  rowSource,
  type SqlFragment,
  sql,
  statement,
  type Tx,
} from '../../platform/index.ts'
import type { TextRow } from '../ask/page.ts'
import { follow, type Redirects, redirectsOf } from '../merge/redirects.ts'
import { type Draft, isRecognised, keyName, proposedKeys } from './draft.ts'
import { lockingOf } from './locked.ts'
import { type Alike, lookAlikes } from './look-alikes.ts'
import { namedSource } from './named-source.ts'
import { type RecordState, type SourceState, sourceName } from './record-state.ts'
import { findReferences, type ReferenceRows } from './references.ts'
import type { Outcome, SourceKey } from './types.ts'

export type Found = {
  records: ReadonlyMap<string, RecordState>
  references: ReferenceRows
  /** Ids given that were merged into others. */
  redirects: Redirects
  /** Source records of this batch that others wait for. */
  isAwaited: boolean
  /** The version of the rights as it was when records were locked; null where none was. */
  rights: string | null
  /** What was learnt of all that the creates were held against. */
  others: Pick<Alike, 'population' | 'crowded'>
}

/**
 * Which ids are meant is asked first, then those rows are locked and read by their ids: each statement has one index it can use,
 * whatever the planner believes of a table that was filled a moment ago. A change by id alone asks both at once. Of the records all
 * is read, or these fields alone.
 */
export async function find(
  tx: Tx,
  access: Access,
  drafts: readonly Draft[],
  fields: readonly string[] | null = null,
): Promise<Found> {
  const [first] = drafts
  if (!first)
    return {
      records: new Map(),
      references: new Map(),
      redirects: new Map(),
      isAwaited: false,
      rights: null,
      others: nobody,
    }
  const w = access.actor.workspace
  const name = first.object.name
  const send = (fragment: SqlFragment) => tx.query(statement(fragment, preparedFor(drafts.length)))
  const given = drafts.flatMap((draft) => (draft.change.id && isId(draft.change.id) ? [draft.change.id] : []))
  const sources = drafts.flatMap((draft) => namesOf(draft).map(({ system, localId }) => [system, localId]))
  const references = findReferences(tx, access, drafts)
  const named = sources.length ? send(namedIds(w, name, sources)) : none
  const awaited = sources.length ? send(awaitedOf(w, name, sources)) : none
  const looking = lookAlikes(tx, access, drafts)
  const [alike, byName] = [await looking, await named]
  const more = [...byName.map((row) => row['record_id'] as string), ...alike.matches.flatMap((key) => key.ids)] // uuid column
  const ids = [...new Set([...given, ...more])]
  const { records, rights } = await lock(tx, access, first.object, ids, fields)
  const redirects = await followMerged(tx, access, first.object, { records, given, fields })
  assign(drafts, records, redirects, alike.matches)
  alike.judge()
  return {
    records,
    references: await references,
    redirects,
    isAwaited: (await awaited).length > 0,
    rights,
    others: alike,
  }
}

/** The records with these ids, locked, with every claim on them. */
export const load = async (
  tx: Tx,
  access: Access,
  object: ManifestObject,
  ids: readonly string[],
): Promise<Map<string, RecordState>> => (await lock(tx, access, object, ids, null)).records

async function lock(
  tx: Tx,
  access: Access,
  object: ManifestObject,
  ids: readonly string[],
  fields: readonly string[] | null,
): Promise<{ records: Map<string, RecordState>; rights: string | null }> {
  if (ids.length === 0) return { records: new Map(), rights: null }
  const { bind, stateOf, rightsOf } = lockingOf(access, object, fields)
  const locked = tx.query(bind(ids))
  const claims = tx.query(statement(claimsOf(access, ids, fields ? 'own' : 'all'), preparedFor(ids.length)))
  const rows = (await locked) as unknown as readonly TextRow[] // asked for in texts
  const records = new Map(
    rows.map((row) => {
      const state = stateOf(row)
      return [state.id, state] as const
    }),
  )
  for (const row of await claims) {
    const source = sourceStateOf(row)
    records.get(row['record_id'] as string)?.sources.set(sourceName(source.system, source.localId), source) // uuid column
  }
  return { records, rights: rows[0] ? rightsOf(rows[0]) : null }
}

/** Ids of records that are no more are followed to those they were merged into, which are added to `records`. */
async function followMerged(
  tx: Tx,
  access: Access,
  object: ManifestObject,
  found: { records: Map<string, RecordState>; given: readonly string[]; fields: readonly string[] | null },
): Promise<Redirects> {
  const { records, given, fields } = found
  const isAlive = (id: string) => records.get(id)?.deletedAt === null
  const redirects = new Map<string, string>()
  for (let dead = given.filter((id) => !isAlive(id)); dead.length > 0; ) {
    const found = await redirectsOf(tx, access.actor.workspace, dead)
    const targets = [...new Set(found.values())]
    // Whoever held the lock may have merged the target meanwhile: then it is followed too.
    for (const [old, to] of redirects) redirects.set(old, found.get(to) ?? to)
    for (const [old, to] of found) redirects.set(old, to)
    const unknown = targets.filter((id) => !records.has(id))
    const more = await lock(tx, access, object, unknown, fields)
    for (const [id, record] of more.records) records.set(id, record)
    dead = targets.filter((id) => !isAlive(id))
  }
  return redirects
}

/** Every name its source, and what the source says is the same, give the record. */
export const namesOf = (draft: Draft): SourceKey[] =>
  draft.faults.some((fault) => fault.field === 'source')
    ? []
    : [...(draft.source ? [draft.source] : []), ...(draft.change.sameAs ?? [])]

const nobody = { population: 0, crowded: new Set<number>() }
const none: Promise<Rows> = Promise.resolve([])

const sourceKeys = (sources: readonly (readonly string[])[]): SqlFragment =>
  rowSource(
    [
      { name: 'system', type: 'text' },
      { name: 'local_id', type: 'text' },
    ],
    sources,
    'k',
  )

const namedIds = (w: string, object: string, sources: readonly string[][]): SqlFragment =>
  sql`select s.record_id from ${sourceKeys(sources)} cross join lateral (${namedSource(w, object, sql`s.record_id`)}) s`

/** Of other sources' documents nothing is needed where only the actor's own word can change. */
const claimsOf = ({ actor, source }: Access, ids: readonly string[], documents: 'all' | 'own'): SqlFragment =>
  sql`select s.record_id, s.system, s.local_id, s.file, s.rows, s.act_id, ${raw(iso('s.said_at'))} as said_at, s.verified_on::text as verified_on, s.claims, s.marks,
      ${documents === 'all' ? raw('s.document') : sql`case when s.system = ${source} then s.document end`} as document, s.home_id
    from ${sourcesOf(actor.workspace, ids)}`

/** Each record by itself, for a batch: asked for all at once, a workspace without statistics would be read whole. */
const sourcesOf = (w: string, ids: readonly string[]): SqlFragment =>
  ids.length === 1
    ? sql`records.source_record s where s.workspace_id = ${w} and s.record_id = any(${ids}::uuid[])`
    : sql`unnest(${ids}::uuid[]) as i(id) cross join lateral (select t.* from records.source_record t where t.workspace_id = ${w} and t.record_id = i.id offset 0) s`

export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const awaitedOf = (w: string, object: string, sources: readonly string[][]): SqlFragment =>
  sql`select 1 from records.awaited a join ${sourceKeys(sources)} on a.to_system = k.system and a.to_local_id = k.local_id where a.workspace_id = ${w} and a.to_object = ${object} limit 1`

export const sourceStateOf = (row: Row): SourceState => ({
  system: row['system'] as SystemName, // written by the door only
  localId: row['local_id'] as string, // text column, as are those below
  act: row['act_id'] as string,
  saidAt: row['said_at'] as string | null,
  verifiedOn: row['verified_on'] as string | null,
  claims: row['claims'] as SourceState['claims'], // written by the door
  marks: (row['marks'] as SourceState['marks'] | null) ?? {}, // written by the door
  file: row['file'] as string | null,
  rows: (row['rows'] as number[] | null) ?? [], // integer[] column
  document: row['document'],
  home: row['home_id'] as string | null,
  isNew: false,
  isDirty: false,
  isGone: false,
})

/** Each draft's record: its id, else its source's, else the one record that its keys agree on. */
function assign(
  drafts: readonly Draft[],
  records: ReadonlyMap<string, RecordState>,
  redirects: Redirects,
  matches: Alike['matches'],
): void {
  const bySource = new Map(
    [...records.values()].flatMap((record) => [...record.sources.keys()].map((name) => [name, record] as const)),
  )
  const byKey = new Map<string, RecordState[]>()
  for (const { ids, ...key } of matches)
    byKey.set(
      keyName(key),
      ids.flatMap((id) => {
        const record = records.get(id)
        return record?.maySee && record.deletedAt === null ? [record] : []
      }),
    )
  const meant = new Map<RecordState, Draft[]>()
  const open = drafts.filter((draft) => {
    const { change } = draft
    const named = namesOf(draft).flatMap((name) => bySource.get(sourceName(name.system, name.localId)) ?? [])
    const known = change.id ? records.get(follow(redirects, change.id)) : named[0]
    if (known) {
      draft.record = known
      meant.set(known, [...(meant.get(known) ?? []), draft])
      draft.isMatched =
        !change.id && draft.source !== null && !known.sources.has(sourceName(draft.source.system, draft.source.localId))
    }
    return !known && isRecognised(draft)
  })
  // Whoever is named comes before whoever is only like. Of two that one list tells apart, neither can be said to be the one meant.
  const wanted = open.flatMap((draft) => {
    const record = recognise(draft, byKey)
    return record ? [{ draft, record }] : []
  })
  for (const { draft, record } of wanted) meant.set(record, [...(meant.get(record) ?? []), draft])
  for (const { draft, record } of wanted) {
    if (isOtherEntry(draft, record, meant.get(record))) draft.apartFrom = record
    else {
      draft.record = record
      draft.isMatched = true
    }
  }
}

/** The one record that a draft looks like; where there are several, or somebody is there to be asked, that is told instead. */
function recognise(draft: Draft, byKey: ReadonlyMap<string, readonly RecordState[]>): RecordState | null {
  const candidates = new Set(proposedKeys(draft).flatMap((key) => byKey.get(keyName(key)) ?? []))
  // Whoever creates a record can be asked; whoever sends thousands can't.
  const isMeant = draft.change.verb === 'create' ? mayBeSame : isSame
  const same = [...candidates].filter(
    (record) => isMeant(draft.object.name, draft.values, record.values) && !isAbove(draft, record),
  )
  if (same.length === 0) return null
  if (draft.change.verb === 'create' || (draft.change.match === 'ask' && same.length > 1)) {
    draft.outcome = possibleDuplicate(same)
    return null
  }
  return same.length === 1 ? (same[0] ?? null) : null
}

export const possibleDuplicate = (records: readonly RecordState[]): Outcome => ({
  outcome: 'possible_duplicate',
  candidates: records.map((record) => ({ id: record.id, title: titleOf(record) })),
})

/** Whether the change names this record as the one above it: nothing is its own parent. */
export const isAbove = (draft: Draft, record: RecordState): boolean =>
  draft.references.some(
    ({ field, system, localId }) =>
      draft.object.fields.get(field)?.options.acyclic && record.sources.has(sourceName(system, localId)),
  ) ||
  [...draft.object.fields.values()].some((field) => field.options.acyclic && draft.values[field.name] === record.id)

/**
 * Whether the list that speaks has the record under an entry that may be another thing than this one.
 *
 * @param others changes of the same batch that mean the record
 */
export function isOtherEntry(draft: Draft, record: RecordState, others: readonly Draft[] = []): boolean {
  const { source, change, object, values } = draft
  if (!source || change.verb !== 'upsert' || source.system === 'hand' || source.system === 'holdfast') return false
  const haveIds = source.system !== 'spreadsheet'
  if (!mayBeTwoEntries(object.name, { a: values, b: record.values, haveIds: true })) return false
  const entries = [
    ...record.sources.values(),
    ...others.flatMap((each) =>
      each.source ? [{ ...each.source, file: each.change.file ?? null, claims: each.values }] : [],
    ),
  ]
  return entries.some(
    ({ system, localId, file, claims }) =>
      system === source.system &&
      localId !== source.localId &&
      (haveIds || file === (change.file ?? null)) &&
      mayBeTwoEntries(object.name, { a: values, b: claims, haveIds }),
  )
}

const titleOf = (record: RecordState): string | null => {
  const title = record.values[record.object.title]
  return typeof title === 'string' ? title : null
}
