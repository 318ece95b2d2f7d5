import { accountModel } from '../account-model.ts'
import { blockingKeys } from '../blocking-keys.ts'
import type { Columns } from '../columns.ts'
import { contactModel } from '../contact-model.ts'
import type { Model } from '../model.ts'
import type { Rule } from './blocking.ts'

/** What is compared: the records, how they are weighed, by what they may meet, and by what blocks too full are split. */
export type Ground = { model: Model; columns: Columns; rules: readonly Rule[]; refineBy: readonly Rule[] }

const models = { contact: contactModel, account: accountModel } as const

/** Columns that tell most people or companies apart, though mistakes and moves change each of them. */
const telling = {
  contact: ['birth', 'postcode', 'given', 'family', 'street', 'domain', 'phone'],
  account: ['country', 'city', 'postcode', 'name', 'domain', 'phone', 'street'],
} as const

/** Columns by the shipped model and rules. */
export const groundOf = (columns: Columns): Ground => ({
  model: models[columns.kind],
  columns,
  rules: blockingKeys(columns),
  refineBy: telling[columns.kind].flatMap((name) => {
    const keys = columns.numbers[name]
    return keys ? [{ name, keys }] : []
  }),
})
