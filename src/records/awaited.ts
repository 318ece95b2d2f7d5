// References that waited for a record another system named: filled in once it has come. Every change that brings a record others
// wait for calls this; so does the end of an import, which also heals what a crash left between the two.
import type { Actor } from '../access/index.ts'
import { type Row, rowSource, sql, statement, transact } from '../platform/index.ts'
import { type Changing, change } from './change/change.ts'
import type { Change } from './change/types.ts'

const batchSize = 2_000

export async function fulfilAwaited(door: Changing, actor: Actor): Promise<number> {
  let filled = 0
  for (;;) {
    const rows = await ready(door, actor)
    if (rows.length === 0) return filled
    const objects = Map.groupBy(rows, (row) => row['object'] as string) // text column
    for (const [object, some] of objects)
      await change(door, actor, object, some.map(fillIn), { because: 'a record that was waited for has arrived' })
    await forget(door, actor, rows)
    filled += rows.length
  }
}

const ready = (door: Changing, actor: Actor): Promise<readonly Row[]> =>
  transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(sql`select a.*, coalesce(s.home_id, s.record_id) as record_id, o.said_at::text as said_at, o.verified_on::text as verified_on from records.awaited a
        cross join lateral (select t.record_id, t.home_id from records.source_record t
          where t.workspace_id = a.workspace_id and t.object = a.to_object and t.system = a.to_system and t.local_id = a.to_local_id limit 1) s
        cross join lateral (select t.said_at, t.verified_on from records.source_record t
          where t.workspace_id = a.workspace_id and t.object = a.object and t.system = a.system and t.local_id = a.local_id limit 1) o
        where a.workspace_id = ${actor.workspace} order by a.object, a.system, a.local_id limit ${batchSize}`),
    ),
  )

const fillIn = (row: Row): Change => ({
  verb: 'update',
  source: { system: row['system'], localId: row['local_id'] } as NonNullable<Change['source']>, // written by the door
  values: { [row['field'] as string]: row['record_id'] }, // text column
  saidAt: row['said_at'] ? new Date(row['said_at'] as string).toISOString() : null,
  verifiedOn: (row['verified_on'] as string | null) ?? null,
})

const keys = ['to_object', 'to_system', 'to_local_id', 'object', 'system', 'local_id', 'field'] as const

async function forget(door: Changing, actor: Actor, rows: readonly Row[]): Promise<void> {
  const columns = keys.map((name) => ({ name, type: 'text' }))
  const done = rowSource(
    columns,
    rows.map((row) => keys.map((name) => row[name])),
    'r',
  )
  await transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(sql`delete from records.awaited a using ${done} where a.workspace_id = ${actor.workspace} and a.to_object = r.to_object and a.to_system = r.to_system
        and a.to_local_id = r.to_local_id and a.object = r.object and a.system = r.system and a.local_id = r.local_id and a.field = r.field`),
    ),
  )
}
