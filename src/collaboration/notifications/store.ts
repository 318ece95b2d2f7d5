import { empty, type Row, raw, rowSource, type Sql, type SqlFragment, sql, statement } from '../../platform/index.ts'

export const kinds = [
  'mention',
  'comment',
  'changed',
  'assigned',
  'released',
  'handoff',
  'handoff_returned',
  'handoff_accepted',
  'proposal',
  'import_due',
  'import_waiting',
  'import_unread',
  'import_in_part',
  'import_failed',
] as const
export type Kind = (typeof kinds)[number]

/** Something to tell one person. `key`: the same thing is told once, whoever repeats it. */
export type News = {
  userId: string
  id: string
  kind: Kind
  key: string
  object: string | null
  recordId: string | null
  commentId: string | null
  actId: string | null
  by: { kind: string; id: string } | null
  count: number
  at: string
  /** What it is about, where that is no record. */
  note?: string
}

const columns = [
  { name: 'user_id', type: 'uuid' },
  { name: 'id', type: 'uuid' },
  { name: 'kind', type: 'text' },
  { name: 'key', type: 'text' },
  { name: 'object', type: 'text' },
  { name: 'record_id', type: 'uuid' },
  { name: 'comment_id', type: 'uuid' },
  { name: 'act_id', type: 'uuid' },
  { name: 'by_kind', type: 'text' },
  { name: 'by_id', type: 'text' },
  { name: 'count', type: 'integer' },
  { name: 'at', type: 'timestamptz' },
  { name: 'note', type: 'text' },
]

const rowOf = (news: News): unknown[] => [
  news.userId,
  news.id,
  news.kind,
  news.key,
  news.object,
  news.recordId,
  news.commentId,
  news.actId,
  news.by?.kind ?? null,
  news.by?.id ?? null,
  news.count,
  news.at,
  news.note ?? null,
]

const names = raw(columns.map(({ name }) => name).join(', '))

/** Told once: what has been told under its key is not told again. People who left are told nothing. */
export const tellOnce = (workspace: string, news: readonly News[]): Sql =>
  statement(telling(workspace, news, sql`do nothing`))

/** Told again with each further act, as one notification that counts them. */
export const tellAnew = (workspace: string, news: readonly News[]): Sql =>
  statement(
    telling(
      workspace,
      news,
      sql`do update set at = excluded.at, stamp = excluded.stamp, act_id = excluded.act_id, by_kind = excluded.by_kind, by_id = excluded.by_id,
        count = case when n.read_at is null then n.count + 1 else 1 end, read_at = null where n.act_id is distinct from excluded.act_id`,
    ),
  )

const telling = (workspace: string, news: readonly News[], otherwise: SqlFragment): SqlFragment =>
  sql`insert into collaboration.notification as n (workspace_id, stamp, ${names})
    select ${workspace}::uuid, r.id, ${raw(columns.map(({ name }) => `r.${name}`).join(', '))} from ${rowSource(columns, news.map(rowOf), 'r')}
    join access.member m on m.workspace_id = ${workspace} and m.user_id = r.user_id and m.suspended_at is null
    on conflict (workspace_id, user_id, key) ${otherwise}`

export type Told = Omit<News, 'userId'> & { stamp: string; isRead: boolean }

export const inboxOf = (
  workspace: string,
  user: string,
  { after, limit, unread }: { after: string | null; limit: number; unread: boolean },
): Sql =>
  statement(
    sql`select n.id, n.kind, n.key, n.object, n.record_id, n.comment_id, n.act_id, n.by_kind, n.by_id, n.count, n.note, n.stamp,
        to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, n.read_at is not null as is_read
      from collaboration.notification n where n.workspace_id = ${workspace} and n.user_id = ${user}
        ${after === null ? empty : sql`and n.stamp < ${after}::uuid`} ${unread ? sql`and n.read_at is null` : empty}
      order by n.stamp desc limit ${raw(String(limit))}`,
  )

/** What people wrote to acts of theirs; a program's reason is no note to anybody. */
export const notesOf = (workspace: string, acts: readonly string[]): Sql =>
  statement(
    sql`select id, because from ledger.act where workspace_id = ${workspace} and id = any(${[...new Set(acts)]}::uuid[]) and actor_kind in ('user', 'key') and because is not null`,
  )

export const markRead = (workspace: string, user: string, ids: readonly string[] | 'all', at: string): Sql =>
  statement(
    sql`update collaboration.notification set read_at = ${at} where workspace_id = ${workspace} and user_id = ${user} and read_at is null
      ${ids === 'all' ? empty : sql`and id = any(${ids}::uuid[])`}`,
  )

export const toldIn = (row: Row): Told => ({
  id: row['id'] as string, // columns of the table, as selected
  kind: row['kind'] as Kind,
  key: row['key'] as string,
  object: row['object'] as string | null,
  recordId: row['record_id'] as string | null,
  commentId: row['comment_id'] as string | null,
  actId: row['act_id'] as string | null,
  by: row['by_kind'] === null ? null : { kind: row['by_kind'] as string, id: row['by_id'] as string },
  count: row['count'] as number,
  stamp: row['stamp'] as string,
  at: row['at'] as string,
  isRead: row['is_read'] === true,
  ...(row['note'] === null ? {} : { note: row['note'] as string }), // text column
})

export const follow = (workspace: string, user: string, object: string, record: string, at: string): Sql =>
  statement(
    sql`insert into collaboration.follower (workspace_id, user_id, object, record_id, since) values (${workspace}, ${user}, ${object}, ${record}, ${at}) on conflict do nothing`,
  )

export const unfollow = (workspace: string, user: string, record: string): Sql =>
  statement(
    sql`delete from collaboration.follower where workspace_id = ${workspace} and user_id = ${user} and record_id = ${record}`,
  )

/** With their names, of those who are still members. */
export const followersOf = (workspace: string, records: readonly string[]): Sql =>
  statement(
    sql`select f.record_id, f.user_id, m.name from collaboration.follower f
      join access.member m on m.workspace_id = ${workspace} and m.user_id = f.user_id and m.suspended_at is null
      where f.workspace_id = ${workspace} and f.record_id = any(${records}::uuid[]) order by m.name, f.user_id limit 1000`,
  )
