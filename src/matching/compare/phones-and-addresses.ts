// Comparisons that contacts and accounts share: telephones, addresses, and texts that are equal or near.
import { type Columns, codesOf, type Texts, textsIn } from '../columns.ts'
import { type Comparison, type IsHeld, remembered } from './comparison.ts'
import { bitsIn, commonLetters, editDistance, lengthOf, lettersApart, longest } from './strings.ts'

const [absent, different, near, same] = [0, 1, 2, 3] as const

/** How many slips a text of each length may have; no fewer for a longer one. */
type Slips = (length: number) => number

/** Texts that are the same, or so many slips apart for their length. */
export function compareTexts(columns: Columns, field: string, slips: Slips): Comparison {
  const column = readTexts(columns, field, slips)
  return {
    fields: [field],
    reads: [field],
    quick: (a, b) => quickLevel(column, a, b),
    full: (a, b) => settledLevel(column, a, b),
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = quickLevel(column, ones[i] as number, others[i] as number)
    },
  }
}

type TextColumn = {
  codes: Int32Array
  /** Of each text side by side: its letters, those it has twice, its length, and how many slips it may have. */
  facts: Int32Array
  compareLetters(a: number, b: number): number
}

function readTexts(columns: Columns, field: string, slips: Slips): TextColumn {
  const texts = textsIn(columns, field)
  const facts = new Int32Array((texts.starts.length - 1) * 4)
  for (let code = 1; code < texts.starts.length - 1; code++) {
    const length = Math.min(longest, lengthOf(texts, code))
    facts.set([texts.letters[code] as number, texts.twice[code] as number, length, slips(length)], code * 4) // a code of these
  }
  return {
    codes: codesOf(columns, field),
    facts,
    compareLetters: remembered((a, b) => {
      const allowed = Math.min(facts[a * 4 + 3] as number, facts[b * 4 + 3] as number) // codes of these texts
      return allowed > 0 && editDistance(texts, a, b, allowed) <= allowed ? near : different
    }),
  }
}

/** Told by codes, lengths and which letters there are; the complement of "near" where the letters have to be read. */
function quickLevel({ codes, facts }: TextColumn, a: number, b: number): number {
  const one = (codes[a] as number) << 2 // rows of these columns
  const other = (codes[b] as number) << 2
  if (one === 0 || other === 0) return absent
  if (one === other) return same
  const allowed = Math.min(facts[one + 3] as number, facts[other + 3] as number) // the shorter text's
  if (allowed === 0 || Math.abs((facts[one + 2] as number) - (facts[other + 2] as number)) > allowed) return different
  const apart = bitsIn(
    (facts[one] as number) ^ (facts[other] as number),
    (facts[one + 1] as number) ^ (facts[other + 1] as number),
  )
  return apart <= 2 * allowed ? ~near : different
}

function settledLevel(column: TextColumn, a: number, b: number): number {
  const settled = quickLevel(column, a, b)
  return settled >= 0 ? settled : column.compareLetters(column.codes[a] as number, column.codes[b] as number) // rows of these columns
}

/** Any number of one against any of the other: 3 the same, 2 the same but for the country code or one digit, 1 another. */
export function comparePhones(columns: Columns, fields: readonly string[], isHeld: IsHeld): Comparison {
  const [first, ...others] = fields
    .filter((field, i) => i === 0 || isHeld(field))
    .map((field) => ({ codes: codesOf(columns, field), digits: codesOf(columns, `${field}_digits`) }))
  if (!first) throw new Error('Telephones are compared without a column of them.')
  const lines = [first, ...others]
  const holders = columns.facts['phone_holders']
  const lineLevel = (line: Line, other: Line, a: number, b: number): number => {
    const one = line.codes[a] as number // rows of these columns
    const two = other.codes[b] as number
    if (one === 0 || two === 0) return absent
    const digits = line.digits[a] as number
    const otherDigits = other.digits[b] as number
    // The last eight digits are what is left where one system keeps no country code. A number that half a company writes down is the switchboard's, and nobody's own.
    if (one === two || digits === otherDigits) return (holders?.[one] ?? 0) > 3 ? near : same
    return isNear(digits, otherDigits) ? near : different
  }
  const level = (a: number, b: number): number => {
    if (lines.length === 1) return lineLevel(first, first, a, b)
    let best: number = absent
    for (const line of lines) for (const other of lines) best = Math.max(best, lineLevel(line, other, a, b))
    return best
  }
  return {
    fields: ['phone'],
    reads: fields,
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** One column of telephones: their codes, and their last digits with four bits for each. */
type Line = { codes: Int32Array; digits: Int32Array }

/** One digit differs at most. */
function isNear(a: number, b: number): boolean {
  const apart = a ^ b
  const digits = (apart | (apart >>> 1) | (apart >>> 2) | (apart >>> 3)) & 0x11111111
  return (digits & (digits - 1)) === 0
}

/** House, street, postcode and city; a house number means nothing without a street, but both tell of moving. */
export function compareAddresses(columns: Columns): Comparison {
  const fields = ['house', 'street', 'postcode', 'city']
  const slips: Readonly<Record<string, (length: number) => number>> = {
    house: (length) => (length >= 3 ? 1 : 0),
    street: (length) => Math.max(1, length >> 2),
    postcode: () => 1,
    city: (length) => Math.max(1, length >> 2),
  }
  const [houses, streets, postcodes, cities] = fields.map((field) =>
    readTexts(columns, field, slips[field] ?? (() => 0)),
  ) as [TextColumn, TextColumn, TextColumn, TextColumn] // one a field
  const towns = textsIn(columns, 'city')
  const compareTowns = remembered((a, b) =>
    startsAlike(towns, a, b) || (lengthOf(towns, a) >= 4 && commonLetters(towns, a, b) >= shaken) ? 1 : 0,
  )
  const mayBeShaken = (a: number, b: number): boolean => {
    const letters = lengthOf(towns, a) + lengthOf(towns, b)
    const isOneStart = towns.bytes[towns.starts[a] as number] === towns.bytes[towns.starts[b] as number] // codes of these texts
    return isOneStart || (letters - lettersApart(towns, a, b)) / letters >= shaken
  }
  const cityLevel = (a: number, b: number): number => {
    const level = settledLevel(cities, a, b)
    const [one, other] = [cities.codes[a] as number, cities.codes[b] as number] // rows of these columns
    return level === different && mayBeShaken(one, other) && compareTowns(one, other) === 1 ? near : level
  }
  const full = (a: number, b: number): number =>
    settledLevel(houses, a, b) |
    (settledLevel(streets, a, b) << 2) |
    (settledLevel(postcodes, a, b) << 4) |
    (cityLevel(a, b) << 6)
  const quick = (a: number, b: number): number => {
    const house = firstLevel(houses, a, b)
    const street = firstLevel(streets, a, b)
    const postcode = firstLevel(postcodes, a, b)
    const city = levelByCodes(cities, a, b)
    const best = house | (street << 2) | (postcode << 4) | (city << 6)
    return house === near || street === near || postcode === near || city === near ? ~best : best
  }
  return {
    fields,
    reads: fields,
    quick,
    full,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = quick(ones[i] as number, others[i] as number)
    },
  }
}

function firstLevel(column: TextColumn, a: number, b: number): number {
  const level = quickLevel(column, a, b)
  return level < 0 ? near : level
}

/** What can be told without reading: other codes may still be near. */
function levelByCodes({ codes }: TextColumn, a: number, b: number): number {
  const one = codes[a] as number // rows of these columns
  const other = codes[b] as number
  return one === absent || other === absent ? absent : one === other ? same : near
}

/** Letters in common from which two towns are one that was misread: "Sao Palo", "Paulo Sao". */
const shaken = 0.8

/** "New York" and "New York City". */
function startsAlike(texts: Texts, a: number, b: number): boolean {
  const length = Math.min(lengthOf(texts, a), lengthOf(texts, b))
  if (length < 4) return false
  for (let i = 0; i < length; i++)
    if (texts.bytes[(texts.starts[a] as number) + i] !== texts.bytes[(texts.starts[b] as number) + i]) return false
  return true
}
