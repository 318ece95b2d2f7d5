// What the stages of a merge, and of taking one apart, have in common: one transaction, one act, and the places of its history.
import type { Access } from '../../access/index.ts'
import { type ActContext, historyEntries } from '../../ledger/index.ts'
import {
  type ColumnOf,
  preparedFor,
  rowSource,
  type Sql,
  type SqlFragment,
  sql,
  statement,
  type Tx,
} from '../../platform/index.ts'
import { historyEntry } from '../change/change.ts'
import type { Batch } from '../change/claims.ts'
import { type Answered, keepAnswers } from '../change/idempotency.ts'
import type { HistoryRow } from '../change/record-state.ts'

export type Joining = {
  tx: Tx
  access: Access
  context: ActContext
  batch: Batch
  /** Where ids lead once this is done; grows as twins are folded. */
  redirects: Map<string, string>
  /** Ids that lead nowhere else any more once this is done. */
  cut?: ReadonlySet<string>
  /** The next free place in the act's history. */
  place: number
}

/** More rows than one statement of an act may change: places of its history are given out in such blocks. */
const block = 10_000_000

/** A block of places for the history of one statement. */
export function nextPlace(joining: Joining): number {
  joining.place += block
  return joining.place
}

/** History of further objects that the act touches; its own object's goes with the act. */
export const alsoHistory = (joining: Joining, object: string, history: readonly HistoryRow[]): Sql[] =>
  history.length > 0
    ? [
        statement(
          historyEntries(joining.context, object, history.map(historyEntry), nextPlace(joining)),
          preparedFor(history.length),
        ),
      ]
    : []

/** Sent together; a fault is thrown as what it is, before anything else fails for want of what it was to do. */
export async function send({ tx }: Joining, statements: readonly Sql[]): Promise<void> {
  await Promise.all(statements.map((each) => tx.query(each)))
}

/** Kept in the transaction of what was done: both are there, or neither. */
export async function keepMerged(
  { tx, access, batch }: Joining,
  key: string,
  what: Omit<Answered, 'key'>,
): Promise<void> {
  await tx.query(statement(keepAnswers(access, [{ key, ...what }], batch.at)))
}

const pairColumns: readonly ColumnOf[] = [
  { name: 'old', type: 'uuid' },
  { name: 'new', type: 'uuid' },
]

/** `m(old, new)`, for statements that put one id in the place of another. */
export const pairsSource = (pairs: ReadonlyMap<string, string>): SqlFragment =>
  rowSource(
    pairColumns,
    [...pairs].map(([old, now]) => [old, now]),
    'm',
  )

/** The workspace's part of every condition. */
export const inWorkspace = (joining: Joining, alias: SqlFragment): SqlFragment =>
  sql`${alias}.workspace_id = ${joining.access.actor.workspace}`
