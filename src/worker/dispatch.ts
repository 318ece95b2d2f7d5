// From the outbox to the queue. Taking the marks away and queueing the jobs are one statement, so a crash leaves both or neither.
import { type Pool, sql, statement } from '../platform/index.ts'
import type { Reaction } from './reactions.ts'

export const mostActs = 500

const followsHistory = sql`exists (select 1 from ledger.history h join collaboration.follower f on f.workspace_id = h.workspace_id and f.record_id = h.record_id
  where h.workspace_id = o.workspace_id and h.act_id = o.act_id)`

/**
 * Queues the reactions to acts that have none queued yet. Answers how many acts it took. The acts of one turn are one job to each
 * reaction of a workspace: one by one they would keep the queue's pace, some ten a second. Those that are of a workspace wait for
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
      taken as (delete from ledger.outbox o using due where o.workspace_id = due.workspace_id and o.act_id = due.act_id returning o.*),
      reactions as (select * from unnest(${wanted.map((each) => each.name)}::text[], ${wanted.map((each) => each.object)}::text[], ${wanted.map((each) => each.from)}::text[],
            ${wanted.map((each) => each.field)}::text[], ${wanted.map((each) => each.isFollowed)}::boolean[], ${wanted.map((each) => each.isOfWorkspace)}::boolean[])
          as r(name, object, source, field, is_followed, is_of_workspace)),
      told as (select r.*, o.workspace_id, o.act_id from taken o join reactions r on r.object = o.object
        where o.fields is not null and o.job is distinct from r.name and (r.source is null or r.source = any(o.systems)) and (r.field is null or r.field = any(o.fields))
          and (not r.is_followed or case when o.records is not null then exists (
            select 1 from collaboration.follower f where f.workspace_id = o.workspace_id and f.record_id = any(o.records)) else ${followsHistory} end)),
      read as (select r.*, o.workspace_id, o.act_id from taken o join ledger.act a on a.workspace_id = o.workspace_id and a.id = o.act_id
          join reactions r on r.object = o.object or a.details -> 'objects' ? r.object
        where o.fields is null and not (a.actor_kind = 'job' and a.actor_id = r.name)
          and (r.source is null or exists (select 1 from ledger.history h where h.workspace_id = o.workspace_id and h.act_id = o.act_id and h.system = r.source))
          and (r.field is null or exists (select 1 from ledger.history h where h.workspace_id = o.workspace_id and h.act_id = o.act_id and h.changed ? r.field))
          and (not r.is_followed or ${followsHistory})),
      wanted as (select distinct on (r.name, r.workspace_id, r.act_id, r.object) r.workspace_id, r.act_id, r.name, case when r.is_of_workspace then now() + ${gatherMs} * interval '1 millisecond' end as run_at,
          json_build_object('workspace', r.workspace_id, 'act', r.act_id, 'object', r.object) as payload, r.is_of_workspace from (select * from told union all select * from read) r),
      jobs as (select name, workspace_id, run_at, case when is_of_workspace then (array_agg(payload order by act_id desc))[1] else json_agg(payload order by act_id) end as payload,
          name || ':' || workspace_id || case when is_of_workspace then '' else ':' || min(act_id::text) end as key
        from wanted group by name, workspace_id, run_at, is_of_workspace),
      queued as (select graphile_worker.add_jobs(array_agg((name, payload, name || ':' || workspace_id, run_at, null, key, null, null)::graphile_worker.job_spec order by key), true)
        from jobs having count(*) > 0)
      select (select count(*) from taken)::int as taken, (select count(*) from queued)::int as queued`,
    { prepared: true }, // planned once: the planning takes longer than a turn that finds little to do
  )
  const { rows } = await pool.query<{ taken: number }>({ text, values: [...values], ...(name ? { name } : {}) })
  return rows[0]?.taken ?? 0
}
