// Counts of values in bounded room: the frequent ones are kept by name (Misra and Gries), the number of different ones is worked out
// from the smallest of their hashes. Both are exact for columns with few different values.
import { hash } from 'node:crypto'

const mostNames = 1_000
const mostHashes = 1_024
const longest = 200

export type Tally = {
  add(value: string): void
  top(n: number): { value: string; count: number }[]
  distinct(): { distinct: number; isExact: boolean }
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  const smallest = new Set<number>()
  let largest = Number.POSITIVE_INFINITY
  let isExact = true
  const count = (value: string) => {
    const known = counts.get(value)
    if (known !== undefined) counts.set(value, known + 1)
    else if (counts.size < mostNames) counts.set(value, 1)
    else {
      isExact = false
      for (const [name, times] of counts) times === 1 ? counts.delete(name) : counts.set(name, times - 1)
    }
  }
  return {
    add(value) {
      // A copy, so that the piece of the file that it was cut from can go.
      const name = Buffer.from(value.slice(0, longest)).toString()
      const isNew = !counts.has(name)
      count(name)
      if (!isNew) return
      const hashed = Number.parseInt(hash('md5', name).slice(0, 12), 16) / 2 ** 48
      if (smallest.size >= mostHashes && hashed >= largest) return
      smallest.add(hashed)
      if (smallest.size > mostHashes) smallest.delete(Math.max(...smallest))
      if (smallest.size >= mostHashes) largest = Math.max(...smallest)
    },
    top: (n) =>
      [...counts]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, n)
        .map(([value, times]) => ({ value, count: times })),
    distinct: () =>
      isExact
        ? { distinct: counts.size, isExact }
        : { distinct: Math.round((smallest.size - 1) / Math.max(...smallest)), isExact },
  }
}
