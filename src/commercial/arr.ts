// Annual recurring revenue as billing states it: exact fractions of a minor unit, rounded only where a person reads them.
// MRR is ARR / 12, never the other way round.

import type {
  BillingCustomer,
  BillingPeriod,
  BillingSubscription,
  Discount,
  SubscriptionStatus,
} from './billing-subscription.ts'
import { atLeastZero, type Fraction, fraction, minus, plus, rounded, sum, times, zero } from './fraction.ts'
import { priceOfItem } from './price.ts'

/** `minor` is `exact` rounded once, half away from zero; both in minor units of `currency` (ISO 4217, upper case). */
export type Arr = { readonly currency: string; readonly minor: bigint; readonly exact: Fraction }

/** A subscription beside the customer who pays for it: the customer's discounts apply where it has none of its own. */
export type BilledSubscription = {
  readonly subscription: BillingSubscription
  readonly customer: Pick<BillingCustomer, 'discounts'>
}

/**
 * ARR per currency, summed exactly and rounded once, in order of currency. An account's ARR is this over the
 * subscriptions of all its billing customers. A currency in which nothing counts any more is listed with 0.
 */
export function arrOf(billed: readonly BilledSubscription[], asOf: Date): Arr[] {
  const totals = new Map<string, Fraction>()
  for (const { subscription, customer } of billed) {
    const total = totals.get(subscription.currency) ?? zero
    totals.set(subscription.currency, plus(total, arrOfSubscription(subscription, customer, asOf)))
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, exact]) => ({ currency, minor: rounded(exact), exact }))
}

/**
 * ARR of one subscription, exact, in minor units of its currency: the price of its items for one period, less the
 * discounts that still count at `asOf`, times the periods in a year. Status and quantities are those given: `asOf`
 * decides only which discounts have ended.
 *
 * Example: 10 seats at 333 a month, 33.33 % off for good → 10 × 333 × 0.6667 × 12 = 26 641 and 83/250.
 */
export function arrOfSubscription(
  subscription: BillingSubscription,
  customer: Pick<BillingCustomer, 'discounts'>,
  asOf: Date,
): Fraction {
  if (!isCounted[subscription.status]) return zero
  const fullPrice = sum(subscription.items.map(priceOfItem))
  // A subscription's own discounts hide the customer's even when they no longer count, as they do on the invoice.
  const discounts = subscription.discounts.length > 0 ? subscription.discounts : customer.discounts
  const counting = discounts.filter((discount) => isCountedAt(discount, asOf))
  return times(discounted(fullPrice, counting, subscription.currency), periodsPerYear(subscription.period))
}

// One that will end with its period is still active; one past due is still owed.
const isCounted = {
  active: true,
  past_due: true,
  trialing: false,
  canceled: false,
  incomplete: false,
  incomplete_expired: false,
  unpaid: false,
  paused: false,
} satisfies Record<SubscriptionStatus, boolean>

function isCountedAt({ lasts }: Discount, asOf: Date): boolean {
  if (lasts === 'forever') return true
  return lasts !== 'once' && lasts.until > asOf
}

/** Percentages first, each on what the one before left; then the fixed amounts; never below zero. */
function discounted(fullPrice: Fraction, discounts: readonly Discount[], currency: string): Fraction {
  let left = fullPrice
  for (const { takes } of discounts) {
    if ('percent' in takes) left = times(left, minus(fraction(1n), times(takes.percent, fraction(1n, 100n))))
  }
  for (const { takes } of discounts) {
    // An amount in another currency takes nothing off: billing can't apply it to this invoice.
    if ('amount' in takes && takes.currency === currency) left = minus(left, takes.amount)
  }
  return atLeastZero(left)
}

// A year is 365 days, and a week is 7 of them: a weekly price and the same price every 7 days are one ARR. The customary
// 52 weeks would lose a day of revenue a year.
const intervalsPerYear = {
  day: fraction(365n),
  week: fraction(365n, 7n),
  month: fraction(12n),
  year: fraction(1n),
} satisfies Record<BillingPeriod['interval'], Fraction>

function periodsPerYear({ interval, count }: BillingPeriod): Fraction {
  return times(intervalsPerYear[interval], fraction(1n, count))
}
