import { expect, test } from 'vitest'
import { decimal, fraction, zero } from './fraction.ts'
import { parseStripeCustomer, parseStripeSubscription } from './stripe-subscription.ts'

test('a subscription keeps what counts for ARR, in exact amounts', () => {
  const parsed = parseStripeSubscription(
    wireSubscription({
      discounts: [
        {
          id: 'di_1',
          end: null,
          coupon: { percent_off: 33.33, amount_off: null, currency: null, duration: 'forever' },
        },
        { id: 'di_2', end: 1_794_528_000, coupon: { amount_off: 500, currency: 'eur', duration: 'repeating' } },
      ],
    }),
  )
  expect(parsed).toEqual({
    ok: true,
    value: {
      id: 'sub_1',
      customerId: 'cus_1',
      status: 'active',
      currency: 'EUR',
      period: { interval: 'month', count: 1n },
      items: [{ price: { scheme: 'per_unit', unitAmount: decimal('99.5'), packages: null }, quantity: 4n }],
      discounts: [
        { takes: { percent: decimal('33.33') }, lasts: 'forever' },
        { takes: { amount: fraction(500n), currency: 'EUR' }, lasts: { until: new Date('2026-11-13T00:00:00Z') } },
      ],
    },
  })
})

test('amounts are read from decimal text where there is any, and from the integer where there is none', () => {
  const [text] = read({ items: list([wireItem({ unit_amount: 100, unit_amount_decimal: '99.999999999999' })]) }).items
  expect(text?.price).toMatchObject({ unitAmount: decimal('99.999999999999') })
  const [whole] = read({ items: list([wireItem({ unit_amount: 100, unit_amount_decimal: null })]) }).items
  expect(whole?.price).toMatchObject({ unitAmount: fraction(100n) })
})

test('tiers keep their mode, their bounds and their flat amounts', () => {
  const [item] = read({ items: list([wireItem(tieredPrice)]) }).items
  expect(item?.price).toEqual({
    scheme: 'volume',
    tiers: [
      { upTo: 50n, unitAmount: fraction(3060n), flatAmount: fraction(15300n) },
      { upTo: null, unitAmount: decimal('1836.5'), flatAmount: zero },
    ],
  })
})

test('the older single discount stands in where there is no list of discounts', () => {
  const discount = { end: null, coupon: { percent_off: 20, duration: 'forever' } }
  const twenty = { takes: { percent: fraction(20n) }, lasts: 'forever' }
  expect(read({ discounts: undefined, discount }).discounts).toEqual([twenty])
  expect(read({ discounts: [], discount }).discounts).toEqual([twenty])
  expect(read({ discounts: [], discount: null }).discounts).toEqual([])
})

test('a metered item needs neither a quantity nor the interval of the others', () => {
  const recurring = { interval: 'month', interval_count: 1, usage_type: 'metered' }
  const yearly = { interval: 'year', interval_count: 1, usage_type: 'licensed' }
  const metered = { ...wireItem({ recurring }), quantity: undefined }
  const parsed = read({ items: list([metered, wireItem({ recurring: yearly })]) })
  expect(parsed.period).toEqual({ interval: 'year', count: 1n })
  expect(parsed.items[0]).toEqual({ price: { scheme: 'metered' }, quantity: 0n })
})

test('an expanded customer is read as its id', () => {
  expect(read({ customer: { id: 'cus_7', object: 'customer' } }).customerId).toBe('cus_7')
})

const tieredPrice = {
  billing_scheme: 'tiered',
  unit_amount_decimal: null,
  tiers_mode: 'volume',
  tiers: [
    { up_to: 50, unit_amount: 3060, unit_amount_decimal: '3060', flat_amount: 15300 },
    { up_to: null, unit_amount: null, unit_amount_decimal: '1836.5', flat_amount: null },
  ],
}
const quarterly = { interval: 'month', interval_count: 3, usage_type: 'licensed' }
const faults: [string, Record<string, unknown>, string][] = [
  ['a status unknown to us', { status: 'resting' }, 'Subscription sub_1, status: '],
  ['discounts sent as bare ids', { discounts: ['di_1'] }, 'fetch with expand[]=discounts'],
  [
    'tiers not fetched',
    { items: list([wireItem({ ...tieredPrice, tiers: undefined })]) },
    'expand[]=items.data.price.tiers',
  ],
  [
    'tiers out of order',
    { items: list([wireItem({ ...tieredPrice, tiers: tieredPrice.tiers.toReversed() })]) },
    'ascend',
  ],
  ['more items than were sent', { items: { ...list([wireItem()]), has_more: true } }, 'remaining pages'],
  ['no items', { items: list([]) }, 'items.data'],
  ['intervals that differ', { items: list([wireItem(), wireItem({ recurring: quarterly })]) }, 'different intervals'],
  ['a price in another currency', { items: list([wireItem({ currency: 'usd' })]) }, 'USD'],
  ['no quantity on a licensed item', { items: list([{ ...wireItem(), quantity: undefined }]) }, 'quantity'],
  ['a price without an amount', { items: list([wireItem({ unit_amount_decimal: null })]) }, 'unit_amount_decimal'],
  ['an amount with an exponent', { items: list([wireItem({ unit_amount_decimal: '1e3' })]) }, 'plain decimal'],
  ['a discount on one item', { items: list([{ ...wireItem(), discounts: ['di_1'] }]) }, 'single items'],
  ['a coupon that takes nothing', { discounts: [{ end: null, coupon: { duration: 'forever' } }] }, 'percent_off'],
  [
    'a repeating coupon without end',
    { discounts: [{ end: null, coupon: { percent_off: 5, duration: 'repeating' } }] },
    'end',
  ],
]
test.each(faults)('%s: a fault that names the subscription and the mend', (_, differences, sentence) => {
  const parsed = parseStripeSubscription(wireSubscription(differences))
  expect(parsed.ok ? '' : parsed.fault).toMatch(/^Subscription sub_1, /)
  expect(parsed.ok ? '' : parsed.fault).toContain(sentence)
})

test('everything wrong is said at once, a line each', () => {
  const parsed = parseStripeSubscription({ ...wireSubscription(), currency: 'euro', status: null })
  expect(parsed.ok ? [] : parsed.fault.split('\n')).toHaveLength(2)
  expect(parseStripeSubscription('sub_1')).toMatchObject({ ok: false, fault: expect.stringMatching(/without an id/) })
})

test('a customer is read with its currency and its discount, or with neither', () => {
  const discount = { end: null, coupon: { percent_off: 7.5, duration: 'forever' } }
  expect(parseStripeCustomer({ id: 'cus_1', currency: 'jpy', discount })).toEqual({
    ok: true,
    value: { id: 'cus_1', currency: 'JPY', discounts: [{ takes: { percent: decimal('7.5') }, lasts: 'forever' }] },
  })
  expect(parseStripeCustomer({ id: 'cus_2', currency: null, discount: null })).toEqual({
    ok: true,
    value: { id: 'cus_2', currency: null, discounts: [] },
  })
})

/** What Stripe sends for four seats at 99.5 minor units a month. */
function wireSubscription(differences: Record<string, unknown> = {}) {
  return {
    id: 'sub_1',
    object: 'subscription',
    customer: 'cus_1',
    status: 'active',
    currency: 'eur',
    items: list([wireItem()]),
    discounts: [],
    ...differences,
  }
}

function wireItem(priceDifferences: Record<string, unknown> = {}) {
  const price = {
    id: 'price_1',
    currency: 'eur',
    billing_scheme: 'per_unit',
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    unit_amount: null,
    unit_amount_decimal: '99.5',
    ...priceDifferences,
  }
  return { id: 'si_1', price, quantity: 4 }
}

function list(data: unknown[]) {
  return { object: 'list', data }
}

function read(differences: Record<string, unknown>) {
  const parsed = parseStripeSubscription(wireSubscription(differences))
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.value
}
