// References follow a merge: whatever led to a record that is gone leads to the one that stays. Golden values alone; what was
// claimed keeps the id it named. One statement for each reference of each object, whatever the number of rows.
import { historyOfRows } from '../../ledger/index.ts'
import { ident, join, raw, type SqlFragment, sql, statement } from '../../platform/index.ts'
import { inWorkspace, type Joining, nextPlace, pairsSource } from './joining.ts'
import { identityOf, type ReferenceTo } from './registry.ts'

/** `ids`: the rows that were moved, of ties only, for these may have become twins. */
export type MovedRows = ReferenceTo & { count: number; ids: readonly string[] }

const t = raw('t')

/** The reference as SQL, of the row `alias`. */
export const columnOf = ({ field }: ReferenceTo, alias: SqlFragment): SqlFragment =>
  field.customKey
    ? sql`(${alias}.custom ->> ${field.customKey})::uuid`
    : sql`${alias}.${ident(field.columns[0]?.name ?? '')}`

/** That the reference leads to one of these, in words that an index answers. */
export const leadsTo = (reference: ReferenceTo, alias: SqlFragment, ids: readonly string[]): SqlFragment => {
  const key = reference.field.customKey
  if (!key) return sql`${columnOf(reference, alias)} = any(${ids}::uuid[])`
  const each = ids.map((id) => sql`${alias}.custom @> ${JSON.stringify({ [key]: id })}::jsonb`)
  return sql`${alias}.custom <> '{}' and (${join(each, ' or ')})`
}

const setTo = ({ field }: ReferenceTo, id: SqlFragment): SqlFragment =>
  field.customKey
    ? sql`custom = t.custom || jsonb_build_object(${field.customKey}::text, ${id})`
    : sql`${ident(field.columns[0]?.name ?? '')} = ${id}`

/** Moves what leads to the old ids to the new ones, of all that is not merged itself. Rows of `except` are left: their values are settled otherwise. */
export async function moveReference(
  joining: Joining,
  reference: ReferenceTo,
  pairs: ReadonlyMap<string, string>,
  except: readonly string[],
): Promise<MovedRows> {
  const { object } = reference
  const move = object.kind === 'facts' ? moveFacts : moveRecords
  const [row] = await joining.tx.query(statement(move(joining, reference, pairs, except), { prepared: true }))
  return {
    ...reference,
    count: Number(row?.['count'] ?? 0),
    ids: (row?.['ids'] as string[] | null) ?? [], // uuid[] of the statement
  }
}

function moveRecords(
  joining: Joining,
  reference: ReferenceTo,
  pairs: ReadonlyMap<string, string>,
  except: readonly string[],
): SqlFragment {
  const rows = sql`select t.id, m.new from customer.${ident(reference.object.name)} t join ${pairsSource(pairs)} on m.old = ${columnOf(reference, t)}
    where ${inWorkspace(joining, t)} and ${leadsTo(reference, t, [...pairs.keys()])} and t.id <> all(${except}::uuid[])
      and not exists (select 1 from records.redirect r where r.workspace_id = t.workspace_id and r.id = t.id)`
  return setReference(joining, reference, rows)
}

/** Sets a reference of the rows that `rows` (id, new) names, with their history. Answers with their count and, of ties, their ids. */
export function setReference(joining: Joining, reference: ReferenceTo, rows: SqlFragment): SqlFragment {
  const { object, field } = reference
  const { context, batch } = joining
  const history = historyOfRows(context, object.name, {
    system: batch.speaker,
    first: nextPlace(joining),
    rows: sql`moved`,
  })
  const ids = identityOf(object).length > 0 ? sql`array_agg(id)` : sql`null::uuid[]`
  return sql`with wanted as materialized (${rows}),
    was as materialized (select t.id, wanted.new, ${columnOf(reference, t)} as old from customer.${ident(object.name)} t join wanted on wanted.id = t.id
      where ${inWorkspace(joining, t)} order by t.id for update of t),
    moved as (update customer.${ident(object.name)} t set ${setTo(reference, sql`was.new`)}, version = t.version + 1, updated_at = ${batch.at}::timestamptz
      from was where ${inWorkspace(joining, t)} and t.id = was.id
      returning t.id, t.version, jsonb_build_object(${field.name}::text, jsonb_build_array(was.old, was.new)) as changed),
    written as (${history})
    select count(*)::integer as count, ${ids} as ids from moved`
}

/** Facts have one row for each of their keys. Where both have it one goes; reactions work them out anew, from what happened. */
function moveFacts(joining: Joining, reference: ReferenceTo, pairs: ReadonlyMap<string, string>): SqlFragment {
  const { object, field } = reference
  const table = sql`customer.${ident(object.name)}`
  const others = object.factKey.filter((name) => name !== field.name).map(ident)
  const same = join(
    others.map((name) => sql`o.${name} = t.${name}`),
    ' and ',
  )
  const isKey = object.factKey.includes(field.name)
  const kept = isKey
    ? sql`select distinct on (m.new, ${join(others.map((name) => sql`t.${name}`))}) t.id, m.new from ${table} t join ${pairsSource(pairs)} on m.old = ${columnOf(reference, t)}
        where ${inWorkspace(joining, t)} and not exists (select 1 from ${table} o where o.workspace_id = t.workspace_id and ${columnOf(reference, raw('o'))} = m.new and ${same})
        order by m.new, ${join(others.map((name) => sql`t.${name}`))}, t.id`
    : sql`select t.id, m.new from ${table} t join ${pairsSource(pairs)} on m.old = ${columnOf(reference, t)} where ${inWorkspace(joining, t)}`
  return sql`with kept as materialized (${kept}),
    gone as (delete from ${table} t where ${inWorkspace(joining, t)} and ${leadsTo(reference, t, [...pairs.keys()])} and not exists (select 1 from kept where kept.id = t.id) returning 1),
    moved as (update ${table} t set ${setTo(reference, sql`kept.new`)} from kept where ${inWorkspace(joining, t)} and t.id = kept.id returning 1)
    select (select count(*) from moved) + (select count(*) from gone) as count`
}
