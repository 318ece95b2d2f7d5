// The inputs by field type: the browser's twin of dictionary/field-types, beside values/show.ts. The compiler asks for every type.
import type { StoredTypeName } from '../../dictionary/index.ts'
import type { Field } from '../api/answers.ts'
import { boolean, choice, choices, tags } from './choices.tsx'
import { date, datetime } from './dates.tsx'
import { type InputKind, storedType } from './kind.ts'
import { decimal, integer, money } from './numbers.tsx'
import { reference } from './reference.tsx'
import { longText, text, url } from './texts.tsx'

const inputs = {
  text,
  long_text: longText,
  integer,
  decimal,
  percent: integer,
  money,
  date,
  datetime,
  boolean,
  choice,
  choices,
  email: text,
  phone: text,
  url,
  domain: text,
  domains: tags,
  country: choice,
  currency: choice,
  language: choice,
  timezone: choice,
  reference,
  tags,
} satisfies Record<StoredTypeName, object>

/** The input of a field. A computed field borrows that of its outcome, for conditions on it; it is never written. */
export function inputFor(field: Pick<Field, 'type' | 'of'>): InputKind<unknown> {
  // A draft goes only where the same kind made it, so widening its type is sound.
  return inputs[storedType(field)] as unknown as InputKind<unknown>
}
