// History and the mark for reactions: appended in the change's own transaction.
import { type ColumnOf, namesOf, rowSource, type SqlFragment, sql } from '../platform/index.ts'
import { type ActContext, type ActKind, type ActRow, actEntries } from './act.ts'

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
  { name: 'act_id', type: 'uuid' },
  { name: 'n', type: 'integer' },
  { name: 'record_id', type: 'uuid' },
  { name: 'version', type: 'integer' },
  { name: 'verb', type: 'text' },
  { name: 'system', type: 'text' },
  { name: 'local_id', type: 'text' },
  { name: 'changed', type: 'jsonb' },
  { name: 'claims_before', type: 'jsonb' },
]

/** An act with what it did to each record. */
export type ActWithHistory = ActRow & { entries: readonly HistoryEntry[] }

/** What records a change set: the act, what it did to each record, and the mark for its reactions. To go in one statement. */
export const changeEntries = (
  context: ActContext,
  kind: ActKind,
  object: string,
  details: Record<string, unknown>,
  entries: readonly HistoryEntry[],
): SqlFragment[] => entriesOfActs(kind, object, [{ context, details, entries }])

/** The same of several change sets of one actor that stand in one transaction. */
export function entriesOfActs(kind: ActKind, object: string, acts: readonly ActWithHistory[]): SqlFragment[] {
  const [first, ...others] = acts
  if (!first) return []
  const workspace = first.context.actor.workspace
  return [
    actEntries(kind, object, [first, ...others]),
    insertHistory(
      workspace,
      object,
      acts.flatMap(({ context, entries }) => historyRows(context, entries, 0)),
    ),
    outboxEntries(kind, object, [first, ...others]),
  ]
}

/** The history alone, for an act that touches several objects; the place of an entry in its act begins at `first`. */
export const historyEntries = (
  context: ActContext,
  object: string,
  entries: readonly HistoryEntry[],
  first = 0,
): SqlFragment => insertHistory(context.actor.workspace, object, historyRows(context, entries, first))

const historyRows = ({ id }: ActContext, entries: readonly HistoryEntry[], first: number): unknown[][] =>
  entries.map((entry, n) => [
    id,
    first + n,
    entry.recordId,
    entry.version,
    entry.verb,
    entry.system,
    entry.localId,
    JSON.stringify(entry.changed),
    entry.claimsBefore === null ? null : JSON.stringify(entry.claimsBefore),
  ])

function insertHistory(workspace: string, object: string, rows: readonly unknown[][]): SqlFragment {
  const names = namesOf(columns)
  return sql`insert into ledger.history (workspace_id, object, ${names}) select ${workspace}::uuid, ${object}, ${names} from ${rowSource(columns, rows, 'r')}`
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

const outboxColumns: readonly ColumnOf[] = [
  { name: 'act_id', type: 'uuid' },
  { name: 'systems', type: 'text[]' },
  { name: 'fields', type: 'text[]' },
  { name: 'records', type: 'uuid[]' },
]

/**
 * Marks the acts for their reactions; a mark is deleted in the transaction that queues them. It says what reactions are chosen by —
 * whose word it was, which fields changed, of which records if they are few —, so that nobody has to read the history for it. Of
 * acts that may touch several objects it says nothing of that: there the history is read.
 */
function outboxEntries(
  kind: ActKind,
  object: string,
  acts: readonly [ActWithHistory, ...ActWithHistory[]],
): SqlFragment {
  const { actor } = acts[0].context
  const rows = acts.map(({ context: { id }, details, entries }) => {
    if (kind !== 'change' || 'objects' in details) return [id, null, null, null]
    const records = entries.length > mostNamed ? null : entries.map((entry) => entry.recordId)
    return [
      id,
      plainList(entries.map((entry) => entry.system)),
      plainList(entries.flatMap((entry) => Object.keys(entry.changed))),
      records && plainList(records),
    ]
  })
  const names = namesOf(outboxColumns)
  return sql`insert into ledger.outbox (workspace_id, object, job, ${names})
    select ${actor.workspace}::uuid, ${object}, ${actor.kind === 'job' ? actor.id : null}::text, ${names} from ${rowSource(outboxColumns, rows, 'r')}`
}

/** Each once, as PostgreSQL writes a list: ids, names of systems and of fields need no quotes. */
const plainList = (words: readonly string[]): string => `{${[...new Set(words)].join(',')}}`
