import {
  type Client,
  empty,
  inOneTrip,
  type Pool,
  type Row,
  type SqlFragment,
  sql,
  statement,
  type WorkspaceId,
} from '../../platform/index.ts'
import { inbox, type KeptRecurring, type Recurring } from './recurring.ts'

/** With the latest import of each that was done; those of one owner, one of them, or all. */
export async function readRecurring(
  pool: Pool,
  workspace: WorkspaceId,
  { owner = null, id = null }: { owner?: string | null; id?: string | null } = {},
): Promise<Recurring[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`select r.id, r.name, r.owner_id as "ownerId", m.name as "ownerName", r.every_days as "everyDays", r.begins_on::text as "beginsOn",
        r.folder, ${inbox} || '/' || w.slug || '/' || r.folder as path, r.settings, r.mail_nonce, r.mail_digest, r.mail_senders, l.id as last_id, l.name as last_name, l.finished_at
      from intake.recurring r join access.workspace w on w.workspace_id = r.workspace_id left join access.member m on m.workspace_id = r.workspace_id and m.user_id = r.owner_id
        left join lateral (select i.id, i.name, i.finished_at from intake.import i where i.workspace_id = ${workspace} and i.recurring_id = r.id
          and i.status = 'done' order by i.id desc limit 1) l on true
      where r.workspace_id = ${workspace} ${owner ? sql`and r.owner_id = ${owner}` : empty} ${id ? sql`and r.id = ${id}` : empty}
      order by r.name, r.id limit 500`),
  ])
  return rows.map(recurringIn)
}

function recurringIn({
  last_id,
  last_name,
  finished_at,
  mail_nonce,
  mail_digest,
  mail_senders,
  ...row
}: Row): Recurring {
  const last = last_id
    ? { id: last_id, name: last_name, finishedAt: new Date(finished_at as string).toISOString() } // of an import that is done
    : null
  const mail = mail_nonce ? { nonce: mail_nonce, digest: mail_digest, senders: mail_senders } : null
  return { ...row, last, mail } as Recurring // columns of the statement
}

export const insertRecurring = (pool: Pool, workspace: WorkspaceId, it: KeptRecurring, at: Date): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`insert into intake.recurring (workspace_id, id, name, owner_id, every_days, begins_on, folder, settings, mail_nonce, mail_digest, mail_senders, created_at)
      values (${workspace}, ${it.id}, ${it.name}, ${it.ownerId}, ${it.everyDays}, ${it.beginsOn}, ${it.folder}, ${JSON.stringify(it.settings)},
        ${it.mail?.nonce ?? null}, ${it.mail?.digest ?? null}, ${it.mail?.senders ?? []}, ${at.toISOString()})`),
  ])

export const changeRecurring = (pool: Pool, workspace: WorkspaceId, it: KeptRecurring): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`update intake.recurring set name = ${it.name}, owner_id = ${it.ownerId}, every_days = ${it.everyDays}, begins_on = ${it.beginsOn},
      folder = ${it.folder}, settings = ${JSON.stringify(it.settings)}, mail_nonce = ${it.mail?.nonce ?? null}, mail_digest = ${it.mail?.digest ?? null},
      mail_senders = ${it.mail?.senders ?? []} where ${own(workspace, it.id)}`),
  ])

/** The imports of it stay. */
export const removeRecurring = (pool: Pool, workspace: WorkspaceId, id: string): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(
      sql`update intake.import set recurring_id = null where workspace_id = ${workspace} and recurring_id = ${id}`,
    ),
    statement(sql`delete from intake.recurring where ${own(workspace, id)}`),
  ])

const own = (workspace: WorkspaceId, id: string): SqlFragment => sql`workspace_id = ${workspace} and id = ${id}`

/** Workspaces in which files may come by a folder; asked in the background, of all. */
export async function withFolders(client: Pick<Client, 'query'>): Promise<WorkspaceId[]> {
  const { rows } = await client.query<{ workspace_id: WorkspaceId }>(
    'select distinct workspace_id from intake.recurring where folder is not null',
  )
  return rows.map((row) => row.workspace_id)
}

/** The recurring import that has an address, by its digest, and who may send to it; asked of all workspaces, for an address names none. */
export async function expectedAt(
  pool: Pick<Pool, 'query'>,
  digest: string,
): Promise<{ workspace: WorkspaceId; id: string; senders: readonly string[] } | null> {
  const { rows } = await pool.query(
    'select workspace_id as workspace, id, mail_senders as senders from intake.recurring where mail_digest = $1',
    [digest],
  )
  return rows[0] ?? null
}

export type OfMail = { id: string; isRun: boolean; isTaken: boolean }

/** Imports of a recurring one that came by this mail: at most one of them was taken in, others were left by a process that was killed. */
export async function importsOfMail(
  pool: Pool,
  workspace: WorkspaceId,
  { recurring, mail }: { recurring: string; mail: string },
): Promise<OfMail[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`select id, wanted is not null or started_at is not null as "isRun", is_mail_taken as "isTaken" from intake.import
      where workspace_id = ${workspace} and recurring_id = ${recurring} and mail = ${mail} order by id`),
  ])
  return rows as OfMail[] // columns of the statement
}

/** Whether imports may be given to this person. */
export async function isMember(pool: Pool, workspace: WorkspaceId, user: string): Promise<boolean> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`select 1 from access.member where workspace_id = ${workspace} and user_id = ${user} and suspended_at is null`,
    ),
  ])
  return rows.length > 0
}
