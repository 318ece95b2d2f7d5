import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBoolean } from './boolean.ts'
import { type DateOrder, readDate } from './date.ts'
import { readMoney } from './money.ts'
import { type DecimalMark, readNumber } from './number.ts'

describe('numbers', () => {
  const readings: [text: string, mark: DecimalMark | null, value: string][] = [
    ['28.471,00', ',', '28471'],
    ['-28.471,50', ',', '-28471.5'],
    ['251,913.86', '.', '251913.86'],
    ['1 234,50', ',', '1234.5'],
    ['1\u202f234\u00a0567,5', ',', 'fault'],
    ['1\u202f234\u202f567,5', ',', '1234567.5'],
    ["35'000.00", '.', '35000'],
    ['35’000', '.', '35000'],
    ['12,34,567.80', '.', '1234567.8'],
    ['(85,983.00)', '.', '-85983'],
    ['1.200-', ',', '-1200'],
    ['−7', null, '-7'],
    ['007', null, '7'],
    ['-0.00', '.', '0'],
    ['.5', '.', '0.5'],
    ['12.', '.', '12'],
    ['1.2E+5', null, '120000'],
    ['1.5e-3', null, '0.0015'],
    ['9007199254740993.01', '.', '9007199254740993.01'],
    ['1.234.567', null, '1234567'],
    ['1,50', null, '1.5'],
    ['1,234.5', null, '1234.5'],
    ['0,123', null, '0.123'],
  ]

  test('are read exactly, by the mark of their column or by the only reading that fits', () => {
    for (const [text, mark, value] of readings) {
      const read = readNumber(text, mark)
      expect([text, 'value' in read ? read.value : 'fault']).toEqual([text, value])
    }
  })

  test('that two readings fit are ambiguous without the mark of their column', () => {
    expect(readNumber('1,234', null)).toEqual({ fault: 'ambiguous_number' })
    expect(readNumber('1,234', '.')).toEqual({ value: '1234' })
    expect(readNumber('1,234', ',')).toEqual({ value: '1.234' })
  })

  test('that are none, or are grouped wrongly, are faults', () => {
    for (const text of [
      '',
      ' ',
      '-',
      'n/a',
      '1.2.3',
      '12,34',
      '1,2345',
      '1,234,56',
      '12a',
      '--5',
      '5%',
      '.',
      '0x10',
      '#REF!',
    ])
      expect([text, readNumber(text, '.')]).toEqual([text, { fault: 'not_a_number' }])
    expect(readNumber('9'.repeat(61), '.')).toEqual({ fault: 'not_a_number' })
  })

  test('written in any of these ways come back as they were', () => {
    const styles = [
      { group: ',', mark: '.' },
      { group: '.', mark: ',' },
      { group: ' ', mark: ',' },
      { group: "'", mark: '.' },
      { group: '', mark: '.' },
    ] as const
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.nat(99),
        fc.constantFrom(...styles),
        (whole, cents, style) => {
          const digits = String(whole)
            .replace('-', '')
            .replace(/\B(?=(\d{3})+$)/g, style.group)
          const sign = whole < 0n ? '-' : ''
          const read = readNumber(`${sign}${digits}${style.mark}${String(cents).padStart(2, '0')}`, style.mark)
          const fraction = String(cents).padStart(2, '0').replace(/0+$/, '')
          const sent = whole === 0n && fraction === '' ? '0' : `${whole}${fraction && `.${fraction}`}`
          expect(read).toEqual({ value: sent })
        },
      ),
    )
  })
})

describe('money', () => {
  test('is read with its sign and currency, wherever they stand', () => {
    const readings: [text: string, mark: DecimalMark, amount: string, currency?: string][] = [
      ['RM 240,966.13', '.', '240966.13', 'MYR'],
      ['R$ 1.234,50', ',', '1234.5', 'BRL'],
      ['US$ 10', '.', '10', 'USD'],
      ['-€ 1.000,00', ',', '-1000', 'EUR'],
      ['€-5', ',', '-5', 'EUR'],
      ['1 234,50 €', ',', '1234.5', 'EUR'],
      ['usd 12', '.', '12', 'USD'],
      ['12.50 GBP', '.', '12.5', 'GBP'],
      ["CHF 35'000.00", '.', '35000', 'CHF'],
      ['(£85,983.00)', '.', '-85983', 'GBP'],
      ['£(1)', '.', '-1', 'GBP'],
      ['7047.20', '.', '7047.2'],
    ]
    for (const [text, mark, amount, currency] of readings)
      expect([text, readMoney(text, mark)]).toEqual([text, currency ? { amount, currency } : { amount }])
  })

  test('with a sign that several currencies share leaves the currency open', () => {
    expect(readMoney('($85,983.00)', '.')).toEqual({ amount: '-85983', sharedSign: '$' })
    expect(readMoney('-$67,288.00', '.')).toEqual({ amount: '-67288', sharedSign: '$' })
  })

  test('that is none is a fault', () => {
    expect(readMoney('12 apples', '.')).toEqual({ fault: 'unknown_currency' })
    for (const text of ['', 'USD', '-(5)', '(-5)', 'US$ 5 EUR', '5 + 5', 'call me'])
      expect([text, readMoney(text, '.')]).toEqual([text, { fault: 'not_a_number' }])
  })
})

describe('dates', () => {
  const readings: [text: string, order: DateOrder | null, iso: string][] = [
    ['26/11/2022', 'dmy', '2022-11-26'],
    ['04/24/2027', 'mdy', '2027-04-24'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['3.4.26', 'dmy', '2026-04-03'],
    ['13/01/2026', null, '2026-01-13'],
    ['05/05/2026', null, '2026-05-05'],
    ['2024-02-29', null, '2024-02-29'],
    ['2024/2/9', 'dmy', '2024-02-09'],
    ['20240131', 'ymd', '2024-01-31'],
    ['2024-08-21T04:38:00.000+0000', 'ymd', '2024-08-21'],
    ['26/11/2022 14:05', 'dmy', '2022-11-26'],
    ['24 April 2024', null, '2024-04-24'],
    ['Apr 24, 2024', null, '2024-04-24'],
    ['March 3rd, 2026', null, '2026-03-03'],
    ['24 de março de 2024', null, '2024-03-24'],
    ['1º de setembro de 2024', null, '2024-09-01'],
    ['5 de enero del 2025', null, '2025-01-05'],
    ['31-Dis-24', null, '2024-12-31'],
    ['3 Ogos 2026', null, '2026-08-03'],
    ['12 Mac 2026', null, '2026-03-12'],
  ]

  test('are read by the order of their column, year first or with the month’s name in four languages', () => {
    for (const [text, order, iso] of readings) expect([text, readDate(text, order)]).toEqual([text, { iso }])
  })

  test('that are not in the calendar, or not in the order of their column, are invalid', () => {
    const faults: [string, DateOrder][] = [
      ['30/02/2026', 'dmy'],
      ['31/04/2027', 'dmy'],
      ['12/15/2026', 'dmy'],
      ['13/01/2026', 'mdy'],
      ['29/02/2023', 'dmy'],
      ['29/02/1900', 'dmy'],
      ['2026-13-01', 'ymd'],
      ['13/05/2024', 'ymd'],
      ['31 Feb 2024', 'dmy'],
      ['45321', 'dmy'],
      ['1/2/2024/5', 'dmy'],
      ['tomorrow', 'dmy'],
      ['12 13 14', 'ymd'],
      ['', 'dmy'],
    ]
    for (const [text, order] of faults) expect([text, readDate(text, order)]).toEqual([text, { fault: 'invalid_date' }])
  })

  test('without an order, a day that could be a month is ambiguous', () => {
    expect(readDate('03/04/2026', null)).toEqual({ fault: 'ambiguous_date' })
  })

  test('every day of two centuries is read back in each order', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-')
        expect(readDate(`${d}/${m}/${y}`, 'dmy')).toEqual({ iso })
        expect(readDate(`${m}-${d}-${y}`, 'mdy')).toEqual({ iso })
        expect(readDate(`${y}.${m}.${d}`, 'ymd')).toEqual({ iso })
      }),
    )
  })
})

describe('yes and no', () => {
  test('are read in four languages, and nothing else is', () => {
    for (const text of ['yes', 'Sí', 'SIM', 'ya', '1', 'true', 'X', ' s '])
      expect(readBoolean(text)).toEqual({ value: true })
    for (const text of ['no', 'não', 'NAO', 'tidak', '0', 'False']) expect(readBoolean(text)).toEqual({ value: false })
    for (const text of ['', 'maybe', '2']) expect(readBoolean(text)).toEqual({ fault: 'not_yes_or_no' })
  })
})
