// An installation with the measured set in it, kept between runs: making it takes minutes, and it is the same each time.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openHoldfast } from '../src/holdfast.ts'
import { readConfig } from '../src/platform/index.ts'
import { openEmbeddedPostgres } from '../src/platform/postgres/index.ts'
import { parentOf } from './cpu.ts'
import { type Measured, makeData } from './data.ts'
import type { Size } from './data-rows.ts'

export type Installation = {
  /** Of the superuser, to the measured database. */
  url: string
  /** Process id of the database server, whose computing is counted. */
  postmaster: number
  /** What a service needs to run on this installation. */
  env: Readonly<Record<string, string>>
  workspaces: readonly Measured[]
  close(): Promise<void>
}

/** Raised when the rows change, so that a set made before is made again. */
const setVersion = 1

export async function openInstallation(size: Size, name: string, say: (text: string) => void): Promise<Installation> {
  const folder = process.env['HOLDFAST_BENCH_FOLDER'] ?? join(tmpdir(), 'holdfast-bench')
  const data = join(folder, name)
  mkdirSync(data, { recursive: true })
  for (const each of [folder, data]) chmodSync(each, 0o755) // under root, PostgreSQL runs as another user
  const server = await openEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    password: 'bench',
    log: ({ level, message }) => level !== 'info' && say(message),
    settings: { shared_buffers: '2GB', effective_cache_size: '8GB', max_wal_size: '8GB', checkpoint_timeout: '30min' },
  })
  try {
    const database = `bench_${name}`
    const url = server.url(database)
    const env = { HOLDFAST_DATA: data, DATABASE_URL: url, HOLDFAST_RATE: 'off', LOG_LEVEL: 'warn' }
    const workspaces = await measuredSet({
      server: server.url('postgres'),
      database,
      env,
      file: join(data, 'set.json'),
      size,
      say,
    })
    return { url, postmaster: await postmasterOf(url), env, workspaces, close: () => server.release() }
  } catch (error) {
    await server.release()
    throw error
  }
}

type Making = {
  server: string
  database: string
  env: Record<string, string>
  file: string
  size: Size
  say(text: string): void
}

async function measuredSet({ server, database, env, file, size, say }: Making): Promise<readonly Measured[]> {
  const made = `${setVersion} ${JSON.stringify(size)}`
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { made: string; workspaces: Measured[] } // written below
    if (kept.made === made && (await isMigrated(env, say))) return kept.workspaces
  }
  say('making the measured set, once')
  rmSync(file, { force: true })
  await run(server, `drop database if exists ${database} with (force)`)
  await run(server, `create database ${database}`)
  const holdfast = await openHoldfast(readConfig(env))
  try {
    const workspaces = await makeData(env['DATABASE_URL'] ?? '', holdfast.admin, size, say)
    writeFileSync(file, JSON.stringify({ made, workspaces }), { mode: 0o600 })
    return workspaces
  } finally {
    await holdfast.close()
  }
}

/** Migrations since then are done on it; where one was rewritten, the set has to be made anew. */
async function isMigrated(env: Record<string, string>, say: (text: string) => void): Promise<boolean> {
  try {
    await (await openHoldfast(readConfig(env))).close()
    return true
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return false
  }
}

async function run(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0]?.pid ?? 0)
  await client.end()
  return postmaster
}
