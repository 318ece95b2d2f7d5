import { expect, test } from 'vitest'
import { paymentStatus } from './payment-status.ts'

test('one subscription past due outweighs any number that are paid', () => {
  expect(paymentStatus(['active', 'trialing', 'past_due', 'active'])).toBe('past_due')
})

test('an active subscription outweighs trials and former subscriptions', () => {
  expect(paymentStatus(['canceled', 'trialing', 'active'])).toBe('active')
  expect(paymentStatus(['canceled', 'trialing'])).toBe('trialing')
})

test('an account of which nothing is being paid or tried is canceled', () => {
  expect(paymentStatus(['unpaid', 'incomplete_expired', 'paused', 'incomplete'])).toBe('canceled')
  expect(paymentStatus([])).toBe('canceled')
})
