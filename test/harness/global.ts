// One real PostgreSQL for all test files, and in it one migrated database, with the tables of the job queue, that each file clones.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, migrateJobs, openSecret, rolesOf, silentLog } from '../../src/platform/index.ts'
import { openEmbeddedPostgres } from '../../src/platform/postgres/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

export const testSecret = 'the secret of the tests, long enough to count'

/** The demo company, loaded by whichever file needs it first and cloned by all that do. */
export const demoDatabase = 'holdfast_demo'

/** Nothing of it is to outlive the run. */
const forgetful = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  // Of the passwords of the service's roles: nobody tries to guess them, and every connection works through each round.
  scram_iterations: '1',
  shared_buffers: '256MB',
}

export default async function setup(project: TestProject) {
  const given = process.env['HOLDFAST_TEST_POSTGRES']
  if (given) {
    await prepare(given)
    project.provide('postgres', given)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-test-'))
  chmodSync(folder, 0o755)
  const server = await openEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    password: 'test',
    log: () => {},
    settings: forgetful,
  })
  await prepare(server.url('postgres'))
  project.provide('postgres', server.url('postgres'))
  return async () => {
    await server.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('drop database if exists holdfast_template')
  await client.query(`drop database if exists ${demoDatabase}`)
  await client.query('create database holdfast_template')
  await client.end()
  const template = new URL(url)
  template.pathname = '/holdfast_template'
  const roles = rolesOf(openSecret({ folder: '', given: testSecret }))
  await migrate({ url: template.href, roles, log: silentLog })
  await migrateJobs(template.href, roles)
}
