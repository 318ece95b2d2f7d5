// How often the same words have come, for files of any length: words are remembered by 52 bits of their hash, in a table that takes
// the same room for a hundred thousand rows as for a million.
import { hash } from 'node:crypto'

const fewest = 1 << 21

/** Gives a function that answers for the how-manieth time it is given these words. */
export function countWords(): (words: string) => number {
  const first = new Map<string, number>()
  let table: HashTable | null = null
  return (words) => {
    if (!table && first.size < 20_000) {
      const times = (first.get(words) ?? 0) + 1
      first.set(words, times)
      return times
    }
    if (!table) {
      table = new HashTable(fewest)
      for (const [word, times] of first) table.put(hashOf(word), times)
      first.clear()
    }
    if (table.isFull) table = table.grown()
    return table.add(hashOf(words))
  }
}

/** 52 bits: whole numbers of a double, none of them 0. */
const hashOf = (words: string): number => Number.parseInt(hash('md5', words).slice(0, 13), 16) || 1

/** Open addressing; 0 marks a free slot. */
class HashTable {
  readonly #keys: Float64Array
  readonly #times: Uint32Array
  #size = 0

  constructor(slots: number) {
    this.#keys = new Float64Array(slots)
    this.#times = new Uint32Array(slots)
  }

  get isFull(): boolean {
    return this.#size * 3 > this.#keys.length * 2
  }

  add(key: number): number {
    const at = this.#slotOf(key)
    this.#times[at] = (this.#times[at] ?? 0) + 1
    return this.#times[at]
  }

  put(key: number, times: number): void {
    this.#times[this.#slotOf(key)] = times
  }

  grown(): HashTable {
    const larger = new HashTable(this.#keys.length * 2)
    for (const [at, key] of this.#keys.entries()) if (key !== 0) larger.put(key, this.#times[at] ?? 0)
    return larger
  }

  #slotOf(key: number): number {
    const slots = this.#keys.length
    let at = key % slots
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) % slots
    if (this.#keys[at] === 0) {
      this.#keys[at] = key
      this.#size += 1
    }
    return at
  }
}
