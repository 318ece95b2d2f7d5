import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../../test/harness/world.ts'
import { keyNumber } from '../../matching/index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const create = async (object: string, values: Record<string, unknown>) =>
  idOf((await world.records.change(world.operator, object, [{ verb: 'create', values }])).results[0])

test('the number of a key is the one that the migration gave the keys that were there', async () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((each) => !each.includes('\0'))
  const keys = fc.sample(fc.tuple(letters, letters), { numRuns: 2_000, seed: 41 })
  const { rows } = await world.owner.query(
    `select (hashtextextended(('contact' || ' ' || k.kind || ' ' || k.key) collate "C", 0) & 9007199254740991)::text as number
     from unnest($1::text[], $2::text[]) with ordinality k(kind, key, n) order by n`,
    [keys.map(([kind]) => kind), keys.map(([, key]) => key)],
  )
  expect(keys.map(([kind, key]) => String(keyNumber('contact', kind, key)))).toEqual(rows.map(({ number }) => number))
})

/** As if another key of the record had the number of this one. */
const collide = (id: string, kind: string, key: string) =>
  world.owner.query(`update records.match_key set number = $2 where record_id = $1 and kind = 'email'`, [
    id,
    keyNumber('contact', kind, key),
  ])

test('a record whose key only has the same number is neither recognised nor matched nor found', async () => {
  const id = await create('contact', { name: 'Ida Fell', email: 'ida@fell.example' })
  await collide(id, 'email', 'otto@kern.example')

  const keys = [{ kind: 'email', key: 'otto@kern.example' }]
  expect(await world.records.recognise(world.operator, 'contact', keys)).toEqual(new Map())
  const looked = { text: 'otto@kern.example', objects: ['contact'], limit: 5 }
  expect(await world.records.lookFor(world.operator, looked)).toEqual([])
  const { results } = await world.records.change(world.operator, 'contact', [
    {
      verb: 'upsert',
      source: { system: 'crm', localId: 'o-1' },
      match: true,
      // By one name at two companies they would be one, if they were found by one key.
      values: { name: 'Ida Fell', email: 'otto@kern.example' },
    },
  ])
  expect(results).toMatchObject([{ outcome: 'created' }])
})

test('an address is found by its beginning, and whole where it came with a record that was merged', async () => {
  const stays = await create('contact', { name: 'Runa Holt', email: 'runa.holt@north.example' })
  const goes = await create('contact', { name: 'R. Holt', email: 'rholt@south.example' })
  const account = await create('account', { name: 'Northern Holt', domains: ['north.example'] })
  await world.records.merge(world.operator, 'contact', { ids: [stays, goes], because: 'they are one' })
  const found = async (text: string) =>
    (await world.records.lookFor(world.operator, { text, objects: ['contact', 'account'], limit: 5 })).map(
      ({ id }) => id,
    )

  const whose = (
    await world.ask({ from: 'contact', select: ['email'], where: { field: 'id', op: 'is', value: stays } })
  )[0]
  const other = whose?.['email'] === 'rholt@south.example' ? 'runa.holt@north.example' : 'rholt@south.example'
  expect(await found(String(whose?.['email']).slice(0, 9))).toEqual([stays])
  expect(await found(other)).toEqual([stays])
  expect(await found('north.ex')).toEqual([account])
})
