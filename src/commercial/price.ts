// What one subscription item costs for one billing period, before discounts.

import type { BillingItem, PerUnitPrice, Tier } from './billing-subscription.ts'
import { type Fraction, fraction, plus, sum, times, zero } from './fraction.ts'

export function priceOfItem({ price, quantity }: BillingItem): Fraction {
  switch (price.scheme) {
    case 'metered':
      return zero
    case 'per_unit':
      return times(price.unitAmount, fraction(unitsBilled(price, quantity)))
    case 'graduated':
      return graduated(price.tiers, quantity)
    case 'volume':
      return volume(price.tiers, quantity)
  }
}

function unitsBilled({ packages }: PerUnitPrice, quantity: bigint): bigint {
  if (!packages) return quantity
  const full = quantity / packages.size
  const hasRemainder = quantity % packages.size > 0n
  return hasRemainder && packages.round === 'up' ? full + 1n : full
}

/** Each tier prices the units that fall into it; the flat amount of every tier reached is due. */
function graduated(tiers: readonly Tier[], quantity: bigint): Fraction {
  const reached = tiers.slice(0, tiers.findIndex((tier) => holds(tier, quantity)) + 1)
  return sum(
    reached.map((tier, index) => {
      const below = reached[index - 1]?.upTo ?? 0n
      return priceInTier(tier, least(tier.upTo, quantity) - below)
    }),
  )
}

/** The tier that the whole quantity reaches prices every unit, and only its flat amount is due. */
function volume(tiers: readonly Tier[], quantity: bigint): Fraction {
  const reached = tiers.find((tier) => holds(tier, quantity))
  return reached ? priceInTier(reached, quantity) : zero
}

function holds(tier: Tier, quantity: bigint): boolean {
  return tier.upTo === null || quantity <= tier.upTo
}

function priceInTier(tier: Tier, units: bigint): Fraction {
  return plus(times(tier.unitAmount, fraction(units)), tier.flatAmount)
}

function least(upTo: bigint | null, quantity: bigint): bigint {
  return upTo === null || quantity < upTo ? quantity : upTo
}
