import type { Columns, Kind } from './columns.ts'
import { encodeAccounts } from './encode-accounts.ts'
import { encodeContacts } from './encode-contacts.ts'

/** Canonical values of a record, and what else a data set knows: `birth_date`, `national_id`, `street`, `postcode`, `city`, `employer` … */
export type Values = Readonly<Record<string, unknown>>

export type EncodeOptions = {
  /** How many records there are in all, where these are only the candidates of one. */
  population?: number
}

/** Reads records once into columns that a scorer compares. Rows are numbered in the order they come. */
export const encode = (kind: Kind, records: Iterable<Values>, options: EncodeOptions = {}): Columns =>
  kind === 'contact' ? encodeContacts(records, options) : encodeAccounts(records, options)

export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : value == null ? '' : String(value)

/** A list of texts, whether one was given or several. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== '')
