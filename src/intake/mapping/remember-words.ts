// Words remembered over files of any length: by 52 bits of their hash, each with a whole number, in a table that takes the same room
// for a hundred thousand rows as for a million.
import { hash } from 'node:crypto'

const fewest = 1 << 21
const mostByName = 20_000

export type Remembered = {
  /** The number that stands with the words, which is `next` of what stood there before (0 for nothing). */
  put(words: string, next: (before: number) => number): number
}

export function rememberWords(): Remembered {
  const byName = new Map<string, number>()
  let table: Table | null = null
  return {
    put(words, next) {
      if (!table && byName.size < mostByName) {
        const value = next(byName.get(words) ?? 0)
        byName.set(words, value)
        return value
      }
      if (!table) {
        table = openTable(fewest)
        for (const [word, value] of byName) table.put(hashOf(word), () => value)
        byName.clear()
      }
      if (table.isFull()) table = table.grown()
      return table.put(hashOf(words), next)
    },
  }
}

/** How often these words have come, this time included. */
export const countIn = (remembered: Remembered, words: string): number => remembered.put(words, (before) => before + 1)

/** 52 bits: whole numbers of a double, none of them 0. */
const hashOf = (words: string): number => Number.parseInt(hash('md5', words).slice(0, 13), 16) || 1

type Table = {
  isFull(): boolean
  put(key: number, next: (before: number) => number): number
  grown(): Table
}

/** Open addressing; 0 marks a free slot. */
function openTable(slots: number): Table {
  const keys = new Float64Array(slots)
  const values = new Uint32Array(slots)
  let size = 0
  const put = (key: number, next: (before: number) => number): number => {
    let at = key % slots
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) % slots
    if (keys[at] === 0) {
      keys[at] = key
      size += 1
    }
    const value = next(values[at] ?? 0)
    values[at] = value
    return value
  }
  return {
    put,
    isFull: () => size * 3 > slots * 2,
    grown() {
      const larger = openTable(slots * 2)
      for (const [at, key] of keys.entries()) if (key !== 0) larger.put(key, () => values[at] ?? 0)
      return larger
    },
  }
}
