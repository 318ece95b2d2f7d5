// Blocking keys of whole columns: for each rule a number per row, equal where two rows should be compared, 0 where the rule has
// nothing to say. Rules that find the same pairs in different ways stand beside each other, because each survives other mistakes.
import { type Columns, codesOf, factsOf, listOf, sharedInts, type Texts, textsIn } from './columns.ts'
import { textOf } from './compare/strings.ts'
import { genericWords } from './normalise/generic-words.ts'
import { soundOf } from './normalise/sound.ts'

export type BlockingRule = { name: string; keys: Int32Array }

/** The rules of a kind, the cheapest first. Numbers of one rule mean nothing in another. */
export const blockingKeys = (columns: Columns): BlockingRule[] =>
  columns.kind === 'contact' ? contactRules(columns) : accountRules(columns)

function contactRules(columns: Columns): BlockingRule[] {
  const column = (name: string): Int32Array => codesOf(columns, name)
  const { starts, items } = listOf(columns, 'name_words')
  const sounds = byCode(textsIn(columns, 'word'), soundOf)
  const sound = (codes: Int32Array, which: 'first' | 'last'): Int32Array =>
    mapped(codes, (code) => {
      const [from, to] = [starts[code] as number, starts[code + 1] as number] // a code of names
      return from === to ? 0 : (sounds[items[which === 'first' ? from : to - 1] as number] as number)
    })
  const [given, family] = [sound(column('given'), 'first'), sound(column('family'), 'last')]
  const headsOfStreets = byCode(textsIn(columns, 'street'), (street) => street.slice(0, 5))
  const headOfStreet = mapped(column('street'), (code) => headsOfStreets[code] ?? 0)
  return [
    { name: 'national id', keys: column('national_id') },
    { name: 'e-mail', keys: column('email') },
    ...phoneRules(columns),
    { name: 'day of birth', keys: column('birth') },
    { name: 'family name and postcode', keys: paired(column('family'), column('postcode')) },
    { name: 'sound of both names', keys: paired(given, family, true) },
    { name: 'sound of given and first family name', keys: paired(given, sound(column('family'), 'first'), true) },
    ...wordsAt(columns, column('domain'), 'domain'),
    ...wordsAt(columns, column('employer'), 'company'),
    // At a company without many people an address that is no name can still be compared with everybody's names.
    { name: 'company of a nameless one', keys: companyOfNameless(columns) },
    { name: 'street and postcode', keys: paired(headOfStreet, column('postcode')) },
    { name: 'given name and street', keys: paired(given, column('street')) },
    { name: 'family name and street', keys: paired(family, column('street')) },
    ...(columns.rows <= mostForWide ? wideRules(columns, given, family) : []),
  ].filter(({ keys }) => keys.some((key) => key !== 0))
}

/** Of so few records more can be compared: who have one name of theirs and the town or the year of birth in common. */
const mostForWide = 50_000

function wideRules(columns: Columns, given: Int32Array, family: Int32Array): BlockingRule[] {
  const year = mapped(codesOf(columns, 'birth'), (day) => Math.trunc(day / 10_000))
  const places: [string, Int32Array][] = [
    ['town', codesOf(columns, 'city')],
    ['year of birth', year],
  ]
  return [
    ...places.flatMap(([where, place]) => [
      { name: `given name and ${where}`, keys: paired(given, place) },
      { name: `family name and ${where}`, keys: paired(family, place) },
      ...wordsAt(columns, place, where),
    ]),
    { name: 'town and year of birth', keys: paired(codesOf(columns, 'city'), year) },
  ]
}

/** Names at a company by each of their words, for which word stands where is not always known. */
function wordsAt(columns: Columns, company: Int32Array, where: string): BlockingRule[] {
  const [given, family] = [codesOf(columns, 'given'), codesOf(columns, 'family')]
  const { starts, items } = listOf(columns, 'name_words')
  const sounds = byCode(textsIn(columns, 'word'), (word) => (word.length > 1 ? soundOf(word) : ''))
  return Array.from({ length: 3 }, (_, shelf) => {
    const words = new Int32Array(columns.rows)
    for (let row = 0; row < columns.rows; row++) {
      if (company[row] === 0) continue
      for (const code of [given[row] as number, family[row] as number])
        for (let i = starts[code] as number; i < (starts[code + 1] as number); i++) {
          const sound = sounds[items[i] as number] as number // a code of words
          if (sound !== 0 && sound % 3 === shelf) words[row] = sound
        }
    }
    return { name: `name at a ${where}, shelf ${shelf + 1}`, keys: paired(words, company) }
  })
}

/**
 * A number may be one's telephone and another's mobile, so that numbers are put on shelves as words are. Where somebody's two are on
 * one shelf, the telephone has it in one set of rules and the mobile in the other.
 */
function phoneRules(columns: Columns): BlockingRule[] {
  const [phone, mobile] = [codesOf(columns, 'phone'), codesOf(columns, 'mobile')]
  const tails = factsOf(columns, 'phone_tail')
  const shelved = (name: string, one: Int32Array, other: Int32Array): BlockingRule[] =>
    Array.from({ length: 3 }, (_, shelf) => ({
      name: `${name}, shelf ${shelf + 1}`,
      keys: sharedInts(
        columns.rows,
        one.map((code, row) => {
          const [first, second] = [tails[code] as number, tails[other[row] as number] as number] // codes of telephones
          return first % 3 === shelf ? first : second % 3 === shelf ? second : 0
        }),
      ),
    }))
  const hasMobiles = mobile.some((code) => code !== 0)
  return [...shelved('phone', phone, mobile), ...(hasMobiles ? shelved('mobile', mobile, phone) : [])]
}

/** The company's code for all rows of companies that have somebody without a name, where these are few; 0 for all others. */
function companyOfNameless(columns: Columns): Int32Array {
  const [given, family] = [codesOf(columns, 'given'), codesOf(columns, 'family')]
  const [employer, domain] = [codesOf(columns, 'employer'), codesOf(columns, 'domain')]
  const company = (row: number): number =>
    employer[row] ? 2 * (employer[row] as number) : domain[row] ? 2 * (domain[row] as number) + 1 : 0
  const [people, nameless] = [new Map<number, number>(), new Set<number>()]
  for (let row = 0; row < columns.rows; row++) {
    const key = company(row)
    if (key === 0) continue
    people.set(key, (people.get(key) ?? 0) + 1)
    if (given[row] === 0 && family[row] === 0) nameless.add(key)
  }
  return sharedInts(
    columns.rows,
    employer.map((_, row) => (nameless.has(company(row)) && (people.get(company(row)) ?? 0) <= 60 ? company(row) : 0)),
  )
}

function accountRules(columns: Columns): BlockingRule[] {
  const name = codesOf(columns, 'name')
  const heads = byCode(textsIn(columns, 'joined'), (joined) => joined.slice(0, 8))
  const joined = factsOf(columns, 'name_joined')
  const label = factsOf(columns, 'domain_label')
  const initials = byCode(textsIn(columns, 'name'), initialsOf)
  const [domain, mail] = [codesOf(columns, 'domain'), codesOf(columns, 'mail')]
  return [
    { name: 'registration', keys: codesOf(columns, 'registration') },
    { name: 'domain', keys: domain },
    {
      name: 'domain or mail',
      keys: sharedInts(
        columns.rows,
        domain.map((code, row) => code || (mail[row] ?? 0)),
      ),
    },
    { name: 'phone', keys: codesOf(columns, 'phone') },
    { name: 'name', keys: name },
    { name: 'head of the name', keys: mapped(name, (code) => heads[joined[code] ?? 0] ?? 0) },
    {
      name: 'name or domain',
      keys: sharedInts(
        columns.rows,
        domain.map((code, row) => heads[label[code] || (joined[name[row] ?? 0] ?? 0)] ?? 0),
      ),
    },
    { name: 'initials', keys: mapped(name, (code) => initials[code] ?? 0) },
    ...wordRules(columns),
    ...peopleRules(columns),
    { name: 'house and street', keys: paired(codesOf(columns, 'house'), codesOf(columns, 'street')) },
  ].filter(({ keys }) => keys.some((key) => key !== 0))
}

/** Companies that some person stands in both of. */
function peopleRules(columns: Columns): BlockingRule[] {
  const { starts, items } = listOf(columns, 'people')
  return Array.from({ length: 4 }, (_, shelf) => ({
    name: `person, shelf ${shelf + 1}`,
    keys: sharedInts(
      columns.rows,
      Int32Array.from({ length: columns.rows }, (_, row) => {
        const own = items.subarray(starts[row], starts[row + 1])
        return own.find((person) => person % 4 === shelf) ?? 0
      }),
    ),
  }))
}

/** "IBM" and "International Business Machines". */
function initialsOf(name: string): string {
  const words = name.split(' ')
  if (words.length === 1) return name.length >= 2 && name.length <= 5 ? name : ''
  return words.length >= 3 ? words.map((word) => word[0]).join('') : ''
}

const shelves = 6

/**
 * A name has several words and a rule one key a row. So words are put on shelves by their sound: a word is always on the same
 * shelf, wherever in a name it stands, and each shelf is a rule that holds the rarest of a name's words on it.
 */
function wordRules(columns: Columns): BlockingRule[] {
  const words = textsIn(columns, 'word')
  const counts = factsOf(columns, 'word_count')
  const { starts, items } = listOf(columns, 'name_words')
  const [names, name] = [listOf(columns, 'names'), codesOf(columns, 'name')]
  const sounds = byCode(words, (word) => (genericWords.has(word) ? '' : soundOf(word)))
  return Array.from({ length: shelves }, (_, shelf) => ({
    name: `word on shelf ${shelf + 1}`,
    keys: sharedInts(
      columns.rows,
      name.map((_, row) => {
        let [best, fewest] = [0, Number.POSITIVE_INFINITY]
        for (const code of names.items.subarray(names.starts[row], names.starts[row + 1]))
          for (const word of items.subarray(starts[code], starts[code + 1])) {
            const sound = sounds[word] ?? 0
            if (sound === 0 || sound % shelves !== shelf || (counts[word] ?? 0) >= fewest) continue
            best = sound
            fewest = counts[word] ?? 0
          }
        return best
      }),
    ),
  }))
}

const mapped = (codes: Int32Array, to: (code: number) => number): Int32Array => {
  const known = new Map<number, number>([[0, 0]])
  return sharedInts(
    codes.length,
    codes.map((code) => {
      const found = known.get(code) ?? to(code)
      known.set(code, found)
      return found
    }),
  )
}

/** Under each code the number of what its text turns into; 0 where that is nothing. */
function byCode(texts: Texts, turn: (text: string) => string): Int32Array {
  const numbers = new Map<string, number>([['', 0]])
  const codes = new Int32Array(texts.starts.length - 1)
  for (let code = 1; code < codes.length; code++) {
    const turned = turn(textOf(texts, code))
    if (!numbers.has(turned)) numbers.set(turned, numbers.size)
    codes[code] = numbers.get(turned) ?? 0
  }
  return codes
}

/**
 * One number for two; where the order of the two tells nothing, both orders get the same. The numbers are mixed rather than counted
 * out, which takes no memory: a few rows in a million meet that need not.
 */
function paired(a: Int32Array, b: Int32Array, isEitherOrder = false): Int32Array {
  const keys = sharedInts(a.length)
  for (let row = 0; row < a.length; row++) {
    const one = a[row] as number // columns of the same rows
    const other = b[row] as number
    if (one === 0 || other === 0) continue
    const isTurned = isEitherOrder && one > other
    const mixed = Math.imul(isTurned ? other : one, 0x9e3779b1) ^ Math.imul(isTurned ? one : other, 0x85ebca6b)
    keys[row] = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) || 1
  }
  return keys
}
