// Whether the records are what their history says, and whether what hangs on records hangs on one that is there. Set-based, one
// statement an object; reads what is, changes nothing.
import { fieldType, type ManifestField, type ManifestObject } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { searchListsOf } from '../matching/index.ts'
import {
  Failure,
  ident,
  join,
  type Row,
  raw,
  type SqlFragment,
  sql,
  statement,
  type Tx,
  transact,
} from '../platform/index.ts'
import type { Changing } from './change/change.ts'

/**
 * - `record_differs_from_history` `fields` hold something else than the last act that changed them gave them
 * - `record_missing` there is history of a record that is not there; `record_without_history` the reverse
 * - `source_without_record`, `key_without_record` a claim or a matching key of a record that is not there
 * - `still_awaited` a reference waits for a record that has come: run the import again, or any change, to fill it in
 */
export type FindingCode =
  | 'record_differs_from_history'
  | 'record_missing'
  | 'record_without_history'
  | 'source_without_record'
  | 'key_without_record'
  | 'still_awaited'

export type Finding = { code: FindingCode; object: string; id: string; fields: readonly string[] }

/** `findings` are at most 100 of each object and code; `more` says whether there were others. */
export type Checked = { records: number; findings: readonly Finding[]; more: boolean }

const most = 100

/** Checks all records of the actor's workspace against the ledger. For the operator and jobs. */
export async function checkRecords(door: Changing, actor: Actor): Promise<Checked> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'check', object: 'records' })
  const { manifest } = await door.book.of(actor)
  const objects = [...manifest.objects.values()].filter((object) => object.kind === 'records')
  return transact(door.pool, actor.workspace, async (tx) => {
    void tx.query(statement(sql`set transaction isolation level repeatable read, read only`))
    void tx.query(statement(sql`set local statement_timeout = '30min'`))
    const checked = { records: 0, findings: [] as Finding[], more: false }
    for (const object of objects) {
      const [{ n } = { n: 0 }] = await tx.query(
        statement(
          sql`select count(*) as n from customer.${ident(object.name)} where workspace_id = ${actor.workspace}`,
        ),
      )
      checked.records += Number(n)
      for (const find of [differing, strays]) {
        const found = await find(tx, actor.workspace, object)
        checked.findings.push(...found.slice(0, most))
        checked.more ||= found.length > most
      }
    }
    return checked
  })
}

/** Every field's last value in the history beside the record's own. Last is the highest version: acts of several processes need not sort by it. */
async function differing(tx: Tx, workspace: string, object: ManifestObject): Promise<Finding[]> {
  const fields = [...object.fields.values()]
  const marks = [
    sql`case when r.deleted_at is distinct from (h.doc ->> 'deleted_at')::timestamptz then 'deleted_at' end`,
    sql`case when r.version is distinct from h.version then 'version' end`,
    ...fields.map((field) => sql`case when ${differs(field)} then ${field.name}::text end`),
  ]
  const rows = await tx.query(
    statement(sql`with last as (
        select distinct on (h.record_id, c.key) h.record_id, c.key, c.value -> 1 as value
        from ledger.history h cross join lateral jsonb_each(h.changed) c
        where h.workspace_id = ${workspace} and h.object = ${object.name}
        order by h.record_id, c.key, h.version desc, h.act_id desc, h.n desc
      ), docs as (select record_id, jsonb_object_agg(key, value) as doc from last group by record_id),
      h as (select v.record_id, v.version, coalesce(docs.doc, '{}') as doc
        from (select record_id, max(version) as version from ledger.history where workspace_id = ${workspace} and object = ${object.name} group by record_id) v
        left join docs using (record_id)),
      r as (select * from customer.${ident(object.name)} where workspace_id = ${workspace}),
      compared as (select coalesce(r.id, h.record_id) as id, r.id is null as is_missing, h.record_id is null as is_unknown,
        array_remove(array[${join(marks)}], null) as fields from r full join h on h.record_id = r.id)
      select id, is_missing, is_unknown, fields from compared where is_missing or is_unknown or fields <> '{}' order by id limit ${most + 1}`),
  )
  return rows.map((row) => {
    const code = row['is_missing']
      ? 'record_missing'
      : row['is_unknown']
        ? 'record_without_history'
        : 'record_differs_from_history'
    return finding(code, object, row, code === 'record_differs_from_history' ? (row['fields'] as string[]) : []) // text[] of the statement
  })
}

function differs(field: ManifestField): SqlFragment {
  const said = `(h.doc -> '${field.name}')`
  if (field.customKey)
    return sql`(r.custom -> ${field.customKey}::text) is distinct from nullif(${raw(said)}, 'null'::jsonb)`
  const values = fieldType(field).fromJson(said)
  return join(
    field.columns.map((column, i) => sql`r.${ident(column.name)} is distinct from ${raw(values[i] ?? 'null')}`),
    ' or ',
  )
}

/** What belongs to records of this object that are not there. */
async function strays(tx: Tx, workspace: string, object: ManifestObject): Promise<Finding[]> {
  const isGone = sql`not exists (select 1 from customer.${ident(object.name)} r where r.workspace_id = t.workspace_id and r.id = t.record_id)`
  const [sources, keys, awaited] = await Promise.all([
    tx.query(
      statement(
        sql`select t.record_id as id from records.source_record t where t.workspace_id = ${workspace} and t.object = ${object.name} and ${isGone} limit ${most + 1}`,
      ),
    ),
    tx.query(
      statement(
        sql`select t.record_id as id from records.match_key t where t.workspace_id = ${workspace} and t.object = ${object.name} and ${isGone}
          union select t.record_id from records.search_key t where t.workspace_id = ${workspace} and t.list = any(${searchListsOf(object.name)}::int[]) and ${isGone} limit ${most + 1}`,
      ),
    ),
    tx.query(
      statement(sql`select o.record_id as id, array[a.field] as fields from records.awaited a
        join records.source_record s on s.workspace_id = a.workspace_id and s.object = a.to_object and s.system = a.to_system and s.local_id = a.to_local_id
        join records.source_record o on o.workspace_id = a.workspace_id and o.object = a.object and o.system = a.system and o.local_id = a.local_id
        where a.workspace_id = ${workspace} and a.object = ${object.name} limit ${most + 1}`),
    ),
  ])
  return [
    ...sources.map((row) => finding('source_without_record', object, row)),
    ...keys.map((row) => finding('key_without_record', object, row)),
    ...awaited.map((row) => finding('still_awaited', object, row, row['fields'] as string[])), // text[] of the statement
  ]
}

const finding = (code: FindingCode, object: ManifestObject, row: Row, fields: readonly string[] = []): Finding => ({
  code,
  object: object.name,
  id: row['id'] as string, // uuid column
  fields,
})
