// What of a billing subscription counts for ARR, in our own words. Every amount is in minor units of the subscription's
// currency, as the billing system states it, so ISO 4217 exponents (JPY 0, KWD 3) never enter the arithmetic.

import type { Fraction } from './fraction.ts'

export type SubscriptionStatus =
  | 'active'
  | 'past_due'
  | 'trialing'
  | 'canceled'
  | 'incomplete'
  | 'incomplete_expired'
  | 'unpaid'
  | 'paused'

export type BillingSubscription = {
  readonly id: string
  readonly customerId: string
  readonly status: SubscriptionStatus
  /** ISO 4217, upper case. */
  readonly currency: string
  /** All licensed items of a subscription are billed together, so the period is the subscription's. */
  readonly period: BillingPeriod
  readonly items: readonly BillingItem[]
  readonly discounts: readonly Discount[]
}

export type BillingCustomer = {
  readonly id: string
  /** ISO 4217, upper case; null until the customer is first billed. */
  readonly currency: string | null
  readonly discounts: readonly Discount[]
}

export type BillingPeriod = { readonly interval: 'day' | 'week' | 'month' | 'year'; readonly count: bigint }

export type BillingItem = { readonly price: Price; readonly quantity: bigint }

export type Price = MeteredPrice | PerUnitPrice | TieredPrice

/** Billed by use, so nothing is recurring until it is used. */
export type MeteredPrice = { readonly scheme: 'metered' }

export type PerUnitPrice = {
  readonly scheme: 'per_unit'
  readonly unitAmount: Fraction
  /** Sold in packages of `size`: 12 seats in packages of 5 are 3 packages rounded up, 2 rounded down. */
  readonly packages: { readonly size: bigint; readonly round: 'up' | 'down' } | null
}

export type TieredPrice = { readonly scheme: 'graduated' | 'volume'; readonly tiers: readonly Tier[] }

/** Tiers ascend; `upTo` is inclusive, and null in the last tier, which has no end. */
export type Tier = { readonly upTo: bigint | null; readonly unitAmount: Fraction; readonly flatAmount: Fraction }

export type Discount = {
  readonly lasts: 'forever' | 'once' | { readonly until: Date }
  readonly takes: { readonly percent: Fraction } | { readonly amount: Fraction; readonly currency: string }
}
