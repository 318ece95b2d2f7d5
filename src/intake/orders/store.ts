import type { Actor } from '../../access/index.ts'
import {
  type Deed,
  empty,
  Failure,
  inOneTrip,
  type Pool,
  type Row,
  type SqlFragment,
  sql,
  statement,
  type WorkspaceId,
} from '../../platform/index.ts'
import type { Profile } from '../preview/profile.ts'
import type { Order, OrderedFile, State, Step } from './order.ts'

const orderColumns = sql`select i.id, i.name, i.status as state, i.owner_kind, i.owner_id, i.recurring_id as recurring, r.owner_id as "expectedBy", i.wanted,
    i.step, i.preview, i.answers, i.failure, i.settings, i.progress, i.created_at, i.started_at, i.finished_at
  from intake.import i left join intake.recurring r on r.workspace_id = i.workspace_id and r.id = i.recurring_id`

export async function insertOrder(
  pool: Pool,
  actor: Actor,
  o: Pick<Order, 'id' | 'name' | 'settings' | 'recurring'> & { mail: string | null; at: Date },
): Promise<void> {
  await inOneTrip(pool, actor.workspace, [
    statement(sql`insert into intake.import (workspace_id, id, name, owner_kind, owner_id, recurring_id, mail, status, plan, progress, settings, created_at)
      values (${actor.workspace}, ${o.id}, ${o.name}, ${actor.kind}, ${actor.id}, ${o.recurring}, ${o.mail}, 'uploading', '[]', '{}', ${JSON.stringify(o.settings)}, ${o.at.toISOString()})`),
  ])
}

/** An import that its owner began for a recurring one, and has put nothing into yet; none that is on its way by mail. */
export async function emptyOrderOf(pool: Pool, actor: Actor, recurring: string): Promise<string | null> {
  const [[row] = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select i.id from intake.import i where i.workspace_id = ${actor.workspace} and i.recurring_id = ${recurring} and i.status = 'uploading' and i.mail is null
      and i.owner_kind = ${actor.kind} and i.owner_id = ${actor.id}
      and not exists (select 1 from intake.file f where f.workspace_id = ${actor.workspace} and f.import_id = i.id) order by i.id desc limit 1`),
  ])
  return (row?.['id'] as string | undefined) ?? null // uuid column
}

export async function readOrder(pool: Pool, workspace: WorkspaceId, id: string): Promise<Order | null> {
  const [[row] = []] = await inOneTrip(pool, workspace, [
    statement(sql`${orderColumns} where i.workspace_id = ${workspace} and i.id = ${id}`),
  ])
  return row ? orderOf(row) : null
}

/** What is asked of it now. */
export async function wantedOf(pool: Pool, workspace: WorkspaceId, id: string): Promise<string | null> {
  const [[row] = []] = await inOneTrip(pool, workspace, [
    statement(sql`select wanted from intake.import where workspace_id = ${workspace} and id = ${id}`, {
      prepared: true,
    }),
  ])
  return (row?.['wanted'] as string | null | undefined) ?? null // text column
}

/** The newest first; those of one owner, or of all. */
export async function readOrders(
  pool: Pool,
  workspace: WorkspaceId,
  o: { owner: Pick<Actor, 'kind' | 'id'> | null; after: string | null; limit: number },
): Promise<Order[]> {
  const { owner, after } = o
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`${orderColumns} where i.workspace_id = ${workspace} and i.created_at is not null
      ${owner ? sql`and i.owner_kind = ${owner.kind} and i.owner_id = ${owner.id}` : empty} ${after ? sql`and i.id < ${after}` : empty}
      order by i.id desc limit ${o.limit}`),
  ])
  return rows.map(orderOf)
}

const orderOf = (row: Row): Order =>
  ({
    ...row,
    owner: { kind: row['owner_kind'], id: row['owner_id'] },
    createdAt: iso(row['created_at']),
    startedAt: iso(row['started_at']),
    finishedAt: iso(row['finished_at']),
  }) as unknown as Order // columns of orderColumns, written by this file

const iso = (at: unknown): string | null => (typeof at === 'string' ? new Date(at).toISOString() : null)

/** Moves an import on, if it stands where that is possible and nothing else is being done with it. */
export async function move(
  pool: Pool,
  workspace: WorkspaceId,
  id: string,
  o: { from: readonly State[]; step: Deed; set: SqlFragment; isBusyAllowed?: boolean; asked: SqlFragment },
): Promise<void> {
  // That it was asked stands in the ledger, whether or not it was possible: who asked for what is never lost.
  const [, moved = [], [now] = []] = await inOneTrip(pool, workspace, [
    statement(o.asked),
    statement(sql`update intake.import set ${o.set} where workspace_id = ${workspace} and id = ${id} and status = any(${o.from}::text[])
      ${o.isBusyAllowed ? empty : sql`and wanted is null`} returning id`),
    statement(sql`select status, wanted from intake.import where workspace_id = ${workspace} and id = ${id}`),
  ])
  if (moved.length > 0) return
  const state = (now?.['wanted'] ?? now?.['status'] ?? 'removed') as State | Step // text columns that hold one of these
  throw new Failure('step_unavailable', { state, step: o.step })
}

/** What an actor asks for; the worker finds it in the row. */
export const wanting = (step: Step): SqlFragment =>
  sql`wanted = ${step}, is_queued = false, step = null, failure = null`

export const settle = (pool: Pool, workspace: WorkspaceId, id: string, set: SqlFragment): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(
      sql`update intake.import set wanted = null, is_queued = false, step = null, ${set} where workspace_id = ${workspace} and id = ${id}`,
    ),
  ])

export const change = (pool: Pool, workspace: WorkspaceId, id: string, set: SqlFragment): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`update intake.import set ${set} where workspace_id = ${workspace} and id = ${id}`),
  ])

export const removeOrder = (pool: Pool, workspace: WorkspaceId, id: string): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`delete from intake.outcome where workspace_id = ${workspace} and import_id = ${id}`),
    statement(sql`delete from intake.act where workspace_id = ${workspace} and import_id = ${id}`),
    statement(sql`delete from intake.file where workspace_id = ${workspace} and import_id = ${id}`),
    statement(sql`delete from intake.import where workspace_id = ${workspace} and id = ${id}`),
  ])

// Files.

const fileColumns = sql`select import_id, id, place, name, dataset, stored_as, size, received, expected_digest, digest, reading, sheets, recognised, mapping, mapped_by, failure, removed_at from intake.file`

export async function readFiles(
  pool: Pool,
  workspace: WorkspaceId,
  imports: readonly string[],
): Promise<OrderedFile[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`${fileColumns} where workspace_id = ${workspace} and import_id = any(${imports}::uuid[]) order by import_id, place, id`,
    ),
  ])
  return rows.map(
    (row) =>
      ({
        ...row,
        importId: row['import_id'],
        storedAs: row['stored_as'],
        size: Number(row['size']),
        received: Number(row['received']),
        expectedDigest: row['expected_digest'],
        mappedBy: row['mapped_by'],
        removedAt: iso(row['removed_at']),
      }) as unknown as OrderedFile, // columns of fileColumns, written by this file
  )
}

export const insertFile = (pool: Pool, workspace: WorkspaceId, file: OrderedFile): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`insert into intake.file (workspace_id, import_id, id, place, name, dataset, stored_as, size, received, expected_digest, reading)
      values (${workspace}, ${file.importId}, ${file.id}, ${file.place}, ${file.name}, ${file.dataset}, ${file.storedAs}, ${file.size}, 0, ${file.expectedDigest}, ${JSON.stringify(file.reading)})`),
  ])

/**
 * What an upload gives to its import from now on: files of it that stay as they are, and others, which replace those of the same id. Two
 * that choose its sheets at once go one after the other, and none comes in twice.
 */
export const putSources = (
  pool: Pool,
  workspace: WorkspaceId,
  { importId, storedAs, place }: OrderedFile,
  { kept, put }: { kept: readonly OrderedFile[]; put: readonly OrderedFile[] },
): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`select 1 from intake.import where workspace_id = ${workspace} and id = ${importId} for update`),
    statement(
      sql`delete from intake.file where workspace_id = ${workspace} and import_id = ${importId} and stored_as = ${storedAs} and id <> all(${[...kept, ...put].map(({ id }) => id)}::uuid[])`,
    ),
    statement(sql`insert into intake.file (workspace_id, import_id, id, place, name, dataset, stored_as, size, received, expected_digest, digest,
        reading, sheets, recognised, mapping, mapped_by, failure)
      select ${workspace}::uuid, ${importId}::uuid, s.id, ${place}::integer, s.name, s.dataset, ${storedAs}, s.size, s.size, s."expectedDigest", s.digest, s.reading, s.sheets, s.recognised, s.mapping, s."mappedBy", s.failure
      from jsonb_to_recordset(${JSON.stringify(put)}::jsonb) as s(id uuid, name text, dataset text, size bigint, "expectedDigest" text, digest text,
        reading jsonb, sheets jsonb, recognised jsonb, mapping jsonb, "mappedBy" text, failure jsonb)
      where not exists (select 1 from intake.file f where f.workspace_id = ${workspace} and f.import_id = ${importId} and f.name = s.name and f.id <> s.id)
      on conflict (workspace_id, import_id, id) do update set name = excluded.name, dataset = excluded.dataset, digest = excluded.digest,
        received = excluded.received, reading = excluded.reading, sheets = excluded.sheets, recognised = excluded.recognised,
        mapping = excluded.mapping, mapped_by = excluded.mapped_by, failure = excluded.failure, profile = null`),
  ])

/** The sheets that a recurring import took the last time it was run. */
export async function sheetsBefore(pool: Pool, workspace: WorkspaceId, recurring: string): Promise<string[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`select distinct f.recognised ->> 'sheet' as sheet from intake.file f
      where f.workspace_id = ${workspace} and f.recognised ->> 'sheet' is not null and f.import_id = (select i.id from intake.import i
        where i.workspace_id = ${workspace} and i.recurring_id = ${recurring} and i.status = 'done' order by i.id desc limit 1)`),
  ])
  return rows.map(({ sheet }) => sheet as string) // text column that is not null
}

export const removeFile = (pool: Pool, workspace: WorkspaceId, file: OrderedFile): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(
      sql`delete from intake.file where workspace_id = ${workspace} and import_id = ${file.importId} and id = ${file.id}`,
    ),
  ])

export const changeFile = (pool: Pool, workspace: WorkspaceId, file: OrderedFile, set: SqlFragment): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(
      sql`update intake.file set ${set} where workspace_id = ${workspace} and import_id = ${file.importId} and id = ${file.id}`,
    ),
  ])

export async function readProfile(pool: Pool, workspace: WorkspaceId, file: OrderedFile): Promise<Profile | null> {
  const [[row] = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`select profile from intake.file where workspace_id = ${workspace} and import_id = ${file.importId} and id = ${file.id}`,
    ),
  ])
  return (row?.['profile'] as Profile | undefined) ?? null // written by the step
}

/** Imports that took in a file with these very bytes, the latest first. */
export async function importsOf(
  pool: Pool,
  workspace: WorkspaceId,
  digests: readonly string[],
  but: string,
): Promise<Order[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`${orderColumns} where i.workspace_id = ${workspace} and i.id <> ${but} and i.status in ('done', 'running', 'undone')
      and exists (select 1 from intake.file f where f.workspace_id = i.workspace_id and f.import_id = i.id and f.digest = any(${digests}::text[]))
      order by i.id desc limit 20`),
  ])
  return rows.map(orderOf)
}
