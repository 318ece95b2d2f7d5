// What jobs read behind the questions: the sources' own words, and where references lead whether or not the record still stands.
// For programs only, and logged like any other reading.
import type { ManifestObject, SystemName } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { readEntry } from '../ledger/index.ts'
import { Failure, ident, type SqlFragment, sql, statement, transact } from '../platform/index.ts'
import type { Changing } from './change/change.ts'

export type SourceDocument = {
  recordId: string
  /** The value of the reference that was asked by; the record's own id where it was asked by `id`. */
  of: string
  localId: string
  /** As the source gave it; null where it gave none. */
  document: unknown
}

export type DocumentsOf = { object: string; system: SystemName; by: string; ids: readonly string[] }

/** The documents that one system gave for records of an object: those with these ids, or whose reference `by` is one of them. */
export async function documents(door: Changing, actor: Actor, of: DocumentsOf): Promise<SourceDocument[]> {
  const object = await objectFor(door, actor, of)
  const at = door.clock()
  const classes = new Set([...object.fields.values()].map((field) => field.sensitivity))
  const log = readEntry(
    { actor, id: door.ids.next(at.getTime()), at },
    object.name,
    [...classes].filter((each) => each !== 'general').sort(),
    sql`select array_agg(distinct record_id) as ids from found`,
  )
  const rows = await transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`with found as (select t.id as record_id, t.${by(object, of)} as of, s.local_id, s.document from customer.${ident(object.name)} t
            join records.source_record s on s.workspace_id = t.workspace_id and s.record_id = t.id and s.object = ${object.name} and s.system = ${of.system}
            where t.workspace_id = ${actor.workspace} and t.${by(object, of)} = any(${of.ids}::uuid[]) and t.deleted_at is null),
          logged as (${log}) select * from found order by record_id, local_id`,
        { prepared: true },
      ),
    ),
  )
  return rows.map((row) => ({
    recordId: row['record_id'] as string, // uuids and text
    of: row['of'] as string,
    localId: row['local_id'] as string,
    document: row['document'],
  }))
}

/** Where a reference of these records leads, of deleted records too: what hung on them has to be worked out again. */
export async function referencesOf(door: Changing, actor: Actor, of: Omit<DocumentsOf, 'system'>): Promise<string[]> {
  const object = await objectFor(door, actor, of)
  const rows = await transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`select distinct t.${by(object, of)} as of from customer.${ident(object.name)} t where t.workspace_id = ${actor.workspace} and t.id = any(${of.ids}::uuid[]) and t.${by(object, of)} is not null`,
      ),
    ),
  )
  return rows.map((row) => row['of'] as string) // uuid column
}

async function objectFor(door: Changing, actor: Actor, { object }: { object: string }): Promise<ManifestObject> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'read the documents of', object })
  const declared = (await door.book.of(actor)).manifest.objects.get(object)
  if (declared?.kind !== 'records') throw new Failure('object_unavailable', { object })
  return declared
}

/** The column asked by: the id, or a reference that the dictionary declares. */
function by(object: ManifestObject, { by }: { by: string }): SqlFragment {
  const field = object.fields.get(by)
  if (by !== 'id' && !field?.to) throw new Error(`${object.name}.${by} is no reference.`)
  return ident(field?.columns[0]?.name ?? by)
}
