// Steps of imports, from the rows that ask for them to the queue: marking a row and queueing its job are one statement, so a crash
// leaves both or neither, and nobody has to remember to ask twice.
import { z } from 'zod'
import { carryOutStep, leftBy } from '../intake/index.ts'
import { type Pool, sql, statement, type WorkspaceId } from '../platform/index.ts'
import { steppingOf } from './importing.ts'
import type { Working } from './reactions.ts'
import { tellOwner } from './recurring-imports.ts'

export const importJob = 'import-step'

/** Queues the steps that imports wait for. Answers how many. */
export async function dispatchImports(pool: Pool): Promise<number> {
  const { text, values } = statement(
    sql`with due as (select workspace_id, id from intake.import where wanted is not null and not is_queued order by id limit 100 for update skip locked),
      marked as (update intake.import i set is_queued = true from due where i.workspace_id = due.workspace_id and i.id = due.id returning i.workspace_id, i.id),
      queued as (select graphile_worker.add_jobs(array_agg((${importJob}, json_build_object('workspace', workspace_id, 'id', id),
          'import:' || workspace_id || ':' || id, null, null, null, null, null)::graphile_worker.job_spec)) from marked having count(*) > 0)
      select (select count(*) from marked)::int as marked, (select count(*) from queued)::int as queued`,
  )
  const { rows } = await pool.query<{ marked: number }>(text, [...values])
  return rows[0]?.marked ?? 0
}

const job = z.object({ workspace: z.uuid(), id: z.uuid() })

export async function importStep(working: Working, given: unknown): Promise<void> {
  const { workspace, id } = job.parse(given)
  const of = workspace as WorkspaceId // a UUID, from a row of that workspace
  await carryOutStep(steppingOf(working), { workspace: of, id })
  const left = await leftBy(working.app, of, id)
  if (left) await tellOwner(working, of, left, left.state === 'failed' ? 'import_failed' : 'import_in_part', id)
}
