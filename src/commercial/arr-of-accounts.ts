// The ARR and the payment status of accounts, worked out anew from what billing said of their customers and subscriptions, and
// claimed in billing's name. Stateless: doing it twice changes nothing, so whoever is in doubt does it again.
import type { Actor } from '../access/index.ts'
import type { Clock, Log } from '../platform/index.ts'
import type { Answer, Change, Records, SourceDocument } from '../records/index.ts'
import { arrOf, type BilledSubscription } from './arr.ts'
import type { BillingCustomer } from './billing-subscription.ts'
import { paymentStatus } from './payment-status.ts'
import { parseStripeCustomer, parseStripeSubscription } from './stripe-subscription.ts'

export type Accounting = { records: Records; clock: Clock; log: Log }

/** `left` accounts have no ARR of ours, or keep the one they had, because billing's words give no one figure; the log says why. */
export type Recomputed = { accounts: number; changed: number; left: number }

const batchSize = 1_000

/**
 * One claim an account, `billing` `arr:<account>`: the sum over all its billing customers, as of the clock. An account that
 * billing does not speak of is not touched; one it no longer speaks of loses the claim.
 */
export async function recomputeArr(
  accounting: Accounting,
  actor: Actor,
  { accountIds }: { accountIds: readonly string[] },
): Promise<Recomputed> {
  const total = { accounts: 0, changed: 0, left: 0 }
  for (let from = 0; from < accountIds.length; from += batchSize) {
    const read = await readBilling(accounting.records, actor, accountIds.slice(from, from + batchSize))
    const figures = read.map((billing) => figuresOf(billing, accounting.clock()))
    const faults = figures.flatMap(({ account, fault }) => (fault ? [{ account, fault }] : []))
    if (faults.length > 0)
      accounting.log.warn({ workspace: actor.workspace, accounts: faults }, 'ARR is not worked out')
    const claims = figures.flatMap((each) => ('arr' in each ? [claimOf(each, accounting.clock())] : []))
    const { results } = claims.length > 0 ? await accounting.records.change(actor, 'account', claims) : { results: [] }
    total.accounts += figures.length
    total.changed += results.filter((result) => result.outcome === 'updated').length
    total.left += faults.length
  }
  return total
}

/** Every account of the actor's workspace: discounts end on a day, without anybody changing anything. */
export async function recomputeAllArr(accounting: Accounting, actor: Actor): Promise<Recomputed> {
  const total = { accounts: 0, changed: 0, left: 0 }
  let after: string | null = null
  do {
    const page: Answer = await accounting.records.ask(actor, {
      from: 'account',
      select: ['name'],
      limit: batchSize,
      ...(after ? { after } : {}),
    })
    const accountIds = (JSON.parse(page.data) as { id: string }[]).map(({ id }) => id) // every row of an answer has its id
    const done = await recomputeArr(accounting, actor, { accountIds })
    total.accounts += done.accounts
    total.changed += done.changed
    total.left += done.left
    after = page.next
  } while (after)
  return total
}

/** What billing said of one account. */
type Billing = { account: string; customers: SourceDocument[]; subscriptions: SourceDocument[] }

const ownName = (account: string): string => `arr:${account}`

async function readBilling(records: Records, actor: Actor, ids: readonly string[]): Promise<Billing[]> {
  const [sources, subscriptions] = await Promise.all([
    records.documents(actor, { object: 'account', system: 'billing', by: 'id', ids }),
    records.documents(actor, { object: 'subscription', system: 'billing', by: 'account', ids }),
  ])
  const subscriptionsOf = Map.groupBy(subscriptions, (each) => each.of)
  // Our own claim is a source too: it brings in accounts that billing no longer speaks of.
  return [...Map.groupBy(sources, (each) => each.of)].map(([account, some]) => ({
    account,
    customers: some.filter((each) => each.localId !== ownName(account) && each.document !== null),
    subscriptions: (subscriptionsOf.get(account) ?? []).filter((each) => each.document !== null),
  }))
}

type Figures = {
  account: string
  arr: { amount: number; currency: string } | null
  paymentStatus: string | null
  fault?: string
}
/** What billing said can't be read, so what was claimed before stands. */
type Unreadable = { account: string; fault: string }

function figuresOf({ account, customers, subscriptions }: Billing, asOf: Date): Figures | Unreadable {
  const known = new Map<string, BillingCustomer>()
  for (const { document } of customers) {
    const parsed = parseStripeCustomer(document)
    if (!parsed.ok) return { account, fault: parsed.fault }
    known.set(parsed.value.id, parsed.value)
  }
  const billed: BilledSubscription[] = []
  for (const { document } of subscriptions) {
    const parsed = parseStripeSubscription(document)
    if (!parsed.ok) return { account, fault: parsed.fault }
    const customer = known.get(parsed.value.customerId)
    // Its discounts may lower every price, so without it there is no figure to state.
    if (!customer) return { account, fault: `Customer ${parsed.value.customerId} of ${parsed.value.id} is not known.` }
    billed.push({ subscription: parsed.value, customer })
  }
  const arrs = arrOf(billed, asOf)
  const counting = arrs.filter((arr) => arr.minor !== 0n)
  const currencies = counting.map((each) => each.currency).join(' and ')
  // What no longer counts is stated as 0 only where it is clear in which currency.
  const arr = counting.length > 0 ? counting[0] : arrs.length === 1 ? arrs[0] : undefined
  return {
    account,
    arr: arr && counting.length <= 1 ? { amount: Number(arr.minor), currency: arr.currency } : null,
    paymentStatus: known.size > 0 ? paymentStatus(billed.map(({ subscription }) => subscription.status)) : null,
    ...(counting.length > 1 ? { fault: `It is billed in ${currencies}, and ARR is in one currency.` } : {}),
  }
}

// `update` and not `upsert`: an account that was deleted meanwhile stays deleted.
const claimOf = ({ account, arr, paymentStatus }: Figures, asOf: Date): Change => ({
  verb: 'update',
  id: account,
  source: { system: 'billing', localId: ownName(account) },
  values: { arr, payment_status: paymentStatus },
  saidAt: asOf.toISOString(),
})
