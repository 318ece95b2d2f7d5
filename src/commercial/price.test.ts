import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PerUnitPrice, Tier, TieredPrice } from './billing-subscription.ts'
import { decimal, fraction, zero } from './fraction.ts'
import { priceOfItem } from './price.ts'

const tiers: Tier[] = [
  { upTo: 50n, unitAmount: fraction(3060n), flatAmount: fraction(15300n) },
  { upTo: 200n, unitAmount: fraction(2448n), flatAmount: fraction(30600n) },
  { upTo: null, unitAmount: decimal('1836.5'), flatAmount: zero },
]

test('graduated tiers price each unit by the tier it falls into, and every tier reached adds its flat amount', () => {
  expect(tiered('graduated', 50n)).toEqual(fraction(50n * 3060n + 15300n))
  expect(tiered('graduated', 51n)).toEqual(fraction(50n * 3060n + 15300n + 2448n + 30600n))
  // 153 000 + 15 300 + 150 × 2 448 + 30 600 + 1 836.5
  expect(tiered('graduated', 201n)).toEqual(decimal('567936.5'))
})

test('volume tiers price every unit by the tier the whole quantity reaches, with the flat amount of that tier only', () => {
  expect(tiered('volume', 50n)).toEqual(fraction(50n * 3060n + 15300n))
  expect(tiered('volume', 51n)).toEqual(fraction(51n * 2448n + 30600n))
  expect(tiered('volume', 201n)).toEqual(decimal('369136.5'))
})

test('a quantity of zero is still in the first tier and owes its flat amount', () => {
  expect(tiered('graduated', 0n)).toEqual(fraction(15300n))
  expect(tiered('volume', 0n)).toEqual(fraction(15300n))
})

test('graduated and volume pricing agree as long as the first tier holds everything', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 50n }), (quantity) => {
      expect(tiered('graduated', quantity)).toEqual(tiered('volume', quantity))
    }),
  )
})

test('under graduated pricing one unit more never costs less', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1000n }), (quantity) => {
      const [fewer, more] = [tiered('graduated', quantity), tiered('graduated', quantity + 1n)]
      return more.numerator * fewer.denominator >= fewer.numerator * more.denominator
    }),
  )
})

test('a unit price below the smallest coin is multiplied before anything is rounded', () => {
  expect(priceOfItem({ price: perUnit('0.0125'), quantity: 3n })).toEqual(fraction(3n, 80n))
})

test('units sold in packages are billed by the package, the last one as its price says', () => {
  const inFives = (round: 'up' | 'down') => perUnit('1000', { size: 5n, round })
  expect(priceOfItem({ price: inFives('up'), quantity: 12n })).toEqual(fraction(3000n))
  expect(priceOfItem({ price: inFives('down'), quantity: 12n })).toEqual(fraction(2000n))
  expect(priceOfItem({ price: inFives('up'), quantity: 10n })).toEqual(fraction(2000n))
})

test('a metered item is not recurring, whatever was used', () => {
  expect(priceOfItem({ price: { scheme: 'metered' }, quantity: 9000n })).toEqual(zero)
})

function tiered(scheme: TieredPrice['scheme'], quantity: bigint) {
  return priceOfItem({ price: { scheme, tiers }, quantity })
}

function perUnit(unitAmount: string, packages: PerUnitPrice['packages'] = null): PerUnitPrice {
  return { scheme: 'per_unit', unitAmount: decimal(unitAmount), packages }
}
