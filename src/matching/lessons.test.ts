import { expect, test } from 'vitest'
import { population } from '../../bench/matching-people.ts'
import { agreementOf } from '../../bench/matching-truth.ts'
import { groundOf, matchAll } from './bulk/index.ts'
import { contactModel } from './contact-model.ts'
import { encode } from './encode.ts'
import { learnFrom } from './lessons.ts'
import { weightsOf } from './model.ts'
import { sharesOf, withShares } from './shares.ts'

const people = (rows: number) => {
  const { entityOf, person } = population(rows, 7)
  return { entityOf, records: Array.from({ length: rows }, (_, row) => person(row)) }
}

test('weights are learned from the records themselves, find people as well as the shipped ones, and can be kept', async () => {
  const { entityOf, records } = people(4_000)
  const ground = groundOf(encode('contact', records))
  const learned = learnFrom(ground)
  expect(learned.isLearned).toBe(true)
  expect(learned.model).not.toEqual(contactModel)
  const f1 = async (model: typeof contactModel) =>
    agreementOf((await matchAll({ ...ground, model }, { threads: 1 })).clusterOf, entityOf).f1
  expect(await f1(learned.model)).toBeGreaterThan((await f1(contactModel)) - 0.002)

  const kept = JSON.parse(JSON.stringify(sharesOf(learned.model)))
  const again = withShares(contactModel, kept)
  expect(again?.fields.map(weightsOf)).toEqual(learned.model.fields.map(weightsOf))
  expect(withShares(contactModel, { ...kept, given: [[0.5, 0.5]] })).toBeNull()
})

test('too few records teach nothing, and say so', () => {
  const learned = learnFrom(groundOf(encode('contact', people(300).records)))
  expect(learned).toMatchObject({ model: contactModel, isLearned: false })
  expect(!learned.isLearned && learned.because.en).toMatch(/100 pairs at least .* by e-mail there are \d+/)
})

test('records whose mailboxes were handed round teach nothing', () => {
  // As after an import that shifted a column: everybody has the address of the next, and names agree by chance only.
  const { records } = people(4_000)
  const shifted = records.map((record, i) => ({ ...record, email: records[i - (i % 2)]?.email ?? null }))
  expect(learnFrom(groundOf(encode('contact', shifted)))).toMatchObject({ model: contactModel, isLearned: false })
})
