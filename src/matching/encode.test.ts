import { expect, test } from 'vitest'
import { population } from '../../bench/matching-people.ts'
import type { Kind } from './columns.ts'
import { encode, openEncoder, type Values } from './encode.ts'

const { person } = population(240, 11)
const people = Array.from({ length: 240 }, (_, row): Values => person(row))
const companies: Values[] = people.map((each, row) => ({
  name: `${each['last_name']} ${row % 3 ? 'GmbH' : '(Berlin)'}`,
  legal_name: row % 2 ? `${each['last_name']} & ${each['first_name']} Ltd` : null,
  domains: [String(each['email']).split('@')[1], `${each['last_name']}.com`],
  people: [each['email']],
  mail_domains: [String(each['email']).split('@')[1]],
  ...each,
}))

test.each<[Kind, readonly Values[]]>([
  ['contact', people],
  ['account', companies],
])('pages of %ss read apart end in the very columns that reading them in one go makes', (kind, records) => {
  const [encoder, reader] = [openEncoder(kind), openEncoder(kind)]
  for (let from = 0; from < records.length; from += 70) {
    for (const values of records.slice(from, from + 70)) reader.add(values)
    encoder.append(reader.take())
  }
  expect(encoder.columns()).toEqual(encode(kind, records))
})
