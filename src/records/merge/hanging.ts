// What hangs on records: asked once, before anything is moved, so that only what there is has to be. Most records have things under
// three or four of the many references that could lead to them.
import type { Access } from '../../access/index.ts'
import { ident, join, raw, type SqlFragment, sql, statement, type Tx } from '../../platform/index.ts'
import { iso } from '../change/find.ts'
import { columnOf, leadsTo } from './move.ts'
import { type ReferenceTo, referencesTo } from './registry.ts'

export type Hanging = {
  /** The references by which anything leads to the records that are to go. */
  references: readonly ReferenceTo[]
  /** When whatever hangs on any of them changed last, in milliseconds, and 1 more: an act that changes it must sort after that. 0 where nothing does. */
  changedAt: number
}

type Sides = { staying: readonly string[]; going: readonly string[] }

/** Asked once the records are locked: nothing new is hung on them from then on. Answers what hangs on any of them. */
export async function hangingOn(
  tx: Tx,
  access: Access,
  object: string,
  ids: readonly string[],
): Promise<(sides: Sides) => Hanging> {
  const references = referencesTo(access.manifest, object)
  if (references.length === 0) return () => ({ references, changedAt: 0 })
  const t = raw('t')
  const each = references.map((reference, place): SqlFragment => {
    const { kind, name } = reference.object
    const changed = kind === 'records' ? sql`max(t.updated_at)` : sql`null::timestamptz`
    return sql`select ${place}::integer as place, ${columnOf(reference, t)} as id, ${changed} as at from customer.${ident(name)} t
      where t.workspace_id = ${access.actor.workspace} and ${leadsTo(reference, t, ids)} group by 2`
  })
  const rows = await tx.query(
    statement(sql`select place, id, ${raw(iso('at'))} as at from (${join(each, ' union all ')}) every`),
  )
  const rowsOf = Map.groupBy(rows, (row) => row['id'] as string) // uuid column
  return ({ staying, going }) => {
    const isMoving = new Set(going.flatMap((id) => (rowsOf.get(id) ?? []).map((row) => Number(row['place']))))
    const moments = [...staying, ...going]
      .flatMap((id) => rowsOf.get(id) ?? [])
      .flatMap((row) => (typeof row['at'] === 'string' ? [Date.parse(row['at']) + 1] : []))
    return { references: references.filter((_, place) => isMoving.has(place)), changedAt: Math.max(0, ...moments) }
  }
}
