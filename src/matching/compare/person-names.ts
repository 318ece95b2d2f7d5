// Given name, family name and generation of two people. Each part is compared with its like first; where that fails the words are
// compared across, for "Foster Rebecca" and "Martínez Ibáñez Carmen" are written by people who knew the name well.
import { type Columns, codesOf, factsOf, listOf, textsIn } from '../columns.ts'
import { fitOf } from '../normalise/mailbox-name.ts'
import { type Comparison, remembered } from './comparison.ts'
import { commonLetters, editDistance, lengthOf, textOf } from './strings.ts'
import { compareWords } from './words.ts'

const [absent, different, similar, initial, nickname, near, part, exact] = [0, 1, 2, 3, 4, 5, 6, 7] as const
/** On a family name level four says that the words were found, but in other places of the name. */
const crossed = nickname

export function comparePersonNames(columns: Columns): Comparison {
  const [given, family] = [codesOf(columns, 'given'), codesOf(columns, 'family')]
  const generation = codesOf(columns, 'generation')
  const [email, handle] = [codesOf(columns, 'email'), factsOf(columns, 'email_handle')]
  const handles = textsIn(columns, 'handle')
  const { starts, items } = listOf(columns, 'name_words')
  const wordLevel = compareWords(textsIn(columns, 'word'), listOf(columns, 'word_classes'))
  const names = textsIn(columns, 'name')
  const compareParts = remembered(comparePart)
  const onlyWord = onlyWords(starts, items)

  const quick = (a: number, b: number): number => {
    const givenA = given[a] as number // rows of these columns
    const givenB = given[b] as number
    const familyA = family[a] as number
    const familyB = family[b] as number
    const isGiven = givenA === givenB && givenA !== 0
    const isFamily = familyA === familyB && familyA !== 0
    if (isGiven && isFamily) return pack(exact, exact, generationLevel(a, b))
    const isNameless = givenA === 0 && familyA === 0
    const isOtherNameless = givenB === 0 && familyB === 0
    if (isNameless && isOtherNameless) return pack(absent, absent, generationLevel(a, b))
    if (isNameless || isOtherNameless)
      return email[isNameless ? a : b] === 0 ? pack(absent, absent, generationLevel(a, b)) : ~pack(part, part, 0)
    const straight = partLevel(givenA, givenB) | (partLevel(familyA, familyB) << 3)
    if (isHopelessAcross(straight, givenA, familyA, givenB, familyB)) return straight | (generationLevel(a, b) << 6)
    return ~pack(isGiven ? exact : part, isFamily ? exact : part, generationLevel(a, b))
  }
  return {
    fields: ['given', 'family', 'generation'],
    quick,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = quick(ones[i] as number, others[i] as number)
    },
    full(a, b) {
      const givenA = given[a] as number // rows of these columns
      const givenB = given[b] as number
      const familyA = family[a] as number
      const familyB = family[b] as number
      if (givenA === 0 && familyA === 0) return fitLevel(handle[email[a] as number] as number, givenB, familyB)
      if (givenB === 0 && familyB === 0) return fitLevel(handle[email[b] as number] as number, givenA, familyA)
      const straight = partLevel(givenA, givenB) | (partLevel(familyA, familyB) << 3)
      const isWhole = (straight & 7) >= near && straight >> 3 >= near
      const best =
        isWhole && straight >> 3 !== part ? straight : better(straight, compareAcross(givenA, familyA, givenB, familyB))
      return best | (generationLevel(a, b) << 6)
    },
  }

  /** Of two names of two words each one word agrees with neither of the other's that it could: most pairs are settled by that. */
  function isHopelessAcross(
    straight: number,
    givenA: number,
    familyA: number,
    givenB: number,
    familyB: number,
  ): boolean {
    const ofGiven = straight & 7
    const ofFamily = straight >> 3
    if (ofGiven === exact ? ofFamily !== different : ofGiven !== different) return false
    const first = onlyWord[givenA] as number // codes of names
    const otherLast = onlyWord[familyB] as number
    if (first === 0 || otherLast === 0 || onlyWord[familyA] === 0 || onlyWord[givenB] === 0) return false
    return ofGiven === exact || wordLevel(first, otherLast) === different
  }

  /** Where one has no name, whether its mailbox is built from the other's: `tayr@` fits Raymond Tay. */
  function fitLevel(code: number, givenCode: number, familyCode: number): number {
    if (code === 0) return pack(absent, absent, 0)
    const fit = fitOf(textOf(handles, code), textOf(names, givenCode).split(' '), textOf(names, familyCode).split(' '))
    if (!fit) return pack(absent, absent, 0)
    const givenLevel = fit.given === 'whole' ? part : fit.given === 'initial' ? initial : absent
    const isWhole = fit.given !== 'absent' && fit.family === 'whole'
    return pack(givenLevel, isWhole ? crossed : fit.family === 'whole' ? part : absent, 0)
  }

  /** 3 the same generation, 2 told on one side only, 1 another. */
  function generationLevel(a: number, b: number): number {
    const one = generation[a] as number // rows of these columns
    const other = generation[b] as number
    if (one === other) return one === 0 ? absent : 3
    return one === 0 || other === 0 ? 2 : 1
  }

  /** Two given names or two family names; most are of one word, and words are compared once for all of them. */
  function partLevel(a: number, b: number): number {
    if (a === 0 || b === 0) return absent
    if (a === b) return exact
    const word = onlyWord[a] as number // codes of names
    const otherWord = onlyWord[b] as number
    return word !== 0 && otherWord !== 0 ? wordLevel(word, otherWord) : compareParts(a, b)
  }

  /** Two names of several words. */
  function comparePart(a: number, b: number): number {
    const [fromA, toA, fromB, toB] = [starts[a], starts[a + 1], starts[b], starts[b + 1]] as [
      number,
      number,
      number,
      number,
    ] // codes of names
    if (toA - fromA === 1 && toB - fromB === 1) return wordLevel(items[fromA] as number, items[fromB] as number)
    const [from, to, otherFrom, otherTo] =
      toA - fromA <= toB - fromB ? [fromA, toA, fromB, toB] : [fromB, toB, fromA, toA]
    let worst: number = exact
    let found = 0
    let taken = 0
    for (let i = from; i < to; i++) {
      let [best, at] = [0, -1]
      for (let j = otherFrom; j < otherTo; j++) {
        if (taken & (1 << (j - otherFrom))) continue
        const level = wordLevel(items[i] as number, items[j] as number)
        if (level > best) [best, at] = [level, j]
      }
      if (best > similar) {
        found++
        taken |= 1 << (at - otherFrom)
      }
      if (best < worst) worst = best
    }
    if (worst > similar) return worst === exact ? (to - from === otherTo - otherFrom ? near : part) : worst
    // "wil liam", "ja prs": a blank can be the slip. One word of several agrees: "Maria José" and "Maria Isabel" are alike.
    const slips = lengthOf(names, a) >= 8 ? 2 : 1
    if (to - from !== otherTo - otherFrom)
      return editDistance(names, a, b, slips) <= slips ? near : commonLetters(names, a, b) >= 0.75 ? similar : different
    // The first of several names is the one a person goes by: José Roberto and Tomás Roberto are brothers.
    return found > 0 && wordLevel(items[fromA] as number, items[fromB] as number) > similar ? similar : different
  }

  /** All words of one name among all words of the other, whatever part they stand in. */
  function compareAcross(givenA: number, familyA: number, givenB: number, familyB: number): number {
    const countA = gather(wordsA, givenA, familyA)
    const countB = gather(wordsB, givenB, familyB)
    const [few, many, fewCount, manyCount] =
      countA <= countB ? [wordsA, wordsB, countA, countB] : [wordsB, wordsA, countB, countA]
    const familyOfMany = lengthOfName(countA <= countB ? familyB : familyA)
    let [worst, whole, alike, taken, last] = [exact as number, 0, 0, 0, 0]
    for (let i = 0; i < fewCount; i++) {
      let [best, at] = [0, -1]
      for (let j = 0; j < manyCount; j++) {
        if (taken & (1 << j)) continue
        const level = wordLevel(few[i] as number, many[j] as number)
        if (level > best) [best, at] = [level, j]
      }
      if (best <= different || (best === similar && alike++ > 0)) return pack(different, different, 0)
      if (best >= near) whole++
      if (best < worst) worst = best
      taken |= 1 << at
      last = at
    }
    if (whole === 0) return pack(different, different, 0)
    // One word alone is a given or a family name, and tells nothing of the other.
    if (fewCount === 1)
      return last >= manyCount - familyOfMany
        ? pack(absent, Math.min(worst, part), 0)
        : pack(Math.min(worst, part), absent, 0)
    // Three words and more, all the same: where the given names end and the family's begin is all that differs.
    if (worst === exact && fewCount === manyCount && fewCount >= 3) return pack(exact, exact, 0)
    return pack(Math.min(worst, part), crossed, 0)
  }

  function gather(into: Int32Array, givenCode: number, familyCode: number): number {
    let count = 0
    for (const code of [givenCode, familyCode])
      for (let i = starts[code] as number; i < (starts[code + 1] as number) && count < into.length; i++)
        into[count++] = items[i] as number // within the list
    return count
  }

  function lengthOfName(code: number): number {
    return (starts[code + 1] as number) - (starts[code] as number) // a code of these lists
  }
}

/** The word of each name that has only one; 0 for the others. */
const onlyWords = (starts: Int32Array, items: Int32Array): Int32Array =>
  Int32Array.from({ length: starts.length - 1 }, (_, name) => {
    const from = starts[name] as number // within the lists
    return (starts[name + 1] as number) - from === 1 ? (items[from] as number) : 0
  })

const wordsA = new Int32Array(16)
const wordsB = new Int32Array(16)

const pack = (given: number, family: number, generation: number): number => given | (family << 3) | (generation << 6)

/** Of two readings of one pair of names the one with fewer contradictions, then the one that agrees more. */
function better(one: number, other: number): number {
  const contradictions = (levels: number): number =>
    Number((levels & 7) === different) + Number(levels >> 3 === different)
  const [a, b] = [contradictions(one), contradictions(other)]
  if (a !== b) return a < b ? one : other
  return (one & 7) + (one >> 3) >= (other & 7) + (other >> 3) ? one : other
}
