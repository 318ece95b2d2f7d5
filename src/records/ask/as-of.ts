// The past of a table: today's rows, with every value that changed after the moment put back to what it was before its first
// change after it. The ledger's ids sort by time, so the changes after a moment are one range of its key.
import { fieldType, type ManifestField } from '../../../dictionary/index.ts'
import { empty, floorOfTime, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import type { Frame } from './frame.ts'

export function sourceAsOf(frame: Frame, at: Date): SqlFragment {
  const workspace = frame.compiling.access.actor.workspace
  const after = floorOfTime(new Date(at.getTime() + 1))
  const columns = [...frame.used].filter((name) => !always.has(name)).map((name) => past(frame, name))
  return sql`(
    select r.workspace_id, r.id, r.version, r.created_at, r.updated_at${columns.length ? sql`, ${join(columns)}` : empty}
    from customer.${ident(frame.object.name)} r
    left join (
      select first_change.record_id, jsonb_object_agg(first_change.field, first_change.old) as was
      from (
        select distinct on (h.record_id, c.key) h.record_id, c.key as field, c.value -> 0 as old
        from ledger.history h cross join lateral jsonb_each(h.changed) c
        where h.workspace_id = ${workspace} and h.act_id >= ${after} and h.object = ${frame.object.name}
        order by h.record_id, c.key, h.act_id, h.n
      ) first_change
      group by first_change.record_id
    ) p on p.record_id = r.id
    where r.workspace_id = ${workspace} and r.created_at <= ${at.toISOString()}
  )`
}

const always = new Set(['id', 'version', 'created_at', 'updated_at'])

function past(frame: Frame, column: string): SqlFragment {
  if (column === 'deleted_at')
    return sql`case when p.was ? 'deleted_at' then (p.was ->> 'deleted_at')::timestamptz else r.deleted_at end as deleted_at`
  if (column === 'custom') return pastCustom(frame)
  const field = [...frame.object.fields.values()].find((each) =>
    each.columns.some((one) => one.name === column),
  ) as ManifestField // columns come from fields
  const position = field.columns.findIndex((each) => each.name === column)
  const was = fieldType(field).fromJson(`(p.was -> '${field.name}')`)[position] ?? 'null'
  return sql`case when p.was ? ${field.name} then ${raw(was)} else r.${ident(column)} end as ${ident(column)}`
}

/** Custom fields live in one document: those that changed are put back into it under their keys. */
function pastCustom(frame: Frame): SqlFragment {
  const custom = [...frame.object.fields.values()].filter((field) => field.customKey)
  const puts = custom.map(
    (field) =>
      sql` || case when p.was ? ${field.name} then jsonb_build_object(${field.customKey}::text, p.was -> ${field.name}) else '{}' end`,
  )
  return sql`r.custom${join(puts, '')} as custom`
}
