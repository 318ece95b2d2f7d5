// Chance that repeats: a stream is found by a seed and a path of names, so that account 71,204 can be made without the 71,203
// before it, and what one part draws never shifts another.

export type Random = {
  /** In [0, 1). */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  /** Like pick, by weight. */
  weighted<T>(from: readonly [readonly [T, number], ...(readonly [T, number])[]]): T
  /** Up to `count` of them, each once, in their own order. */
  some<T>(from: readonly T[], count: number): T[]
  /** Roughly normal: the sum of three draws, so never more than three spreads away. */
  around(mean: number, spread: number): number
}

/** The stream at `path` under `seed`: always the same numbers. The generator is sfc32, which passes PractRand. */
export function randomAt(seed: number, ...path: readonly (string | number)[]): Random {
  const next = sfc32(hash(`${seed}/${path.join('/')}`))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return from[0][0]
    },
    some(from, count) {
      let wanted = Math.min(count, from.length)
      return from.filter((_, at) => {
        const isTaken = next() * (from.length - at) < wanted
        if (isTaken) wanted--
        return isTaken
      })
    },
    around: (mean, spread) => mean + spread * 2 * (next() + next() + next() - 1.5),
  }
}

function sfc32([first, second, third]: readonly [number, number, number]): () => number {
  let [a, b, c, count] = [first, second, third, 1]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

/** Three words from a text; murmur's finisher spreads each bit over all of them. */
function hash(text: string): [number, number, number] {
  let state = 2_166_136_261
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16_777_619)
  const word = (salt: number) => {
    let mixed = Math.imul(state ^ salt ^ ((state ^ salt) >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  return [word(0x9e3779b9), word(0x7f4a7c15), word(0x3c6ef372)]
}
