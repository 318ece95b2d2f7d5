// What jobs read behind the questions: the sources' own words, and where references lead whether or not the record still stands.
// For programs only, and logged like any other reading.
import type { ManifestObject, SystemName } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { Failure, ident, type SqlFragment, sql, statement, transact } from '../platform/index.ts'
import type { Asking } from './ask/ask.ts'

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
export async function documents(asking: Asking, actor: Actor, of: DocumentsOf): Promise<SourceDocument[]> {
  const object = await objectFor(asking, actor, of)
  const rows = await transact(asking.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`select t.id as record_id, t.${by(object, of)} as of, s.local_id, s.document from customer.${ident(object.name)} t
            join records.source_record s on s.workspace_id = t.workspace_id and s.record_id = t.id and s.object = ${object.name} and s.system = ${of.system}
            where t.workspace_id = ${actor.workspace} and t.${by(object, of)} = any(${of.ids}::uuid[]) and t.deleted_at is null
            order by record_id, local_id`,
        { prepared: true },
      ),
    ),
  )
  const found = rows.map((row) => ({
    recordId: row['record_id'] as string, // uuids and text
    of: row['of'] as string,
    localId: row['local_id'] as string,
    document: row['document'],
  }))
  const at = asking.clock()
  const recordIds = [...new Set(found.map((each) => each.recordId))]
  const reading = { actor, at, object: object.name, classes: [...classesOf(object)].sort(), recordIds }
  await asking.readLog.record([{ ...reading, id: asking.ids.next(at.getTime()) }])
  return found
}

/** Where a reference of these records leads, of deleted records too: what hung on them has to be worked out again. */
export async function referencesOf(
  asking: Pick<Asking, 'pool' | 'book'>,
  actor: Actor,
  of: Omit<DocumentsOf, 'system'>,
): Promise<string[]> {
  const object = await objectFor(asking, actor, of)
  const rows = await transact(asking.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`select distinct t.${by(object, of)} as of from customer.${ident(object.name)} t where t.workspace_id = ${actor.workspace} and t.id = any(${of.ids}::uuid[]) and t.${by(object, of)} is not null`,
      ),
    ),
  )
  return rows.map((row) => row['of'] as string) // uuid column
}

/** Every class but the general one that fields of an object are of. */
export function classesOf(object: ManifestObject): Set<string> {
  const classes = new Set<string>([...object.fields.values()].map((field) => field.sensitivity))
  classes.delete('general')
  return classes
}

async function objectFor(
  asking: Pick<Asking, 'pool' | 'book'>,
  actor: Actor,
  { object }: { object: string },
): Promise<ManifestObject> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'read the documents of', object })
  const declared = (await asking.book.of(actor)).manifest.objects.get(object)
  if (declared?.kind !== 'records') throw new Failure('object_unavailable', { object })
  return declared
}

/** The column asked by: the id, or a reference that the dictionary declares. */
function by(object: ManifestObject, { by }: { by: string }): SqlFragment {
  const field = object.fields.get(by)
  if (by !== 'id' && !field?.to) throw new Error(`${object.name}.${by} is no reference.`)
  return ident(field?.columns[0]?.name ?? by)
}
