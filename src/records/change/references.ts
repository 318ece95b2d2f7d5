// References of a batch: that each leads to a record the actor may see, and which record another system's id means.
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
import { type Draft, refuse } from './draft.ts'
import type { RecordState } from './record-state.ts'

/** By object: the ids that may be used, and `system localId` → id. */
export type ReferenceRows = ReadonlyMap<string, { ids: ReadonlySet<string>; bySource: ReadonlyMap<string, string> }>

/** One statement per object that the batch points at. */
export async function findReferences(tx: Tx, access: Access, drafts: readonly Draft[]): Promise<ReferenceRows> {
  const wanted = new Map<string, { ids: Set<string>; sources: Map<string, string[]> }>()
  const of = (object: string) => {
    const known = wanted.get(object) ?? { ids: new Set(), sources: new Map() }
    wanted.set(object, known)
    return known
  }
  for (const draft of drafts) {
    for (const [name, value] of Object.entries(draft.values)) {
      const to = draft.object.fields.get(name)?.to
      if (to && typeof value === 'string') of(to).ids.add(value)
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
  return new Map(answered.map(([object, rows]) => [object, { ids: idsOf(rows), bySource: sourcesOf(rows) }]))
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
  const direct = sql`select ${alias}.id, null as system, null as local_id from customer.${ident(object)} ${alias}
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
  return sql`${direct} union all select ${alias}.id, s.system, s.local_id from ${keys}
    join records.source_record s on s.workspace_id = ${w} and s.object = ${object} and s.system = k.system and s.local_id = k.local_id
    join customer.${ident(object)} ${alias} on ${alias}.workspace_id = ${w} and ${alias}.id = s.record_id and ${alias}.deleted_at is null and ${scope}`
}

const idsOf = (rows: Rows): Set<string> => new Set(rows.map((row) => row['id'] as string)) // uuid column
const sourcesOf = (rows: Rows): Map<string, string> =>
  new Map(
    rows.flatMap((row) =>
      row['system'] ? [[`${row['system']} ${row['local_id']}`, row['id'] as string] as const] : [],
    ),
  ) // uuid column

/** Puts ids in the place of other systems' ids; those that have not arrived stay in `references`. Refuses what leads nowhere. */
export function settleReferences(
  drafts: readonly Draft[],
  found: ReferenceRows,
  ownBatch: ReadonlyMap<string, RecordState>,
): void {
  for (const draft of drafts) {
    for (const [name, value] of Object.entries(draft.values)) {
      const field = draft.object.fields.get(name)
      if (field?.to && typeof value === 'string' && !found.get(field.to)?.ids.has(value))
        refuse(draft, 'unknown_reference', field, { given: value })
    }
    draft.references = draft.references.filter(({ field, to, system, localId }) => {
      const name = `${system} ${localId}`
      const id = found.get(to)?.bySource.get(name) ?? (to === draft.object.name ? ownBatch.get(name)?.id : undefined)
      if (id) draft.values[field] = id
      return !id
    })
  }
}
