// An import over a whole customer base, what people edited by hand since, and the import taken back. `npm run test:deep` does it with a
// hundred thousand records and five hundred edits.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.fixture.ts'

const isDeep = Boolean(process.env['HOLDFAST_DEEP'])
const [records, edits] = isDeep ? [100_000, 500] : [2_000, 50]

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const sheet = (title: string, department: string) =>
  [
    'Id,Full name,E-mail,Job title,Department',
    ...Array.from(
      { length: records },
      (_, n) => `P-${n},Person${n} Of${n % 977}x${n},p${n}@firm${n}.example,${title},${department}`,
    ),
  ].join('\n')

test(
  `of ${records} records that an import updated, the ${edits} edited by hand since stay, the rest revert, and the history tells it all`,
  async () => {
    const { world } = desk
    const first = await desk.send({ 'base.csv': sheet('Clerk', 'Office') }, { questions: 'create' })
    expect((await desk.step(first, 'run')).counts).toMatchObject({ rows: records, created: records })
    world.clock.advance(86_400_000)
    const second = await desk.send({ 'base.csv': sheet('Director', 'Board') })
    expect((await desk.step(second, 'run')).counts).toMatchObject({ rows: records, updated: records })
    const whileImported = world.clock().toISOString()

    world.clock.advance(30 * 86_400_000)
    const ana = await world.person('cs_operations', 'Ana')
    const { rows: some } = await world.owner.query(
      `select id from (select id, row_number() over (order by id) as n from customer.contact) c where n % $1 = 0 limit $2`,
      [Math.floor(records / edits), edits],
    )
    const edited: string[] = some.map(({ id }) => id)
    for (const id of edited)
      await world.records.change(ana, 'contact', [{ verb: 'update', id, values: { title: 'Partner' } }])
    world.clock.advance(86_400_000)
    const undone = await desk.step(second, 'undo')
    expect(undone.state).toBe('undone')

    const { rows: now } = await world.owner.query(
      `select id = any($1) as is_edited, title, department, deleted_at is null as is_there, count(*)::int as records
       from customer.contact group by 1, 2, 3, 4 order by 1`,
      [edited],
    )
    expect(now).toEqual([
      { is_edited: false, title: 'Clerk', department: 'Office', is_there: true, records: records - edits },
      { is_edited: true, title: 'Partner', department: 'Office', is_there: true, records: edits },
    ])

    // Every record tells each step of its own, in order; those that were edited tell also of whom.
    const { rows: told } = await world.owner.query(
      `select told, is_edited, count(*)::int as records from (
         select h.record_id = any($1) as is_edited,
           string_agg(concat_ws(' ', a.kind, a.via, h.changed -> 'title' ->> 1, h.changed -> 'department' ->> 1), ' · ' order by h.act_id) as told
         from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
         where h.object = 'contact' group by h.record_id) t group by 1, 2 order by 2`,
      [edited],
    )
    expect(told).toEqual([
      {
        told: 'change import Clerk Office · change import Director Board · undo import Clerk Office',
        is_edited: false,
        records: records - edits,
      },
      {
        told: 'change import Clerk Office · change import Director Board · change api Partner · undo import Office',
        is_edited: true,
        records: edits,
      },
    ])
    const [one = ''] = edited
    const { items } = await world.records.history(ana, 'contact', one)
    expect(items.map(({ actor, changed }) => [actor.id === ana.id, changed['title'], changed['department']])).toEqual([
      [false, undefined, { from: 'Board', to: 'Office' }],
      [true, { from: 'Director', to: 'Partner' }, undefined],
      [false, { from: 'Clerk', to: 'Director' }, { from: 'Office', to: 'Board' }],
      [false, { from: null, to: 'Clerk' }, { from: null, to: 'Office' }],
    ])
    const then = await world.ask({
      from: 'contact',
      select: ['title', 'department'],
      where: { field: 'id', op: 'is', value: one },
      asOf: whileImported,
    })
    expect(then).toMatchObject([{ title: 'Director', department: 'Board' }])
  },
  isDeep ? 30 * 60_000 : 60_000,
)
