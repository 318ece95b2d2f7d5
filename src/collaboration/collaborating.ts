// What every part of this room works with, and who somebody is in it.
import type { Actor } from '../access/index.ts'
import { type Clock, type Deed, Failure, type Ids, type Pool, type Sql, sql, statement } from '../platform/index.ts'
import type { Records } from '../records/index.ts'

export type Collaborating = { pool: Pool; records: Records; clock: Clock; ids: Ids }

/** The person an actor is, or speaks for. Errors: not_allowed for a program that speaks for nobody. */
export async function personOf({ records }: Collaborating, actor: Actor, doing: { verb: Deed; object: string }) {
  const { userId } = await records.rights(actor)
  if (userId === null) throw new Failure('not_allowed', doing)
  return userId
}

/** The names of members, to be sent with other statements; see `namesIn`. */
export const namesOf = (workspace: string, ids: readonly string[]): Sql =>
  statement(
    sql`select user_id, name from access.member where workspace_id = ${workspace} and user_id = any(${[...new Set(ids)]}::uuid[])`,
  )

export const namesIn = (rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, string> =>
  new Map(rows.map((row) => [row['user_id'] as string, row['name'] as string])) // uuid and text columns
