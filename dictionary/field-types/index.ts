// The registry of field types: the one place that lists them. The compiler asks for every name, here and in the web twin.
import { boolean } from './boolean.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { country } from './country.ts'
import { currency } from './currency.ts'
import { date } from './date.ts'
import { datetime } from './datetime.ts'
import { decimal } from './decimal.ts'
import { domain } from './domain.ts'
import { domains } from './domains.ts'
import { email } from './email.ts'
import { integer } from './integer.ts'
import type { FieldType } from './kind.ts'
import { language } from './language.ts'
import { long_text } from './long_text.ts'
import { money } from './money.ts'
import { percent } from './percent.ts'
import { phone } from './phone.ts'
import { reference } from './reference.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'
import { timezone } from './timezone.ts'
import { url } from './url.ts'

/** Types that hold a value of their own. `computed` borrows the type of its outcome. */
export const storedTypes = {
  text,
  long_text,
  integer,
  decimal,
  percent,
  money,
  date,
  datetime,
  boolean,
  choice,
  choices,
  email,
  phone,
  url,
  domain,
  domains,
  country,
  currency,
  language,
  timezone,
  reference,
  tags,
} as const

export type StoredTypeName = keyof typeof storedTypes
export type FieldTypeName = StoredTypeName | 'computed'

export type ValueOf<T extends FieldTypeName> = T extends StoredTypeName
  ? (typeof storedTypes)[T] extends FieldType<infer V>
    ? V
    : never
  : string | number | boolean | readonly string[]

export const fieldTypeNames: readonly FieldTypeName[] = [...(Object.keys(storedTypes) as StoredTypeName[]), 'computed'] // keys of a const object

/** The type that keeps a field: its own, or for a computed field that of its outcome. */
export function fieldType(field: { type: FieldTypeName; of?: StoredTypeName }): FieldType<unknown> {
  const name = field.type === 'computed' ? (field.of ?? 'text') : field.type
  // A FieldType<V> is used here only with values its own parse made, so widening V is sound.
  return storedTypes[name] as unknown as FieldType<unknown>
}

export * from './kind.ts'
