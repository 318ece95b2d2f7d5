// From the outbox to the queue. Taking the marks away and queueing the jobs are one statement, so a crash leaves both or neither.
import { type Pool, sql, statement } from '../platform/index.ts'
import type { Reaction } from './reactions.ts'

export const mostActs = 500

/**
 * Queues the reactions to acts that have none queued yet. Answers how many acts it took. Those that are of a workspace wait for
 * `gatherMs`, and what comes meanwhile is seen by the same run: a busy workspace would work its state out anew with every turn.
 */
export async function dispatch(
  pool: Pool,
  reactions: readonly Reaction[],
  { gatherMs = 0 }: { gatherMs?: number } = {},
): Promise<number> {
  const wanted = reactions.flatMap(({ name, on, isOfWorkspace = false }) =>
    on.map(({ object, from, field, isFollowed }) => ({
      name,
      object,
      from: from ?? null,
      field: field ?? null,
      isFollowed: isFollowed ?? false,
      isOfWorkspace,
    })),
  )
  const { text, values, name } = statement(
    sql`with due as (select workspace_id, act_id from ledger.outbox order by act_id limit ${mostActs} for update skip locked),
      taken as (delete from ledger.outbox o using due where o.workspace_id = due.workspace_id and o.act_id = due.act_id returning o.workspace_id, o.act_id, o.object),
      wanted as (select taken.workspace_id, taken.act_id, r.object, r.name, case when r.is_of_workspace then now() + ${gatherMs} * interval '1 millisecond' end as run_at,
          r.name || ':' || taken.workspace_id || case when r.is_of_workspace then '' else ':' || taken.act_id || ':' || r.object end as key from taken
        join ledger.act a on a.workspace_id = taken.workspace_id and a.id = taken.act_id
        join unnest(${wanted.map((each) => each.name)}::text[], ${wanted.map((each) => each.object)}::text[], ${wanted.map((each) => each.from)}::text[],
            ${wanted.map((each) => each.field)}::text[], ${wanted.map((each) => each.isFollowed)}::boolean[], ${wanted.map((each) => each.isOfWorkspace)}::boolean[])
          as r(name, object, source, field, is_followed, is_of_workspace)
          on r.object = taken.object or a.details -> 'objects' ? r.object
        where not (a.actor_kind = 'job' and a.actor_id = r.name)
          and (r.source is null or exists (select 1 from ledger.history h where h.workspace_id = taken.workspace_id and h.act_id = taken.act_id and h.system = r.source))
          and (r.field is null or exists (select 1 from ledger.history h where h.workspace_id = taken.workspace_id and h.act_id = taken.act_id and h.changed ? r.field))
          and (not r.is_followed or exists (select 1 from ledger.history h
            join collaboration.follower f on f.workspace_id = h.workspace_id and f.record_id = h.record_id
            where h.workspace_id = taken.workspace_id and h.act_id = taken.act_id))),
      queued as (select graphile_worker.add_jobs(array_agg((name, json_build_object('workspace', workspace_id, 'act', act_id, 'object', object),
          name || ':' || workspace_id, run_at, null, key, null, null)::graphile_worker.job_spec order by act_id), true)
        from (select distinct on (key) * from wanted order by key, act_id desc) w having count(*) > 0)
      select (select count(*) from taken)::int as taken, (select count(*) from queued)::int as queued`,
    { prepared: true }, // planned once: the planning takes longer than a turn that finds little to do
  )
  const { rows } = await pool.query<{ taken: number }>({ text, values: [...values], ...(name ? { name } : {}) })
  return rows[0]?.taken ?? 0
}
