import { z } from 'zod'
import { currencies } from '../../../dictionary/field-types/currency.ts'
import { words } from '../../../dictionary/words.ts'
import { otherwise } from '../../platform/index.ts'

const isoCode = words(
  'give an ISO 4217 code such as USD',
  'dé un código ISO 4217 como USD',
  'informe um código ISO 4217 como USD',
  'beri kod ISO 4217 seperti USD',
)

/** What may be said of how an import, or each of a recurring one, reads its rows. */
export const settingsShape = z.strictObject({
  currency: z
    .string()
    .refine((code) => currencies.has(code), otherwise(isoCode))
    .optional(),
  questions: z.enum(['ask', 'create']).optional(),
})
