// The moment of the last change of whatever hangs on records. An act that changes all of it must sort after each of their own.
import type { Access } from '../../access/index.ts'
import { ident, join, raw, sql, statement, type Tx } from '../../platform/index.ts'
import { iso } from '../change/find.ts'
import { leadsTo } from './move.ts'
import { referencesTo } from './registry.ts'

/** Milliseconds; 0 where nothing hangs on them. */
export async function latestChange(tx: Tx, access: Access, object: string, ids: readonly string[]): Promise<number> {
  const t = raw('t')
  const each = referencesTo(access.manifest, object)
    .filter((reference) => reference.object.kind === 'records')
    .map(
      (reference) =>
        sql`select max(t.updated_at) as at from customer.${ident(reference.object.name)} t where t.workspace_id = ${access.actor.workspace} and ${leadsTo(reference, t, ids)}`,
    )
  if (each.length === 0) return 0
  const [row] = await tx.query(
    statement(sql`select ${raw(iso('max(at)'))} as at from (${join(each, ' union all ')}) every`),
  )
  return typeof row?.['at'] === 'string' ? Date.parse(row['at']) + 1 : 0
}
