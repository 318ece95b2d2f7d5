// An installation with a workspace and people in it, for commands to work on. Its database is a copy on the tests' own server: none is
// created, migrated, started and stopped for it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { copyDatabase } from '../../test/harness/database.ts'
import { testSecret } from '../../test/harness/global.ts'
import type { Workspace } from '../access/index.ts'
import { type Holdfast, openHoldfast } from '../holdfast.ts'
import { readConfig } from '../platform/index.ts'
import { json, type Place, temporaryFolder } from './bin.fixture.ts'

export type Installed = {
  place: Place
  /** For what commands read and write. */
  folder: string
  /** What the commands work on, opened beside them: to lay things ready and to look at what came of it. */
  holdfast: Holdfast
  workspace: Workspace
  close(): Promise<void>
}

/** The workspace is called `quay` and reckons in euros. */
export async function openInstalled(
  people: readonly { email: string; name?: string; role: string }[] = [],
): Promise<Installed> {
  const folder = temporaryFolder()
  const database = await copyDatabase(inject('postgres'), 'holdfast_template')
  const place = { HOLDFAST_DATA: join(folder, 'data'), DATABASE_URL: database.url, HOLDFAST_SECRET: testSecret }
  const holdfast = await openHoldfast(readConfig({ ...place, LOG_LEVEL: 'silent' }))
  await json(place, 'workspaces', 'create', 'quay', '--currency', 'EUR')
  for (const { email, name = email, role } of people)
    await json(place, 'users', 'add', email, '--name', name, '--role', role)
  const workspace = await holdfast.admin.findWorkspace('quay')
  if (!workspace) throw new Error('The workspace was made a moment ago.')
  return {
    place,
    folder,
    holdfast,
    workspace,
    async close() {
      await holdfast.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
