// Ids of records that were merged into others lead to those for ever. What was said of the old id keeps it: a claim names the
// record its source meant, and only the golden value follows to where that record is today. So nothing has to be said again
// when a merge is taken apart.
import { sql, statement, type Tx } from '../../platform/index.ts'

/** Old id → the id it leads to today. */
export type Redirects = ReadonlyMap<string, string>

export const noRedirects: Redirects = new Map()

export const follow = (redirects: Redirects, id: string): string => redirects.get(id) ?? id

/** Where these ids lead; those that lead nowhere else are left out. */
export async function redirectsOf(tx: Tx, workspace: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query(
    statement(
      sql`select id, to_id from records.redirect where workspace_id = ${workspace} and id = any(${ids}::uuid[])`,
      { prepared: true },
    ),
  )
  return new Map(rows.map((row) => [row['id'] as string, row['to_id'] as string])) // uuid columns
}
