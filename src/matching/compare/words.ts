import type { Lists, Texts } from '../columns.ts'
import { remembered } from './comparison.ts'
import { bitsIn, commonLetters, editDistance, jaroWinkler, lengthOf, mayBeWithin } from './strings.ts'

// Below these two words are different, unless they are within two slips or nicknames of each other.
const alike = 0.84
const sameLetters = 0.75
const mostSlips = 2

/**
 * How two words of a name agree: 7 equal, 5 a slip of the pen, 4 nicknames, 3 an initial, 2 alike, 1 different.
 * The numbers are the levels of a part of a name made of one word.
 */
export function compareWords(texts: Texts, classes: Lists): (a: number, b: number) => number {
  const facts = factsOf(texts, classes)
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
    const one = a << 2 // codes of these texts, each with four facts
    const other = b << 2
    if (((facts[one + 2] as number) & (facts[other + 2] as number)) !== 0) return false
    const shape = facts[one + 3] as number
    const otherShape = facts[other + 3] as number
    const lengths = ((shape & longWord) << 5) | (otherShape & longWord)
    const apart = bitsIn(
      (facts[one] as number) ^ (facts[other] as number),
      (facts[one + 1] as number) ^ (facts[other + 1] as number),
    )
    return (
      apart >= (farFrom[lengths] as number) &&
      (apart >= (farAlwaysFrom[lengths] as number) || shape >> 5 !== otherShape >> 5)
    )
  }
  return (a, b) => (a === b ? 7 : isFar(a, b) ? 1 : compare(a, b))
}

/** Of each word side by side: its letters, those it has twice, its classes as bits, its length (up to 31) below its first letter. */
function factsOf(texts: Texts, classes: Lists): Int32Array {
  const words = texts.starts.length - 1
  const classBits = bitsOf(classes, words)
  const facts = new Int32Array(words * 4)
  for (let word = 1; word < words; word++) {
    facts[word * 4] = texts.letters[word] as number // words of these texts
    facts[word * 4 + 1] = texts.twice[word] as number
    facts[word * 4 + 2] = classBits[word] as number
    facts[word * 4 + 3] = (firstLetter(texts, word) << 5) | Math.min(longWord, lengthOf(texts, word))
  }
  return facts
}

const longWord = 31 // five bits, which stand for all words as long or longer
const never = 255

/** For two lengths, from how many letters apart two words are far from each other whatever they are, or unless they start alike. */
const farAlwaysFrom = Uint8Array.from({ length: 1 << 10 }, (_, lengths) => leastApart(lengths, 0.4))
const farFrom = Uint8Array.from({ length: 1 << 10 }, (_, lengths) => leastApart(lengths, 0))

function leastApart(lengths: number, startCounts: number): number {
  const [lengthA, lengthB] = [lengths >> 5, lengths & longWord]
  if (lengthA <= 1 || lengthB <= 1 || lengthA === longWord || lengthB === longWord) return never
  if (lengthA < 4 && lengthB < 4) return never
  const total = lengthA + lengthB
  for (let apart = 2 * mostSlips + 1; apart <= total; apart++) {
    const common = Math.min(lengthA, lengthB, (total - apart) / 2)
    const jaro = (common / lengthA + common / lengthB + 1) / 3
    if (1 - apart / total < sameLetters && jaro + startCounts * (1 - jaro) < alike) return apart
  }
  return never
}

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
