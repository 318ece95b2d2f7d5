// Exact daily facts: who used the product on which day, and how many different people in the 1, 7 and 30 days up to each.
import type { Actor } from '../access/index.ts'
import { inOneTrip, type Pool, type Row, sql, statement } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { notActivity, signIn } from './definitions.ts'

const batchSize = 5_000

// Just after a load the planner has no statistics, takes every part for a single row and joins whole tables by nested loops.
const withoutLoops = statement(sql`set local enable_nestloop = off`)

/** ISO days, both included; of all accounts, or of these alone. */
export type Days = { from: string; to: string; accountIds?: readonly string[] }

/** Works out the days of a range anew and every figure that looks back on them. Answers how many facts. */
export async function workOutDays(
  working: { pool: Pool; records: Records },
  actor: Actor,
  { from, to, ...of }: Days,
): Promise<number> {
  let facts = 0
  // Quarter by quarter: each stays well within what one statement may take.
  for (let at = from; at <= to; at = daysAfter(at, quarter)) {
    const last = daysAfter(at, quarter - 1)
    facts += await workOutRange(working, actor, { from: at, to: last < to ? last : to, ...of })
  }
  return facts
}

const quarter = 91
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

async function workOutRange(
  { pool, records }: { pool: Pool; records: Records },
  actor: Actor,
  { from, to, accountIds }: Days,
): Promise<number> {
  const w = actor.workspace
  const isOne = accountIds ? sql`account_id = any(${accountIds}::uuid[])` : sql`true`
  // Said of the events too, so that those of a few accounts are not looked for among everybody's.
  const ofUsers = accountIds
    ? sql` and user_key in (select user_key from usage.event where workspace_id = ${w} and kind = 'group' and account_id = any(${accountIds}::uuid[]))`
    : sql``
  const mayBeTheirs = accountIds
    ? sql` and (e.account_id = any(${accountIds}::uuid[]) or (e.account_id is null and e.group_key is null))`
    : sql``
  await inOneTrip(pool, w, [
    withoutLoops,
    statement(
      sql`delete from usage.day where workspace_id = ${w} and day between ${from}::date and ${to}::date and ${isOne}`,
    ),
    statement(sql`with only_group as (
        select user_key, min(account_id::text)::uuid as account_id from usage.event
        where workspace_id = ${w} and kind = 'group' and user_key is not null and account_id is not null${ofUsers} group by user_key having count(distinct account_id) = 1
      ), placed as (
        select coalesce(e.account_id, g.account_id) as account_id, e.user_key, e.contact_id, e.happened_at, (e.happened_at at time zone 'UTC')::date as day, e.name,
          e.kind = 'track' and not (e.name = any(${notActivity})) as is_activity
        from usage.event e left join only_group g on g.user_key = e.user_key and e.group_key is null
        where e.workspace_id = ${w} and e.user_key is not null and e.kind in ('track', 'page', 'screen')
          and e.happened_at >= ${from}::date and e.happened_at < ${to}::date + 1${mayBeTheirs}
      )
      insert into usage.day (workspace_id, day, account_id, user_key, contact_id, events, active_events, last_sign_in_at)
      select ${w}::uuid, day, account_id, user_key, (array_agg(contact_id))[1], count(*), count(*) filter (where is_activity), max(happened_at) filter (where name = ${signIn})
      from placed where account_id is not null and ${isOne} group by account_id, day, user_key`),
  ])
  const [, facts = []] = await inOneTrip(pool, w, [
    withoutLoops,
    statement(sql`with active as (select account_id, day, user_key from usage.day where workspace_id = ${w} and active_events > 0 and day between ${from}::date - 29 and ${to}::date and ${isOne}),
      spread as (select account_id, user_key, day, (day + n)::date as of, n from active cross join generate_series(0, 29) n),
      people as (
        select account_id, of as day, count(distinct user_key) filter (where n = 0) as daily, count(distinct user_key) filter (where n < 7) as weekly, count(distinct user_key) as monthly
        from spread where of between ${from}::date and least(${to}::date + 29, current_date) group by account_id, of
      ),
      sums as (select account_id, day, sum(events) as actions from usage.day where workspace_id = ${w} and day between ${from}::date and ${to}::date and ${isOne} group by account_id, day),
      every as (select account_id, day from people union select account_id, day from sums),
      sign_ins as (select account_id, day, max(last_sign_in_at) as at from usage.day where workspace_id = ${w} and last_sign_in_at is not null and ${isOne} group by account_id, day),
      marked as (select account_id, day, at, false as is_asked from sign_ins union all select account_id, day, null, true from every),
      latest as (select account_id, day, is_asked, max(at) over (partition by account_id order by day) as at from marked)
      select e.account_id as account, e.day, coalesce(p.daily, 0) as daily_active, coalesce(p.weekly, 0) as weekly_active, coalesce(p.monthly, 0) as monthly_active, coalesce(s.actions, 0) as actions,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as last_sign_in_at
      from latest e left join people p on p.account_id = e.account_id and p.day = e.day left join sums s on s.account_id = e.account_id and s.day = e.day where e.is_asked`),
  ])
  for (let at = 0; at < facts.length; at += batchSize)
    await records.writeFacts(actor, 'usage_day', facts.slice(at, at + batchSize).map(factOf))
  return facts.length
}

const factOf = (row: Row): Record<string, unknown> => ({
  ...row,
  daily_active: Number(row['daily_active']),
  weekly_active: Number(row['weekly_active']),
  monthly_active: Number(row['monthly_active']),
  actions: Number(row['actions']),
})

/** The days that have events of any kind, first and last, of all accounts or of these; null for none. */
export async function daysWithEvents(
  pool: Pool,
  actor: Actor,
  accountIds?: readonly string[],
): Promise<{ from: string; to: string } | null> {
  const isOne = accountIds ? sql`account_id = any(${accountIds}::uuid[])` : sql`true`
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(
      sql`select (min(happened_at) at time zone 'UTC')::date::text as from, (max(happened_at) at time zone 'UTC')::date::text as to from usage.event where workspace_id = ${actor.workspace} and ${isOne}`,
    ),
  ])
  const { from, to } = rows[0] ?? {}
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null
}
