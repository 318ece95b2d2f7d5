// Walks the entries of a ledger forwards, head by head, holding a batch and the frontier but never the ledger.
import { append, emptyFrontier, type Frontier, rootOf } from './frontier.ts'
import type { Hash } from './hash.ts'

export type Entries = {
  /** Stops short where the entries end before `size`. */
  advanceTo(size: number): Promise<void>
  count(): number
  root(): Hash
  /** Reads on to the end and counts what no head seals. */
  countRest(): Promise<number>
  /** Lets the source go before its end, as a database cursor needs. */
  close(): Promise<void>
}

export function readEntries(leaves: Iterable<Hash> | AsyncIterable<Hash>): Entries {
  const source = Symbol.asyncIterator in leaves ? leaves[Symbol.asyncIterator]() : leaves[Symbol.iterator]()
  let frontier: Frontier = emptyFrontier

  async function take(most: number): Promise<Hash[]> {
    const taken: Hash[] = []
    while (taken.length < most) {
      const step = source.next()
      // Awaiting only what is a promise keeps a list in memory at the speed of its hashes.
      const { done, value } = 'then' in step ? await step : step
      if (done) break
      taken.push(value)
    }
    return taken
  }

  return {
    async advanceTo(size) {
      while (frontier.size < size) {
        const batch = await take(Math.min(BATCH, size - frontier.size))
        if (batch.length === 0) return
        frontier = append(frontier, batch)
      }
    },
    count: () => frontier.size,
    root: () => rootOf(frontier),
    async countRest() {
      let rest = 0
      for (let batch = await take(BATCH); batch.length > 0; batch = await take(BATCH)) rest += batch.length
      return rest
    },
    async close() {
      await source.return?.()
    },
  }
}

const BATCH = 4096
