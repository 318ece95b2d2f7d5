// Sees to it that the service's roles are there, may connect, have their passwords and no right too many. Almost always they are as they
// should be, and then nothing is written: of two programs that write one role at the same moment one fails, and no lock of a database's
// keeps those of a server's other databases away.
import { createHash, createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type pg from 'pg'
import { quoted } from './sql.ts'

export type Role = { name: string; password: string }
export type Roles = { app: Role; system: Role }

export async function ensureRoles(client: pg.Client, roles: Roles): Promise<void> {
  const wanted = [roles.app, roles.system]
  const database = await lookAtDatabase(client)
  const known = await lookAtRoles(
    client,
    wanted.map(({ name }) => name),
  )
  const verifiers = database.tellsPasswords ? await readVerifiers(client, [...known.keys()]) : new Map<string, string>()
  for (const role of wanted) {
    const found = known.get(role.name)
    const isAsItShould =
      found?.canLogIn && !found.isTooStrong && (await isPassword(role.password, verifiers.get(role.name) ?? ''))
    if (!isAsItShould) await write(client, role, found)
    if (!found?.canConnect)
      await client.query(`grant connect on database ${quoted(database.name)} to ${quoted(role.name)}`)
  }
}

type Found = { name: string; canLogIn: boolean; isTooStrong: boolean; canConnect: boolean }

async function write(client: pg.Client, { name, password }: Role, found: Found | undefined): Promise<void> {
  // Only a superuser may speak of these rights again, even to say that there are none.
  const bounds = !found || found.isTooStrong ? ' nosuperuser nocreatedb nocreaterole nobypassrls noreplication' : ''
  const said = `'${password.replaceAll("'", "''")}'`
  await client.query(`${found ? 'alter' : 'create'} role ${quoted(name)} login password ${said}${bounds}`)
}

/** `tellsPasswords`: what they are known by, which is for superusers alone to read. */
async function lookAtDatabase(client: pg.Client): Promise<{ name: string; tellsPasswords: boolean }> {
  const { rows } = await client.query<{ name: string; tellsPasswords: boolean }>(
    `select current_database() as name, has_table_privilege('pg_authid', 'select') as "tellsPasswords"`,
  )
  return rows[0] ?? { name: '', tellsPasswords: false }
}

async function lookAtRoles(client: pg.Client, names: readonly string[]): Promise<ReadonlyMap<string, Found>> {
  const { rows } = await client.query<Found>(
    `select rolname as name, rolcanlogin as "canLogIn", has_database_privilege(oid, current_database(), 'connect') as "canConnect",
       rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as "isTooStrong"
     from pg_roles where rolname = any($1)`,
    [names],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

async function readVerifiers(client: pg.Client, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; verifier: string | null }>(
    'select rolname as name, rolpassword as verifier from pg_authid where rolname = any($1)',
    [names],
  )
  return new Map(rows.map(({ name, verifier }) => [name, verifier ?? '']))
}

const stretch = promisify(pbkdf2)

/** Whether this is the password that a verifier of SCRAM-SHA-256 (RFC 5803) was made of; one of another kind is to be written anew. */
async function isPassword(password: string, verifier: string): Promise<boolean> {
  const [, rounds, salt = '', stored] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(verifier) ?? []
  if (!stored) return false
  const salted = await stretch(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256')
  const key = createHmac('sha256', salted).update('Client Key').digest()
  return createHash('sha256').update(key).digest('base64') === stored
}
