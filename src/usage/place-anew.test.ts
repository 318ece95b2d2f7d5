// Usage goes with a merge and comes back with its end, by what happened under whose name.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { openSecret, silentLog } from '../platform/index.ts'
import { settle, type Working } from '../worker/index.ts'
import { keepEvents, workOutDays } from './index.ts'

let world: World
let working: Working
beforeAll(async () => {
  world = await openWorld()
  const secret = openSecret({ folder: '', given: testSecret })
  working = { ...world, log: silentLog, secret, ownerUrl: world.url }
})
afterAll(() => world.close())

test('the people of two accounts that are one are counted once, and apart again when they are two', async () => {
  const account = async (localId: string) => {
    const source = { system: 'product' as const, localId }
    const { results } = await world.records.change(world.operator, 'account', [
      { verb: 'upsert', source, values: { name: `Used ${localId}` } },
    ])
    return idOf(results[0])
  }
  const [a, b] = [await account('g-1'), await account('g-2')]
  const used = (group: string, users: readonly string[], day: string) =>
    keepEvents(
      { pool: world.app, records: world.records },
      world.operator,
      users.map((userId) => ({
        type: 'track',
        event: 'Report Opened',
        userId,
        context: { groupId: group },
        messageId: `${group} ${userId} ${day}`,
        timestamp: `${day}T09:00:00.000Z`,
      })),
    )
  await used('g-1', ['u1', 'u2'], '2026-11-02')
  await used('g-2', ['u2', 'u3', 'u4'], '2026-11-02')
  await used('g-2', ['u3'], '2026-11-03')
  await workOutDays({ pool: world.app, records: world.records }, world.operator, {
    from: '2026-11-02',
    to: '2026-11-03',
  })
  const counted = async () =>
    (
      await world.ask({
        from: 'usage_day',
        select: ['account', 'daily_active', 'actions'],
        where: { field: 'day', op: 'is', value: '2026-11-02' },
      })
    )
      .map(({ account, daily_active, actions }) => [account, daily_active, actions])
      .sort()
  const apart = [
    [a, 2, 2],
    [b, 3, 3],
  ].sort()
  expect(await counted()).toEqual(apart)
  const { act } = await world.records.merge(world.operator, 'account', { ids: [a, b], because: 'one' })
  await settle(working, world.workspace.id)
  expect(await counted()).toEqual([[[a, b].sort()[0], 4, 5]])
  await used('g-2', ['u5'], '2026-11-02')
  await world.records.unmerge(world.operator, { act })
  await settle(working, world.workspace.id)
  expect(await counted()).toEqual(
    [
      [a, 2, 2],
      [b, 4, 4],
    ].sort(),
  )
  // The day after only the other was at work; what looks back on it is its own.
  const next = {
    from: 'usage_day',
    select: ['account', 'weekly_active', 'actions'],
    where: { field: 'day', op: 'is', value: '2026-11-03' },
  }
  expect((await world.ask(next)).find((each) => each['account'] === a)).toMatchObject({ weekly_active: 2, actions: 0 })
})
