import type { Page } from './append.ts'
import type { Columns, Kind } from './columns.ts'
import { openAccounts } from './encode-accounts.ts'
import { openContacts } from './encode-contacts.ts'

/** Canonical values of a record, and what else a data set knows: `birth_date`, `national_id`, `street`, `postcode`, `city`, `employer` … */
export type Values = Readonly<Record<string, unknown>>

export type EncodeOptions = {
  /** How many records there are in all, where these are only the candidates of one. */
  population?: number
}

/** Reads records one by one; the columns of all so far can be had at any time, and rows and codes stay what they are. */
export type Encoder = {
  add(values: Values): void
  /** Takes out what was read, for another encoder of the kind, and is empty again. */
  take(): Page
  /** Adds rows that another encoder of the kind has read; the columns are the same as if they had been read here. */
  append(page: Page): void
  columns(): Columns
}

export const openEncoder = (kind: Kind, options: EncodeOptions = {}): Encoder =>
  kind === 'contact' ? openContacts(options) : openAccounts(options)

/** Reads records once into columns that a scorer compares. Rows are numbered in the order they come. */
export function encode(kind: Kind, records: Iterable<Values>, options: EncodeOptions = {}): Columns {
  const encoder = openEncoder(kind, options)
  for (const values of records) encoder.add(values)
  return encoder.columns()
}
