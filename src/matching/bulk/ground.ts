import { accountModel } from '../account-model.ts'
import { blockingKeys } from '../blocking-keys.ts'
import type { Columns } from '../columns.ts'
import { contactModel } from '../contact-model.ts'
import type { Model } from '../model.ts'
import type { Rule } from './blocking.ts'
import { fittedTo } from './households.ts'

/** What is compared: the records, how they are weighed, by what they may meet, and by what blocks too full are split. */
export type Ground = { model: Model; columns: Columns; rules: readonly Rule[]; refineBy: readonly Rule[] }

const models = { contact: contactModel, account: accountModel } as const

/** Columns that tell most people or companies apart, though mistakes and moves change each of them. */
const telling = {
  contact: ['birth', 'postcode', 'given', 'family', 'street', 'domain', 'phone'],
  account: ['country', 'city', 'postcode', 'name', 'domain', 'phone', 'street'],
} as const

/** Columns by the shipped rules, and by the shipped model where no other is given, fitted to what the records tell of. */
export const groundOf = (columns: Columns, model: Model = models[columns.kind]): Ground => ({
  model: fittedTo(columns, model),
  columns,
  rules: blockingKeys(columns),
  refineBy: telling[columns.kind].flatMap((name) => {
    const keys = columns.numbers[name]
    return keys ? [{ name, keys }] : []
  }),
})
