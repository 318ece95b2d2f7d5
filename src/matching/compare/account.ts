// How two companies are compared, cheapest first.
import { type Columns, codesOf, factsOf, listOf } from '../columns.ts'
import { compareCompanyNames } from './company-names.ts'
import type { Comparison } from './comparison.ts'
import { compareAddresses, comparePhones, compareTexts } from './shared.ts'

export const accountComparisons = (columns: Columns): Comparison[] => [
  compareDomains(columns),
  compareTexts(columns, 'registration', (length) => (length >= 8 ? 1 : 0)),
  comparePhones(columns, ['phone']),
  equal(columns, 'country'),
  equal(columns, 'form'),
  equal(columns, 'industry'),
  branch(columns),
  compareAddresses(columns),
  compareCompanyNames(columns),
]

/** 3 a domain in common, 2 the same word before another ending, 1 other domains. */
function compareDomains(columns: Columns): Comparison {
  const domain = codesOf(columns, 'domain')
  const [domains, labels] = [listOf(columns, 'domains'), listOf(columns, 'labels')]
  const label = factsOf(columns, 'domain_label')
  const level = (a: number, b: number): number => {
    const [one, other] = [domain[a] as number, domain[b] as number] // rows of these columns
    if (one === 0 || other === 0) return 0
    if (one === other || meet(domains, a, b)) return 3
    return label[one] === label[other] || meet(labels, a, b) ? 2 : 1
  }
  return { fields: ['domain'], quick: level, full: level }
}

function equal(columns: Columns, field: string): Comparison {
  const codes = codesOf(columns, field)
  const level = (a: number, b: number): number => (codes[a] === 0 || codes[b] === 0 ? 0 : codes[a] === codes[b] ? 2 : 1)
  return { fields: [field], quick: level, full: level }
}

/** A branch named on one side only is another place of the same company, not the company. */
function branch(columns: Columns): Comparison {
  const codes = codesOf(columns, 'branch')
  const level = (a: number, b: number): number => (codes[a] === 0 && codes[b] === 0 ? 0 : codes[a] === codes[b] ? 2 : 1)
  return { fields: ['branch'], quick: level, full: level }
}

function meet({ starts, items }: { starts: Int32Array; items: Int32Array }, a: number, b: number): boolean {
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i++)
    for (let j = starts[b] as number; j < (starts[b + 1] as number); j++) if (items[i] === items[j]) return true
  return false
}
