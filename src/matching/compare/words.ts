import type { Lists, Texts } from '../columns.ts'
import { remembered } from './comparison.ts'
import { commonLetters, editDistance, jaroWinkler, lengthOf, lengthsOf, lettersApart, mayBeWithin } from './strings.ts'

// Below these two words are different, unless they are within two slips or nicknames of each other.
const alike = 0.84
const sameLetters = 0.75
const mostSlips = 2

/**
 * How two words of a name agree: 7 equal, 5 a slip of the pen, 4 nicknames, 3 an initial, 2 alike, 1 different.
 * The numbers are the levels of a part of a name made of one word.
 */
export function compareWords(texts: Texts, classes: Lists): (a: number, b: number) => number {
  const lengths = lengthsOf(texts)
  const classBits = bitsOf(classes, lengths.length)
  const compare = remembered((a, b) => {
    const [lengthA, lengthB] = [lengthOf(texts, a), lengthOf(texts, b)]
    if (lengthA === 1 || lengthB === 1) return firstLetter(texts, a) === firstLetter(texts, b) ? 3 : 1
    const length = Math.max(lengthA, lengthB)
    const slips = length >= 8 ? mostSlips : 1
    if (length >= 4 && mayBeWithin(texts, a, b, slips) && editDistance(texts, a, b, slips) <= slips) return 5
    if (sharesClass(classes, a, b)) return 4
    const likeness = jaroWinkler(texts, a, b)
    if (likeness >= 0.92 && length >= 5) return 5
    if (length >= 5 && likeness >= alike) return 2
    if (length === 3 && editDistance(texts, a, b, 1) <= 1) return 2
    return length >= 4 && commonLetters(texts, a, b) >= sameLetters ? 2 : 1
  }, 1 << 15)

  /** Most pairs are of strangers, whose letters alone say so; that is quicker than to remember them. */
  const isFar = (a: number, b: number): boolean => {
    const lengthA = lengths[a] as number // codes of these texts
    const lengthB = lengths[b] as number
    if (lengthA === 1 || lengthB === 1 || (lengthA < 4 && lengthB < 4)) return false
    if (((classBits[a] as number) & (classBits[b] as number)) !== 0) return false
    const apart = lettersApart(texts, a, b)
    if (lengthA > longWord || lengthB > longWord || apart > longWord || apart <= 2 * mostSlips) return false
    const far = farness[(lengthA << 10) | (lengthB << 5) | apart]
    return far === farAlways || (far === farUnlessStart && firstLetter(texts, a) !== firstLetter(texts, b))
  }
  return (a, b) => (a === b ? 7 : isFar(a, b) ? 1 : compare(a, b))
}

const [farAlways, farUnlessStart] = [2, 1] as const
const longWord = 31 // five bits

/** For two lengths and so many letters apart: whether two words are far from each other, or are unless they start alike. */
const farness = Uint8Array.from({ length: 1 << 15 }, (_, index) => {
  const [lengthA, lengthB, apart] = [index >> 10, (index >> 5) & 31, index & 31]
  const total = lengthA + lengthB
  if (apart > total || 1 - apart / total >= sameLetters) return 0
  const common = Math.min(lengthA, lengthB, (total - apart) / 2)
  const jaro = (common / lengthA + common / lengthB + 1) / 3
  return jaro + 0.4 * (1 - jaro) < alike ? farAlways : jaro < alike ? farUnlessStart : 0
})

/** The classes of each word as bits: two words without a bit in common have no class in common. */
function bitsOf({ starts, items }: Lists, words: number): Int32Array {
  const bits = new Int32Array(words)
  for (let word = 1; word < words; word++)
    for (let i = starts[word] as number; i < (starts[word + 1] as number); i++)
      bits[word] = (bits[word] as number) | (1 << ((items[i] as number) & 31)) // within the lists
  return bits
}

const firstLetter = (texts: Texts, code: number): number => texts.bytes[texts.starts[code] as number] as number // code of these texts

function sharesClass({ starts, items }: Lists, a: number, b: number): boolean {
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i++)
    for (let j = starts[b] as number; j < (starts[b + 1] as number); j++) if (items[i] === items[j]) return true
  return false
}
