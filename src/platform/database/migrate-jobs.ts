// The tables of the job queue. They are graphile-worker's own and it keeps them up to date; what it may not do is run as the
// schema's owner, so the background role gets its rights here.
import pg from 'pg'
import type { Roles } from './ensure-roles.ts'
import { quoted } from './sql.ts'

/** The last migration that the installed graphile-worker brings: a database that has it is left alone. */
export const jobsMigration = 19

/** Brings the job queue's tables up to date. One look where they are already. */
export async function migrateJobs(ownerUrl: string, { system }: Roles): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'holdfast migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4100, 1)')
    if (await isCurrent(client, system.name)) return
    const { Logger, runMigrations } = await import('graphile-worker')
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    await grantTo(client, quoted(system.name))
  } finally {
    await client.end()
  }
}

/** The last step of `grantTo` is there, and no migration is missing. */
async function isCurrent(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null and exists (
      select 1 from pg_policies where schemaname = 'graphile_worker' and tablename = $1 and $2 = any(roles)) as exists`,
    [tables.at(-1), role],
  )
  if (!rows[0]?.exists) return false
  const last = await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations')
  return (last.rows[0]?.id ?? 0) >= jobsMigration
}

const tables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs']

async function grantTo(client: pg.Client, role: string): Promise<void> {
  await client.query('begin')
  await client.query(`grant usage on schema graphile_worker to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`)
  await client.query(`grant usage, select on all sequences in schema graphile_worker to ${role}`)
  for (const table of tables) {
    await client.query(`drop policy if exists background on graphile_worker.${table}`)
    await client.query(`create policy background on graphile_worker.${table} to ${role} using (true) with check (true)`)
  }
  await client.query('commit')
}
