// The rules on a whole customer base: exports of 1757 billing customers with the ARR that finance states for each. The
// data lives beside the repository and not in it; where it is absent these tests are skipped and say so. arr.test.ts
// proves the same rules case by case without it.

import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Arr, arrOf, type BilledSubscription } from './arr.ts'
import { fraction } from './fraction.ts'
import { paymentStatus } from './payment-status.ts'
import { type Parsed, parseStripeCustomer, parseStripeSubscription } from './stripe-subscription.ts'

const exportsFolder = new URL('../../../shared/data/exports/', import.meta.url)
const isPresent = existsSync(exportsFolder)
if (!isPresent) console.warn('Skipped: ../shared/data/exports is absent, so ARR is not compared with whole exports.')
const asOf = new Date('2026-11-15T00:00:00Z')

const statedArr = z.object({
  true_account_id: z.string(),
  currency: z.string(),
  arr_minor: z.string(),
  arr_numerator: z.string(),
  arr_denominator: z.string(),
})
const goldenField = z.object({ true_id: z.string(), field: z.string(), expected: z.string() })

describe.skipIf(!isPresent)('against the exports in ../shared/data/exports', () => {
  test('the ARR of every billing customer is exact, numerator and denominator', () => {
    const truth = arrCustomers()
    const billed = billedByCustomer()
    const differing = truth.filter((row) => {
      return !isDeepStrictEqual(arrOf(billed.get(row.customer) ?? [], asOf), [stated(row)])
    })
    expect(truth).toHaveLength(1757)
    expect(differing).toEqual([])
  })

  test('the ARR of every account is exact, summed over all its billing customers', () => {
    const truth = rowsOf('truth/arr.csv', statedArr)
    const billed = billedByAccount()
    const differing = truth.filter((row) => {
      const expected = row.arr_minor === '' ? [] : [stated(row)]
      return !isDeepStrictEqual(arrOf(billed.get(row.true_account_id) ?? [], asOf), expected)
    })
    expect(truth).toHaveLength(1834)
    expect(differing).toEqual([])
  })

  test('the payment status of every account is the one expected of its golden record', () => {
    const truth = rowsOf('truth/survivorship.csv', goldenField)
    const statuses = truth.filter(({ field }) => field === 'payment_status')
    const billed = billedByAccount()
    expect(statuses).toHaveLength(110)
    for (const { true_id, expected } of statuses) {
      const found = paymentStatus((billed.get(true_id) ?? []).map(({ subscription }) => subscription.status))
      expect(found, true_id).toBe(expected)
    }
  })
})

function billedByCustomer(): Map<string, BilledSubscription[]> {
  const customers = new Map(listOf('billing_customers.json', parseStripeCustomer).map((read) => [read.id, read]))
  const subscriptions = listOf('billing_subscriptions.json', parseStripeSubscription)
  return Map.groupBy(
    subscriptions.map((subscription) => {
      const customer = customers.get(subscription.customerId)
      if (!customer) throw new Error(`Subscription ${subscription.id} has no customer in the export.`)
      return { subscription, customer }
    }),
    ({ customer }) => customer.id,
  )
}

function billedByAccount(): Map<string, BilledSubscription[]> {
  const billed = billedByCustomer()
  const accounts = Map.groupBy(arrCustomers(), (row) => row.true_account_id)
  return new Map(
    [...accounts].map(([account, rows]) => [account, rows.flatMap(({ customer }) => billed.get(customer) ?? [])]),
  )
}

function arrCustomers() {
  return rowsOf('truth/arr_customers.csv', statedArr.extend({ customer: z.string() }))
}

function stated(row: z.infer<typeof statedArr>): Arr {
  const exact = fraction(BigInt(row.arr_numerator), BigInt(row.arr_denominator))
  return { currency: row.currency, minor: BigInt(row.arr_minor), exact }
}

function listOf<T>(file: string, read: (input: unknown) => Parsed<T>): T[] {
  const { data } = z.object({ data: z.array(z.unknown()) }).parse(JSON.parse(textOf(file)))
  return data.map((input) => {
    const parsed = read(input)
    if (!parsed.ok) throw new Error(parsed.fault)
    return parsed.value
  })
}

function rowsOf<T>(file: string, row: z.ZodType<T>): T[] {
  return z.array(row).parse(parse(textOf(file), { columns: true, bom: true }))
}

function textOf(file: string): string {
  return readFileSync(new URL(file, exportsFolder), 'utf8')
}
