// References of a batch: that each leads to a record the actor may see, and which record another system's id means.
import type { ManifestField, ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor } from '../../access/index.ts'
import {
  ident,
  preparedFor,
  type Rows,
  raw,
  rowSource,
  type SqlFragment,
  sql,
  statement,
  type Tx,
} from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import { follow, type Redirects, redirectsOf } from '../merge/redirects.ts'
import { type Draft, refuse } from './draft.ts'
import { namedSource } from './named-source.ts'
import type { RecordState } from './record-state.ts'

/** By object: the ids that may be used, `system localId` → record, and where old ids lead that were given. */
export type ReferenceRows = ReadonlyMap<
  string,
  { ids: ReadonlySet<string>; bySource: ReadonlyMap<string, Named>; redirects: Redirects }
>

/** The record that has another system's id today, and the one it had before merges. */
type Named = { id: string; home: string }

/** One statement per object that the batch points at. */
export async function findReferences(tx: Tx, access: Access, drafts: readonly Draft[]): Promise<ReferenceRows> {
  const wanted = new Map<string, { ids: Set<string>; sources: Map<string, string[]> }>()
  const of = (object: string) => {
    const known = wanted.get(object) ?? { ids: new Set(), sources: new Map() }
    wanted.set(object, known)
    return known
  }
  for (const draft of drafts) {
    for (const { name, to } of referenceFields(draft.object)) {
      const value = draft.values[name]
      if (typeof value === 'string') of(to).ids.add(value)
    }
    for (const { to, system, localId } of draft.references)
      of(to).sources.set(`${system} ${localId}`, [system, localId])
  }
  const asked = [...wanted].map(
    ([object, { ids, sources }]) =>
      [
        object,
        tx.query(statement(referenceRows(access, object, [...ids], [...sources.values()]), preparedFor(drafts.length))),
      ] as const,
  )
  const answered = await Promise.all(asked.map(async ([object, rows]) => [object, await rows] as const))
  const found = new Map<string, { ids: Set<string>; bySource: Map<string, Named>; redirects: Redirects }>()
  for (const [object, rows] of answered) {
    const ids = idsOf(rows)
    const missing = [...of(object).ids].filter((id) => !ids.has(id))
    const redirects = await followVisible(tx, access, object, missing)
    for (const id of redirects.values()) ids.add(id)
    found.set(object, { ids, bySource: sourcesOf(rows), redirects })
  }
  return found
}

/** Where ids lead of which there is no record any more: those merged into one that the actor may see. */
async function followVisible(tx: Tx, access: Access, object: string, ids: readonly string[]): Promise<Redirects> {
  const redirects = await redirectsOf(tx, access.actor.workspace, ids)
  if (redirects.size === 0) return redirects
  const targets = [...new Set(redirects.values())]
  const visible = idsOf(
    await tx.query(statement(referenceRows(access, object, targets, []), preparedFor(targets.length))),
  )
  return new Map([...redirects].filter(([, to]) => visible.has(to)))
}

function referenceRows(
  access: Access,
  object: string,
  ids: readonly string[],
  sources: readonly (readonly string[])[],
): SqlFragment {
  const frame = openFrame(
    startCompiling(access, 'list', {}, () => new Date(0)),
    object,
    true,
  )
  const alias = raw(frame.alias)
  const scope = anyScope(
    frame,
    grantsFor(access, object, 'list').map((grant) => grant.rows),
  )
  const w = access.actor.workspace
  const direct = sql`select ${alias}.id, null as system, null as local_id, null as home_id from customer.${ident(object)} ${alias}
    where ${alias}.workspace_id = ${w} and ${alias}.id = any(${ids}::uuid[]) and ${alias}.deleted_at is null and ${scope}`
  if (sources.length === 0) return direct
  const keys = rowSource(
    [
      { name: 'system', type: 'text' },
      { name: 'local_id', type: 'text' },
    ],
    sources,
    'k',
  )
  // After the source record, never before: joined, a table believed to hold one row would be gone through for each key.
  return sql`${direct} union all select ${alias}.id, s.system, s.local_id, s.home_id::text from ${keys}
    cross join lateral (${namedSource(w, object, sql`s.record_id, s.system, s.local_id, s.home_id`)}) s
    cross join lateral (select ${alias}.id from customer.${ident(object)} ${alias}
      where ${alias}.workspace_id = ${w} and ${alias}.id = s.record_id and ${alias}.deleted_at is null and ${scope} offset 0) ${alias}`
}

const idsOf = (rows: Rows): Set<string> => new Set(rows.map((row) => row['id'] as string)) // uuid column
const sourcesOf = (rows: Rows): Map<string, Named> =>
  new Map(
    rows.flatMap((row) => {
      const id = row['id'] as string // uuid columns
      const home = (row['home_id'] as string | null) ?? id
      return row['system'] ? [[`${row['system']} ${row['local_id']}`, { id, home }] as const] : []
    }),
  )

/** Puts ids in the place of other systems' ids; those that have not arrived stay in `references`. Refuses what leads nowhere. */
export function settleReferences(
  drafts: readonly Draft[],
  found: ReferenceRows,
  ownBatch: ReadonlyMap<string, RecordState>,
): void {
  for (const draft of drafts) {
    for (const field of referenceFields(draft.object)) {
      const { name } = field
      const value = draft.values[name]
      if (typeof value !== 'string') continue
      const to = found.get(field.to)
      const id = to ? follow(to.redirects, value) : value
      if (!to?.ids.has(id)) refuse(draft, 'unknown_reference', field, { given: value })
      if (id === value) continue
      draft.values[name] = id
      draft.homes[name] = value
    }
    if (draft.references.length === 0) continue
    draft.references = draft.references.filter(({ field, to, system, localId }) => {
      const name = `${system} ${localId}`
      const own = to === draft.object.name ? ownBatch.get(name) : undefined
      const named =
        found.get(to)?.bySource.get(name) ??
        (own ? { id: own.id, home: own.sources.get(name)?.home ?? own.id } : undefined)
      if (named) {
        draft.values[field] = named.id
        draft.homes[field] = named.home
      }
      return !named
    })
    // What has no id elsewhere would not be found again when that comes which it refers to.
    if (draft.source === null)
      for (const { field, system, localId } of draft.references)
        refuse(draft, 'unknown_reference', draft.object.fields.get(field) ?? field, { given: `${system} ${localId}` })
  }
}

type ReferenceField = ManifestField & { to: string }
type References = { fields: readonly ReferenceField[]; names: readonly string[] }
const referencesIn = new WeakMap<ManifestObject, References>()

export const referenceNames = (object: ManifestObject): readonly string[] => referencesOf(object).names

const referenceFields = (object: ManifestObject): readonly ReferenceField[] => referencesOf(object).fields

function referencesOf(object: ManifestObject): References {
  const known = referencesIn.get(object)
  if (known) return known
  const fields = [...object.fields.values()].filter((field): field is ReferenceField => Boolean(field.to))
  const made = { fields, names: fields.map(({ name }) => name) }
  referencesIn.set(object, made)
  return made
}

/** Where claims of other sources lead that this batch may bring to the fore: those that name another record than the golden value. */
export async function followClaims(
  tx: Tx,
  workspace: string,
  drafts: readonly Draft[],
  known: Redirects,
): Promise<Redirects> {
  const redirects = new Map(known)
  for (const { homes, values } of drafts)
    for (const [name, home] of Object.entries(homes))
      if (home !== values[name]) redirects.set(home, values[name] as string) // a reference's canonical value
  const unknown = drafts.flatMap(({ record, change, values }) =>
    record
      ? referenceNames(record.object)
          .filter((name) => change.isWhole || name in values)
          .flatMap((name) => claimedIds(record, name))
      : [],
  )
  const more = await redirectsOf(
    tx,
    workspace,
    [...new Set(unknown)].filter((id) => !redirects.has(id)),
  )
  for (const [old, to] of more) redirects.set(old, to)
  return redirects
}

/** Ids that some source of the record names for a reference, other than where the reference leads. */
export const claimedIds = (record: RecordState, name: string): string[] =>
  [...record.sources.values()].flatMap(({ claims }) => {
    const id = claims[name]
    return typeof id === 'string' && id !== record.values[name] ? [id] : []
  })
