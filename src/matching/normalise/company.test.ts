import { expect, test } from 'vitest'
import { companyWords, readCompany } from './company.ts'
import { withoutLegalForm } from './legal-forms.ts'

const wordsOf = (line: string): string => readCompany(line).map(companyWords).join(' | ')

test.each([
  ['Guzmán Metalúrgica S. de R.L. de C.V.', 'guzman metalurgica'],
  ['Vogelsang Stadtwerke GmbH & Co. KG', 'vogelsang stadtwerke'],
  ['PT Astra International Tbk', 'astra international'],
  ['ООО «Ромашка»', 'romashka'],
  ['Rimba Perunding Sdn. Bhd.', 'rimba perunding'],
  ['삼성전자 주식회사', 'samseongjeonja'],
  ['Spółka Morska Sp. z o.o.', 'spolka morska'],
  ['The Home Depot, Inc.', 'home depot'],
  ['Home Depot (The)', 'home depot'],
])('%s is compared as %s', (line, words) => {
  expect(wordsOf(line)).toBe(words)
})

test('a name that is nothing but legal forms keeps a word', () => {
  expect(wordsOf('Ltd')).toBe('ltd')
  expect(wordsOf('SA de CV').length).toBeGreaterThan(0)
  expect(withoutLegalForm(['co', 'inc']).words).toEqual(['co'])
})

test('the legal form is kept apart as evidence of its own', () => {
  expect(readCompany('Acme GmbH')[0]?.form).toBe('limited')
  expect(readCompany('Acme AG')[0]?.form).toBe('corporation')
  expect(readCompany('Acme GmbH & Co. KG')[0]?.form).toBe('partnership')
  expect(readCompany('Acme')[0]?.form).toBeNull()
  expect(readCompany('(株)北山工業')[0]).toMatchObject({ words: ['北山工業'], form: 'corporation' })
})

test('ampersands, abbreviations and initials are read as what they stand for', () => {
  expect(wordsOf('Brightwater and Sons Mfg. Corp')).toBe(wordsOf('Brightwater & Sons Manufacturing Corporation'))
  expect(wordsOf('Smith Bros. Intl Svcs')).toBe(wordsOf('Smith Brothers International Services'))
  expect(wordsOf('J. M. Smucker Company')).toBe('jm smucker')
})

test('a place behind the name is a branch, wherever it stands', () => {
  expect(readCompany('Carrington Consulting Group (United States), Inc.')[0]?.branch).toEqual(['united', 'states'])
  expect(readCompany('Sheffield Fairmont Foundation , Denver Corp.')[0]).toMatchObject({
    words: ['sheffield', 'fairmont', 'foundation'],
    branch: ['denver'],
  })
  expect(readCompany('Hövel Systemhaus – Niederlassung Bern AG')[0]?.branch).toEqual(['niederlassung', 'bern'])
})

test('the other name of a company is a name of it too', () => {
  expect(wordsOf('Sierra-Norte Salud S. de R.L. t/a Peñaloza & Co')).toBe('sierra norte salud | penaloza')
  expect(wordsOf('Revvity (Previously PerkinElmer)')).toBe('revvity | perkinelmer')
})

test('what a register or a colleague notes behind a name is no part of it', () => {
  expect(wordsOf('COSTCO WHOLESALE CORP /NEW')).toBe('costco wholesale')
  expect(wordsOf('Fox Corporation Class B')).toBe('fox')
  expect(wordsOf('Rimba Perunding - DO NOT USE')).toBe('rimba perunding')
})

test('a note behind a branch leaves the branch what it is', () => {
  expect(readCompany('Pemberton Petroleum , Boston Office - renewal')[0]).toMatchObject({
    words: ['pemberton', 'petroleum'],
    branch: ['boston', 'office'],
    isAside: false,
  })
})

test('a mere place behind a dash may only say where the company is', () => {
  expect(readCompany('Eastvale Capital - Edinburgh')[0]).toMatchObject({ branch: ['edinburgh'], isAside: true })
})
