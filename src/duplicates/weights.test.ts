import { afterAll, beforeAll, expect, test } from 'vitest'
import { population } from '../../bench/matching-people.ts'
import { openWorld, type World } from '../../test/harness/world.ts'
import { inOneTrip, speakIn, sql, statement } from '../platform/index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const { person } = population(1_600, 7)
  const changes = Array.from({ length: 1_600 }, (_, row) => {
    const { first_name, last_name, email, phone } = person(row)
    const values = { name: `${first_name} ${last_name}`, first_name, last_name, email, phone }
    return {
      verb: 'upsert' as const,
      source: { system: 'crm' as const, localId: `P-${row}` },
      values,
      allowDuplicate: true,
    }
  })
  const { results } = await world.records.change(world.operator, 'contact', changes)
  expect(results.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length).toBeGreaterThan(1_500)
}, 120_000)
afterAll(() => world.close())

test('what was learned is shown and kept with its verdict, and used only once an administrator says so', async () => {
  const { duplicates, operator } = world
  const [admin, csm] = [await world.person('admin'), await world.person('csm')]
  const seen = await duplicates.learn(operator, { object: 'contact', isPreview: true })
  expect(seen.lesson).toMatchObject({ refusedBecause: null })
  expect((await duplicates.weights(admin, 'contact')).lesson).toBeNull()

  const learned = await duplicates.learn(operator, { object: 'contact' })
  expect(learned).toMatchObject({ use: 'shipped', lesson: { refusedBecause: null, by: 'operator:operator' } })
  expect(learned.fields).toEqual(seen.fields)
  const family = learned.fields.find(({ field }) => field === 'family')?.levels.find(({ level }) => level === 'same')
  expect(family?.learned).toBeGreaterThan(family?.shipped ?? 0) // there are more surnames here than in the world

  await expect(duplicates.weights(csm, 'contact')).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(duplicates.setWeights(csm, 'contact', 'learned')).rejects.toMatchObject({ code: 'not_allowed' })
  await duplicates.find(operator, { object: 'contact', mergeFrom: null })
  const before = await queueOf()
  expect(await duplicates.setWeights(admin, 'contact', 'learned')).toMatchObject({ use: 'learned' })
  await duplicates.find(operator, { object: 'contact', mergeFrom: null })
  expect(await queueOf()).not.toEqual(before)
  expect(await duplicates.setWeights(admin, 'contact', 'shipped')).toMatchObject({ use: 'shipped' })
  await duplicates.setWeights(admin, 'contact', 'learned')
  expect(await duplicates.learn(operator, { object: 'contact' })).toMatchObject({ use: 'shipped' })
}, 60_000)

test('what a guard refused cannot be used, and says why', async () => {
  const admin = await world.person('admin')
  const learned = await world.duplicates.learn(world.operator, { object: 'account' })
  expect(learned.lesson?.refusedBecause).toMatch(/Too few records/)
  expect(learned.fields.every(({ levels }) => levels.every((level) => level.learned === null))).toBe(true)
  await expect(world.duplicates.setWeights(admin, 'account', 'learned')).rejects.toMatchObject({
    code: 'nothing_learned',
    details: { object: 'account', why: learned.lesson?.refusedBecause },
  })
  // It is told to whoever reads it, and what was kept in English alone as it is.
  const reread = async () => (await world.duplicates.weights(admin, 'account')).lesson?.refusedBecause
  expect(await speakIn('pt', reread)).toMatch(/muito poucos registros/)
  const { app, workspace } = world
  await inOneTrip(app, workspace.id, [
    statement(sql`update duplicates.lesson set refused_because = 'Too old.' where object = 'account'`),
  ])
  expect(await speakIn('pt', reread)).toBe('Too old.')
})

/** Pairs of the queue with what they weigh. */
const queueOf = async () => {
  const { pairs } = await world.duplicates.list(world.operator, { object: 'contact', limit: 200 })
  return new Map(pairs.map(({ a, b, bits }) => [`${a.id} ${b.id}`, bits]))
}
