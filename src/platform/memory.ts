// Memory that starting, or a busy hour, leaves behind. V8 keeps a heap as large as it ever had to be, a hundred MB and more, and
// gives it back to a collection of the last resort alone. That holds everything up for some tens of milliseconds, and throws away compiled
// code too, which makes the next thousand requests half as dear again: so it waits for calm that lasts.
import { collect } from './collect.ts'
import type { Log } from './log.ts'
import { type Repeated, repeat } from './repeat.ts'

/** Calm is where less of a processor was used since the last look. */
const calmShare = 0.1
/** How long it has to be calm. What starting left behind goes at the first look: its code is not needed again. */
const calmMs = 30_000
/** What has to have gathered since the last time. */
const worthwhile = 48 * 1024 * 1024

/** Gives memory back in calm moments, until it is stopped. */
export function giveBackMemory({ log, everyMs = 2_000 }: { log: Log; everyMs?: number }): Repeated {
  const look = memoryKeeper(thisProcess())
  return repeat({ name: 'giving memory back', everyMs, work: async () => look(), log })
}

/** A process as it is seen here. */
export type Process = {
  nowMs(): number
  /** Milliseconds it has computed since it began. */
  computedMs(): number
  /** Bytes it holds. */
  held(): number
  /** A collection of the last resort. */
  collect(): void
}

/** To be called now and then. */
export function memoryKeeper(process: Process): () => void {
  let before = { at: process.nowMs(), computed: process.computedMs() }
  let [kept, calm, wanted] = [0, 0, 0]
  return () => {
    const now = { at: process.nowMs(), computed: process.computedMs() }
    const passed = now.at - before.at
    const isCalm = now.computed - before.computed <= calmShare * passed
    before = now
    calm = isCalm ? calm + passed : 0
    if (!isCalm || calm < wanted || process.held() - kept < worthwhile) return
    process.collect()
    kept = process.held()
    wanted = calmMs
  }
}

const thisProcess = (): Process => ({
  nowMs: () => performance.now(),
  computedMs() {
    const { user, system } = process.cpuUsage() // microseconds
    return (user + system) / 1_000
  },
  held: () => process.memoryUsage.rss(),
  collect: () => collect('last-resort'),
})
