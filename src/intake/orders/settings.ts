import { z } from 'zod'
import { currencies } from '../../../dictionary/field-types/currency.ts'

/** What may be said of how an import, or each of a recurring one, reads its rows. */
export const settingsShape = z.strictObject({
  currency: z
    .string()
    .refine((code) => currencies.has(code), 'give an ISO 4217 code such as USD')
    .optional(),
  questions: z.enum(['ask', 'create']).optional(),
})
