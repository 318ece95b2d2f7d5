// What the scorer knows of a comparison: the fields it tells levels of, first by codes alone, then by letters.

export type Comparison = {
  /** Fields that stand beside each other in the model; the first one's level is in the lowest bits. */
  readonly fields: readonly string[]
  /** Columns without which there is nothing to compare; left out where it can always be. */
  readonly reads?: readonly string[]
  /**
   * The packed levels where codes alone settle them; else the bitwise complement of the best levels that letters could still
   * bring, so that a pair without hope is left before its letters are read.
   */
  quick(a: number, b: number): number
  /**
   * The same for several pairs. Every comparison writes this loop itself: what is then called in it is always one function, which the
   * engine takes into the loop, and a pair costs a third.
   */
  quickAll(ones: Int32Array, others: Int32Array, count: number, into: Int32Array): void
  /** The packed levels. */
  full(a: number, b: number): number
  /** Bits that the rarity of the agreeing value adds or takes; asked with the packed levels of the pair. */
  rarity?(levels: number, a: number, b: number): number
}

/** Whether any record has something in a column of numbers. */
export type IsHeld = (column: string) => boolean

/**
 * Keeps the last answers for pairs of codes: in a block the same two names meet again and again. It begins small, since at entry a
 * record meets a handful of others only.
 */
export function remembered(
  compare: (a: number, b: number) => number,
  slots = 1 << 14,
): (a: number, b: number) => number {
  let size = Math.min(slots, fewSlots)
  let [left, right, answers] = [new Int32Array(size), new Int32Array(size), new Int8Array(size)]
  let asked = 0
  return (a, b) => {
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0
    const at = (slot ^ (slot >>> 15)) & (size - 1)
    if (left[at] === a && right[at] === b) return answers[at] as number // within the slots
    const answer = compare(a, b)
    asked += 1
    if (asked > size && size < slots) {
      size = slots
      left = new Int32Array(size)
      right = new Int32Array(size)
      answers = new Int8Array(size)
      return answer
    }
    left[at] = a
    right[at] = b
    answers[at] = answer
    return answer
  }
}

const fewSlots = 64
