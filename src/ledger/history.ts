// History and the mark for reactions: appended in the change's own transaction.
import { type ColumnOf, namesOf, rowSource, type SqlFragment, sql } from '../platform/index.ts'
import { type ActContext, type ActKind, changeEntry } from './act.ts'

export type HistoryEntry = {
  recordId: string
  version: number
  /** `merged`: what the record was, or a source record of it, now belongs to another record, or came to this one. */
  verb: 'created' | 'updated' | 'deleted' | 'restored' | 'merged'
  system: string
  localId: string
  /** Field → [old, new], golden values. */
  changed: Record<string, readonly [unknown, unknown]>
  /** The source's claims before, where this act changed them. */
  claimsBefore: unknown
}

const columns: readonly ColumnOf[] = [
  { name: 'n', type: 'integer' },
  { name: 'record_id', type: 'uuid' },
  { name: 'version', type: 'integer' },
  { name: 'verb', type: 'text' },
  { name: 'system', type: 'text' },
  { name: 'local_id', type: 'text' },
  { name: 'changed', type: 'jsonb' },
  { name: 'claims_before', type: 'jsonb' },
]

/** What records a change set: the act, what it did to each record, and the mark for its reactions. To go in one statement. */
export const changeEntries = (
  context: ActContext,
  kind: ActKind,
  object: string,
  details: Record<string, unknown>,
  entries: readonly HistoryEntry[],
): SqlFragment[] => [
  changeEntry(context, kind, object, details),
  historyEntries(context, object, entries),
  outboxEntry(context, object, kind === 'change' && !('objects' in details) ? entries : null),
]

/** The history alone, for an act that touches several objects; the place of an entry in its act begins at `first`. */
export function historyEntries(
  { actor, id }: ActContext,
  object: string,
  entries: readonly HistoryEntry[],
  first = 0,
): SqlFragment {
  const rows = entries.map((entry, n) => [
    first + n,
    entry.recordId,
    entry.version,
    entry.verb,
    entry.system,
    entry.localId,
    JSON.stringify(entry.changed),
    entry.claimsBefore === null ? null : JSON.stringify(entry.claimsBefore),
  ])
  const names = namesOf(columns)
  return sql`insert into ledger.history (workspace_id, act_id, object, ${names}) select ${actor.workspace}::uuid, ${id}::uuid, ${object}, ${names} from ${rowSource(columns, rows, 'r')}`
}

/** History of what a statement of the act itself changed: `rows` has `id`, `version` and `changed`, however many they are. */
export const historyOfRows = (
  { actor, id }: ActContext,
  object: string,
  { system, first, rows }: { system: string; first: number; rows: SqlFragment },
): SqlFragment =>
  sql`insert into ledger.history (workspace_id, act_id, n, object, record_id, version, verb, system, local_id, changed)
    select ${actor.workspace}::uuid, ${id}::uuid, ${first}::integer + row_number() over (order by r.id), ${object}, r.id, r.version, 'updated', ${system}, r.id::text, r.changed from ${rows} r`

const mostNamed = 20

/**
 * Marks the act for its reactions; the mark is deleted in the transaction that queues them. It says what reactions are chosen by —
 * whose word it was, which fields changed, of which records if they are few —, so that nobody has to read the history for it. Of
 * acts that may touch several objects it says nothing of that: there the history is read.
 */
function outboxEntry({ actor, id }: ActContext, object: string, entries: readonly HistoryEntry[] | null): SqlFragment {
  const job = actor.kind === 'job' ? actor.id : null
  if (!entries)
    return sql`insert into ledger.outbox (workspace_id, act_id, object, job) values (${actor.workspace}, ${id}, ${object}, ${job})`
  const systems = new Set(entries.map((entry) => entry.system))
  const fields = new Set(entries.flatMap((entry) => Object.keys(entry.changed)))
  const records = entries.length > mostNamed ? null : entries.map((entry) => entry.recordId)
  return sql`insert into ledger.outbox (workspace_id, act_id, object, job, systems, fields, records)
    values (${actor.workspace}, ${id}, ${object}, ${job}, ${[...systems]}, ${[...fields]}, ${records})`
}
