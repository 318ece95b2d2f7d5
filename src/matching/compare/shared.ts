// Comparisons that contacts and accounts share: telephones, addresses, and texts that are equal or near.
import { type Columns, codesOf, factsOf, type Texts, textsIn } from '../columns.ts'
import { type Comparison, remembered } from './comparison.ts'
import { commonLetters, editDistance, lengthOf, lettersApart, mayBeWithin } from './strings.ts'

const [absent, different, near, same] = [0, 1, 2, 3] as const

/** Texts that are the same, or so many slips apart for their length. */
export function compareTexts(columns: Columns, field: string, slips: (length: number) => number): Comparison {
  const codes = codesOf(columns, field)
  const texts = textsIn(columns, field)
  const compareLetters = remembered((a, b) => {
    const allowed = slips(Math.min(lengthOf(texts, a), lengthOf(texts, b)))
    return allowed > 0 && editDistance(texts, a, b, allowed) <= allowed ? near : different
  })
  return {
    fields: [field],
    quick(a, b) {
      const [one, other] = [codes[a] as number, codes[b] as number] // rows of these columns
      if (one === 0 || other === 0) return absent
      if (one === other) return same
      const allowed = slips(Math.min(lengthOf(texts, one), lengthOf(texts, other)))
      return allowed > 0 && mayBeWithin(texts, one, other, allowed) ? ~near : different
    },
    full(a, b) {
      const settled = this.quick(a, b)
      return settled >= 0 ? settled : compareLetters(codes[a] as number, codes[b] as number)
    },
  }
}

/** Any number of one against any of the other: 3 the same, 2 the same but for the country code or one digit, 1 another. */
export function comparePhones(columns: Columns, fields: readonly string[]): Comparison {
  const lines = fields
    .map((field) => codesOf(columns, field))
    .filter((codes, i) => i === 0 || codes.some((code) => code !== 0))
  const tails = factsOf(columns, 'phone_tail')
  const holders = columns.facts['phone_holders']
  const level = (a: number, b: number): number => {
    let [best, isKnown] = [0, false]
    for (const line of lines)
      for (const other of lines) {
        const [one, two] = [line[a] as number, other[b] as number] // rows of these columns
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
  const parts = fields.map((field) => compareTexts(columns, field, slips[field] ?? (() => 0)))
  const [houses, streets, postcodes, towns] = parts as [Comparison, Comparison, Comparison, Comparison] // one a field
  const cities = codesOf(columns, 'city')
  const cityTexts = textsIn(columns, 'city')
  const isShaken = remembered((a, b) =>
    startsAlike(cityTexts, a, b) || (lengthOf(cityTexts, a) >= 4 && commonLetters(cityTexts, a, b) >= 0.8) ? 1 : 0,
  )
  const mayBeShaken = (a: number, b: number): boolean =>
    startsAlike(cityTexts, a, b) ||
    lettersApart(cityTexts, a, b) <= 0.2 * (lengthOf(cityTexts, a) + lengthOf(cityTexts, b))
  return {
    fields,
    quick(a, b) {
      const [house, street, postcode] = [houses.quick(a, b), streets.quick(a, b), postcodes.quick(a, b)]
      let city = towns.quick(a, b)
      if (city === different && mayBeShaken(cities[a] as number, cities[b] as number)) city = ~near
      const levels = best(house) | (best(street) << 2) | (best(postcode) << 4) | (best(city) << 6)
      return house < 0 || street < 0 || postcode < 0 || city < 0 ? ~levels : levels
    },
    full(a, b) {
      let levels = 0
      parts.forEach((part, i) => {
        let level = part.full(a, b)
        if (i === 3 && level === different && isShaken(cities[a] as number, cities[b] as number)) level = near
        levels |= level << (2 * i)
      })
      return levels
    },
  }
}

/** The level, settled or still hoped for. */
const best = (level: number): number => (level < 0 ? ~level : level)

/** "New York" and "New York City". */
function startsAlike(texts: Texts, a: number, b: number): boolean {
  const length = Math.min(lengthOf(texts, a), lengthOf(texts, b))
  if (length < 4) return false
  for (let i = 0; i < length; i++)
    if (texts.bytes[(texts.starts[a] as number) + i] !== texts.bytes[(texts.starts[b] as number) + i]) return false
  return true
}
