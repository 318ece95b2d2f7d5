// Invented people for the matching bench and its tests: the same seed makes the same people on every machine, and any row can be
// made by itself, so that a million of them need no memory. About one in five records is a second, worse copy of a person.
import { companies, freeMail, givenNames, streets, surnames, towns } from './matching-tables.ts'

export type Person = {
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
  birth_date: string | null
  street: string | null
  postcode: string | null
  city: string | null
}

export type Population = {
  /** Who each row truly is. */
  entityOf: Int32Array
  entities: number
  person(row: number): Person
}

type Random = () => number

/** `records` people, copies of one person lying anywhere among the others. */
export function population(records: number, seed = 1): Population {
  const { entityOf, copyOf, entities } = castCopies(records, seed)
  return {
    entityOf,
    entities,
    person(row) {
      const [entity, copy] = [entityOf[row] ?? 0, copyOf[row] ?? 0]
      const whole = bornAs(seed, entity)
      return copy === 0 ? withGaps(whole, randomOf(seed, entity, 1)) : copied(whole, randomOf(seed, entity, copy + 1))
    },
  }
}

/** Deals out who has how many records, then shuffles the rows. */
function castCopies(records: number, seed: number) {
  const random = randomOf(seed, 0, 99)
  const [entityOf, copyOf] = [new Int32Array(records), new Uint8Array(records)]
  let entities = 0
  for (let row = 0; row < records; entities++) {
    const chance = random()
    const copies = chance < 0.86 ? 1 : chance < 0.945 ? 2 : chance < 0.985 ? 3 : 4
    for (let copy = 0; copy < copies && row < records; copy++, row++) {
      entityOf[row] = entities
      copyOf[row] = copy
    }
  }
  for (let row = records - 1; row > 0; row--) {
    const other = Math.floor(random() * (row + 1))
    swap(entityOf, row, other)
    swap(copyOf, row, other)
  }
  return { entityOf, copyOf, entities }
}

function swap(array: Int32Array | Uint8Array, a: number, b: number): void {
  const kept = array[a] ?? 0
  array[a] = array[b] ?? 0
  array[b] = kept
}

/**
 * The person as they are. One in thirty lives with the one before: the same surname and address, another first name and birthday;
 * one in five hundred is the twin of the one before, with the birthday too.
 */
function bornAs(seed: number, entity: number): Person & { short: readonly string[] } {
  const random = randomOf(seed, entity, 0)
  const kin = random()
  const home = kin < 1 / 30 && entity > 0 ? randomOf(seed, entity - 1, 7) : randomOf(seed, entity, 7)
  const birth = kin < 1 / 500 && entity > 0 ? randomOf(seed, entity - 1, 8) : randomOf(seed, entity, 8)
  const [first, ...short] = oftenFirst(givenNames, random)
  const last = oftenFirst(surnames, home)
  const town = Math.floor(home() * towns.length)
  return {
    first_name: first,
    last_name: last,
    short,
    email: emailOf(first, last, random),
    phone: phoneOf(random),
    birth_date: dayOf(birth),
    street: `${1 + Math.floor(home() * 180)} ${any(streets, home)}`,
    postcode: postcodeOf(town, home),
    city: towns[town] ?? null,
  }
}

/** Even a person's best record lacks things. */
const withGaps = ({ short: _, ...person }: ReturnType<typeof bornAs>, random: Random): Person => ({
  ...person,
  email: random() < 0.06 ? null : person.email,
  phone: random() < 0.12 ? null : person.phone,
  birth_date: random() < 0.06 ? null : person.birth_date,
})

/** The same person entered again by another hand, years later or in another system. */
function copied({ short, ...person }: ReturnType<typeof bornAs>, random: Random): Person {
  const copy = { ...person }
  const chance = (share: number) => random() < share
  if (short.length > 0 && chance(0.2)) copy.first_name = any(short, random)
  else if (chance(0.03)) copy.first_name = (person.first_name ?? '').slice(0, 1)
  else if (chance(0.1)) copy.first_name = misspelt(person.first_name ?? '', random)
  if (chance(0.1)) copy.last_name = misspelt(person.last_name ?? '', random)
  if (chance(0.02)) [copy.first_name, copy.last_name] = [copy.last_name, copy.first_name]
  if (chance(0.15)) copy.email = null
  else if (chance(0.18)) copy.email = emailOf(person.first_name ?? '', person.last_name ?? '', random)
  else if (chance(0.05)) copy.email = misspelt(person.email ?? '', random)
  if (chance(0.2)) copy.phone = null
  else if (chance(0.25)) copy.phone = phoneOf(random)
  else if (chance(0.04)) copy.phone = mistyped(person.phone ?? '', random)
  if (chance(0.12)) copy.birth_date = null
  else if (chance(0.03)) copy.birth_date = misdated(person.birth_date ?? '', random)
  if (chance(0.15)) Object.assign(copy, movedTo(random))
  else if (chance(0.1)) copy.street = misspelt(person.street ?? '', random)
  else if (chance(0.05)) copy.postcode = mistyped(person.postcode ?? '', random)
  if (chance(0.08)) Object.assign(copy, { street: null, postcode: null, city: null })
  return copy
}

function movedTo(random: Random): Pick<Person, 'street' | 'postcode' | 'city'> {
  const town = Math.floor(random() * towns.length)
  const street = `${1 + Math.floor(random() * 180)} ${any(streets, random)}`
  return { street, postcode: postcodeOf(town, random), city: towns[town] ?? null }
}

function emailOf(first: string, last: string, random: Random): string {
  const [given, family] = [first.toLowerCase(), last.toLowerCase()]
  const isFree = random() < 0.55
  const number = isFree ? String(Math.floor(random() * 10_000)) : ''
  const name = random() < 0.7 ? `${given}.${family}` : `${given.slice(0, 1)}${family}`
  return `${name}${number}@${isFree ? any(freeMail, random) : `${any(companies, random)}.com`}`.toLowerCase()
}

const phoneOf = (random: Random): string =>
  random() < 0.6
    ? `+447${4 + Math.floor(random() * 5)}${digits(8, random)}`
    : `+346${Math.floor(random() * 9)}${digits(7, random)}`

/** Towns have forty postcodes each, written as digits. */
const postcodeOf = (town: number, random: Random): string => String(10_000 + town * 40 + Math.floor(random() * 40))

function dayOf(random: Random): string {
  const day = new Date(Date.UTC(1945, 0, 1) + Math.floor(random() * 22_000) * 86_400_000)
  return day.toISOString().slice(0, 10)
}

const digits = (count: number, random: Random): string =>
  String(Math.floor(random() * 10 ** count)).padStart(count, '0')

/** One letter lost, doubled, changed, or two swapped. */
function misspelt(text: string, random: Random): string {
  if (text.length < 3) return text
  const at = 1 + Math.floor(random() * (text.length - 2))
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
  const kinds = [
    before + after,
    before + letter + letter + after,
    before + any('aeiourstln'.split(''), random) + after,
    before + after.slice(0, 1) + letter + after.slice(1),
  ]
  return any(kinds, random)
}

/** Another year of the same decade. */
const misdated = (day: string, random: Random): string => day.slice(0, 3) + digits(1, random) + day.slice(4)

/** One of the digits another. */
function mistyped(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map((found) => found.index)
  const at = places.length > 0 ? any(places.slice(1), random) : 0
  return text.slice(0, at) + Math.floor(random() * 10) + text.slice(at + 1)
}

/** The first of the list most often, as names are. */
const oftenFirst = <T>(list: readonly T[], random: Random): T => pick(list, random() ** 1.5)
const any = <T>(list: readonly T[], random: Random): T => pick(list, random())
// The share is below 1 and lists are not empty, so there is always such an element.
const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)] as T

/** Numbers for one purpose of one person: the same wherever they are asked for. (Mulberry32 on a mixed seed.) */
function randomOf(seed: number, entity: number, purpose: number): Random {
  let state = Math.imul(seed ^ Math.imul(entity + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
