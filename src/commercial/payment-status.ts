export type PaymentStatus = 'past_due' | 'active' | 'trialing' | 'canceled'

/**
 * One payment status for an account from the statuses of all its subscriptions. The worst news about money still owed
 * comes first: past_due if any is; else active if any is; else trialing; else canceled. Statuses under which nothing is
 * being paid (unpaid, incomplete, incomplete_expired, paused) count as canceled, and so does having no subscription.
 */
export function paymentStatus(statuses: readonly string[]): PaymentStatus {
  return precedence.find((status) => statuses.includes(status)) ?? 'canceled'
}

const precedence = ['past_due', 'active', 'trialing'] as const
