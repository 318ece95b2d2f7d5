// Comparisons that contacts and accounts share: telephones, addresses, and texts that are equal or near.
import { type Columns, codesOf, factsOf, type Texts, textsIn } from '../columns.ts'
import { type Comparison, remembered } from './comparison.ts'
import { bitsIn, commonLetters, editDistance, lengthOf, lengthsOf, lettersApart } from './strings.ts'

const [absent, different, near, same] = [0, 1, 2, 3] as const

/** How many slips a text of each length may have. */
type Slips = (length: number) => number

/** Texts that are the same, or so many slips apart for their length. */
export function compareTexts(columns: Columns, field: string, slips: Slips): Comparison {
  const column = readTexts(columns, field, slips)
  return {
    fields: [field],
    quick: (a, b) => quickLevel(column, a, b),
    full: (a, b) => settledLevel(column, a, b),
  }
}

type TextColumn = {
  codes: Int32Array
  letters: Int32Array
  lengths: Uint8Array
  slips: Uint8Array
  compareLetters(a: number, b: number): number
}

function readTexts(columns: Columns, field: string, slips: Slips): TextColumn {
  const texts = textsIn(columns, field)
  const lengths = lengthsOf(texts)
  const bySlips = Uint8Array.from({ length: 256 }, (_, length) => slips(length))
  return {
    codes: codesOf(columns, field),
    letters: texts.letters,
    lengths,
    slips: bySlips,
    compareLetters: remembered((a, b) => {
      const allowed = bySlips[Math.min(lengths[a] as number, lengths[b] as number)] as number // codes of these texts
      return allowed > 0 && editDistance(texts, a, b, allowed) <= allowed ? near : different
    }),
  }
}

/** Told by codes, lengths and which letters there are; the complement of "near" where the letters have to be read. */
function quickLevel(column: TextColumn, a: number, b: number): number {
  const one = column.codes[a] as number // rows of these columns
  const other = column.codes[b] as number
  if (one === absent || other === absent) return absent
  if (one === other) return same
  const { lengths, letters, slips } = column
  const length = lengths[one] as number // codes of these texts
  const otherLength = lengths[other] as number
  const allowed = slips[Math.min(length, otherLength)] as number
  if (allowed === 0 || Math.abs(length - otherLength) > allowed) return different
  return bitsIn((letters[one] as number) ^ (letters[other] as number)) <= 2 * allowed ? ~near : different
}

function settledLevel(column: TextColumn, a: number, b: number): number {
  const settled = quickLevel(column, a, b)
  return settled >= 0 ? settled : column.compareLetters(column.codes[a] as number, column.codes[b] as number) // rows of these columns
}

/** Any number of one against any of the other: 3 the same, 2 the same but for the country code or one digit, 1 another. */
export function comparePhones(columns: Columns, fields: readonly string[]): Comparison {
  const lines = fields
    .map((field) => codesOf(columns, field))
    .filter((codes, i) => i === 0 || codes.some((code) => code !== 0))
  const tails = factsOf(columns, 'phone_tail')
  const holders = columns.facts['phone_holders']
  const level = (a: number, b: number): number => {
    let best = 0
    let isKnown = false
    for (const line of lines)
      for (const other of lines) {
        const one = line[a] as number // rows of these columns
        const two = other[b] as number
        if (one === 0 || two === 0) continue
        isKnown = true
        // The last eight digits are what is left where one system keeps no country code. A number that half a company writes down is the switchboard's, and nobody's own.
        if (one === two || tails[one] === tails[two]) best = Math.max(best, (holders?.[one] ?? 0) > 3 ? near : same)
        else if (isNear(tails[one] as number, tails[two] as number)) best = Math.max(best, near)
      }
    return isKnown ? best || different : absent
  }
  return { fields: ['phone'], quick: level, full: level }
}

function isNear(a: number, b: number): boolean {
  let [apart, x, y] = [0, a, b]
  while (x !== y && apart < 2) {
    if (x % 10 !== y % 10) apart++
    x = (x / 10) | 0
    y = (y / 10) | 0
  }
  return apart < 2
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
  const isShaken = (a: number, b: number): boolean =>
    (lettersApart(towns, a, b) <= (1 - shaken) * (lengthOf(towns, a) + lengthOf(towns, b)) ||
      towns.bytes[towns.starts[a] as number] === towns.bytes[towns.starts[b] as number]) &&
    compareTowns(a, b) === 1
  const levels = (a: number, b: number): number => {
    let city = settledLevel(cities, a, b)
    if (city === different && isShaken(cities.codes[a] as number, cities.codes[b] as number)) city = near // rows of these columns
    return (
      settledLevel(houses, a, b) |
      (settledLevel(streets, a, b) << 2) |
      (settledLevel(postcodes, a, b) << 4) |
      (city << 6)
    )
  }
  return { fields, quick: levels, full: levels }
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
