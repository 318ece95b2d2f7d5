// A fresh database with one workspace in it, and people of every role: what a test begins with.
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Actor, type Admin, openAdmin, type Workspace } from '../../src/access/index.ts'
import { type Collaboration, openCollaboration } from '../../src/collaboration/index.ts'
import { type Duplicates, openDuplicates } from '../../src/duplicates/index.ts'
import { type Imports, openImports, openUploads, type Uploads } from '../../src/intake/index.ts'
import {
  createIds,
  createPool,
  fixedClock,
  type Ids,
  openSecret,
  type Pool,
  rolesOf,
  silentLog,
  urlAs,
} from '../../src/platform/index.ts'
import { type Outcome, openRecords, type Records } from '../../src/records/index.ts'
import { copyDatabase } from './database.ts'
import { testSecret } from './global.ts'

export type World = {
  url: string
  app: Pool
  system: Pool
  /** The superuser's: to look behind the door, never for what the product does. */
  owner: pg.Pool
  clock: ReturnType<typeof fixedClock>
  ids: Ids
  admin: Admin
  records: Records
  duplicates: Duplicates
  collaboration: Collaboration
  /** In a temporary folder that goes with the world. */
  uploads: Uploads
  imports: Imports
  workspace: Workspace
  operator: Actor
  /** A colleague with these roles. */
  person(role: string | string[], name?: string): Promise<Actor & { userId: string }>
  /** Creates one record and gives its id; a refusal fails the test with its sentences. */
  create(object: string, values: Record<string, unknown>, actor?: Actor): Promise<string>
  /** The answer to a question, parsed. */
  ask<T = Record<string, unknown>>(question: unknown, actor?: Actor): Promise<T[]>
  /** Ends it, and its database with it, unless that is to be kept under a name for other worlds to begin from. */
  close(keepAs?: string): Promise<void>
}

/** `from`: the database it is cloned from, which may be another world's that was kept. */
export async function openWorld({ from = 'holdfast_template' } = {}): Promise<World> {
  const database = await copyDatabase(inject('postgres'), from)
  const { url } = database
  const secret = openSecret({ folder: '', given: testSecret })
  const roles = rolesOf(secret)
  const app = createPool({ url: urlAs(url, roles.app), size: 10, name: 'test app', log: silentLog })
  const system = createPool({ url: urlAs(url, roles.system), size: 4, name: 'test system', log: silentLog })
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  owner.on('error', () => {}) // its last connection may end together with the database
  const clock = fixedClock('2026-11-15T10:00:00.000Z')
  const ids = createIds()
  const admin = openAdmin({ pool: system, clock, ids })
  const records = openRecords({ pool: app, background: system, clock, ids, secret })
  const duplicates = openDuplicates({ pool: app, records, clock, ids })
  const collaboration = openCollaboration({ pool: app, records, clock, ids })
  const folder = join(tmpdir(), `holdfast-${new URL(url).pathname.slice(1)}`)
  const uploads = openUploads(folder)
  const imports = openImports({ pool: app, records, uploads, clock, ids })
  const workspace = (await admin.findWorkspace('test')) ?? (await admin.createWorkspace({ name: 'Test', slug: 'test' }))
  const operator: Actor = { kind: 'operator', workspace: workspace.id, id: 'operator', via: 'cli' }
  let people = 0
  const world: World = {
    url,
    app,
    system,
    owner,
    clock,
    ids,
    admin,
    records,
    duplicates,
    collaboration,
    uploads,
    imports,
    workspace,
    operator,
    async person(role, given) {
      people += 1
      const called = given ?? `Person ${people}`
      const email = `person${people}@vendor.example`
      const userId = await world.create('user', { name: called, email })
      await admin.setMember(workspace.id, { userId, email, name: called, roles: [role].flat() })
      return { kind: 'user', workspace: workspace.id, id: userId, via: 'api', userId }
    },
    async create(object, values, actor = operator) {
      const { results } = await records.change(actor, object, [{ verb: 'create', values, allowDuplicate: true }])
      return idOf(results[0])
    },
    async ask(question, actor = operator) {
      return JSON.parse((await records.ask(actor, question)).data)
    },
    async close(keepAs) {
      await Promise.all([app.end(), system.end(), owner.end()])
      await rm(folder, { recursive: true, force: true })
      await database.close(keepAs)
    },
  }
  return world
}

export function idOf(outcome: Outcome | undefined): string {
  if (outcome && 'id' in outcome && outcome.id && outcome.outcome !== 'refused') return outcome.id
  throw new Error(`Expected a record, got ${JSON.stringify(outcome)}`)
}
