import type { Lists, Texts } from '../columns.ts'
import { remembered } from './comparison.ts'
import { commonLetters, editDistance, jaroWinkler, lengthOf, mayBeWithin, mostAlike } from './strings.ts'

/**
 * How two words of a name agree: 7 equal, 5 a slip of the pen, 4 nicknames, 3 an initial, 2 alike, 1 different.
 * The numbers are the levels of a part of a name made of one word.
 */
export function compareWords(texts: Texts, classes: Lists): (a: number, b: number) => number {
  return remembered((a, b) => {
    if (a === b) return 7
    const [lengthA, lengthB] = [lengthOf(texts, a), lengthOf(texts, b)]
    if (lengthA === 1 || lengthB === 1) return firstLetter(texts, a) === firstLetter(texts, b) ? 3 : 1
    const length = Math.max(lengthA, lengthB)
    if (
      length >= 4 &&
      mayBeWithin(texts, a, b, 2) &&
      editDistance(texts, a, b, length >= 8 ? 2 : 1) <= (length >= 8 ? 2 : 1)
    )
      return 5
    if (sharesClass(classes, a, b)) return 4
    const most = mostAlike(texts, a, b)
    if (length > 3 && most.jaroWinkler < 0.84 && most.commonLetters < 0.75) return 1
    const likeness = jaroWinkler(texts, a, b)
    if (likeness >= 0.92 && length >= 5) return 5
    if (length >= 5 && likeness >= 0.84) return 2
    if (length === 3 && editDistance(texts, a, b, 1) <= 1) return 2
    return length >= 4 && commonLetters(texts, a, b) >= 0.75 ? 2 : 1
  }, 1 << 15)
}

const firstLetter = (texts: Texts, code: number): number => texts.bytes[texts.starts[code] as number] as number // code of these texts

function sharesClass({ starts, items }: Lists, a: number, b: number): boolean {
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i++)
    for (let j = starts[b] as number; j < (starts[b + 1] as number); j++) if (items[i] === items[j]) return true
  return false
}
