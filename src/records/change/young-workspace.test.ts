// Of a workspace that came after the tables were last analysed PostgreSQL knows nothing, and believes that it holds one row.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Change } from '../index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const before = 30_000
const records = 600

/** How many entries of an index were gone through so far. */
async function entriesRead(index: string): Promise<number> {
  const all = await Promise.all(Array.from({ length: world.app.totalCount }, () => world.app.connect()))
  await Promise.all(all.map((each) => each.query('select pg_stat_force_next_flush()')))
  for (const each of all) each.release()
  const { rows } = await world.owner.query<{ read: string }>(
    'select idx_tup_read as read from pg_stat_user_indexes where indexrelname = $1',
    [index],
  )
  return Number(rows[0]?.read)
}

test('what a batch brought is taken back record by record, not by going through the workspace for each', async () => {
  await world.owner.query(
    `insert into records.source_record (workspace_id, object, system, local_id, record_id, act_id, claims)
     select md5((n % 20)::text)::uuid, 'contact', 'crm', 'other-' || n, gen_random_uuid(), gen_random_uuid(), '{}' from generate_series(1, $1) n order by 1`,
    [before],
  )
  await world.owner.query('analyze')
  const changes = Array.from(
    { length: records },
    (_, n): Change => ({
      verb: 'upsert',
      source: { system: 'crm', localId: `c-${n}` },
      values: { name: `Person ${n}` },
    }),
  )
  const { act } = await world.records.change(world.operator, 'contact', changes)
  const read = await entriesRead('source_record_pkey')
  const undone = await world.records.undo(world.operator, act ?? '')
  expect(undone.records).toBe(records)
  expect((await entriesRead('source_record_pkey')) - read).toBeLessThan(20 * records)
})
