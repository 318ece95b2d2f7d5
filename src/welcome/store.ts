import { ident, type Row, type Sql, sql, statement } from '../platform/index.ts'
import type { DemoOrder, DemoState } from './demo-order.ts'

const moment = (name: 'asked_at' | 'ended_at') =>
  sql`to_char(${ident(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${ident(name)}`

export const demoOf = (workspace: string): Sql =>
  statement(
    sql`select state, day::text, accounts, records, events, asked_by, ${moment('asked_at')}, ${moment('ended_at')} from welcome.demo where workspace_id = ${workspace}`,
  )

export const demoIn = (row: Row): DemoOrder & { day: string; askedBy: string } => ({
  state: row['state'] as DemoState, // columns of the table, as selected
  day: row['day'] as string,
  accounts: row['accounts'] as number,
  records: row['records'] as number,
  events: row['events'] as number,
  askedBy: row['asked_by'] as string,
  askedAt: row['asked_at'] as string,
  endedAt: row['ended_at'] as string | null,
})

/** The order and its job in one statement, so that a crash leaves both or neither. */
export const order = (o: {
  workspace: string
  state: DemoState
  /** Only an order in one of these states is given anew. */
  from: readonly DemoState[]
  accounts: number
  by: string
  at: Date
  job: string
}): Sql =>
  statement(
    sql`with ordered as (
        insert into welcome.demo (workspace_id, state, day, accounts, asked_by, asked_at)
        values (${o.workspace}, ${o.state}, ${o.at.toISOString().slice(0, 10)}::date, ${o.accounts}, ${o.by}, ${o.at.toISOString()})
        on conflict (workspace_id) do update set state = excluded.state, asked_by = excluded.asked_by, asked_at = excluded.asked_at, ended_at = null,
          day = case when demo.state = 'gone' then excluded.day else demo.day end, records = 0, events = 0
        where demo.state = any(${o.from}::text[]) returning workspace_id)
      select graphile_worker.add_job(${o.job}, payload => json_build_object('workspace', workspace_id), queue_name => ${`${o.job}:${o.workspace}`}, job_key => ${`${o.job}:${o.workspace}`}) from ordered`,
  )

export const cameTo = (workspace: string, state: DemoState, at: Date | null): Sql =>
  statement(
    sql`update welcome.demo set state = ${state}, ended_at = ${at?.toISOString() ?? null} where workspace_id = ${workspace}`,
  )

export const hasCome = (workspace: string, { records, events }: { records: number; events: number }): Sql =>
  statement(sql`update welcome.demo set records = ${records}, events = ${events} where workspace_id = ${workspace}`)

/** The acts by which the demo came, the last first, and the accounts it made. */
export const demoActs = (workspace: string, job: string): Sql =>
  statement(
    sql`select id from ledger.act where workspace_id = ${workspace} and actor_kind = 'job' and actor_id = ${job} and kind = 'change' order by id desc`,
  )

export const demoAccounts = (workspace: string, job: string): Sql =>
  statement(
    sql`select h.record_id from ledger.act a join ledger.history h on h.workspace_id = a.workspace_id and h.act_id = a.id
      where a.workspace_id = ${workspace} and a.actor_kind = 'job' and a.actor_id = ${job} and h.object = 'account' and h.verb = 'created'`,
  )

export const tourRow = (workspace: string, user: string): Sql =>
  statement(sql`select step, is_over from welcome.tour where workspace_id = ${workspace} and user_id = ${user}`)

/** Over is over: who finished on one screen is not led again from another that was left open. */
export const keepTour = (workspace: string, user: string, { step, isOver }: { step: number; isOver: boolean }): Sql =>
  statement(
    sql`insert into welcome.tour (workspace_id, user_id, step, is_over) values (${workspace}, ${user}, ${step}, ${isOver})
      on conflict (workspace_id, user_id) do update set step = excluded.step, is_over = tour.is_over or excluded.is_over
      returning step, is_over`,
  )
