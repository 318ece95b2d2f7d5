import type { Actor } from '../../access/index.ts'
import type { Pool } from '../../platform/index.ts'

/** The jobs as the worker knows them. */
type Job = 'find-duplicates' | 'learn-weights'

/**
 * Leaves word for the worker to look through all records of an object. They are looked through one run at a time; asked again
 * before it began, the later order holds.
 */
export const askToFind = (
  system: Pool,
  actor: Actor,
  order: { object: string; mergeFrom?: number | null | undefined },
): Promise<void> => ask(system, 'find-duplicates', actor, order)

/** Leaves word for the worker to learn the weights of evidence from the records of an object. */
export const askToLearn = (system: Pool, actor: Actor, order: { object: string }): Promise<void> =>
  ask(system, 'learn-weights', actor, order)

async function ask(system: Pool, job: Job, { workspace, kind, id }: Actor, order: { object: string }): Promise<void> {
  await system.query('select graphile_worker.add_job($1, payload => $2::json, queue_name => $3, job_key => $4)', [
    job,
    JSON.stringify({ workspace, ...order, by: `${kind}:${id}` }),
    `find-duplicates:${workspace}`,
    `${job}:${workspace}:${order.object}`,
  ])
}
