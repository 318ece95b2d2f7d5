import { setTimeout as pause } from 'node:timers/promises'
import { type Runner, run } from 'graphile-worker'
import { repeat } from '../platform/index.ts'
import { freeAbandoned, vouchForRunners } from './abandoned.ts'
import { queueOptions } from './queue.ts'
import type { Reaction, Working } from './reactions.ts'

const restartAfterMs = 1_000
const freeEveryMs = 2_000
/** So many failures to ask for a job, one after the other, and the queue is started again. It asks every 200 ms. */
const mostFailures = 20

/** Runs jobs until it is stopped. The library gives up when the database goes away; this starts it again until it is back. */
export async function runQueue(
  working: Working,
  reactions: readonly Reaction[],
  concurrency: number,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const vouching = vouchForRunners(working)
  const start = () => run(queueOptions(working, { reactions, events: vouching.events, concurrency }))
  let runner: Runner | null = await start()
  let failed = 0
  vouching.events.on('worker:getJob:error', () => {
    failed += 1
    if (failed % mostFailures === 0) runner?.stop().catch(() => {}) // the library keeps the failure of its first question for good
  })
  for (const asked of ['worker:getJob:empty', 'job:start'] as const)
    vouching.events.on(asked, () => {
      failed = 0
    })
  const freeing = repeat({
    name: 'freeing abandoned jobs',
    everyMs: freeEveryMs,
    work: () => freeAbandoned(working.system),
    log: working.log,
  })
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await start()
        await runner.promise
      } catch (error) {
        working.log.warn(
          { error: error instanceof Error ? error.message : error },
          'the job queue stopped, and starts again',
        )
      }
      await vouching.stop() // for a runner that is no more
      runner = null
      await pause(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => {}) // woken to stop
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await runner?.stop().catch(() => {}) // it had stopped by itself
      await ended
      await freeing.stop()
      await vouching.stop()
    },
  }
}
