// Likeness of two words as bytes in a pool: no strings are made, no memory is taken, so that millions of pairs a second go through.
import type { Texts } from '../columns.ts'

/** Letters of a text that are compared. */
export const longest = 255
const matchedA = new Uint8Array(longest)
const matchedB = new Uint8Array(longest)
const rowOne = new Uint16Array(longest + 1)
const rowTwo = new Uint16Array(longest + 1)
const rowThree = new Uint16Array(longest + 1)
const letters = new Int8Array(256)

/** Jaro–Winkler from 0 to 1, with up to four letters of common start counting extra. */
export function jaroWinkler(texts: Texts, a: number, b: number): number {
  const { starts, bytes } = texts
  // Codes come from these texts, so that both have a start and an end.
  const [fromA, fromB] = [starts[a] as number, starts[b] as number]
  const lengthA = Math.min((starts[a + 1] as number) - fromA, longest)
  const lengthB = Math.min((starts[b + 1] as number) - fromB, longest)
  if (lengthA === 0 || lengthB === 0) return 0
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  matchedA.fill(0, 0, lengthA)
  matchedB.fill(0, 0, lengthB)
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const letter = bytes[fromA + i]
    const end = Math.min(i + reach + 1, lengthB)
    for (let j = i > reach ? i - reach : 0; j < end; j++)
      if (!matchedB[j] && bytes[fromB + j] === letter) {
        matchedA[i] = 1
        matchedB[j] = 1
        matches++
        break
      }
  }
  if (matches === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < lengthA; i++) {
    if (!matchedA[i]) continue
    while (!matchedB[j]) j++
    if (bytes[fromA + i] !== bytes[fromB + j]) moved++
    j++
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - moved / 2) / matches) / 3
  let common = 0
  while (common < 4 && common < lengthA && common < lengthB && bytes[fromA + common] === bytes[fromB + common]) common++
  return jaro + common * 0.1 * (1 - jaro)
}

/** How many letters at least are in one of the texts and not in the other, each counted up to twice. */
export const lettersApart = ({ letters, twice }: Texts, a: number, b: number): number =>
  bitsIn((letters[a] as number) ^ (letters[b] as number), (twice[a] as number) ^ (twice[b] as number)) // codes come from these texts

/** How many bits are set in two numbers. */
export function bitsIn(one: number, other: number): number {
  const pairs = one - ((one >>> 1) & 0x55555555)
  const otherPairs = other - ((other >>> 1) & 0x55555555)
  const fours =
    (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333) + (otherPairs & 0x33333333) + ((otherPairs >>> 2) & 0x33333333)
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}

/** False where `editDistance` is above the limit for certain: one slip takes a letter away and brings another at most. */
export const mayBeWithin = (texts: Texts, a: number, b: number, limit: number): boolean =>
  Math.abs(lengthOf(texts, a) - lengthOf(texts, b)) <= limit && lettersApart(texts, a, b) <= 2 * limit

/** Letters to add, drop, change or swap with a neighbour; `limit + 1` where it takes more than `limit`. */
export function editDistance(texts: Texts, a: number, b: number, limit: number): number {
  const { starts, bytes } = texts
  let [fromA, fromB] = [starts[a] as number, starts[b] as number] // codes come from these texts
  let lengthA = Math.min((starts[a + 1] as number) - fromA, longest)
  let lengthB = Math.min((starts[b + 1] as number) - fromB, longest)
  if (Math.abs(lengthA - lengthB) > limit) return limit + 1
  while (lengthA > 0 && lengthB > 0 && bytes[fromA + lengthA - 1] === bytes[fromB + lengthB - 1]) {
    lengthA--
    lengthB--
  }
  while (lengthA > 0 && lengthB > 0 && bytes[fromA] === bytes[fromB]) {
    fromA++
    fromB++
    lengthA--
    lengthB--
  }
  if (lengthA === 0 || lengthB === 0) return Math.min(lengthA + lengthB, limit + 1)
  const apart =
    lengthA <= 32
      ? slipsInBits(bytes, fromA, lengthA, fromB, lengthB)
      : slipsInRows(bytes, fromA, lengthA, fromB, lengthB)
  return Math.min(apart, limit + 1)
}

/** A whole column of the table at once, a bit a letter: Hyyrö's form of Myers' algorithm, with swapped neighbours (2003). */
function slipsInBits(bytes: Uint8Array, fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  for (let i = 0; i < lengthA; i++) {
    const letter = bytes[fromA + i] as number // within the pool, as all of these are
    placesOf[letter] = (placesOf[letter] as number) | (1 << i)
  }
  const last = 1 << (lengthA - 1)
  let [higher, lower, diagonal, before, apart] = [-1, 0, 0, 0, lengthA]
  for (let j = 0; j < lengthB; j++) {
    const places = placesOf[bytes[fromB + j] as number] as number
    const swapped = ((~diagonal & places) << 1) & before
    diagonal = ((((places & higher) + higher) | 0) ^ higher) | places | lower | swapped
    let right = lower | ~(diagonal | higher)
    let left = diagonal & higher
    if ((right & last) !== 0) apart++
    if ((left & last) !== 0) apart--
    right = (right << 1) | 1
    left <<= 1
    higher = left | ~(diagonal | right)
    lower = right & diagonal
    before = places
  }
  for (let i = 0; i < lengthA; i++) placesOf[bytes[fromA + i] as number] = 0
  return apart
}

const placesOf = new Int32Array(256) // empty between two calls

function slipsInRows(bytes: Uint8Array, fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  let [older, previous, row] = [rowOne, rowTwo, rowThree]
  for (let j = 0; j <= lengthB; j++) previous[j] = j
  for (let i = 1; i <= lengthA; i++) {
    row[0] = i
    const letter = bytes[fromA + i - 1]
    for (let j = 1; j <= lengthB; j++) {
      const other = bytes[fromB + j - 1]
      // The rows are filled up to j in this and the two rounds before.
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1)
      if ((previous[j] as number) + 1 < cost) cost = (previous[j] as number) + 1
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1
      if (i > 1 && j > 1 && letter === bytes[fromB + j - 2] && other === bytes[fromA + i - 2]) {
        const swapped = (older[j - 2] as number) + 1
        if (swapped < cost) cost = swapped
      }
      row[j] = cost
    }
    const freed = older
    older = previous
    previous = row
    row = freed
  }
  return previous[lengthB] as number
}

/** How many of both words' letters they have in common, whatever their order, from 0 to 1: what shaken letters leave. */
export function commonLetters(texts: Texts, a: number, b: number): number {
  const { starts, bytes } = texts
  const [fromA, toA, fromB, toB] = [starts[a], starts[a + 1], starts[b], starts[b + 1]] as [
    number,
    number,
    number,
    number,
  ]
  for (let i = fromA; i < toA; i++) letters[bytes[i] as number] = (letters[bytes[i] as number] as number) + 1
  let common = 0
  for (let j = fromB; j < toB; j++) {
    const letter = bytes[j] as number // within the pool
    if ((letters[letter] as number) > 0) {
      letters[letter] = (letters[letter] as number) - 1
      common++
    }
  }
  for (let i = fromA; i < toA; i++) letters[bytes[i] as number] = 0
  const total = toA - fromA + (toB - fromB)
  return total === 0 ? 0 : (2 * common) / total
}

export const lengthOf = (texts: Texts, code: number): number =>
  (texts.starts[code + 1] as number) - (texts.starts[code] as number) // codes come from these texts

export const textOf = (texts: Texts, code: number): string =>
  code === 0 ? '' : decoder.decode(texts.bytes.slice(texts.starts[code], texts.starts[code + 1]))

const decoder = new TextDecoder()
