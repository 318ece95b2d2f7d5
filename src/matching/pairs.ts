// Pairs that are compared together, in arrays that are filled again and again.

export type Pairs = {
  count: number
  ones: Int32Array
  others: Int32Array
  /** What speaks for the two being one. */
  bits: Float64Array
  /** The level of every field, packed; see `layoutOf`. */
  vectors: Int32Array
}

export const roomForPairs = (room: number): Pairs => ({
  count: 0,
  ones: new Int32Array(room),
  others: new Int32Array(room),
  bits: new Float64Array(room),
  vectors: new Int32Array(room),
})

/** Puts one pair in the place of another. */
export function movePair({ ones, others, bits, vectors }: Pairs, from: number, to: number): void {
  ones[to] = ones[from] as number // within the pairs
  others[to] = others[from] as number
  bits[to] = bits[from] as number
  vectors[to] = vectors[from] as number
}
