import type { Actor } from '../../access/index.ts'
import type { Pool } from '../../platform/index.ts'

/** The job as the worker knows it. */
const job = 'find-duplicates'

/**
 * Leaves word for the worker to look through all records of an object. They are looked through one run at a time; asked again
 * before it began, the later order holds.
 */
export async function askToFind(
  system: Pool,
  { workspace, kind, id }: Actor,
  order: { object: string; mergeFrom?: number | null | undefined },
): Promise<void> {
  await system.query('select graphile_worker.add_job($1, payload => $2::json, queue_name => $3, job_key => $4)', [
    job,
    JSON.stringify({ workspace, ...order, by: `${kind}:${id}` }),
    `${job}:${workspace}`,
    `${job}:${workspace}:${order.object}`,
  ])
}
