import { z } from 'zod'
import type { Discount } from './billing-subscription.ts'
import { decimal, fraction } from './fraction.ts'
import { currency, minorUnits, plainDecimal } from './stripe-amount.ts'

// The shortest text of a JSON number is the decimal that was written: 33.33 comes back as 33.33.
const percent = z.number().positive().max(100).transform(String).pipe(plainDecimal).transform(decimal)

const coupon = z.object({
  percent_off: percent.nullish(),
  amount_off: minorUnits.nullish(),
  currency: currency.nullish(),
  duration: z.enum(['forever', 'once', 'repeating']),
})

/** A Stripe discount with its coupon; a bare id, which Stripe sends unless asked to expand it, is a fault. */
export const stripeDiscount = z
  .object({ coupon, end: z.int().nullish() }, 'must be a discount with its coupon: fetch with expand[]=discounts')
  .transform((wire, context): Discount => {
    const takes = takenOff(wire.coupon)
    if (!takes) context.addIssue('its coupon must have either percent_off, or amount_off with a currency')
    const lasts = lasting(wire.coupon.duration, wire.end)
    if (!lasts) context.addIssue('its coupon is repeating, so it must have an end')
    return takes && lasts ? { takes, lasts } : z.NEVER
  })

function takenOff({ percent_off, amount_off, currency }: z.infer<typeof coupon>): Discount['takes'] | null {
  if (percent_off && amount_off == null) return { percent: percent_off }
  if (!percent_off && amount_off != null && currency) return { amount: fraction(BigInt(amount_off)), currency }
  return null
}

function lasting(
  duration: z.infer<typeof coupon>['duration'],
  end: number | null | undefined,
): Discount['lasts'] | null {
  if (duration !== 'repeating') return duration
  return end == null ? null : { until: new Date(end * 1000) }
}
