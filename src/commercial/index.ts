export { type Arr, arrOf, arrOfSubscription, type BilledSubscription } from './arr.ts'
export { type Accounting, type Recomputed, recomputeAllArr, recomputeArr } from './arr-of-accounts.ts'
export { type PaymentStatus, paymentStatus } from './payment-status.ts'
export { type Parsed, parseStripeCustomer, parseStripeSubscription } from './stripe-subscription.ts'
