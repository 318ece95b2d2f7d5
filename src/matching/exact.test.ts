import { expect, test } from 'vitest'
import { isSame, mayBeSame, mayBeTwoEntries } from './exact.ts'

const company = (name: string, more: Record<string, unknown> = {}) => ({ name, ...more })

test('one name is one company where the country, the domain or the legal form is the same too', () => {
  const bergmann = company('Bergmann Stadtwerke AG', { country: 'CH' })
  expect(isSame('account', bergmann, company('BERGMANN STADTWERKE', { country: 'CH' }))).toBe(true)
  expect(isSame('account', bergmann, company('Bergmann Stadtwerke A.G.'))).toBe(true)
  const site = { domains: ['bergmann.example'] }
  expect(isSame('account', company('Bergmann Stadtwerke', site), company('Bergmann Stadtwerke AG', site))).toBe(true)
})

test('a name alone is not enough, nor where country or domain speak against it', () => {
  const corp = company('Mega Makanan Corp.', { country: 'US', domains: ['mega-makanan.example'] })
  expect(isSame('account', corp, company('Mega Makanan'))).toBe(false)
  expect(isSame('account', corp, company('Mega Makanan Sdn Bhd'))).toBe(false)
  expect(isSame('account', corp, company('Mega Makanan Corp.', { country: 'MY' }))).toBe(false)
  expect(isSame('account', corp, company('Mega Makanan Corp.', { country: 'US', domains: ['makanan.example'] }))).toBe(
    false,
  )
})

test('who bears one name but has another address at the same company is not taken for one', () => {
  const paul = { name: 'Paul Dunn', email: 'paul.dunn@keystone.example' }
  expect(isSame('contact', paul, { name: 'paul dunn', email: 'paul.dunn2@keystone.example' })).toBe(false)
  expect(isSame('contact', paul, { name: 'Paul Dunn', email: 'pauldunn@gmail.com' })).toBe(true)
  expect(isSame('contact', paul, { name: 'Paul Dunn' })).toBe(true)
})

test('behind a shared mailbox only the whole name tells', () => {
  const info = { email: 'info@tijuca.example' }
  const mother = { name: 'Fernanda Figueiredo Alves', ...info }
  expect(isSame('contact', mother, { name: 'Fernanda Alves Júnior', ...info })).toBe(false)
  expect(isSame('contact', mother, { name: 'fernanda figueiredo alves', ...info })).toBe(true)
  expect(isSame('contact', mother, info)).toBe(false)
})

test('where somebody can be asked, a name alone is reason enough to ask', () => {
  const microsoft = company('Microsoft Corporation', { country: 'US' })
  expect(mayBeSame('account', microsoft, company('Microsoft'))).toBe(true)
  expect(mayBeSame('account', microsoft, company('Microsoft', { country: 'MY' }))).toBe(false)
  const paul = { name: 'Paul Dunn', email: 'paul.dunn@keystone.example' }
  expect(mayBeSame('contact', paul, { name: 'paul dunn', email: 'paul.dunn2@keystone.example' })).toBe(true)
})

test('a list that has two entries of one name may mean two by them, unless a contract or a telephone says otherwise', () => {
  const areTwo = (a: object, b: object, haveIds = true) =>
    mayBeTwoEntries('account', {
      a: company('DSN Logistics', { ...a }),
      b: company('DSN Logistics', { ...b }),
      haveIds,
    })
  const term = { contract_start: '2024-05-02', renewal_date: '2027-05-02' }
  const another = { contract_start: '2025-12-12', renewal_date: '2026-12-12' }
  expect(areTwo({ country: 'SG' }, { country: 'SG' })).toBe(true)
  expect(areTwo({ phone: '+6563951498' }, { phone: '+6563951498' })).toBe(false)
  expect(areTwo(term, term)).toBe(false)
  expect(areTwo(term, another)).toBe(true)
  // A sheet that repeats a company for each of its people gives it no id.
  expect(areTwo({ country: 'SG' }, { country: 'SG' }, false)).toBe(false)
  expect(areTwo(term, another, false)).toBe(true)
})
