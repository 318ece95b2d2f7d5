import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { memoryKeeper } from './memory.ts'

const mb = 1024 * 1024

test('what starting left behind is given back in the first calm moment, what has gathered later when it has been calm for half a minute', () => {
  const seen = { nowMs: 0, computedMs: 0, held: 300 * mb, collections: 0 }
  const look = memoryKeeper({
    nowMs: () => seen.nowMs,
    computedMs: () => seen.computedMs,
    held: () => seen.held,
    collect() {
      seen.collections += 1
      seen.held = 120 * mb
    },
  })
  const after = (computedMs: number, held = seen.held, passedMs = 2_000): number => {
    seen.nowMs += passedMs
    seen.computedMs += computedMs
    seen.held = held
    look()
    return seen.collections
  }
  expect(after(1_500), 'while it is busy').toBe(0)
  expect(after(201), 'a little more than a tenth of a processor').toBe(0)
  expect(after(20), 'calm').toBe(1)
  expect(after(20), 'calm, and nothing has gathered').toBe(1)
  expect(after(20, 160 * mb), 'too little').toBe(1)
  expect(after(1_500, 200 * mb), 'enough, and busy').toBe(1)
  expect(after(20), 'enough, and calm for a moment').toBe(1)
  expect(after(200, 200 * mb, 26_000), 'not yet for long').toBe(1)
  expect(after(1_500), 'busy again').toBe(1)
  expect(after(20, 200 * mb, 28_000), 'calm anew').toBe(1)
  expect(after(20), 'calm for half a minute').toBe(2)
  expect(after(20, 200 * mb), 'calm still, and as much gathered again').toBe(3)
})

const root = join(import.meta.dirname, '../..')
const fixture = fileURLToPath(new URL('./busy.fixture.ts', import.meta.url))

type Told = { young: number; heap: number; held: number; heldLater: number }

/** In a process of its own, begun as the program is: what is told of the heap is told of all that run in it. */
async function busy(how: 'sparingly' | 'as usual'): Promise<Told> {
  const { stdout } = await promisify(execFile)(process.execPath, [...(heapOptions ?? []), fixture, how])
  return JSON.parse(stdout) as Told // the fixture's only line
}

/** What `bin/holdfast`, by which every service is started, tells Node. */
const heapOptions = readFileSync(join(root, 'bin/holdfast'), 'utf8').match(
  /--(max-semi-space-size=\d+|heap-growing-percent=\d+|no-allocation-site-pretenuring)/g,
)

test('a busy process gives back what it took, and work that is done sparingly takes far less', async () => {
  expect(heapOptions).toHaveLength(3)
  const [usual, sparing] = await Promise.all([busy('as usual'), busy('sparingly')])
  expect(usual.held - usual.heldLater).toBeGreaterThan(60 * mb)
  for (const { young } of [usual, sparing]) expect(young, 'two halves').toBeLessThanOrEqual(32 * mb)
  expect(sparing.heap).toBeLessThan(0.75 * usual.heap)
})
