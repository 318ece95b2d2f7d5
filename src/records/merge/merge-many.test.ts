// Merges that are done at once leave what they leave one by one, and come apart in the same way.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { leftBehind } from './left-behind.fixture.ts'

const because = 'they are one'

/** Two people, each told of by three systems, who know one another; what hangs on them is told of each. */
async function found(world: World): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  const make = async (label: string, object: string, values: Record<string, unknown>) => {
    world.clock.advance(1_000)
    ids[label] = await world.create(object, values)
    return ids[label]
  }
  const account = await make('account', 'account', { name: 'Linden Optics' })
  const user = await make('user', 'user', { name: 'Ana Ruiz', email: 'ana@vendor.example' })
  for (const who of ['nora', 'omar'])
    for (const i of [1, 2, 3]) {
      const email = `${who}.${i}@linden.example`
      const contact = await make(`${who} ${i}`, 'contact', { name: `${who} ${i}`, email, relationship_owner: user })
      await make(`${who} ${i} is at`, 'account_contact', { account, contact, is_primary: i === 1 })
      await make(`${who} ${i} asks`, 'ticket', { account, requester: contact, subject: email, status: 'open' })
    }
  for (const [i, j] of [
    [1, 2],
    [2, 1],
    [3, 3],
  ])
    await make(`${i} advises ${j}`, 'contact_connection', {
      account,
      contact: ids[`nora ${i}`],
      other: ids[`omar ${j}`],
      kind: 'advises',
    })
  const above = await make('above', 'contact', { name: 'Head' })
  for (const i of [1, 2]) await make(`pia ${i}`, 'contact', { name: `pia ${i}`, reports_to: above })
  return ids
}

let worlds: { world: World; ids: Record<string, string> }[]
beforeAll(async () => {
  worlds = await Promise.all(
    [1, 2].map(async () => {
      const world = await openWorld()
      return { world, ids: await found(world) }
    }),
  )
})
afterAll(() => Promise.all(worlds.map(({ world }) => world.close())))

const people = ['nora', 'omar', 'pia']
const orders = (ids: Record<string, string>) =>
  people.map(
    (who) =>
      ({ ids: Object.keys(ids).flatMap((label) => (label.match(`^${who} \\d$`) ? ids[label] : [])), because }) as {
        ids: string[]
        because: string
      },
  )

test('many at once are as one by one: records, ties, history and acts; and so they are apart again', async () => {
  const [one, other] = worlds
  if (!one || !other) throw new Error('There are two worlds.')
  for (const order of orders(one.ids)) await one.world.records.merge(one.world.operator, 'contact', order)
  const given = orders(other.ids)
  const left = await other.world.records.mergeMany(other.world.operator, 'contact', given)
  // Who stands under somebody is merged by itself.
  expect(left).toEqual([given[2]])
  for (const order of left) await other.world.records.merge(other.world.operator, 'contact', order)
  const merged = await leftBehind(other.world, other.ids)
  expect(merged).toEqual(await leftBehind(one.world, one.ids))
  expect(merged.acts).toHaveLength(3)
  // Five people, four ties to the company and two of three connections.
  expect(merged.records.filter(({ redirect }) => redirect !== null)).toHaveLength(11)
  for (const place of [1, 0, 2])
    for (const { world } of worlds) {
      const { rows } = await world.owner.query(`select id from ledger.act where kind = 'merge' order by id`)
      world.clock.advance(1_000)
      await world.records.unmerge(world.operator, { act: rows[place].id }, { answers: 'stay' })
    }
  expect(await leftBehind(other.world, other.ids)).toEqual(await leftBehind(one.world, one.ids))
  for (const { world } of worlds) expect((await world.records.check(world.operator)).findings).toEqual([])
})

test('where one is refused none is done, and one record is in one of them only', async () => {
  const [first] = worlds
  if (!first) throw new Error('There are two worlds.')
  const { world } = first
  const make = (name: string) => world.create('contact', { name })
  const [a, b, c, d] = [await make('a'), await make('b'), await make('c'), await make('d')]
  await world.records.change(world.operator, 'contact', [{ verb: 'delete', id: d }])
  const many = (...ids: string[][]) =>
    world.records.mergeMany(
      world.operator,
      'contact',
      ids.map((some) => ({ ids: some, because })),
    )
  await expect(many([a, b], [c, d])).rejects.toMatchObject({ code: 'record_unavailable' })
  await expect(many([a, b], [b, c])).rejects.toMatchObject({ code: 'nothing_to_merge' })
  expect([...(await world.records.follow(world.operator, 'contact', [a, b, c])).values()]).toEqual([a, b, c])
  const support = await world.person('support')
  await expect(world.records.mergeMany(support, 'contact', [{ ids: [a, b], because }])).rejects.toMatchObject({
    code: 'not_allowed',
  })
})
