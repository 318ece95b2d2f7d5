// People as a register of homes lists them, invented anew from a seed: name, day of birth, number of identity and address. Some stand in it
// twice or more, the copies with up to so many mistakes; and it lists either one person a home, or families as well, with what must stay two: twins,
// a father and a son of one name.
import type { Values } from '../../src/matching/index.ts'
import { sequence } from './matching-invented.ts'

export type Homes = { truth: string; values: Values }[]

type Person = Record<(typeof parts)[number], string>
const parts = [
  'first_name',
  'last_name',
  'house_number',
  'street',
  'postcode',
  'city',
  'birth_date',
  'national_id',
] as const

const given = 'Ada Bram Cleo Dario Edda Fidel Greta Hakon Ilse Jonas Kaja Lorenz Maud Nils Oda Piet Quirin Rosa Sverre Tilda Ugo Vera Wim Xenia Yngve Zita Alma Boris Celia Dag Elena Falk Gesa Hugo Ines Jarl Kirsten Leif Mila Norma'.split(' ') // biome-ignore format: a list
const heads = 'Bran Cor Del Fen Gar Hol Jun Kes Lor Mar Nor Pel Quin Ros Sal Tor Var Wes Zan Ost Ulm Thal Ries Kron'.split(' ') // biome-ignore format: a list
const tails = 'berg dal feld gren holt kamp lund mann nes rud sen stad vik wald'.split(' ')
const ways = ['Lane', 'Road', 'Street', 'Close', 'Avenue']

/** @param mistakes at most so many in a copy */
export function inventHomes(
  seed: number,
  o: { people: number; copies: number; mistakes: number; hasFamilies: boolean },
): Homes {
  const random = sequence(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T // never beyond its end
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const two = (number: number) => String(number).padStart(2, '0')
  const day = (year: number) => `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
  const homes: Homes = []
  const people: { id: string; person: Person }[] = []
  const born = (home?: Person): Person => ({
    first_name: pick(given),
    last_name: home?.last_name ?? pick(heads) + pick(tails),
    house_number: home?.house_number ?? String(1 + Math.floor(random() * 200)),
    street: home?.street ?? `${pick(heads)}${pick(tails)} ${pick(ways)}`,
    postcode: home?.postcode ?? digits(4),
    city: home?.city ?? pick(heads) + pick(['bury', 'haven', 'ford', 'ton', 'mouth']),
    birth_date: day(1930 + Math.floor(random() * 75)),
    national_id: digits(7),
  })
  for (let i = 0; i < o.people; i++) {
    const person = born()
    const add = (id: string, each: Person) => people.push({ id: `${i}${id}`, person: each })
    add('', person)
    if (!o.hasFamilies) continue
    if (random() < 0.3)
      add(' kin', { ...born(person), first_name: pick(given.filter((name) => name !== person.first_name)) })
    if (random() < 0.02)
      add(' twin', {
        ...born(person),
        first_name: pick(given.filter((name) => name[0] !== person.first_name[0])),
        birth_date: person.birth_date,
      })
    if (random() < 0.02)
      add(' son', {
        ...born(person),
        first_name: person.first_name,
        birth_date: day(Number(person.birth_date.slice(0, 4)) + 28),
      })
  }
  for (const { id, person } of people) {
    homes.push({ truth: id, values: person })
    if (random() < o.copies) homes.push({ truth: id, values: copied(person) })
  }
  return homes

  function copied(person: Person): Person {
    const copy = { ...person }
    for (let left = 1 + Math.floor(random() * o.mistakes); left > 0; left--) {
      const part = pick(parts)
      const kind = random()
      if (kind < 0.12) copy[part] = ''
      else if (kind < 0.2) copy[part] = born()[part]
      else if (kind < 0.26) [copy.first_name, copy.last_name] = [copy.last_name, copy.first_name]
      else copy[part] = slip(copy[part])
    }
    return copy
  }

  /** One sign left out, doubled, another, or changed places. */
  function slip(text: string): string {
    if (text.length < 2) return text
    const at = 1 + Math.floor(random() * (text.length - 1))
    const other = /\d/.test(text[at] ?? '') ? digits(1) : pick('aeiourstln'.split(''))
    return pick([
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + text.slice(at - 1),
      text.slice(0, at) + other + text.slice(at + 1),
      text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1),
    ])
  }
}
