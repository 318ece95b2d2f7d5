// The names of two companies. What counts is how much the words they share tell apart, not how many they are: "Vogelsang" says
// much, "international solutions group" says little, and each word's say is counted in the records themselves.
import { type Columns, codesOf, factsOf, listOf, textsIn } from '../columns.ts'
import { genericWords } from '../normalise/generic-words.ts'
import { type Comparison, remembered } from './comparison.ts'
import { editDistance, jaroWinkler, lengthOf, textOf } from './strings.ts'

const [absent, different, weak, brand, contained, near, joined, same] = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** The say of a word that nothing is known of, and of one that half of all companies use. */
const [usualSay, genericSay] = [11, 4]

export function compareCompanyNames(columns: Columns): Comparison {
  const name = codesOf(columns, 'name')
  const [names, nameWords, labels] = [
    listOf(columns, 'names'),
    listOf(columns, 'name_words'),
    listOf(columns, 'labels'),
  ]
  const nameJoined = factsOf(columns, 'name_joined')
  const joinedTexts = textsIn(columns, 'joined')
  const words = textsIn(columns, 'word')
  const say = saysOfWords(columns)
  const isGeneric = Uint8Array.from(say, (_, word) => (genericWords.has(textOf(words, word)) ? 1 : 0))
  const left = { one: 0, other: 0, areGeneric: true }
  const compareNames = remembered(compareTwo, 1 << 15)

  const quick = (a: number, b: number): number => {
    const [one, other] = [name[a] as number, name[b] as number] // rows of these columns
    if (one === 0 || other === 0) return ~joined
    return one === other ? same : ~same
  }
  return {
    fields: ['name'],
    quick,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = quick(ones[i] as number, others[i] as number)
    },
    full(a, b) {
      return best(a, b).level
    },
    rarity(levels, a, b) {
      if (levels < contained) return 0
      const found =
        levels === same && name[a] === name[b] ? { one: name[a] as number, other: name[b] as number } : best(a, b)
      return surplus(levels, saidBy(levels, found.one, found.other))
    },
  }

  /** The best agreement of any name of one with any name of the other, or with the word before its domain's ending. */
  function best(a: number, b: number): { level: number; one: number; other: number } {
    let found = { level: absent as number, one: 0, other: 0 }
    for (let i = names.starts[a] as number; i < (names.starts[a + 1] as number); i++)
      for (let j = names.starts[b] as number; j < (names.starts[b + 1] as number); j++) {
        const [one, other] = [names.items[i] as number, names.items[j] as number] // within the lists
        const level = one === other ? same : compareNames(one, other)
        if (level > found.level) found = { level, one, other }
      }
    if (found.level >= brand || found.level === absent) return found
    return labelOf(a, b) || labelOf(b, a) ? { ...found, level: brand } : found
  }

  /** A name of the one that is written as the other's domain. */
  function labelOf(a: number, b: number): number {
    if (labels.starts[a] !== labels.starts[a + 1]) return 0 // where both have domains these are compared as such
    for (let i = names.starts[a] as number; i < (names.starts[a + 1] as number); i++)
      for (let j = labels.starts[b] as number; j < (labels.starts[b + 1] as number); j++)
        if (nameJoined[names.items[i] as number] === labels.items[j]) return names.items[i] as number
    return 0
  }

  function compareTwo(a: number, b: number): number {
    const [joinedA, joinedB] = [nameJoined[a] as number, nameJoined[b] as number] // codes of names
    if (joinedA === joinedB) return joined
    if (numbersDiffer(joinedA, joinedB)) return weak
    // A name in Han letters and one in Latin letters cannot be told apart by letters.
    if (isLatin(joinedA) !== isLatin(joinedB)) return absent
    const shared = align(a, b)
    const [leftA, leftB] = [left.one, left.other]
    const [fewer, more] = [Math.min(leftA, leftB), Math.max(leftA, leftB)]
    const all = Math.max(totalOf(a), totalOf(b))
    if (more <= 0.3) return shared >= all - 0.3 ? joined : near
    const [lengthA, lengthB] = [lengthOf(joinedTexts, joinedA), lengthOf(joinedTexts, joinedB)]
    const length = Math.max(lengthA, lengthB)
    const slips = length >= 16 ? 3 : length >= 8 ? 2 : length >= 5 ? 1 : 0
    // Slips in the one word that tells are another company: "HCA Holdings" is not "ICC Holdings".
    const isSpread = countOf(a) !== countOf(b) || shared >= all * 0.6
    if (isSpread && slips > 0 && editDistance(joinedTexts, joinedA, joinedB, slips) <= slips) return near
    const common = commonStart(joinedA, joinedB)
    const isWithin = common === Math.min(lengthA, lengthB)
    const [short, long] = lengthA < lengthB ? [a, b] : [b, a]
    if (isWithin && common >= 10 && mayBeCutOff(short, long, common)) return near
    if ((fewer <= 0.3 && shared >= usualSay - 3) || (isWithin && common >= 6)) return contained
    if (isAcronym(a, b) || isAcronym(b, a)) return brand
    if (shared < usualSay - 3) return different
    return left.areGeneric && shared >= all * 0.5 ? brand : weak
  }

  /** "Studio 54" is not "Studio 45": numbers tell apart, and no slip of the pen is a number. */
  function numbersDiffer(joinedA: number, joinedB: number): boolean {
    const [a, b] = [joinedA, joinedB].map((code) => textOf(joinedTexts, code).replace(/\D/g, ''))
    return a !== '' && b !== '' && a !== b
  }

  /** The say of the words that both have, slips of the pen included; what is left on either side is put into `left`. */
  function align(a: number, b: number): number {
    let [shared, taken] = [0, 0]
    left.one = 0
    left.other = 0
    left.areGeneric = true
    const [from, to] = [nameWords.starts[b] as number, nameWords.starts[b + 1] as number] // a code of names
    for (let i = nameWords.starts[a] as number; i < (nameWords.starts[a + 1] as number); i++) {
      const word = nameWords.items[i] as number // within the list
      let [bestShare, at] = [0, -1]
      for (let j = from; j < to; j++) {
        if (taken & (1 << (j - from))) continue
        const share = word === nameWords.items[j] ? 1 : wordShare(word, nameWords.items[j] as number)
        if (share > bestShare) [bestShare, at] = [share, j]
      }
      if (at < 0) left.one += leave(word)
      else {
        taken |= 1 << (at - from)
        shared += bestShare * Math.min(say[word] as number, say[nameWords.items[at] as number] as number)
      }
    }
    for (let j = from; j < to; j++) if (!(taken & (1 << (j - from)))) left.other += leave(nameWords.items[j] as number)
    return shared
  }

  function leave(word: number): number {
    if (!isGeneric[word]) left.areGeneric = false
    return say[word] as number // a code of words
  }

  /** A name that was cut off ends within a word of the whole one; and written as one word it was not cut off where it is longer. */
  function mayBeCutOff(short: number, long: number, letters: number): boolean {
    return !endsWord(long, letters) && (countOf(long) > 1 || countOf(short) === 1)
  }

  /** Whether a word of a name ends behind so many letters. */
  function endsWord(code: number, letters: number): boolean {
    let end = 0
    for (let i = nameWords.starts[code] as number; i < (nameWords.starts[code + 1] as number) && end < letters; i++)
      end += lengthOf(words, nameWords.items[i] as number) // a code of names
    return end === letters
  }

  function countOf(code: number): number {
    return (nameWords.starts[code + 1] as number) - (nameWords.starts[code] as number) // a code of names
  }

  function wordShare(a: number, b: number): number {
    const [lengthA, lengthB] = [lengthOf(words, a), lengthOf(words, b)]
    const [shorter, longer] = [Math.min(lengthA, lengthB), Math.max(lengthA, lengthB)]
    if (shorter >= 5 && editDistance(words, a, b, longer >= 9 ? 2 : 1) <= (longer >= 9 ? 2 : 1)) return 0.9
    if (shorter >= 3 && startsWith(a, b, shorter)) return shorter >= longer / 2 ? 0.85 : 0.6
    return shorter >= 6 && jaroWinkler(words, a, b) >= 0.93 ? 0.8 : 0
  }

  function startsWith(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++)
      if (words.bytes[(words.starts[a] as number) + i] !== words.bytes[(words.starts[b] as number) + i]) return false
    return true
  }

  function isLatin(code: number): boolean {
    return (joinedTexts.bytes[joinedTexts.starts[code] as number] as number) < 128 // a code of these texts
  }

  /** How many letters two names start with in common; a system that cuts names at twenty letters leaves only these. */
  function commonStart(a: number, b: number): number {
    const { starts, bytes } = joinedTexts
    const length = Math.min(lengthOf(joinedTexts, a), lengthOf(joinedTexts, b))
    for (let i = 0; i < length; i++) if (bytes[(starts[a] as number) + i] !== bytes[(starts[b] as number) + i]) return i
    return length
  }

  function isAcronym(short: number, long: number): boolean {
    const [from, to] = [nameWords.starts[short] as number, nameWords.starts[short + 1] as number]
    const [otherFrom, otherTo] = [nameWords.starts[long] as number, nameWords.starts[long + 1] as number]
    if (to - from !== 1 || otherTo - otherFrom < 3) return false
    const word = nameWords.items[from] as number
    if (lengthOf(words, word) !== otherTo - otherFrom) return false
    for (let i = otherFrom; i < otherTo; i++)
      if (
        words.bytes[words.starts[nameWords.items[i] as number] as number] !==
        words.bytes[(words.starts[word] as number) + i - otherFrom]
      )
        return false
    return true
  }

  function totalOf(code: number): number {
    let total = 0
    for (let i = nameWords.starts[code] as number; i < (nameWords.starts[code + 1] as number); i++)
      total += say[nameWords.items[i] as number] as number
    return total
  }

  /** What the shared words say. Names joined into one word share none, but all that the less telling of the two says. */
  function saidBy(level: number, one: number, other: number): number {
    if (one === other) return totalOf(one)
    const shared = align(one, other)
    return level >= near && countOf(one) !== countOf(other)
      ? Math.max(shared, Math.min(totalOf(one), totalOf(other)))
      : shared
  }
}

/** How far what the shared words say is above or below what the level's own weight takes for granted. */
function surplus(level: number, said: number): number {
  const expected = level === contained ? 11 : 14
  return Math.round(Math.max(-7, Math.min(6, said - expected)) * 1024) / 1024
}

/** A word's say in bits: how seldom a company has it; words of every trade have little by themselves. */
function saysOfWords(columns: Columns): Float64Array {
  const counts = factsOf(columns, 'word_count')
  const words = textsIn(columns, 'word')
  const isSample = columns.rows >= 200 && columns.population <= columns.rows * 2
  return Float64Array.from(counts, (count, word) => {
    const usual = genericWords.has(textOf(words, word)) ? genericSay : usualSay
    if (!isSample) return usual
    const pseudo = 200
    const share = (Math.max(count - 1, 0) + pseudo * 2 ** -usual) / (columns.rows + pseudo)
    return Math.min(16, Math.max(1, -Math.log2(share)))
  })
}
