// An address as house number, street words and flat; no parsing of free text into countries and towns, which belong in
// fields of their own.
import { readLately } from './lately.ts'
import { latinised } from './letters.ts'

export type StreetAddress = { house: string; street: string }

const kinds = new Map(
  Object.entries({
    street: 'st str straße strasse strase calle cl c rua r rue via ulica ul jalan jln jl utca ulitsa gata gatan',
    avenue: 'ave av avenida avenue aven avda aleja al avinguda',
    road: 'rd',
    drive: 'dr drv',
    lane: 'ln',
    boulevard: 'blvd blv boul bd bvd bulevar boulv',
    place: 'pl plz plaza piazza platz praca plac pza',
    court: 'ct crt',
    crescent: 'cres crs cr crsnt',
    circuit: 'cct cir circt crct',
    circle: 'circ crcl',
    square: 'sq sqr',
    highway: 'hwy hiway hway',
    parkway: 'pkwy pky parkwy',
    terrace: 'ter tce terr',
    close: 'cl clse',
    grove: 'gr grv',
    way: 'wy',
    north: 'n nth norte nord',
    south: 's sth sur sud sul',
    east: 'e este ost leste est',
    west: 'w wst oeste ouest',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
    saint: 'snt',
    mount: 'mt mnt',
    fort: 'ft',
  }).flatMap(([whole, short]) => short.split(' ').map((each) => [each, whole] as const)),
)
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, i) => [word, `${i + 1}`] as const),
)
const directions = new Set('north south east west northeast northwest southeast southwest'.split(' '))
const notes = /\b(?:between|near|at|off|opp(?:osite)?|next to|corner of|behind|c\/o|esq(?:uina)?|entre)\b.*$/
const flat =
  /\b(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|piso|dpto|depto|apto|sala|lot|level|bldg|villa)\b\.?\s*#?\s*\w+|#\s*\w+/g

/** Splits "435 S. La Cienega Blv." into house 435 and street "la cienega", whose kind and wind direction count for little. */
export function readAddress(text: string): StreetAddress {
  const digits = leadingDigits(text)
  if (digits === 0) return parse(text)
  // The street reads the same whatever the number before it, and there are more houses than streets.
  return { house: text.slice(0, digits), street: streetOf(text.slice(digits)) }
}

const streetOf = readLately(5_000, (behind) => parse(`0${behind}`).street)

/** How many digits a text begins with, where a blank and no further digit follows. */
function leadingDigits(text: string): number {
  let digits = 0
  while (isDigit(text.charCodeAt(digits))) digits++
  if (text.charCodeAt(digits) !== blank) return 0
  for (let i = digits + 1; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return 0
  return digits
}

const blank = 32
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

function parse(text: string): StreetAddress {
  const plain = text.toLowerCase().replace(flat, ' ')
  const main = plain.replace(notes, '').trim() || plain
  const words = latinised(main).split(' ').filter(Boolean)
  const at = words.findIndex((word) => /^\d+[a-z]?$/.test(word) && !/^\d+(?:st|nd|rd|th)$/.test(word))
  const house = at >= 0 ? (words[at] ?? '') : ''
  const named = words.filter((_, i) => i !== at).map(wholeWord)
  const bare = named.filter((word) => !directions.has(word))
  return { house, street: (bare.length > 0 ? bare : named).join(' ') }
}

function wholeWord(word: string): string {
  const number = /^(\d+)(?:st|nd|rd|th)$/.exec(word)
  return number?.[1] ?? ordinals.get(word) ?? kinds.get(word) ?? word
}
