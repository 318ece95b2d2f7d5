import { expect, test } from 'vitest'
import { readDay, readMoment, writeDay, writeMoment } from './day-text.ts'

test.each([
  ['31/12/2026', 'es', '2026-12-31'],
  ['12/31/2026', 'en', '2026-12-31'],
  ['31.12.26', 'pt-BR', '2026-12-31'],
  ['1-2-2027', 'ms', '2027-02-01'],
  ['2026-12-31', 'en', '2026-12-31'],
  ['31/12/2026', 'en', null],
  ['30/02/2026', 'es', null],
  ['29/02/2028', 'es', '2028-02-29'],
  ['31/12', 'es', null],
  ['soon', 'en', null],
  ['', 'en', null],
])('%s, written in %s, is the day %s', (text, locale, day) => {
  expect(readDay(text, locale)).toBe(day)
})

test.each([
  ['31/12/2026 14:30', 'es', '2026-12-31T14:30'],
  ['12/31/2026 2:30 pm', 'en', '2026-12-31T14:30'],
  ['12/31/2026 12:05 a.m.', 'en', '2026-12-31T00:05'],
  ['2026-12-31T09:15', 'pt-BR', '2026-12-31T09:15'],
  ['31/12/2026', 'ms', '2026-12-31T00:00'],
  ['31/12/2026 25:00', 'es', null],
  ['at noon', 'en', null],
])('%s, written in %s, is the moment %s', (text, locale, moment) => {
  expect(readMoment(text, locale)).toBe(moment)
})

test('what is shown for typing is read back as the same, in every language', () => {
  for (const locale of ['en', 'es', 'pt-BR', 'ms']) {
    for (const day of ['2026-01-02', '2026-12-31', '1999-07-15'])
      expect(readDay(writeDay(day, locale), locale), `${day} in ${locale}`).toBe(day)
    expect(readMoment(writeMoment('2026-03-04T05:06', locale), locale)).toBe('2026-03-04T05:06')
  }
})
