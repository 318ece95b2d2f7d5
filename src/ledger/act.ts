// An act: what someone did, in one row of the ledger, written in the transaction of the doing.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../access/index.ts'
import { type SqlFragment, sql } from '../platform/index.ts'

export type ActContext = { actor: Actor; id: string; at: Date; because?: string }

export type ActKind = 'read' | 'change' | 'undo' | 'refusal' | 'merge' | 'unmerge' | 'decision'

export const becauseOf = (actor: Actor, because?: string): string | null => because ?? actor.because ?? null

/** The row of a change set. `details` counts what it did. */
export const changeEntry = (
  context: ActContext,
  kind: ActKind,
  object: string | null,
  details: Record<string, unknown>,
): SqlFragment =>
  sql`insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, because, object, details, salt)
    values (${context.actor.workspace}, ${context.id}, ${context.at.toISOString()}, ${kind}, ${context.actor.kind}, ${context.actor.id}, ${context.actor.via}, ${becauseOf(context.actor, context.because)}, ${object}, ${JSON.stringify(details)}, ${freshSalt()})`

const saltBytes = 16
let salts = Buffer.alloc(0)
let spent = 0

/** Drawn many at a time: asking the system for sixteen bytes costs as much as for thousands. */
export function freshSalt(): Buffer {
  if (spent === salts.length) {
    salts = randomBytes(256 * saltBytes)
    spent = 0
  }
  spent += saltBytes
  return salts.subarray(spent - saltBytes, spent)
}
