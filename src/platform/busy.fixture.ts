// A process that makes much and keeps a little of it for a while, as an import does; then it is calm. Says in megabytes what it took.
import { setTimeout as sleep } from 'node:timers/promises'
import { getHeapSpaceStatistics } from 'node:v8'
import { silentLog } from './log.ts'
import { giveBackMemory } from './memory.ts'
import { sparingly } from './sparing.ts'

const rounds = 60
const kept: object[] = []
/** Seen round by round once the work was under way. */
const seen = { young: [] as number[], heap: [] as number[] }

async function work(): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < 40_000; n += 1) kept.push({ round, n, text: `row ${n} of ${round}`, cells: [n, round] })
    if (kept.length > 160_000) kept.splice(0, 80_000)
    await sleep(5) // as waiting for the database does
    if (round < rounds / 2) continue
    seen.heap.push(process.memoryUsage().heapTotal)
    seen.young.push(young())
  }
}

const young = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0

/** What it is at most times: for a moment V8 takes more than its limit, when a collection finds no other place for what outlives it. */
const usually = (sizes: number[]): number => sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0

await (process.argv[2] === 'sparingly' ? sparingly(work) : work())
const heap = Math.max(...seen.heap)
const held = process.memoryUsage.rss()
kept.length = 0
const giving = giveBackMemory({ log: silentLog, everyMs: 150 })
for (let i = 0; i < 40 && held - process.memoryUsage.rss() < heap / 2; i += 1) await sleep(50)
await giving.stop()
console.log(JSON.stringify({ young: usually(seen.young), heap, held, heldLater: process.memoryUsage.rss() }))
