import { expect, test } from 'vitest'
import { plainNumber, writtenNumber } from './number-text.ts'

test.each([
  ['1,250.5', 'en', '1250.5'],
  ['1.250,5', 'es', '1250.5'],
  ['1.250', 'es', '1250'],
  ['12.5', 'es', '12.5'],
  ['1 250', 'pt-BR', '1250'],
  ['−3,5', 'pt-BR', '-3.5'],
  ['12.5 %', 'ms', '12.5'],
  ['twelve', 'en', null],
  ['1.2.3', 'en', null],
  ['', 'en', null],
])('%s, written in %s, is %s', (text, locale, plain) => {
  expect(plainNumber(text, locale)).toBe(plain)
})

test('what is shown for typing is read back as the same number, in every language', () => {
  for (const locale of ['en', 'es', 'pt-BR', 'ms'])
    for (const plain of ['0', '1250', '1250.5', '-0.25', '99999999.99'])
      expect(plainNumber(writtenNumber(plain, locale), locale), `${plain} in ${locale}`).toBe(plain)
})
