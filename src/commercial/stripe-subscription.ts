// The edge where Stripe's JSON becomes our types. Stripe leaves out what was not asked for (tiers, discounts, items past
// the first page), and each omission would quietly change ARR, so what is missing is a fault that says how to fetch it.

import { z } from 'zod'
import type { BillingCustomer, BillingPeriod, BillingSubscription } from './billing-subscription.ts'
import { currency } from './stripe-amount.ts'
import { stripeDiscount } from './stripe-discount.ts'
import { stripePrice } from './stripe-price.ts'

/** `fault` has a line per thing wrong: which object, where in it, and how to mend it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string }

/** Reads one Stripe subscription with discounts and tiers expanded. Keys that don't bear on ARR are ignored. */
export function parseStripeSubscription(input: unknown): Parsed<BillingSubscription> {
  return parse('Subscription', subscription, input)
}

/** Reads one Stripe customer: the currency it is billed in and the discount its subscriptions fall back on. */
export function parseStripeCustomer(input: unknown): Parsed<BillingCustomer> {
  return parse('Customer', customer, input)
}

const item = z
  .object({
    price: stripePrice,
    quantity: z.int().nonnegative().nullish(),
    discounts: z
      .array(z.unknown())
      .max(0, 'discounts on single items are not counted: move them to the subscription')
      .nullish(),
  })
  .transform((wire, context) => {
    const isMetered = wire.price.price.scheme === 'metered'
    if (wire.quantity == null && !isMetered) context.addIssue('must have a quantity, as its price is not metered')
    return { ...wire.price, quantity: BigInt(wire.quantity ?? 0), isMetered }
  })

const subscription = z
  .object({
    id: z.string(),
    customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
    status: z.enum([
      'active',
      'past_due',
      'trialing',
      'canceled',
      'incomplete',
      'incomplete_expired',
      'unpaid',
      'paused',
    ]),
    currency,
    items: z.object({
      data: z.array(item).min(1),
      has_more: z.literal(false, 'must be false: fetch the remaining pages of items first').nullish(),
    }),
    discounts: z.array(stripeDiscount).nullish(),
    discount: stripeDiscount.nullish(),
  })
  .transform((wire, context): BillingSubscription => {
    const items = wire.items.data
    const fault = (message: string) => context.addIssue({ code: 'custom', path: ['items'], message })
    const foreign = items.find((item) => item.currency !== wire.currency)
    if (foreign) fault(`have a price in ${foreign.currency}: give it one in ${wire.currency}, as the subscription is`)
    const period = commonPeriod(items)
    if (!period) fault('are billed at different intervals: split them into one subscription for each')
    if (foreign || !period) return z.NEVER
    const single = wire.discount ? [wire.discount] : []
    return {
      id: wire.id,
      customerId: wire.customer,
      status: wire.status,
      currency: wire.currency,
      period,
      items: items.map(({ price, quantity }) => ({ price, quantity })),
      discounts: wire.discounts?.length ? wire.discounts : single,
    }
  })

const customer = z
  .object({ id: z.string(), currency: currency.nullish(), discount: stripeDiscount.nullish() })
  .transform(
    (wire): BillingCustomer => ({
      id: wire.id,
      currency: wire.currency ?? null,
      discounts: wire.discount ? [wire.discount] : [],
    }),
  )

/** Null where licensed items disagree. Metered ones may be billed more often and have no say unless they are alone. */
function commonPeriod(items: readonly z.infer<typeof item>[]): BillingPeriod | null {
  const licensed = items.filter(({ isMetered }) => !isMetered)
  const [first, ...others] = (licensed.length > 0 ? licensed : items.slice(0, 1)).map(({ period }) => period)
  if (!first) return null
  return others.every(({ interval, count }) => interval === first.interval && count === first.count) ? first : null
}

function parse<T>(kind: string, schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const identified = z.object({ id: z.string() }).safeParse(input)
  const name = identified.success ? `${kind} ${identified.data.id}` : `${kind} without an id`
  const faults = result.error.issues.map(
    ({ path, message }) => `${[name, path.join('.')].filter(Boolean).join(', ')}: ${message}`,
  )
  return { ok: false, fault: faults.join('\n') }
}
