// What hangs on records: asked once, before anything is moved, so that only what there is has to be. Most records have things under
// three or four of the many references that could lead to them.
import type { Access } from '../../access/index.ts'
import { ident, join, raw, type SqlFragment, sql, statement, type Tx } from '../../platform/index.ts'
import { iso } from '../change/find.ts'
import { leadsTo } from './move.ts'
import { type ReferenceTo, referencesTo } from './registry.ts'

export type Hanging = {
  /** The references by which anything leads to the records that are to go. */
  references: readonly ReferenceTo[]
  /** When whatever hangs on any of them changed last, in milliseconds, and 1 more: an act that changes it must sort after that. 0 where nothing does. */
  changedAt: number
}

/** Asked once the records are locked: nothing new is hung on them from then on. */
export async function hangingOn(
  tx: Tx,
  access: Access,
  object: string,
  { staying, going }: { staying: readonly string[]; going: readonly string[] },
): Promise<Hanging> {
  const references = referencesTo(access.manifest, object)
  if (references.length === 0) return { references: [], changedAt: 0 }
  const t = raw('t')
  const each = references.map((reference, place): SqlFragment => {
    const { kind, name } = reference.object
    const changed = kind === 'records' ? sql`max(t.updated_at)` : sql`null::timestamptz`
    const isMoving = going.length > 0 ? sql`bool_or(${leadsTo(reference, t, going)})` : sql`false`
    return sql`select ${place}::integer as place, ${changed} as at, ${isMoving} as is_moving from customer.${ident(name)} t
      where t.workspace_id = ${access.actor.workspace} and ${leadsTo(reference, t, [...staying, ...going])}`
  })
  const rows = await tx.query(
    statement(
      sql`select place, is_moving, ${raw(iso('at'))} as at from (${join(each, ' union all ')}) every where is_moving is not null`,
    ),
  )
  const isMoving = new Set(rows.flatMap((row) => (row['is_moving'] === true ? [Number(row['place'])] : [])))
  const moments = rows.flatMap((row) => (typeof row['at'] === 'string' ? [Date.parse(row['at']) + 1] : []))
  return { references: references.filter((_, place) => isMoving.has(place)), changedAt: Math.max(0, ...moments) }
}
