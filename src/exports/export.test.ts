// Who may take what out, and how a file is written.
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { type ExportOrder, exportAnswer } from './index.ts'

type Person = Actor & { userId: string }
let world: World
let leader: Person
let csm: Person
beforeAll(async () => {
  world = await openWorld()
  leader = await world.person('cs_leader')
  csm = await world.person('csm', 'Carla CSM')
  await world.create('account', {
    name: 'Own',
    owner: csm.userId,
    tier: 'strategic',
    designations: ['lighthouse'],
    internal_note: 'secret',
    arr: { amount: 123_456, currency: 'USD' },
    annual_revenue: { amount: -5_000, currency: 'JPY' },
    tags: ['b', 'a'],
    employees: 7,
    renewal_date: '2027-01-31',
    discount: 12.5,
  })
  await world.create('account', { name: 'Not hers' })
  const changes = Array.from({ length: 2_345 }, (_, i) => ({
    verb: 'create' as const,
    values: { name: `Team ${String(i).padStart(4, '0')}` },
    allowDuplicate: true,
  }))
  await world.records.change(world.operator, 'team', changes)
})
afterAll(() => world.close())

async function file(actor: Actor, order: ExportOrder): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of (await exportAnswer(world, actor, order)).chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}
const text = async (actor: Actor, order: ExportOrder) => (await file(actor, order)).toString()

test('taking out is a right of its own, over the rows and fields the actor sees', async () => {
  const mine = await text(csm, { question: { from: 'account' }, format: 'csv' })
  expect(mine).toContain('Own')
  expect(mine).not.toMatch(/Not hers|lighthouse|designations|discount/)
  expect(mine).toContain('secret')
  expect(await text(await world.person('junior_csm'), { question: { from: 'account' }, format: 'csv' })).not.toContain(
    'internal_note',
  )
  const support = await world.person('support')
  await expect(file(support, { question: { from: 'account' }, format: 'csv' })).rejects.toMatchObject({
    code: 'not_allowed',
    details: { verb: 'export', object: 'account' },
  })
  await expect(file(support, { question: { from: 'contract' }, format: 'csv' })).rejects.toMatchObject({
    code: 'object_unavailable',
  })
  await expect(
    file(csm, { question: { from: 'account', select: ['designations'] }, format: 'xlsx' }),
  ).rejects.toMatchObject({ code: 'field_unavailable' })
})

test('what leaves stands in the log of readings, page by page', async () => {
  const reads = async () =>
    (
      await world.owner.query("select count(*)::int as n from ledger.act where kind = 'read' and actor_id = $1", [
        leader.userId,
      ])
    ).rows[0]?.n
  const before = await reads()
  await file(leader, { question: { from: 'account' }, format: 'json' })
  expect(await reads()).toBe(before + 1)
})

test('rows are read as they are written, no further than a page ahead, under the rights of that moment', async () => {
  let asked = 0
  const records = {
    ...world.records,
    ask(...given: Parameters<typeof world.records.ask>) {
      asked += 1
      return world.records.ask(...given)
    },
  }
  const mover = await world.person('cs_leader')
  const { chunks } = await exportAnswer({ ...world, records }, mover, {
    question: { from: 'team', select: ['name'] },
    format: 'csv',
  })
  expect(asked).toBe(1)
  const written = [(await chunks.next()).value, (await chunks.next()).value].join('')
  expect(written.split('\r\n')).toHaveLength(1_002)
  expect(asked).toBe(1)
  await chunks.next()
  expect(asked).toBe(2)
  await world.admin.setMember(world.workspace.id, {
    userId: mover.userId,
    email: 'gone@vendor.example',
    name: 'Gone',
    roles: [],
  })
  await expect(chunks.next()).rejects.toMatchObject({ code: 'object_unavailable' })
})

test('every row comes once, and a limit is of rows in all', async () => {
  const all = await text(leader, {
    question: { from: 'team', select: ['name'], order: [{ field: 'name' }] },
    format: 'csv',
  })
  const lines = all.trim().split('\r\n').slice(1)
  expect(new Set(lines).size).toBe(2_345)
  const names = lines.map((line) => line.split(',')[1])
  expect(names).toEqual([...names].sort())
  const some = await text(leader, { question: { from: 'team', select: ['name'], limit: 1_500 }, format: 'jsonl' })
  expect(some.trim().split('\n')).toHaveLength(1_500)
  expect(JSON.parse(some.split('\n')[0] ?? '')).toMatchObject({
    object: 'team',
    id: expect.any(String),
    name: expect.stringMatching(/^Team/),
  })
})

test('money is an amount and its currency, lists are lists, and headers may be in the reader’s words', async () => {
  const question = {
    from: 'account',
    select: ['name', 'arr', 'annual_revenue', 'tier', 'tags', 'owner.name'],
    where: { field: 'name', op: 'is' as const, value: 'Own' },
  }
  const [head, row] = (await text(leader, { question, format: 'csv', isFile: false })).split('\r\n')
  expect(head).toBe('account.id,name,arr,arr_currency,annual_revenue,annual_revenue_currency,tier,tags,owner.name')
  expect(row?.replace(/^[^,]*/, 'ID')).toBe('ID,Own,1234.56,USD,-5000,JPY,strategic,"a; b",Carla CSM')
  const spanish = await text(leader, { question, format: 'csv', headers: 'labels', language: 'es' })
  expect(spanish.charCodeAt(0)).toBe(0xfeff)
  expect(spanish).toMatch(/ \(moneda\),/)
  expect(spanish).toMatch(/Estratégica|Estratégico/)
  const groups = { from: 'account', group: ['tier'], measure: { accounts: { count: '*' as const } } }
  expect(await text(leader, { question: groups, format: 'csv', isFile: false })).toMatch(/^tier,accounts\r\n/)
  expect(JSON.parse(await text(leader, { question: groups, format: 'json' }))).toMatchObject({
    groups: expect.any(Array),
  })
})

test('nothing at all is a file with headers', async () => {
  const question = { from: 'account', select: ['name'], where: { field: 'name', op: 'is' as const, value: 'nobody' } }
  expect(await text(leader, { question, format: 'csv', isFile: false })).toBe('account.id,name\r\n')
  expect(JSON.parse(await text(leader, { question, format: 'json' }))).toEqual({ accounts: [] })
  expect(await text(leader, { question, format: 'jsonl' })).toBe('')
  const buffer = await file(leader, { question, format: 'parquet' })
  expect((await parquetMetadataAsync(bufferOf(buffer))).num_rows).toBe(0n)
})

test('Parquet has the kinds of its columns, and is read by other programs', async () => {
  const select = [
    'name',
    'arr',
    'tags',
    'employees',
    'renewal_date',
    'discount',
    'created_at',
    { relation: 'team', select: ['role'] },
  ]
  const buffer = bufferOf(
    await file(leader, { question: { from: 'account', select, order: [{ field: 'name' }] }, format: 'parquet' }),
  )
  const rows = await parquetReadObjects({ file: buffer })
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({
    name: 'Own',
    arr: 1_234.56,
    arr_currency: 'USD',
    tags: ['a', 'b'],
    employees: 7n,
    renewal_date: new Date('2027-01-31'),
    discount: 12.5,
    created_at: expect.any(Date),
    team: '[]',
  })
  expect(rows[0]).toMatchObject({ name: 'Not hers', arr: null, tags: null, employees: null, renewal_date: null })
  const teams = bufferOf(await file(leader, { question: { from: 'team', select: ['name'] }, format: 'parquet' }))
  expect(new Set((await parquetReadObjects({ file: teams })).map(({ name }) => name)).size).toBe(2_345)
})

const bufferOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer
