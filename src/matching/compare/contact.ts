// How two contacts are compared, cheapest first.
import { type Columns, codesOf, factsOf, listOf, type Texts, textsIn } from '../columns.ts'
import { type Comparison, type IsHeld, remembered } from './comparison.ts'
import { areOfTwoOwners } from './mailbox-owners.ts'
import { comparePersonNames } from './person-names.ts'
import { compareAddresses, comparePhones, compareTexts } from './phones-and-addresses.ts'
import { bitsIn, editDistance, lengthOf, mayBeWithin, textOf } from './strings.ts'

export const contactComparisons = (columns: Columns, isHeld: IsHeld): Comparison[] => [
  compareBirths(columns),
  compareTexts(columns, 'national_id', (length) => (length >= 6 ? 1 : 0)),
  comparePhones(columns, ['phone', 'mobile'], isHeld),
  compareEmployers(columns, isHeld),
  compareTitles(columns),
  compareAddresses(columns),
  comparePersonNames(columns),
  compareMailboxes(columns),
]

/** 6 the same day, 5 a slip of the pen, 4 two of year, month and day, 3 within a hundred days, 2 another day, 1 a parent's day. */
function compareBirths(columns: Columns): Comparison {
  const [birth, digits] = [codesOf(columns, 'birth'), codesOf(columns, 'birth_digits')]
  const level = (a: number, b: number): number => {
    const one = birth[a] as number // rows of these columns
    const other = birth[b] as number
    if (one === 0 || other === 0) return 0
    return one === other ? 6 : compareDays(one, other, (digits[a] as number) ^ (digits[b] as number))
  }
  return {
    fields: ['birth'],
    reads: ['birth'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** @param apart their digits, four bits for each, laid over each other: what is not zero differs */
function compareDays(a: number, b: number, apart: number): number {
  const isYear = apart >>> 16 === 0
  const isMonth = (apart & 0xff00) === 0
  const isDay = (apart & 0xff) === 0
  // Three parts that differ are three digits, and no slip.
  if (!isYear && !isMonth && !isDay) {
    const hundredths = daysApart(a, b)
    return hundredths <= 10000 ? 3 : generationOrOther(hundredths)
  }
  if (isYear && Math.trunc((a % 10000) / 100) === b % 100 && a % 100 === Math.trunc((b % 10000) / 100)) return 5
  const digits = digitsIn(apart)
  if (digits === 1 || (digits === 2 && areSwapped(a, b))) return 5
  if (isYear ? isMonth || isDay : isMonth && isDay) return 4
  const hundredths = daysApart(a, b)
  if (hundredths <= 10000) return 3
  // A day two digits off may be slips of the pen; a parent's is further.
  return digits > 2 ? generationOrOther(hundredths) : 2
}

/** In hundredths of a day, which are whole. */
function daysApart(a: number, b: number): number {
  const yearA = (a / 10000) | 0
  const yearB = (b / 10000) | 0
  const restA = a - yearA * 10000
  const restB = b - yearB * 10000
  const monthA = (restA / 100) | 0
  const monthB = (restB / 100) | 0
  return Math.abs(
    (yearA - yearB) * 36525 + (monthA - monthB) * 3044 + (restA - monthA * 100 - restB + monthB * 100) * 100,
  )
}

const generationOrOther = (apart: number): number => (apart >= 16 * 36525 && apart <= 50 * 36525 ? 1 : 2)

/** How many of the digits are not zero. */
function digitsIn(packed: number): number {
  const each = (packed | (packed >>> 1) | (packed >>> 2) | (packed >>> 3)) & 0x11111111
  return Math.imul(each, 0x11111111) >>> 28
}

/** Two neighbouring digits changed places. */
function areSwapped(a: number, b: number): boolean {
  for (let place = 1; place < 1e8; place *= 10) {
    const low = ((a / place) | 0) % 10
    const high = ((a / (place * 10)) | 0) % 10
    if (a + (low - high) * place * 9 === b) return true
  }
  return false
}

/**
 * 7 the same mailbox, 6 a slip, 5 much alike, 4 one handle at two hosts or a slip at one, 3 a shared mailbox, 2 another, 1 one of another
 * owner at one company: made of another name, or the same but for a number, as mail systems give to the second Anna Berg there.
 */
function compareMailboxes(columns: Columns): Comparison {
  const [email, given, family] = [codesOf(columns, 'email'), codesOf(columns, 'given'), codesOf(columns, 'family')]
  const [isRole, holders] = [factsOf(columns, 'email_is_role'), factsOf(columns, 'email_holders')]
  const [local, domain] = [factsOf(columns, 'email_local'), factsOf(columns, 'email_domain')]
  const handle = factsOf(columns, 'email_handle')
  const [texts, locals] = [textsIn(columns, 'email'), textsIn(columns, 'local')]
  const [holdsName, areOfTwo] = [nameInMailbox(columns), areOfTwoOwners(columns)]
  const compareLetters = remembered((a, b) => {
    const [localA, localB] = [local[a] as number, local[b] as number] // codes of addresses
    if (domain[a] !== 0 && domain[a] === domain[b]) {
      if (handle[a] === handle[b]) return endsInDigit(locals, localA) || endsInDigit(locals, localB) ? 1 : 6
      // At one company addresses are alike by rule; only the part before the @ can tell.
      const isSlip = lengthOf(locals, localA) >= 5 && editDistance(locals, localA, localB, 1) <= 1
      return isSlip && firstLetter(locals, localA) === firstLetter(locals, localB) ? 4 : 2
    }
    if (localA === localB) {
      // One letter off behind the @ is no other host.
      if (editDistance(texts, a, b, 1) <= 1) return 6
      return lengthOf(locals, localA) >= 6 && !isRole[a] ? 4 : 2
    }
    if (handle[a] === handle[b]) return 2
    const length = Math.max(lengthOf(texts, a), lengthOf(texts, b))
    const apart = editDistance(texts, a, b, length >> 2)
    // What is behind the @ is long and much alike: the part before it has to be alike by itself.
    const ownLength = Math.max(lengthOf(locals, localA), lengthOf(locals, localB))
    if (apart > 1 && editDistance(locals, localA, localB, ownLength >> 2) > ownLength >> 2) return 2
    return apart <= Math.max(1, length >> 3) ? 6 : apart <= length >> 2 ? 5 : 2
  })
  const [rowLocal, rowHandle] = [codesOf(columns, 'email_local'), codesOf(columns, 'email_handle')]
  const [rowDomain, lengths] = [codesOf(columns, 'domain'), codesOf(columns, 'email_length')]
  const [letters, twice] = [codesOf(columns, 'email_letters'), codesOf(columns, 'email_twice')]
  const quick = (a: number, b: number): number => {
    const one = email[a] as number // rows of these columns
    const other = email[b] as number
    if (one === 0 || other === 0) return 0
    if (one === other) return isRole[one] || (holders[one] as number) > 5 ? 3 : 7
    const isOneHandle = rowHandle[a] === rowHandle[b]
    if (rowDomain[a] !== 0 && rowDomain[a] === rowDomain[b]) {
      if (isOneHandle) return ~6
      if (mayBeWithin(locals, rowLocal[a] as number, rowLocal[b] as number, 1)) return ~4
      return isRole[one] || isRole[other] ? 2 : ~2
    }
    if (rowLocal[a] === rowLocal[b]) return ~6
    if (isOneHandle) return 2
    const length = lengths[a] as number
    const otherLength = lengths[b] as number
    const longer = Math.max(length, otherLength)
    // One slip takes a letter away and brings another at most.
    const apart = bitsIn((letters[a] as number) ^ (letters[b] as number), (twice[a] as number) ^ (twice[b] as number))
    const slips = Math.max(Math.abs(length - otherLength), (apart + 1) >> 1)
    return slips > longer >> 2 ? 2 : slips > Math.max(1, longer >> 3) ? ~5 : ~6
  }
  return {
    fields: ['email'],
    reads: ['email'],
    quick,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = quick(ones[i] as number, others[i] as number)
    },
    full(a, b) {
      const settled = quick(a, b)
      if (settled >= 0) return settled
      const [one, other] = [email[a] as number, email[b] as number] // rows of these columns
      const level = compareLetters(one, other)
      if (level === 2 && domain[one] !== 0 && domain[one] === domain[other] && !isRole[one] && !isRole[other])
        return areOfTwo(a, b) ? 1 : 2
      // A handle made of the name says no more than the name has said already.
      return level === 4 &&
        domain[one] !== domain[other] &&
        (holdsName(given[a], local[one]) || holdsName(family[a], local[one]))
        ? 2
        : level
    },
  }
}

const endsInDigit = (texts: Texts, code: number): boolean => {
  const last = texts.bytes[(texts.starts[code + 1] as number) - 1] as number // code of these texts
  return last >= 48 && last <= 57
}

const firstLetter = (texts: Texts, code: number): number => texts.bytes[texts.starts[code] as number] as number // a code of these texts

/** Whether a word of a name stands in the part of an address before the @. */
function nameInMailbox(columns: Columns): (name: number | undefined, local: number | undefined) => boolean {
  const { starts, items } = listOf(columns, 'name_words')
  const [words, locals] = [textsIn(columns, 'word'), textsIn(columns, 'local')]
  const isIn = remembered((name, local) => {
    const text = textOf(locals, local)
    for (const word of items.subarray(starts[name], starts[name + 1]))
      if (lengthOf(words, word) >= 3 && text.includes(textOf(words, word))) return 1
    return 0
  })
  return (name, local) => Boolean(name && local && isIn(name, local))
}

/** 2 the same job title, 1 another. */
function compareTitles(columns: Columns): Comparison {
  const title = codesOf(columns, 'title')
  const level = (a: number, b: number): number => (title[a] === 0 || title[b] === 0 ? 0 : title[a] === title[b] ? 2 : 1)
  return {
    fields: ['title'],
    reads: ['title'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** 3 the same company, by its id, its name or the domain of the mailbox; 2 another, and one of the two has left; 1 another. */
function compareEmployers(columns: Columns, isHeld: IsHeld): Comparison {
  const hasLeft = codesOf(columns, 'has_left')
  const names = ['employer', 'company', 'domain']
  const [first = codesOf(columns, 'domain'), ...others] = names.filter(isHeld).map((name) => codesOf(columns, name))
  const levelBy = (codes: Int32Array, a: number, b: number): number => {
    const one = codes[a] as number // rows of these columns
    const other = codes[b] as number
    return one === 0 || other === 0 ? 0 : one === other ? 3 : 1
  }
  const level = (a: number, b: number): number => {
    let best = levelBy(first, a, b)
    for (let i = 0; i < others.length; i++) best = Math.max(best, levelBy(others[i] as Int32Array, a, b))
    // Who left one company is found at another.
    return best === 1 && hasLeft[a] !== hasLeft[b] ? 2 : best
  }
  return {
    fields: ['employer'],
    reads: ['employer', 'company', 'domain'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}
