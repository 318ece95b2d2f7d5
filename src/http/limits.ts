// Token buckets in memory: so many requests at once, refilled evenly. Those untouched longest are forgotten first.
import { type Clock, Failure } from '../platform/index.ts'
import type { Rate } from './options.ts'

type Bucket = { tokens: number; at: number }
export type Limit = {
  /** Takes one; throws `too_many_requests` where there is none. */
  take(key: string): void
}

const mostKept = 50_000

export function createLimit({ burst, perMs }: Rate, clock: Clock): Limit {
  const buckets = new Map<string, Bucket>()
  return {
    take(key) {
      const now = clock().getTime()
      const bucket = buckets.get(key)
      if (!bucket) {
        if (buckets.size >= mostKept) buckets.delete(buckets.keys().next().value ?? key)
        buckets.set(key, { tokens: burst - 1, at: now })
        return
      }
      bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * burst) / perMs)
      bucket.at = now
      if (bucket.tokens < 1) {
        const seconds = Math.max(1, Math.ceil(((1 - bucket.tokens) * perMs) / burst / 1_000))
        throw new Failure('too_many_requests', { seconds })
      }
      bucket.tokens -= 1
    },
  }
}

export const unlimited: Limit = { take() {} }
