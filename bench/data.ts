// The measured set: workspaces of accounts with ten contacts each, complete rows as the door would have written them — claims,
// match keys, history — but laid down by INSERT … SELECT behind it, because only reading and writing afterwards is measured.
// Every value is worked out from its row's number, so that each making gives the same set.
import pg from 'pg'
import type { Admin } from '../src/access/index.ts'
import type { WorkspaceId } from '../src/platform/index.ts'
import { type Size, statementsFor, userId } from './data-rows.ts'

export type Measured = { id: WorkspaceId; keys: Readonly<Record<string, string>> }
const roles = ['sales', 'cs_operations', 'cs_leader', 'csm'] as const

/** Fills an empty, migrated database. Answers each workspace's keys by role. */
export async function makeData(
  url: string,
  admin: Admin,
  size: Size,
  say: (text: string) => void,
): Promise<Measured[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`) // the rows are sound by construction: no key is checked
    await client.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`)
    const indexes = await dropIndexes(client)
    const workspaces: Measured[] = []
    for (let n = 1; n <= size.workspaces; n++) {
      const workspace = await admin.createWorkspace({ name: `Bench ${n}`, slug: `bench-${n}` })
      for (const text of statementsFor({ n, w: workspace.id, ...size })) await client.query(text)
      workspaces.push({ id: workspace.id, keys: await keysOf(admin, workspace.id, userId(n, 1)) })
      say(`workspace ${n} of ${size.workspaces}`)
    }
    for (const index of indexes) await client.query(index)
    say('indexes')
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    return workspaces
  } finally {
    await client.end()
  }
}

async function keysOf(admin: Admin, workspace: WorkspaceId, user: string): Promise<Record<string, string>> {
  const email = `user1@vendor.example`
  await admin.setMember(workspace, { userId: user, email, name: 'User 1', roles: ['csm'] })
  const keys: Record<string, string> = {}
  for (const role of roles)
    keys[role] = (await admin.createKey(workspace, { name: role, roles: [role], userId: user })).key
  return keys
}

/** Secondary indexes are built after the rows, which is several times faster and leaves them compact. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(indexname) as name, indexdef as definition from pg_indexes i
     where schemaname in ('customer', 'records', 'ledger') and indexname not like '%_pkey'`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map((row) => row.definition)
}
