import { z } from 'zod'
import type { BillingPeriod, PerUnitPrice, Price, Tier, TieredPrice } from './billing-subscription.ts'
import { zero } from './fraction.ts'
import { amount, currency, minorUnits, plainDecimal } from './stripe-amount.ts'

const tier = z
  .object({
    up_to: z.int().positive().nullable(),
    unit_amount: minorUnits.nullish(),
    unit_amount_decimal: plainDecimal.nullish(),
    flat_amount: minorUnits.nullish(),
    flat_amount_decimal: plainDecimal.nullish(),
  })
  .transform(
    (wire): Tier => ({
      upTo: wire.up_to === null ? null : BigInt(wire.up_to),
      unitAmount: amount(wire.unit_amount_decimal, wire.unit_amount) ?? zero,
      flatAmount: amount(wire.flat_amount_decimal, wire.flat_amount) ?? zero,
    }),
  )

const wirePrice = z.object({
  currency,
  billing_scheme: z.enum(['per_unit', 'tiered']),
  recurring: z.object({
    interval: z.enum(['day', 'week', 'month', 'year']),
    interval_count: z.int().positive(),
    usage_type: z.enum(['licensed', 'metered']),
  }),
  unit_amount: minorUnits.nullish(),
  unit_amount_decimal: plainDecimal.nullish(),
  transform_quantity: z.object({ divide_by: z.int().positive(), round: z.enum(['up', 'down']) }).nullish(),
  tiers_mode: z.enum(['graduated', 'volume']).nullish(),
  tiers: z.array(tier).refine(areAscending, 'must ascend by up_to, the last tier alone without one').nullish(),
})

/** A recurring Stripe price: what it charges, how often, and in which currency. */
export const stripePrice = wirePrice.transform((wire, context) => {
  const price = pricing(wire)
  if (typeof price === 'string') {
    context.addIssue(price)
    return z.NEVER
  }
  const period: BillingPeriod = {
    interval: wire.recurring.interval,
    count: BigInt(wire.recurring.interval_count),
  }
  return { price, period, currency: wire.currency }
})

/** The price, or a sentence that says what it lacks. */
function pricing(wire: z.infer<typeof wirePrice>): Price | string {
  if (wire.recurring.usage_type === 'metered') return { scheme: 'metered' }
  return wire.billing_scheme === 'tiered' ? tiered(wire) : perUnit(wire)
}

function tiered({ tiers, tiers_mode }: z.infer<typeof wirePrice>): TieredPrice | string {
  if (!tiers || !tiers_mode) {
    return 'is tiered but has no tiers and tiers_mode: fetch with expand[]=items.data.price.tiers'
  }
  return { scheme: tiers_mode, tiers }
}

function perUnit(wire: z.infer<typeof wirePrice>): PerUnitPrice | string {
  const unitAmount = amount(wire.unit_amount_decimal, wire.unit_amount)
  if (!unitAmount) return 'must have unit_amount_decimal or unit_amount'
  const packages = wire.transform_quantity
    ? { size: BigInt(wire.transform_quantity.divide_by), round: wire.transform_quantity.round }
    : null
  return { scheme: 'per_unit', unitAmount, packages }
}

function areAscending(tiers: readonly Tier[]): boolean {
  return tiers.every(({ upTo }, index) => {
    const isLast = index === tiers.length - 1
    if (upTo === null || isLast) return upTo === null && isLast
    return upTo > (tiers[index - 1]?.upTo ?? 0n)
  })
}
