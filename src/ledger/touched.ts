import { type Pool, sql, statement, transact } from '../platform/index.ts'

/** What an act did to one record, in the words that a reaction needs to find out what it concerns. */
export type Touched = { recordId: string; system: string; before: Record<string, unknown> }

/** The records of an object that these acts touched, in their order, with the values that each replaced. For background work; up to 5,000 an act, as many as one may touch. */
export async function touchedBy(
  pool: Pool,
  { workspace, acts, object }: { workspace: string; acts: readonly string[]; object: string },
): Promise<Touched[]> {
  if (acts.length === 0) return []
  const rows = await transact(pool, workspace, (tx) =>
    tx.query(
      statement(sql`select h.record_id, h.system, coalesce((select jsonb_object_agg(c.key, c.value -> 0) from jsonb_each(h.changed) c), '{}') as before
        from ledger.history h where h.workspace_id = ${workspace} and h.act_id = any(${acts}::uuid[]) and h.object = ${object} order by h.act_id, h.n`),
    ),
  )
  return rows.map((row) => ({
    recordId: row['record_id'] as string, // uuid, text and jsonb object
    system: row['system'] as string,
    before: row['before'] as Record<string, unknown>,
  }))
}
