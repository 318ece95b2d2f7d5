// Keeps events whole, each message once, whatever comes twice or late.
import type { Actor } from '../access/index.ts'
import {
  type ColumnOf,
  ident,
  inOneTrip,
  join,
  type Pool,
  rowSource,
  type Sql,
  sql,
  statement,
  transact,
} from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { readEvent, type UsageEvent } from './event.ts'

export type Keeping = { pool: Pool; records: Records }
export type Kept = { stored: number; repeated: number; unreadable: number }

const columns: readonly ColumnOf[] = [
  { name: 'happened_at', type: 'timestamptz' },
  { name: 'message_id', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'user_key', type: 'text' },
  { name: 'group_key', type: 'text' },
  { name: 'contact_id', type: 'uuid' },
  { name: 'account_id', type: 'uuid' },
  { name: 'document', type: 'jsonb' },
]

/**
 * At most 5,000 lines a call, in one transaction. Lines that are no events are counted and left. What `andThen` answers is
 * committed with them, so that who notes how far they are notes it if and only if the events are kept.
 */
export async function keepEvents(
  { pool, records }: Keeping,
  actor: Actor,
  lines: readonly Readonly<Record<string, unknown>>[],
  andThen: (kept: Kept) => readonly Sql[] = () => [],
): Promise<Kept> {
  const read = lines.flatMap((line) => readEvent(line) ?? [])
  const events = [...new Map(read.map((event) => [event.messageId, event])).values()]
  const w = actor.workspace
  const counted = (stored: number): Kept => ({
    stored,
    repeated: read.length - stored,
    unreadable: lines.length - read.length,
  })
  if (events.length === 0) {
    await inOneTrip(pool, w, andThen(counted(0)))
    return counted(0)
  }
  const keys = (of: (event: UsageEvent) => string | null) =>
    [...new Set(events.flatMap((event) => of(event) ?? []))].map((localId) => ({ system: 'product' as const, localId }))
  const [contacts, accounts] = await Promise.all([
    records.resolve(
      actor,
      'contact',
      keys((event) => event.user),
    ),
    records.resolve(
      actor,
      'account',
      keys((event) => event.group),
    ),
  ])
  const rows = events.map((event) => [
    event.happenedAt.toISOString(),
    event.messageId,
    event.kind,
    event.name,
    event.user,
    event.group,
    contacts.get(`product ${event.user}`) ?? null,
    accounts.get(`product ${event.group}`) ?? null,
    JSON.stringify(event.document),
  ])
  const names = join(columns.map((column) => ident(column.name)))
  return transact(pool, w, async (tx) => {
    const [row] = await tx.query(
      statement(
        sql`with given as materialized (select * from ${rowSource(columns, rows, 'r')}),
          fresh as (insert into usage.message (workspace_id, message_id) select ${w}::uuid, message_id from given on conflict do nothing returning message_id),
          kept as (insert into usage.event (workspace_id, ${names}) select ${w}::uuid, ${names} from given where message_id in (select message_id from fresh) returning 1)
          select count(*) as stored from kept`,
        { prepared: true },
      ),
    )
    const kept = counted(Number(row?.['stored'] ?? 0))
    await tx.finish(andThen(kept))
    return kept
  })
}
