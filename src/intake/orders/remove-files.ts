// Files are kept as long as somebody may want to look at them, mend their rejected rows, or run them again; not longer. What became of
// their rows, the change sets and the possibility to take them back stay.
import { type Clock, inOneTrip, type Pool, sql, statement, type WorkspaceId } from '../../platform/index.ts'
import type { Uploads } from '../uploads/uploads.ts'

const dayMs = 86_400_000
/** After the import ended, in whichever way. */
export const keptAfterEndDays = 30
/** Of an import that was never run, after it was begun. */
export const keptWaitingDays = 90

/** Answers how many files went. A file that is gone already is noted as gone. */
export async function removeOldFiles(
  { pool, uploads, clock }: { pool: Pool; uploads: Uploads; clock: Clock },
  workspace: WorkspaceId,
): Promise<number> {
  const now = clock().getTime()
  const before = (days: number) => new Date(now - days * dayMs).toISOString()
  const [old = []] = await inOneTrip(pool, workspace, [
    statement(sql`select f.import_id, f.id, f.stored_as from intake.file f join intake.import i on i.workspace_id = f.workspace_id and i.id = f.import_id
      where f.workspace_id = ${workspace} and f.removed_at is null and i.wanted is null and case
        when i.status in ('done', 'undone', 'failed', 'cancelled') then i.finished_at < ${before(keptAfterEndDays)}
        else i.status <> 'running' and i.created_at < ${before(keptWaitingDays)} end`),
  ])
  for (const file of old) {
    await uploads.remove(workspace, file['stored_as'] as string) // text column
    await inOneTrip(pool, workspace, [
      statement(
        sql`update intake.file set removed_at = ${new Date(now).toISOString()} where workspace_id = ${workspace} and import_id = ${file['import_id']} and id = ${file['id']}`,
      ),
    ])
  }
  return old.length
}
