// How two companies are compared, cheapest first.
import { type Columns, codesOf, factsOf, listOf, textsIn } from '../columns.ts'
import { compareCompanyNames } from './company-names.ts'
import { type Comparison, type IsHeld, remembered } from './comparison.ts'
import { compareAddresses, comparePhones, compareTexts } from './phones-and-addresses.ts'
import { textOf } from './strings.ts'

export const accountComparisons = (columns: Columns, isHeld: IsHeld): Comparison[] => [
  compareDomains(columns),
  compareTexts(columns, 'registration', (length) => (length >= 8 ? 1 : 0)),
  comparePhones(columns, ['phone'], isHeld),
  compareCountries(columns),
  equal(columns, 'form'),
  equal(columns, 'industry'),
  branch(columns),
  compareTerms(columns),
  comparePeople(columns),
  compareAddresses(columns),
  compareCompanyNames(columns),
]

/**
 * 5 a domain in common, 4 one of them only by the mail of its people, 3 the same word before another ending, 2 another one by mail,
 * 1 other domains.
 */
function compareDomains(columns: Columns): Comparison {
  const [domain, mail] = [codesOf(columns, 'domain'), codesOf(columns, 'mail')]
  const [domains, labels] = [listOf(columns, 'domains'), listOf(columns, 'labels')]
  const label = factsOf(columns, 'domain_label')
  const level = (a: number, b: number): number => {
    const [one, other] = [domain[a] as number, domain[b] as number] // rows of these columns
    if (one !== 0 && other !== 0) {
      if (one === other || meet(domains, a, b)) return 5
      return label[one] === label[other] || meet(labels, a, b) ? 3 : 1
    }
    const [first, second] = [one || (mail[a] as number), other || (mail[b] as number)]
    if (first === 0 || second === 0) return 0
    // People write from other companies' domains too; where both sides are known by mail alone, another one says nothing.
    return first === second ? 4 : one === 0 && other === 0 ? 0 : 2
  }
  return {
    fields: ['domain'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

function equal(columns: Columns, field: string): Comparison {
  const codes = codesOf(columns, field)
  const level = (a: number, b: number): number => (codes[a] === 0 || codes[b] === 0 ? 0 : codes[a] === codes[b] ? 2 : 1)
  return {
    fields: [field],
    reads: [field],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** 2 the same, 1 another; where one is not told, another if no country that knows its legal form is the other's. */
function compareCountries(columns: Columns): Comparison {
  const [country, possible] = [codesOf(columns, 'country'), codesOf(columns, 'form_countries')]
  const [countries, formCountries] = [textsIn(columns, 'country'), textsIn(columns, 'form_countries')]
  const haveNone = remembered((one, other) => {
    const [told, ofForm] = [textOf(one < 0 ? formCountries : countries, Math.abs(one)), textOf(formCountries, other)]
    return told.split(' ').some((code) => ofForm.includes(code)) ? 0 : 1
  })
  const level = (a: number, b: number): number => {
    const one = country[a] as number // rows of these columns
    const other = country[b] as number
    if (one !== 0 && other !== 0) return one === other ? 2 : 1
    const [ofOne, ofOther] = [one || -(possible[a] as number), other || -(possible[b] as number)]
    if (ofOne === 0 || ofOther === 0 || ofOne === ofOther) return 0
    return ofOther < 0 ? haveNone(ofOne, -ofOther) : haveNone(ofOther, -ofOne)
  }
  return {
    fields: ['country'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** A branch named on one side only is another place of the company; but who sits in Brazil may well leave "(Brazil)" away. */
function branch(columns: Columns): Comparison {
  const [codes, named] = [codesOf(columns, 'branch'), codesOf(columns, 'branch_country')]
  const [country, city] = [codesOf(columns, 'country'), codesOf(columns, 'city')]
  const place = codesOf(columns, 'branch_city')
  const level = (a: number, b: number): number => {
    if (codes[a] === codes[b]) return codes[a] === 0 ? 0 : 2
    if (codes[a] !== 0 && codes[b] !== 0) return 1
    const [whole, part] = codes[a] === 0 ? [a, b] : [b, a]
    const isThere =
      (named[part] !== 0 && country[whole] === named[part]) || (place[part] !== 0 && city[whole] === place[part])
    return isThere ? 0 : 1
  }
  return {
    fields: ['branch'],
    reads: ['branch'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** 3 the same day, 2 the same day of the year, or one day of two, 1 another contract. A contract without a beginning is told by its end. */
function compareTerms(columns: Columns): Comparison {
  const [start, renewal] = [codesOf(columns, 'start'), codesOf(columns, 'renewal')]
  const level = (a: number, b: number): number => {
    const begun = compareDays(start[a] as number, start[b] as number) // rows of these columns
    if (begun === 3) return 3
    const renewed = compareDays(renewal[a] as number, renewal[b] as number)
    return begun === 0 ? renewed : renewed > 1 ? 2 : begun
  }
  return {
    fields: ['term'],
    reads: ['term'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

/** 3 the same day, 2 the same but for the year, 1 another, 0 where one is not known. */
function compareDays(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  if (a === b) return 3
  // What begins on a day ends the day before, and some write that.
  return Math.abs((a % 10000) - (b % 10000)) <= 1 ? 2 : 1
}

/** 4 several people in common, 3 one, 2 none though both have some, 1 none though both have several. */
function comparePeople(columns: Columns): Comparison {
  const { starts, items } = listOf(columns, 'people')
  const level = (a: number, b: number): number => {
    const [fromA, toA, fromB, toB] = [starts[a], starts[a + 1], starts[b], starts[b + 1]] as [
      number,
      number,
      number,
      number,
    ]
    if (fromA === toA || fromB === toB) return 0
    let common = 0
    for (let i = fromA; i < toA; i++) for (let j = fromB; j < toB; j++) if (items[i] === items[j]) common++
    if (common > 0) return common === 1 ? 3 : 4
    return Math.min(toA - fromA, toB - fromB) >= several ? 1 : 2
  }
  return {
    fields: ['people'],
    quick: level,
    full: level,
    quickAll(ones, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = level(ones[i] as number, others[i] as number)
    },
  }
}

const several = 3

function meet({ starts, items }: { starts: Int32Array; items: Int32Array }, a: number, b: number): boolean {
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i++)
    for (let j = starts[b] as number; j < (starts[b + 1] as number); j++) if (items[i] === items[j]) return true
  return false
}
