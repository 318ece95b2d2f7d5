import fc from 'fast-check'
import { expect, test } from 'vitest'
import { account } from './account.ts'
import { arrNotNegative, mrrFromArr } from './commercial-rules.ts'
import { contract } from './contract.ts'
import { invoice } from './invoice.ts'
import { opportunity } from './opportunity.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' })

test('MRR is a twelfth of ARR, rounded half away from zero, in the same currency', () => {
  expect(mrrFromArr({ arr: usd(1200) })).toEqual(usd(100))
  expect(mrrFromArr({ arr: usd(18) })).toEqual(usd(2))
  expect(mrrFromArr({ arr: usd(17) })).toEqual(usd(1))
  expect(mrrFromArr({ arr: usd(-18) })).toEqual(usd(-2))
  expect(mrrFromArr({ arr: { amount: 5, currency: 'JPY' } })).toEqual({ amount: 0, currency: 'JPY' })
})

test('twelve months of MRR are never more than six minor units from the ARR', () => {
  fc.assert(
    fc.property(fc.integer(), (amount) => {
      const mrr = mrrFromArr({ arr: usd(amount) })
      expect(Math.abs((mrr?.amount ?? Number.NaN) * 12 - amount)).toBeLessThanOrEqual(6)
    }),
  )
})

test('there is no MRR where the ARR is not known', () => {
  expect(mrrFromArr({})).toBeNull()
  expect(mrrFromArr({ arr: null })).toBeNull()
})

test('an ARR of nothing is allowed and one below nothing is not', () => {
  expect(arrNotNegative.holds({ arr: usd(0) })).toBe(true)
  expect(arrNotNegative.holds({ arr: usd(-1) })).toBe(false)
  expect(arrNotNegative.holds({ arr: null })).toBe(true)
})

test('a renewal may fall on the day of the start but not before it, on accounts and on contracts', () => {
  for (const [object, start] of [
    [account, 'contract_start'],
    [contract, 'starts_on'],
  ] as const) {
    const rule = object.rules?.find((each) => each.code === 'renewal_before_start')
    expect(rule?.holds({ [start]: '2026-03-01', renewal_date: '2026-03-01' })).toBe(true)
    expect(rule?.holds({ [start]: '2026-03-01', renewal_date: '2026-02-28' })).toBe(false)
    expect(rule?.holds({ [start]: null, renewal_date: '2026-02-28' })).toBe(true)
  }
})

test('an invoice is late by whole days after its due date, never early, and not at all until it is paid', () => {
  const late = (due_on: string | null, paid_on: string | null) => invoice.fields.days_late.from?.({ due_on, paid_on })
  expect(late('2026-02-27', '2026-03-02')).toBe(3)
  expect(late('2024-02-28', '2024-03-01')).toBe(2)
  expect(late('2026-02-27', '2026-02-20')).toBe(0)
  expect(late('2026-02-27', null)).toBeNull()
  expect(late(null, '2026-02-27')).toBeNull()
})

test('a deal is closed when its stage says so, and won only when it was closed in our favour', () => {
  const { is_closed, is_won } = opportunity.fields
  const read = (stage: string | null) => [is_closed.from?.({ stage }), is_won.from?.({ stage })]
  expect(read('closed_won')).toEqual([true, true])
  expect(read('closed_lost')).toEqual([true, false])
  expect(read('proposal')).toEqual([false, false])
  expect(read(null)).toEqual([null, null])
})
