import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { titledObjects } from '../matching/index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const job = () => ({
  kind: 'job' as const,
  workspace: world.workspace.id,
  id: 'look-alike-keys',
  via: 'job' as const,
  because: 'a test',
})
const keys = async () =>
  (
    await world.owner.query(`select record_id, number::text as key from records.match_key
      union all select record_id, list || ' ' || key from records.search_key order by 1, 2`)
  ).rows

test('a record written before there were keys for likeness is found by them once they are filled in, and is not changed', async () => {
  const nora = { name: 'Nora Weber', email: 'nora.weber@linden.example', phone: '+493012345678' }
  const create = (values: Record<string, unknown>) =>
    world.records.change(world.operator, 'contact', [{ verb: 'create', values }])
  const others = Array.from({ length: 600 }, (_, i) => ({ name: `Somebody ${i}`, email: `s${i}@linden.example` }))
  const id = idOf((await create(nora)).results[0])
  await world.records.change(
    world.operator,
    'contact',
    others.map((values) => ({ verb: 'create', values, allowDuplicate: true })),
  )
  const before = await keys()
  await world.owner.query('delete from records.match_key where key is null')
  await world.owner.query('delete from records.search_key')
  const again = { ...nora, name: 'Weber, Nora', email: 'n.weber@other.example' }

  expect(await world.records.fillKeys(job(), 'contact', { most: 100 })).toBe(500) // a page at least
  expect(await world.records.fillKeys(job(), 'contact')).toBe(101)
  expect(await keys()).toEqual(before)
  expect(await world.records.fillKeys(job(), 'contact')).toBe(0)
  expect((await create(again)).results[0]).toMatchObject({ outcome: 'possible_duplicate', candidates: [{ id }] })
  const [record] = await world.ask({ from: 'contact', where: { field: 'id', op: 'is', value: id } })
  expect(record).toMatchObject({ version: 1 })
})

test('records of any object that is looked for by words get the words’ keys, those that have keys for likeness too', async () => {
  const account = idOf(
    (await world.records.change(world.operator, 'account', [{ verb: 'create', values: { name: 'Larkspur Boats' } }]))
      .results[0],
  )
  await world.records.change(world.operator, 'ticket', [
    { verb: 'create', values: { account, subject: 'Mooring alarm' } },
  ])
  const before = await keys()
  await world.owner.query('delete from records.search_key')

  for (const object of titledObjects) await world.records.fillKeys(job(), object)
  expect(await keys()).toEqual(before)
})

test('who is no program fills no keys', async () => {
  const admin = await world.person('admin')
  await expect(world.records.fillKeys(admin, 'contact')).rejects.toMatchObject({ code: 'not_allowed' })
})
