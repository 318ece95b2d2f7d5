// An act: what someone did, in one row of the ledger, written in the transaction of the doing.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../access/index.ts'
import { type SqlFragment, sql } from '../platform/index.ts'

export type ActContext = { actor: Actor; id: string; at: Date; because?: string }

export type ActKind = 'read' | 'change' | 'undo' | 'refusal'

const because = ({ because, actor }: ActContext): string | null => because ?? actor.because ?? null

/** The row of a change set. `details` counts what it did. */
export const changeEntry = (
  context: ActContext,
  kind: ActKind,
  object: string | null,
  details: Record<string, unknown>,
): SqlFragment =>
  sql`insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, because, object, details, salt)
    values (${context.actor.workspace}, ${context.id}, ${context.at.toISOString()}, ${kind}, ${context.actor.kind}, ${context.actor.id}, ${context.actor.via}, ${because(context)}, ${object}, ${JSON.stringify(details)}, ${salt()})`

/** Records a read: which records (a query giving `ids`), which classes of field, by which way. Part of the reading statement. */
export const readEntry = (
  context: ActContext,
  object: string,
  classes: readonly string[],
  ids: SqlFragment,
): SqlFragment =>
  sql`insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, because, object, record_ids, classes, salt)
    select ${context.actor.workspace}::uuid, ${context.id}::uuid, ${context.at.toISOString()}::timestamptz, 'read', ${context.actor.kind}, ${context.actor.id}, ${context.actor.via}, ${because(context)}, ${object}, seen.ids, ${classes}::text[], ${salt()}::bytea from (${ids}) seen`

const saltBytes = 16
let salts = Buffer.alloc(0)
let spent = 0

/** Drawn many at a time: asking the system for sixteen bytes costs as much as for thousands. */
function salt(): Buffer {
  if (spent === salts.length) {
    salts = randomBytes(256 * saltBytes)
    spent = 0
  }
  spent += saltBytes
  return salts.subarray(spent - saltBytes, spent)
}
