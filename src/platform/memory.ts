// Memory that starting, or a busy hour, leaves behind. V8 keeps a young generation as large as it ever had to be, 64 MB and more, and
// gives it back to a collection of the last resort alone. That holds everything up for some tens of milliseconds, so it waits for calm.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Log } from './log.ts'
import { type Repeated, repeat } from './repeat.ts'

const everyMs = 2_000
/** Calm is where less of a processor was used since the last look. */
const calmShare = 0.1
/** What has to have gathered since the last time. */
const worthwhile = 48 * 1024 * 1024

/** Gives memory back in calm moments, until it is stopped. */
export function giveBackMemory({ log }: { log: Log }): Repeated {
  const collect = collector()
  let before = { at: performance.now(), cpu: process.cpuUsage() }
  let kept = 0
  return repeat({
    name: 'giving memory back',
    everyMs,
    async work() {
      const now = { at: performance.now(), cpu: process.cpuUsage() }
      const { user, system } = process.cpuUsage(before.cpu) // microseconds
      const share = (user + system) / 1_000 / (now.at - before.at)
      before = now
      if (share > calmShare || process.memoryUsage.rss() - kept < worthwhile) return
      collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
      kept = process.memoryUsage.rss()
    },
    log,
  })
}

function collector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as NodeJS.GCFunction // what the flag exposes
}
