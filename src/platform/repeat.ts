import type { Log } from './log.ts'

export type Repeated = { stop(): Promise<void> }

/**
 * Does `work` again and again, a pause after each end; never two at once. A failure is logged and the next turn tries again.
 * `stop` waits for the turn under way.
 */
export function repeat({
  name,
  everyMs,
  work,
  log,
}: {
  name: string
  everyMs: number
  work: () => Promise<unknown>
  log: Log
}): Repeated {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  const ended = (async () => {
    while (!isStopped) {
      await takeTurn()
      if (isStopped) return
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, everyMs)
      })
    }
  })()
  async function takeTurn(): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, `${name} failed, and tries again`)
    }
  }
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      wake()
      await ended
    },
  }
}
