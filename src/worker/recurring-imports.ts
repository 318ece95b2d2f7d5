// Recurring imports, as background work: files that were put into folders come in, and owners are told of what is due or waits for them.
import type { Actor } from '../access/index.ts'
import { dueOf, openImports, type Recurring, readRecurring, takeIn, withFolders } from '../intake/index.ts'
import type { WorkspaceId } from '../platform/index.ts'
import type { Working } from './reactions.ts'

/** One process at a time looks into the folders. */
const inboxLock = 4_102

/** Takes in what lies in the folders of all workspaces under `data`. Answers how many imports came of it. */
export async function takeInFiles(working: Working, data: string, now = Date.now()): Promise<number> {
  const client = await working.system.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [inboxLock])
    if (!rows[0]?.mine) return 0
    let opened = 0
    try {
      for (const workspace of await withFolders(client)) opened += await takeInOf(working, workspace, { data, now })
    } finally {
      await client.query('select pg_advisory_unlock($1)', [inboxLock])
    }
    return opened
  } finally {
    client.release()
  }
}

async function takeInOf(working: Working, workspace: WorkspaceId, at: { data: string; now: number }): Promise<number> {
  const { app: pool, records, uploads, clock, ids, log } = working
  const imports = openImports({ pool, records, uploads, clock, ids })
  let opened = 0
  for (const recurring of await readRecurring(pool, workspace)) {
    try {
      const came = await takeIn(imports, { workspace, ...at }, recurring)
      if (!came) continue
      opened += 1
      if (came.state === 'waits') await tellOwner(working, workspace, recurring, 'import_waiting', came.import)
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      log.warn({ workspace, recurring: recurring.id, error: said }, 'files of a recurring import are not taken in')
    }
  }
  return opened
}

/** Tells owners of imports that are due, and again when they are late; once each, for each day that one is due on. */
export async function tellOfDue(working: Working, { workspace }: Actor): Promise<void> {
  for (const recurring of await readRecurring(working.app, workspace)) {
    const { state, dueOn } = dueOf(recurring, working.clock())
    if (state !== 'on_time')
      await tellOwner(working, workspace, recurring, 'import_due', `${recurring.id} ${dueOn} ${state}`)
  }
}

/** Once of each thing that it is about. */
export const tellOwner = (
  { collaboration }: Pick<Working, 'collaboration'>,
  workspace: WorkspaceId,
  { ownerId, name }: Pick<Recurring, 'ownerId' | 'name'>,
  kind: 'import_due' | 'import_waiting' | 'import_unread' | 'import_in_part' | 'import_failed',
  about: string,
): Promise<void> =>
  collaboration.notifications.tell(
    { kind: 'job', workspace, id: 'recurring-imports', via: 'job', because: 'a recurring import waits for its owner' },
    { to: [ownerId], kind, key: `${kind}:${about}`, object: null, record: null, note: name },
  )
