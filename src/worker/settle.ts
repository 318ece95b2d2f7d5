import { setTimeout as pause } from 'node:timers/promises'
import { runOnce } from 'graphile-worker'
import { sql, statement } from '../platform/index.ts'
import { freeAbandoned, vouchForRunners } from './abandoned.ts'
import { dispatch } from './dispatch.ts'
import { dispatchImports } from './import-steps.ts'
import { queueOptions } from './queue.ts'
import { reactions as all, type Reaction, type Working } from './reactions.ts'

/** Runs what follows from the changes so far until nothing of this workspace is due. `failed` jobs wait for another attempt. */
export async function settle(
  working: Working,
  workspace: string,
  { reactions = all }: { reactions?: readonly Reaction[] } = {},
): Promise<{ failed: number }> {
  for (;;) {
    while ((await dispatch(working.system, reactions)) > 0);
    await dispatchImports(working.system)
    await freeAbandoned(working.system)
    const { due, running, soon, failed, marked } = await stateOf(working, workspace)
    if (due === 0 && running === 0 && soon === 0 && marked === 0) return { failed }
    if (due > 0) await runThrough(working, reactions)
    else await pause(50) // a worker beside us has them, had them when it was killed, or lets them gather
  }
}

async function runThrough(working: Working, reactions: readonly Reaction[]): Promise<void> {
  const vouching = vouchForRunners(working)
  try {
    await runOnce(queueOptions(working, { reactions, events: vouching.events }))
  } finally {
    await vouching.stop()
  }
}

type State = { due: number; running: number; soon: number; failed: number; marked: number }

async function stateOf({ system }: Working, workspace: string): Promise<State> {
  const { text, values } = statement(
    sql`select count(*) filter (where j.locked_at is null and q.locked_at is null and j.run_at <= now() and j.attempts < j.max_attempts)::int as due,
        count(*) filter (where j.locked_at is not null or q.locked_at is not null)::int as running,
        count(*) filter (where j.locked_at is null and j.attempts = 0 and j.run_at > now() and j.run_at < now() + interval '5 seconds')::int as soon,
        count(*) filter (where j.locked_at is null and j.last_error is not null)::int as failed,
        (select count(*) from ledger.outbox o where o.workspace_id = ${workspace})::int as marked
      from graphile_worker._private_jobs j left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where coalesce(j.payload ->> 'workspace', j.payload -> 0 ->> 'workspace') = ${workspace}`,
  )
  const { rows } = await system.query<State>(text, [...values])
  return rows[0] ?? { due: 0, running: 0, soon: 0, failed: 0, marked: 0 }
}
