// All that a workspace holds, in words that do not depend on ids and times: two workspaces that were told the same are equal.
import type pg from 'pg'
import type { Actor, Workspace } from '../../src/access/index.ts'
import type { Holdfast } from '../../src/holdfast.ts'

export type Contents = {
  /** Object → its records, each by the names its sources give it. */
  records: Record<string, unknown[]>
  /** How often each kind of act was done, and what it changed. Not what was read: a job done again reads again. */
  acts: unknown[]
  rejects: unknown[]
}

const everyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

export async function contentsOf(holdfast: Holdfast, owner: pg.Client, { id }: Workspace): Promise<Contents> {
  const actor: Actor = { kind: 'operator', workspace: id, id: 'crash', via: 'cli' }
  const { manifest } = await holdfast.records.book.of(actor)
  const names = await namesOf(owner, id)
  const named = (text: string) => text.replace(everyId, (each) => names.get(each) ?? 'an id')
  const records: Contents['records'] = {}
  for (const object of manifest.objects.values()) {
    const rows = await all(holdfast, actor, object.name)
    records[object.name] = rows
      .map(({ created_at: _created, updated_at: _updated, ...row }) => named(JSON.stringify(row)))
      .sort()
      .map((row): unknown => JSON.parse(row))
  }
  const acts = await owner.query(
    `select a.kind, a.actor_kind, a.actor_id, a.object, h.system, h.verb, h.version, count(distinct a.id)::int as acts, count(*)::int as changes
     from ledger.act a left join ledger.history h on h.workspace_id = a.workspace_id and h.act_id = a.id
     where a.workspace_id = $1 and a.kind <> 'read' group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
    [id],
  )
  const rejects = await owner.query(
    'select distinct file, row, code, message from intake.reject where workspace_id = $1 order by file, row, code',
    [id],
  )
  return { records, acts: acts.rows, rejects: rejects.rows }
}

/** Id → the names of all source records that it became: who was linked with whom shows in them. */
async function namesOf(owner: pg.Client, workspace: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ record_id: string; names: string }>(
    `select record_id, string_agg(system || ':' || local_id || ' ' || coalesce(file, '') || coalesce(array_to_string(rows, ','), ''), ' + '
       order by system, local_id) as names from records.source_record where workspace_id = $1 group by record_id`,
    [workspace],
  )
  return new Map(rows.map((row) => [row.record_id, row.names.replace(everyId, 'itself')]))
}

async function all(holdfast: Holdfast, actor: Actor, from: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let after: string | null = null
  do {
    const answer: { data: string; next: string | null } = await holdfast.records.ask(actor, {
      from,
      limit: 1_000,
      ...(after ? { after } : {}),
    })
    rows.push(...JSON.parse(answer.data))
    after = answer.next
  } while (after)
  return rows
}

/** What waits to be done in a workspace: reactions not queued yet, and jobs. */
export async function waitingIn(owner: pg.Client, { id }: Workspace): Promise<{ marks: number; jobs: number }> {
  const { rows } = await owner.query(
    `select (select count(*)::int from ledger.outbox where workspace_id = $1) as marks,
       (select count(*)::int from graphile_worker._private_jobs where coalesce(payload ->> 'workspace', payload -> 0 ->> 'workspace') = $1::text) as jobs`,
    [id],
  )
  return rows[0]
}
