// The few things commands read that no room tells: who may enter, and where the schema stands. No customer data.
import type { Holdfast } from '../holdfast.ts'
import { createPool, type WorkspaceId } from '../platform/index.ts'

export type Member = { userId: string; email: string; name: string; roles: readonly string[]; isSuspended: boolean }

export async function members({ system }: Holdfast, workspace: WorkspaceId): Promise<readonly Member[]> {
  const { rows } = await system.query<Member>(
    `select user_id as "userId", email, name, roles, suspended_at is not null as "isSuspended"
     from access.member where workspace_id = $1 order by name, email`,
    [workspace],
  )
  return rows
}

export async function roleNames({ system }: Holdfast, workspace: WorkspaceId): Promise<readonly string[]> {
  const { rows } = await system.query<{ name: string }>(
    'select name from access.role where workspace_id = $1 order by name',
    [workspace],
  )
  return rows.map((row) => row.name)
}

export type DoneMigration = { name: string; checksum: string; at: string }

export async function doneMigrations(holdfast: Holdfast): Promise<readonly DoneMigration[]> {
  return asOwner(
    holdfast,
    `select name, checksum, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from holdfast_migration order by name`,
  )
}

/** Tables of sign-ins belong to no workspace; a backup of all rows names them one by one. */
export async function directoryTables(holdfast: Holdfast): Promise<readonly string[]> {
  const rows = await asOwner<{ name: string }>(
    holdfast,
    `select schemaname || '.' || tablename as name from pg_tables where schemaname = 'directory' order by 1`,
  )
  return rows.map((row) => row.name)
}

async function asOwner<R extends object>({ ownerUrl, log }: Holdfast, text: string): Promise<readonly R[]> {
  const pool = createPool({ url: ownerUrl, size: 1, name: 'holdfast command', log })
  try {
    const { rows } = await pool.query(text)
    return rows as R[] // the columns of the statement given
  } finally {
    await pool.end()
  }
}
