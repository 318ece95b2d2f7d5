// How Stripe writes money and currencies, shared by its prices and its discounts.

import { z } from 'zod'
import { decimal, type Fraction, fraction } from './fraction.ts'

export const currency = z.string().length(3, 'must be an ISO 4217 code of three letters').toUpperCase()
export const minorUnits = z.int().nonnegative()
export const plainDecimal = z.string().regex(/^\d+(\.\d+)?$/, 'must be a plain decimal number such as 1836.5')

/** Stripe states an amount as decimal text and, where it is whole, as an integer too; the text is exact in both cases. */
export function amount(text: string | null | undefined, whole: number | null | undefined): Fraction | null {
  if (text != null) return decimal(text)
  return whole == null ? null : fraction(BigInt(whole))
}
