import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { until } from './testing.ts'
import { watch } from './watch.ts'

test('a restart that fails is tried again, each time a little later, and never after the watch was stopped', async () => {
  const tries: number[] = []
  const failures: unknown[] = []
  const watching = watch({
    isUp: () => false,
    restart: () => {
      tries.push(performance.now())
      return Promise.reject(new Error('no luck'))
    },
    failed: (error) => failures.push(error),
    beat: 5,
    slowest: 60,
  })
  await until(() => expect(tries.length).toBeGreaterThanOrEqual(5))
  await watching.stop()
  const tried = tries.length
  await sleep(100)
  expect(tries).toHaveLength(tried)
  expect(failures).toHaveLength(tried)
  const [first = 0, , , fourth = 0, fifth = 0] = tries
  expect(fourth - first).toBeGreaterThan(10)
  expect(fifth - fourth).toBeGreaterThan(55)
})

test('a nudge makes it look at once, and what is up is left alone', async () => {
  let isUp = true
  let restarts = 0
  const watching = watch({
    isUp: () => isUp,
    restart: async () => {
      restarts++
      isUp = true
    },
    failed: (error) => expect.unreachable(String(error)),
    beat: 60_000,
  })
  watching.nudge()
  await sleep(20)
  expect(restarts).toBe(0)
  isUp = false
  watching.nudge()
  await until(() => expect(restarts).toBe(1), 1_000)
  await watching.stop()
})
