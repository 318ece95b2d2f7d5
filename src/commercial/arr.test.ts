import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrOf, arrOfSubscription } from './arr.ts'
import type { BillingItem, BillingPeriod, BillingSubscription, Discount } from './billing-subscription.ts'
import { atLeastZero, decimal, type Fraction, fraction, minus, plus, zero } from './fraction.ts'

const asOf = new Date('2026-11-15T00:00:00Z')
const noDiscounts = { discounts: [] }

describe('status', () => {
  test('active and past due subscriptions count', () => {
    expect(arr({ status: 'active' })).toEqual(fraction(12000n))
    expect(arr({ status: 'past_due' })).toEqual(fraction(12000n))
  })

  test('nothing else counts: no trial, no end, no payment that never came', () => {
    const uncounted = ['trialing', 'canceled', 'incomplete', 'incomplete_expired', 'unpaid', 'paused'] as const
    for (const status of uncounted) expect(arr({ status }), status).toEqual(zero)
  })
})

describe('periods', () => {
  const cases: [BillingPeriod['interval'], bigint, Fraction][] = [
    ['month', 1n, fraction(12000n)],
    ['month', 3n, fraction(4000n)],
    ['month', 7n, fraction(12000n, 7n)],
    ['year', 1n, fraction(1000n)],
    ['year', 3n, fraction(1000n, 3n)],
    ['day', 1n, fraction(365000n)],
    ['week', 1n, fraction(365000n, 7n)],
  ]
  test.each(cases)('1000 every %s × %s is annualised exactly', (interval, count, expected) => {
    expect(arr({ period: { interval, count } })).toEqual(expected)
  })

  test('a week is the same as 7 days, and 12 months the same as a year', () => {
    expect(arr({ period: { interval: 'week', count: 1n } })).toEqual(arr({ period: { interval: 'day', count: 7n } }))
    expect(arr({ period: { interval: 'month', count: 12n } })).toEqual(arr({ period: { interval: 'year', count: 1n } }))
  })
})

describe('items', () => {
  test('items add up, and metered ones add nothing', () => {
    const metered: BillingItem = { price: { scheme: 'metered' }, quantity: 500n }
    expect(arr({ items: [seats(3n, '1250'), metered, seats(1n, '99.5')] })).toEqual(fraction(46194n))
  })
})

describe('discounts', () => {
  test('a coupon forever always counts, a coupon once never does', () => {
    expect(arr({ discounts: [percentOff('25')] })).toEqual(fraction(9000n))
    expect(arr({ discounts: [percentOff('25', 'once')] })).toEqual(fraction(12000n))
  })

  test('a repeating coupon counts until the very moment it ends', () => {
    const at = (until: string) => arr({ discounts: [percentOff('25', { until: new Date(until) })] })
    expect(at('2026-11-15T00:00:01Z')).toEqual(fraction(9000n))
    expect(at('2026-11-15T00:00:00Z')).toEqual(fraction(12000n))
    expect(at('2026-11-14T23:59:59Z')).toEqual(fraction(12000n))
  })

  test('percentages are each taken off what the one before left', () => {
    expect(arr({ discounts: [percentOff('50'), percentOff('20')] })).toEqual(fraction(4800n))
  })

  test('fixed amounts come off each period, after the percentages, in whatever order they were given', () => {
    // (1000 × 0.8 − 100) × 12, not (1000 − 100) × 0.8 × 12
    expect(arr({ discounts: [percentOff('20'), amountOff('100')] })).toEqual(fraction(8400n))
    expect(arr({ discounts: [amountOff('100'), percentOff('20')] })).toEqual(fraction(8400n))
  })

  test('a third that has no finite decimal share is kept exact', () => {
    expect(arr({ items: [seats(10n, '333')], discounts: [percentOff('33.33')] })).toEqual(decimal('26641.332'))
  })

  test('a discount larger than the price leaves zero, never a debt', () => {
    expect(arr({ discounts: [amountOff('600'), amountOff('600')] })).toEqual(zero)
    expect(arr({ discounts: [percentOff('100'), amountOff('1')] })).toEqual(zero)
  })

  test('an amount in another currency takes nothing off', () => {
    expect(arr({ discounts: [amountOff('100', 'USD')] })).toEqual(fraction(12000n))
  })

  test("the customer's discount applies only where the subscription has none, even if its own no longer counts", () => {
    const customer = { discounts: [percentOff('10')] }
    expect(arrOfSubscription(subscription(), customer, asOf)).toEqual(fraction(10800n))
    expect(arrOfSubscription(subscription({ discounts: [percentOff('25')] }), customer, asOf)).toEqual(fraction(9000n))
    const hidden = subscription({ discounts: [percentOff('25', 'once')] })
    expect(arrOfSubscription(hidden, customer, asOf)).toEqual(fraction(12000n))
  })
})

describe('totals', () => {
  test('currencies are never added together, and are listed in order', () => {
    const billed = [
      subscription({ currency: 'JPY' }),
      subscription(),
      subscription({ currency: 'KWD', status: 'canceled' }),
      subscription({ currency: 'JPY' }),
    ].map((subscription) => ({ subscription, customer: noDiscounts }))
    expect(arrOf(billed, asOf)).toEqual([
      { currency: 'EUR', minor: 12000n, exact: fraction(12000n) },
      { currency: 'JPY', minor: 24000n, exact: fraction(24000n) },
      { currency: 'KWD', minor: 0n, exact: zero },
    ])
  })

  test('the total is rounded once, not subscription by subscription', () => {
    const halves = subscription({ items: [seats(1n, '0.5')], period: { interval: 'year', count: 1n } })
    const billed = [halves, halves, halves].map((subscription) => ({ subscription, customer: noDiscounts }))
    expect(arrOf(billed, asOf)).toEqual([{ currency: 'EUR', minor: 2n, exact: fraction(3n, 2n) }])
  })

  test('no subscription is no currency', () => {
    expect(arrOf([], asOf)).toEqual([])
  })
})

describe('for any subscription', () => {
  test('one more discount never raises ARR, and ARR is never negative', () => {
    fc.assert(
      fc.property(subscriptions, discounts, (subscription, extra) => {
        const before = arrOfSubscription(subscription, noDiscounts, asOf)
        const more = { ...subscription, discounts: [...subscription.discounts, extra] }
        const after = arrOfSubscription(more, noDiscounts, asOf)
        expect(after.numerator).toBeGreaterThanOrEqual(0n)
        expect(minus(before, after)).toEqual(atLeastZero(minus(before, after)))
      }),
    )
  })

  test('the order of its discounts changes nothing', () => {
    fc.assert(
      fc.property(subscriptions, (subscription) => {
        const reversed = { ...subscription, discounts: subscription.discounts.toReversed() }
        expect(arrOfSubscription(reversed, noDiscounts, asOf)).toEqual(
          arrOfSubscription(subscription, noDiscounts, asOf),
        )
      }),
    )
  })

  test('without fixed amounts, splitting its items over two subscriptions changes nothing', () => {
    fc.assert(
      fc.property(subscriptions, fc.nat(5), (subscription, cut) => {
        const percentagesOnly = subscription.discounts.filter(({ takes }) => 'percent' in takes)
        const whole = { ...subscription, discounts: percentagesOnly }
        const parts = [whole.items.slice(0, cut), whole.items.slice(cut)].map((items) => ({ ...whole, items }))
        const [first = zero, second = zero] = parts.map((part) => arrOfSubscription(part, noDiscounts, asOf))
        expect(plus(first, second)).toEqual(arrOfSubscription(whole, noDiscounts, asOf))
      }),
    )
  })

  test('the total of a currency is exactly the sum of its subscriptions', () => {
    fc.assert(
      fc.property(fc.array(subscriptions, { minLength: 1, maxLength: 6 }), (all) => {
        const separate = all.map((subscription) => arrOfSubscription(subscription, noDiscounts, asOf)).reduce(plus)
        const [total, ...others] = arrOf(
          all.map((subscription) => ({ subscription, customer: noDiscounts })),
          asOf,
        )
        expect(total?.exact).toEqual(separate)
        expect(others).toEqual([])
      }),
    )
  })
})

/** One seat at 1000 a month in euro, unless said otherwise. */
function subscription(differences: Partial<BillingSubscription> = {}): BillingSubscription {
  return {
    id: 'sub_1',
    customerId: 'cus_1',
    status: 'active',
    currency: 'EUR',
    period: { interval: 'month', count: 1n },
    items: [seats(1n, '1000')],
    discounts: [],
    ...differences,
  }
}

function arr(differences: Partial<BillingSubscription>): Fraction {
  return arrOfSubscription(subscription(differences), noDiscounts, asOf)
}

function seats(quantity: bigint, unitAmount: string): BillingItem {
  return { price: { scheme: 'per_unit', unitAmount: decimal(unitAmount), packages: null }, quantity }
}

function percentOff(percent: string, lasts: Discount['lasts'] = 'forever'): Discount {
  return { takes: { percent: decimal(percent) }, lasts }
}

function amountOff(amount: string, currency = 'EUR'): Discount {
  return { takes: { amount: decimal(amount), currency }, lasts: 'forever' }
}

const minorUnits = fc.bigInt({ min: 0n, max: 5_000_000n }).map((thousandths) => fraction(thousandths, 1000n))
const lasting: fc.Arbitrary<Discount['lasts']> = fc.oneof(
  fc.constantFrom('forever' as const, 'once' as const),
  fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31') }).map((until) => ({ until })),
)
const discounts: fc.Arbitrary<Discount> = fc.record({
  lasts: lasting,
  takes: fc.oneof(
    fc.record({ percent: fc.bigInt({ min: 1n, max: 10_000n }).map((hundredths) => fraction(hundredths, 100n)) }),
    fc.record({ amount: minorUnits, currency: fc.constantFrom('EUR', 'USD') }),
  ),
})
const items: fc.Arbitrary<BillingItem> = fc.record({
  price: fc.oneof(
    fc.constant({ scheme: 'metered' as const }),
    fc.record({ scheme: fc.constant('per_unit' as const), unitAmount: minorUnits, packages: fc.constant(null) }),
  ),
  quantity: fc.bigInt({ min: 0n, max: 1000n }),
})
const subscriptions: fc.Arbitrary<BillingSubscription> = fc
  .record({
    status: fc.constantFrom('active' as const, 'past_due' as const, 'canceled' as const),
    period: fc.record({
      interval: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      count: fc.bigInt({ min: 1n, max: 12n }),
    }),
    items: fc.array(items, { minLength: 1, maxLength: 5 }),
    discounts: fc.array(discounts, { maxLength: 3 }),
  })
  .map((drawn) => subscription(drawn))
