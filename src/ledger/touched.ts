import { type Pool, sql, statement, transact } from '../platform/index.ts'

/** What an act did to one record, in the words that a reaction needs to find out what it concerns. */
export type Touched = { recordId: string; system: string; before: Record<string, unknown> }

/** The records of an object that an act touched, with the values that it replaced. For background work; up to 5,000, as many as an act may touch. */
export async function touchedBy(
  pool: Pool,
  { workspace, act, object }: { workspace: string; act: string; object: string },
): Promise<Touched[]> {
  const rows = await transact(pool, workspace, (tx) =>
    tx.query(
      statement(sql`select h.record_id, h.system, coalesce((select jsonb_object_agg(c.key, c.value -> 0) from jsonb_each(h.changed) c), '{}') as before
        from ledger.history h where h.workspace_id = ${workspace} and h.act_id = ${act} and h.object = ${object} order by h.n`),
    ),
  )
  return rows.map((row) => ({
    recordId: row['record_id'] as string, // uuid, text and jsonb object
    system: row['system'] as string,
    before: row['before'] as Record<string, unknown>,
  }))
}
