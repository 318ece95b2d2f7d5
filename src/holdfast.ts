// Opens everything an installation is made of, in order, and closes it in the reverse. The shells (HTTP, command line, worker)
// and nothing else start here.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Admin, openAdmin } from './access/index.ts'
import { type Collaboration, openCollaboration } from './collaboration/index.ts'
import { type Duplicates, openDuplicates } from './duplicates/index.ts'
import {
  type Imports,
  openAddresses,
  openImports,
  openRecurring,
  openUploads,
  type RecurringImports,
  type Uploads,
} from './intake/index.ts'
import {
  asOwner,
  type Clock,
  type Config,
  createIds,
  createLog,
  createPool,
  type Ids,
  type Log,
  migrate,
  migrateJobs,
  openSecret,
  type Pool,
  quoted,
  rolesOf,
  type Secret,
  silentLog,
  systemClock,
  urlAs,
} from './platform/index.ts'
import { openEmbeddedPostgres } from './platform/postgres/index.ts'
import { openRecords, type Records } from './records/index.ts'
import { ensurePartitions } from './usage/index.ts'

export type Holdfast = {
  config: Config
  log: Log
  clock: Clock
  ids: Ids
  secret: Secret
  /** Requests: bound by row-level security to one workspace at a time. */
  app: Pool
  /** Background work and the directory of who may enter; no customer table. */
  system: Pool
  /** Owner of the schema: migrations, checks and backups only. */
  ownerUrl: string
  /** Whether a server was running already when this process came. */
  adopted: boolean
  admin: Admin
  records: Records
  duplicates: Duplicates
  collaboration: Collaboration
  uploads: Uploads
  imports: Imports
  recurring: RecurringImports
  close(): Promise<void>
}

const database = 'holdfast'

export async function openHoldfast(config: Config, { clock = systemClock }: { clock?: Clock } = {}): Promise<Holdfast> {
  const log = config.logLevel === 'silent' ? silentLog : createLog(config.logLevel)
  mkdirSync(config.folder, { recursive: true, mode: 0o755 }) // passable: under root, PostgreSQL runs as another user
  const secret = openSecret({ folder: config.folder, given: config.secret })
  const server = config.databaseUrl === null ? await openServer(config, secret, log) : null
  const ownerUrl = config.databaseUrl ?? server?.url(database) ?? ''
  const opened: Pool[] = []
  const close = async () => {
    await Promise.all(opened.map((pool) => pool.end()))
    await server?.release()
  }
  try {
    if (server) await ensureDatabase(server.url('postgres'))
    const roles = rolesOf(secret)
    await migrate({ url: ownerUrl, roles, log })
    await migrateJobs(ownerUrl, roles)
    await ensurePartitions(ownerUrl, clock())
    const app = createPool({
      url: urlAs(ownerUrl, roles.app),
      size: config.poolSize,
      name: 'holdfast',
      log,
      settings: { statement_timeout: '5s', lock_timeout: '5s', idle_in_transaction_session_timeout: '30s' },
    })
    const system = createPool({
      url: urlAs(ownerUrl, roles.system),
      size: 4,
      name: 'holdfast background',
      log,
      settings: { statement_timeout: '60s' },
    })
    opened.push(app, system)
    const ids = createIds()
    const records = openRecords({ pool: app, background: system, clock, ids, secret })
    const uploads = openUploads(join(config.folder, 'uploads'))
    return {
      config,
      log,
      clock,
      ids,
      secret,
      app,
      system,
      ownerUrl,
      adopted: server?.adopted ?? false,
      admin: openAdmin({ pool: system, clock, ids }),
      records,
      duplicates: openDuplicates({ pool: app, records, clock, ids }),
      collaboration: openCollaboration({ pool: app, records, clock, ids }),
      uploads,
      imports: openImports({ pool: app, records, uploads, clock, ids }),
      recurring: openRecurring({
        ...{ pool: app, records, clock, ids },
        addresses: openAddresses({ secret, domain: config.mail?.domain ?? null }),
      }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const openServer = (config: Config, secret: Secret, log: Log) =>
  openEmbeddedPostgres({
    folder: join(config.folder, 'postgres'),
    password: secret.derive('database superuser').toString('base64url'),
    log: ({ level, message }) => log[level]({}, message),
  })

async function ensureDatabase(url: string): Promise<void> {
  try {
    await asOwner(url, async (query) => {
      const found = await query('select 1 from pg_database where datname = $1', [database])
      if (found.length === 0) await query(`create database ${quoted(database)}`)
    })
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error // another process made it in between
  }
}
