// Every holder looks after the server, since the one that started it may itself be gone.
import { setTimeout as sleep } from 'node:timers/promises'

export type Watch = {
  /** Look now: there is reason to think that the server ended. */
  nudge(): void
  /** Stops looking; waits for a restart that is under way. */
  stop(): Promise<void>
}

/**
 * Calls `restart` whenever the server is down; when that does not last, waits longer each time, up to `slowest`
 * (all in milliseconds).
 */
export function watch(o: {
  isUp: () => boolean
  restart: () => Promise<void>
  failed: (error: unknown) => void
  beat?: number
  slowest?: number
}): Watch {
  const { beat = 1_000, slowest = 5_000 } = o
  const stopping = new AbortController()
  let pause = beat
  let restarted = Number.NEGATIVE_INFINITY
  let waking = new AbortController()
  const ended = look()
  return {
    nudge: () => {
      if (pause === beat) waking.abort()
    },
    stop: () => {
      stopping.abort()
      waking.abort()
      return ended
    },
  }

  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      waking = new AbortController()
      await sleep(pause, undefined, { ref: false, signal: waking.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        if (o.isUp()) {
          pause = beat
          continue
        }
        // One that falls again at once has a reason that haste won't mend.
        const isFallingAgain = performance.now() - restarted < 5_000
        await o.restart()
        restarted = performance.now()
        pause = isFallingAgain ? Math.min(pause * 2, slowest) : beat
      } catch (error) {
        pause = Math.min(pause * 2, slowest)
        o.failed(error)
      }
    }
  }
}
