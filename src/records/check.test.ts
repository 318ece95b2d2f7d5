import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldType, type ManifestField, manifest } from '../../dictionary/index.ts'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { contextOf } from './change/shape.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const check = () => world.records.check(world.operator)

test('records that were created, changed, imported, undone, deleted and restored are what their history says', async () => {
  let made = 0
  const someOf = new Map<string, string>()
  for (const object of manifest.objects.values()) {
    if (object.kind !== 'records') continue
    const sample = (field: ManifestField) =>
      field.to ? someOf.get(field.to) : fieldType(field).sample(() => 0.4, contextOf(field))
    const fields = [...object.fields.values()].filter((field) => !field.from && sample(field) !== undefined)
    const required = fields.filter((field) => field.required === true)
    // One at a time, so that rules between fields refuse few of the others.
    const changes = fields.map((field) => ({
      verb: 'create' as const,
      values: Object.fromEntries([...required, field].map((each) => [each.name, sample(each)])),
      allowDuplicate: true,
    }))
    const { results } = await world.records.change(world.operator, object.name, changes)
    const created = results.filter((result) => result.outcome === 'created')
    if (created[0]) someOf.set(object.name, idOf(created[0]))
    made += created.length
  }
  expect(made).toBeGreaterThan(100)
  const id = await world.create('account', { name: 'Checked', tags: ['a'], arr: { amount: 5, currency: 'USD' } })
  const { act } = await world.records.change(world.operator, 'account', [
    { verb: 'upsert', id, source: { system: 'crm', localId: 'c1' }, values: { tier: 'strategic', tags: ['b'] } },
  ])
  await world.records.undo(world.operator, act ?? '')
  await world.records.change(world.operator, 'account', [{ verb: 'delete', id }])
  await world.records.change(world.operator, 'account', [{ verb: 'restore', id }])
  const checked = await check()
  expect(checked.findings).toEqual([])
  expect(checked.records).toBe(made + 1)
})

test('a value that was changed behind the door is found, with its record and field', async () => {
  const id = await world.create('account', { name: 'Honest', arr: { amount: 100, currency: 'USD' } })
  await world.owner.query(`update customer.account set arr = 900, tags = '{x}', version = 7 where id = $1`, [id])
  expect((await check()).findings).toEqual([
    {
      code: 'record_differs_from_history',
      object: 'account',
      id,
      fields: expect.arrayContaining(['arr', 'tags', 'version']),
    },
  ])
  await world.owner.query(`update customer.account set arr = 100, tags = null, version = 1 where id = $1`, [id])
})

test('a record removed or made behind the door is found, and what still hangs on it', async () => {
  const { results } = await world.records.change(world.operator, 'task', [
    { verb: 'upsert', source: { system: 'crm', localId: 't1' }, values: { name: 'Gone', status: 'open' } },
  ])
  const id = idOf(results[0])
  await world.owner.query('delete from customer.task where id = $1', [id])
  await world.owner.query(
    `insert into customer.task (workspace_id, id, version, created_at, updated_at, name) values ($1, $1, 1, now(), now(), 'Made up')`,
    [world.workspace.id],
  )
  const { findings } = await check()
  expect(findings).toHaveLength(3)
  expect(findings).toEqual(
    expect.arrayContaining([
      { code: 'record_missing', object: 'task', id, fields: [] },
      { code: 'record_without_history', object: 'task', id: world.workspace.id, fields: [] },
      { code: 'source_without_record', object: 'task', id, fields: [] },
    ]),
  )
})

test('people can’t run the check', async () => {
  await expect(world.records.check(await world.person('admin'))).rejects.toMatchObject({ code: 'not_allowed' })
})
