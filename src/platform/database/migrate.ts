// Brings the schema up to date, one process at a time, one statement at a message. Each file is one transaction: a kill in
// the middle leaves it undone, and the next start does it again.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { words } from '../../../dictionary/words.ts'
import { Unusable } from '../failures/unusable.ts'
import type { Log } from '../log.ts'
import { ensureRoles, type Roles } from './ensure-roles.ts'
import { quoted } from './sql.ts'

export type Migration = { name: string; statements: readonly string[]; checksum: string }

export const migrationFolder = join(import.meta.dirname, '../../../migrations')

export function readMigrations(folder = migrationFolder): Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return {
      name: file.slice(0, -4),
      statements: statementsOf(text),
      checksum: createHash('sha256').update(text).digest('hex'),
    }
  })
}

/** Statements end with a semicolon and a blank line; comment lines go. */
export const statementsOf = (text: string): string[] =>
  text
    .replace(/^--.*$/gm, '')
    .split(/;\s*?\n\s*\n|;\s*$/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

/** Runs what has not been run. Answers the names of the migrations done now. */
export async function migrate({
  url,
  roles,
  log,
  migrations = readMigrations(),
}: {
  url: string
  roles: Roles
  log: Log
  migrations?: readonly Migration[]
}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'holdfast migrate' })
  await client.connect()
  try {
    await requireVersion(client)
    await requireSight(client)
    await client.query('select pg_advisory_lock(4100, 1)')
    await client.query(`set lock_timeout = '10s'`)
    await ensureRoles(client, roles)
    const done = await doneBefore(client)
    refuseStranger(done, migrations)
    const now: string[] = []
    for (const migration of migrations) {
      if (done.has(migration.name)) continue
      await apply(client, migration, roles)
      log.info({ migration: migration.name }, 'migrated')
      now.push(migration.name)
    }
    return now
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration, roles: Roles): Promise<void> {
  await client.query('begin')
  try {
    for (const text of migration.statements)
      await client.query(
        text.replaceAll('{app}', quoted(roles.app.name)).replaceAll('{system}', quoted(roles.system.name)),
      )
    await client.query('insert into public.holdfast_migration (name, checksum, at) values ($1, $2, now())', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const why = error instanceof Error ? error.message : String(error)
    throw new Unusable(reasons.failed(migration.name, why), { cause: error })
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  const version = Number(rows[0]?.version)
  if (version < 150_000) throw new Unusable(reasons.tooOld(Math.floor(version / 10_000)))
}

/** A migration moves what is there, and a backup holds it: who is bound by row-level security would find no rows, and not be told. */
async function requireSight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    'select rolname as role from pg_roles where rolname = current_user and not (rolsuper or rolbypassrls)',
  )
  const [bound] = rows
  if (bound) throw new Unusable(reasons.bound(bound.role, quoted(bound.role)))
}

async function doneBefore(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    'create table if not exists public.holdfast_migration (name text primary key, checksum text not null, at timestamptz not null)',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.holdfast_migration order by name',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** A database that is ahead of this program, or was made by other migrations, is left alone. */
function refuseStranger(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of done) {
    if (!known.has(name)) throw new Unusable(reasons.newer(name))
    if (known.get(name) !== checksum) throw new Unusable(reasons.changed(name))
  }
}

const reasons = {
  failed: (name: string, why: string) =>
    words(
      `Migration ${name} failed and was undone: ${why}`,
      `La migración ${name} falló y se deshizo: ${why}`,
      `A migração ${name} falhou e foi desfeita: ${why}`,
      `Migrasi ${name} gagal dan dibuat asal: ${why}`,
    ),
  tooOld: (version: number) =>
    words(
      `PostgreSQL ${version} is too old: Holdfast needs 15 or later.`,
      `PostgreSQL ${version} es demasiado antiguo: Holdfast necesita 15 o posterior.`,
      `PostgreSQL ${version} é antigo demais: o Holdfast precisa de 15 ou posterior.`,
      `PostgreSQL ${version} terlalu lama: Holdfast memerlukan 15 atau lebih baharu.`,
    ),
  bound: (role: string, named: string) =>
    words(
      `The role "${role}" of DATABASE_URL is bound by row-level security, so that migrations and backups would miss rows. Let a superuser say: alter role ${named} bypassrls createrole.`,
      `El rol "${role}" de DATABASE_URL está sujeto a la seguridad por filas, y las migraciones y copias perderían filas. Que un superusuario diga: alter role ${named} bypassrls createrole.`,
      `A função "${role}" de DATABASE_URL está sujeita à segurança por linhas, e migrações e cópias perderiam linhas. Que um superusuário diga: alter role ${named} bypassrls createrole.`,
      `Peranan "${role}" dalam DATABASE_URL terikat pada keselamatan peringkat baris, jadi migrasi dan sandaran akan terlepas baris. Minta superuser menyatakan: alter role ${named} bypassrls createrole.`,
    ),
  newer: (name: string) =>
    words(
      `The database has migration ${name}, which this version of Holdfast does not know: it is newer. Start the version that made it, or a later one.`,
      `La base de datos tiene la migración ${name}, que esta versión de Holdfast no conoce: es más nueva. Arranque la versión que la hizo o una posterior.`,
      `O banco de dados tem a migração ${name}, que esta versão do Holdfast não conhece: é mais nova. Inicie a versão que a fez ou uma posterior.`,
      `Pangkalan data mempunyai migrasi ${name}, yang tidak dikenali versi Holdfast ini: ia lebih baharu. Mulakan versi yang membuatnya, atau yang lebih baharu.`,
    ),
  changed: (name: string) =>
    words(
      `Migration ${name} was changed after it had run on this database. Restore the file as it was; a change of schema is a new migration.`,
      `La migración ${name} se cambió después de ejecutarse en esta base. Restaure el archivo como estaba; un cambio de esquema es una migración nueva.`,
      `A migração ${name} foi alterada depois de rodar neste banco. Restaure o arquivo como estava; uma mudança de esquema é uma migração nova.`,
      `Migrasi ${name} diubah selepas ia dijalankan pada pangkalan data ini. Pulihkan fail seperti asal; perubahan skema ialah migrasi baharu.`,
    ),
}
