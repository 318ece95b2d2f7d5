import type { Sensitivity } from '../../../dictionary/index.ts'
import { empty, type Row, raw, type Sql, sql, statement } from '../../platform/index.ts'

export type Kept = {
  id: string
  object: string
  recordId: string
  parentId: string | null
  actId: string | null
  fields: readonly string[]
  class: Sensitivity
  authorId: string
  body: string
  mentions: readonly string[]
  version: number
  createdAt: string
  editedAt: string | null
  deletedAt: string | null
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = raw(
  `c.id, c.object, c.record_id, c.parent_id, c.act_id, c.fields, c.class, c.author_id, c.body, c.mentions, c.version, ${moment('c.created_at')} as created_at, ${moment('c.edited_at')} as edited_at, ${moment('c.deleted_at')} as deleted_at`,
)

type Readable = { record: string; classes: readonly string[]; fields: readonly string[] }

/** On a record and on those that were merged into it, of the classes and changed fields that the reader reads. */
const isReadable = (workspace: string, { record, classes, fields }: Readable) =>
  sql`c.workspace_id = ${workspace} and c.record_id = any(array(
      select r.id from records.redirect r where r.workspace_id = ${workspace} and r.to_id = ${record} union all select ${record}::uuid))
    and c.class = any(${classes}::text[]) and c.fields <@ ${fields}::text[]`

export const commentsBetween = (
  workspace: string,
  of: Readable & {
    from: string | null
    before: string | null
    by: string | null
    search: string | null
    limit: number
  },
): Sql =>
  statement(
    sql`select ${columns} from collaboration.comment c where ${isReadable(workspace, of)} and c.deleted_at is null
        ${of.from === null ? empty : sql`and c.created_at >= ${of.from}::timestamptz`}
        ${of.before === null ? empty : sql`and c.created_at < ${of.before}::timestamptz`}
        ${of.by === null ? empty : sql`and c.author_id::text = ${of.by}`}
        ${of.search === null ? empty : sql`and holdfast.terms(c.body) @@ plainto_tsquery('pg_catalog.simple', holdfast.fold(${of.search}))`}
      order by c.created_at desc, c.id desc limit ${raw(String(of.limit + 1))}`,
  )

export const commentsOf = (workspace: string, of: Readable & { after: string | null; limit: number }): Sql =>
  statement(
    sql`select ${columns} from collaboration.comment c where ${isReadable(workspace, of)}
        ${of.after === null ? empty : sql`and c.id > ${of.after}::uuid`}
      order by c.id limit ${raw(String(of.limit + 1))}`,
  )

export const commentsById = (workspace: string, ids: readonly string[]): Sql =>
  statement(
    sql`select ${columns} from collaboration.comment c where c.workspace_id = ${workspace} and c.id = any(${ids}::uuid[])`,
  )

export const insertComment = (workspace: string, kept: Kept): Sql =>
  statement(
    sql`insert into collaboration.comment (workspace_id, id, object, record_id, parent_id, act_id, fields, class, author_id, body, mentions, version, created_at)
      values (${workspace}, ${kept.id}, ${kept.object}, ${kept.recordId}, ${kept.parentId}, ${kept.actId}, ${kept.fields}::text[], ${kept.class}, ${kept.authorId}, ${kept.body}, ${kept.mentions}::uuid[], 1, ${kept.createdAt})`,
  )

/** Keeps what it said, and gives a row where its version was still the one that was read. */
export const editComment = (
  workspace: string,
  kept: Kept,
  body: string,
  mentions: readonly string[],
  at: string,
): Sql =>
  statement(
    sql`with kept as (insert into collaboration.comment_version (workspace_id, comment_id, version, body, at)
        select workspace_id, id, version, body, coalesce(edited_at, created_at) from collaboration.comment
        where workspace_id = ${workspace} and id = ${kept.id} and version = ${kept.version} and deleted_at is null
        on conflict do nothing returning comment_id)
      update collaboration.comment c set body = ${body}, mentions = ${mentions}::uuid[], version = c.version + 1, edited_at = ${at}
      from kept where c.workspace_id = ${workspace} and c.id = kept.comment_id returning c.id`,
  )

export const deleteComment = (workspace: string, id: string, at: string): Sql =>
  statement(
    sql`update collaboration.comment set deleted_at = ${at} where workspace_id = ${workspace} and id = ${id} and deleted_at is null`,
  )

/** The oldest first; what it says now is not among them. */
export const versionsOf = (workspace: string, id: string): Sql =>
  statement(
    sql`select body, ${raw(moment('at'))} as at from collaboration.comment_version where workspace_id = ${workspace} and comment_id = ${id} order by version`,
  )

/** What an act changed of a record, in the words of its history. */
export const changedFields = (workspace: string, act: string, record: string): Sql =>
  statement(
    sql`select array(select jsonb_object_keys(h.changed)) as fields from ledger.history h where h.workspace_id = ${workspace} and h.act_id = ${act} and h.record_id = ${record}`,
  )

export const keptIn = (row: Row): Kept => ({
  id: row['id'] as string, // columns of the table, as selected
  object: row['object'] as string,
  recordId: row['record_id'] as string,
  parentId: row['parent_id'] as string | null,
  actId: row['act_id'] as string | null,
  fields: row['fields'] as string[],
  class: row['class'] as Sensitivity,
  authorId: row['author_id'] as string,
  body: row['body'] as string,
  mentions: row['mentions'] as string[],
  version: row['version'] as number,
  createdAt: row['created_at'] as string,
  editedAt: row['edited_at'] as string | null,
  deletedAt: row['deleted_at'] as string | null,
})
