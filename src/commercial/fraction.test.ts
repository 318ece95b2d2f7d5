import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, fraction, minus, plus, rounded, times, zero } from './fraction.ts'

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator))

test('a fraction is kept in lowest terms with a positive denominator', () => {
  expect(fraction(6n, -8n)).toEqual({ numerator: -3n, denominator: 4n })
  expect(fraction(0n, -5n)).toEqual({ numerator: 0n, denominator: 1n })
})

test('a denominator of zero is refused', () => {
  expect(() => fraction(1n, 0n)).toThrow('1/0')
})

test('decimal text is read exactly, and what is not plain decimal text is refused', () => {
  expect(decimal('1836.5')).toEqual(fraction(3673n, 2n))
  expect(decimal('0.000000000001')).toEqual(fraction(1n, 10n ** 12n))
  expect(decimal('-0.07')).toEqual(fraction(-7n, 100n))
  for (const text of ['', '1e3', '1.', '.5', '1,5', ' 1', '1.5.2']) expect(() => decimal(text)).toThrow(RangeError)
})

test('a tenth and two tenths are exactly three tenths', () => {
  expect(plus(decimal('0.1'), decimal('0.2'))).toEqual(decimal('0.3'))
})

test('a half is rounded away from zero on either side, and anything nearer goes to the nearest', () => {
  const cases = [
    ['2.5', 3n],
    ['-2.5', -3n],
    ['0.5', 1n],
    ['-0.5', -1n],
    ['2.499999999999', 2n],
    ['-2.499999999999', -2n],
    ['2.500000000001', 3n],
    ['7', 7n],
  ] as const
  for (const [text, expected] of cases) expect(rounded(decimal(text)), text).toBe(expected)
})

test('rounding moves a value by a half at most', () => {
  fc.assert(
    fc.property(fractions, (value) => {
      const moved = minus(fraction(rounded(value)), value)
      const magnitude = moved.numerator < 0n ? -moved.numerator : moved.numerator
      return magnitude * 2n <= moved.denominator
    }),
  )
})

test('sums and products obey the laws of arithmetic without losing a digit', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(plus(a, plus(b, c))).toEqual(plus(plus(c, b), a))
      expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
      expect(minus(plus(a, b), b)).toEqual(a)
      expect(minus(a, a)).toEqual(zero)
    }),
  )
})
