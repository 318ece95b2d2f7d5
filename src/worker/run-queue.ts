import { setTimeout as pause } from 'node:timers/promises'
import { type Runner, run } from 'graphile-worker'
import { queueOptions } from './queue.ts'
import type { Reaction, Working } from './reactions.ts'

const restartAfterMs = 1_000

/** Runs jobs until it is stopped. The library gives up when the database goes away; this starts it again until it is back. */
export async function runQueue(
  working: Working,
  reactions: readonly Reaction[],
  concurrency: number,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const start = () => run(queueOptions(working, reactions, concurrency))
  let runner: Runner | null = await start()
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
      runner = null
      await pause(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => {}) // woken to stop
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await runner?.stop().catch(() => {}) // it had stopped by itself
      await ended
    },
  }
}
