// An act: what someone did, in one row of the ledger, written in the transaction of the doing.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../access/index.ts'
import { type ColumnOf, namesOf, rowSource, type SqlFragment, sql } from '../platform/index.ts'

export type ActContext = { actor: Actor; id: string; at: Date; because?: string }

export type ActKind = 'read' | 'change' | 'undo' | 'refusal' | 'merge' | 'unmerge' | 'decision'

export const becauseOf = (actor: Actor, because?: string): string | null => because ?? actor.because ?? null

/** An act of several that stand in one transaction; `details` counts what it did. */
export type ActRow = { context: ActContext; details: Record<string, unknown> }

const columns: readonly ColumnOf[] = [
  { name: 'id', type: 'uuid' },
  { name: 'at', type: 'timestamptz' },
  { name: 'because', type: 'text' },
  { name: 'details', type: 'jsonb' },
  { name: 'salt', type: 'bytea' },
]

/** The rows of acts of one actor and kind. */
export function actEntries(kind: ActKind, object: string | null, acts: readonly [ActRow, ...ActRow[]]): SqlFragment {
  const [{ context }] = acts
  const rows = acts.map(({ context: { actor, id, at, because }, details }) => [
    id,
    at.toISOString(),
    becauseOf(actor, because),
    JSON.stringify(details),
    freshSalt(),
  ])
  const names = namesOf(columns)
  const { workspace, kind: actorKind, id, via } = context.actor
  return sql`insert into ledger.act (workspace_id, kind, actor_kind, actor_id, via, object, ${names})
    select ${workspace}::uuid, ${kind}, ${actorKind}, ${id}, ${via}, ${object}, ${names} from ${rowSource(columns, rows, 'r')}`
}

export const changeEntry = (
  context: ActContext,
  kind: ActKind,
  object: string | null,
  details: Record<string, unknown>,
): SqlFragment => actEntries(kind, object, [{ context, details }])

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
