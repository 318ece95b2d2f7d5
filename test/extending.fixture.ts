// Runs inside a copy of the repository: brings a database up to the copy's schema, changes records through the copy's own door
// or imports a file, waits for what follows, and asks. Takes JSON as its only word, and prints JSON.

import { type Actor, openAdmin } from '../src/access/index.ts'
import { openCollaboration } from '../src/collaboration/index.ts'
import { openDuplicates } from '../src/duplicates/index.ts'
import { type FileResult, openUploads, planImport, runImport } from '../src/intake/index.ts'
import {
  createIds,
  createPool,
  fixedClock,
  silentLog as log,
  migrate,
  migrateJobs,
  openSecret,
  rolesOf,
  urlAs,
  type WorkspaceId,
} from '../src/platform/index.ts'
import { type Change, type Outcome, openRecords, type Question } from '../src/records/index.ts'
import { settle } from '../src/worker/index.ts'

export type Errand = {
  url: string
  secret: string
  workspace: WorkspaceId
  object: string
  changes: readonly Change[]
  /** A file to import. */
  file?: string
  question: Question
}
export type Done = {
  migrated: string[]
  outcomes: readonly Outcome[]
  imported: readonly FileResult[]
  answer: Record<string, unknown>[]
}

async function run(errand: Errand): Promise<Done> {
  const { url, workspace } = errand
  const secret = openSecret({ folder: '', given: errand.secret })
  const roles = rolesOf(secret)
  const migrated = await migrate({ url, roles, log })
  await migrateJobs(url, roles)
  const app = createPool({ url: urlAs(url, roles.app), size: 2, name: 'extending', log })
  const system = createPool({ url: urlAs(url, roles.system), size: 2, name: 'extending', log })
  try {
    const [clock, ids] = [fixedClock('2026-11-15T10:00:00.000Z'), createIds()]
    const records = openRecords({ pool: app, background: system, clock, ids, secret })
    const admin = openAdmin({ pool: system, clock, ids })
    const actor: Actor = { kind: 'operator', workspace, id: 'operator', via: 'cli' }
    const { results } = await records.change(actor, errand.object, errand.changes)
    const duplicates = openDuplicates({ pool: app, records, clock, ids })
    const collaboration = openCollaboration({ pool: app, records, clock, ids })
    const uploads = openUploads('') // nothing is sent here
    const follow = () =>
      settle(
        { app, system, records, duplicates, collaboration, uploads, admin, clock, ids, log, secret, ownerUrl: url },
        workspace,
      )
    const imported = errand.file ? await importFile({ records, pool: app, clock, ids, follow }, actor, errand.file) : []
    await follow()
    const { data } = await records.ask(actor, errand.question)
    return { migrated, outcomes: results, imported, answer: JSON.parse(data) }
  } finally {
    await Promise.all([app.end(), system.end()])
  }
}

type Importing = Parameters<typeof runImport>[0]
type Here = Pick<Importing, 'records' | 'pool' | 'clock' | 'ids'> & { follow(): Promise<unknown> }

async function importFile({ follow, ...here }: Here, actor: Actor, file: string): Promise<readonly FileResult[]> {
  const strange = async () => {
    throw new Error('The file was to hold records alone.')
  }
  const importing: Importing = {
    ...here,
    keepEvents: strange,
    addTerms: strange,
    followUp: async () => {
      await follow()
    },
  }
  const { files } = await runImport(importing, actor, await planImport([file]), { currency: 'USD' })
  return files
}

const errand: Errand = JSON.parse(process.argv[2] ?? '') // written by extending.test.ts
console.log(JSON.stringify(await run(errand)))
