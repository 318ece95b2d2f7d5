// How conditions are said and typed: an operator by the field's type, in the reader's words, and whether it takes a value.
import type { Operator } from '../../dictionary/index.ts'
import type { Field } from '../api/answers.ts'
import { storedType } from '../inputs/kind.ts'
import type { Catalogue } from '../words/areas.ts'

/** What is chosen for a comparison; `me` is a value of its own, since it means whoever looks. */
export type Choice = Operator | 'is_me' | 'is_not_me'

type Saying = keyof Catalogue['operators']

const ofTime: Partial<Record<Operator, Saying>> = { gt: 'after', gte: 'from', lt: 'before', lte: 'until' }

/** The operators offered for a field, in the order of the dictionary. */
export function choicesFor(field: Field): readonly Choice[] {
  const isUser = field.to === 'user'
  const own = field.operators.filter((each) => !isList(each) || field.terms)
  return isUser ? ['is_me', 'is_not_me', ...own] : own
}

export function sayingOf(field: Field, choice: Choice): Saying {
  const type = storedType(field)
  if (type === 'date' || type === 'datetime') return ofTime[choice as Operator] ?? choice // a choice that is no time's is said as usual
  return choice
}

export const isList = (operator: Choice): boolean => operator === 'in' || operator === 'not_in'
export const takesValue = (choice: Choice): boolean => !['empty', 'not_empty', 'is_me', 'is_not_me'].includes(choice)

/** The field that a value is typed as: a list of terms for "one of", one word for "includes". */
export function typedAs(field: Field, choice: Choice): Field {
  if (isList(choice)) return { ...field, type: 'choices' }
  if (choice === 'has') return { ...field, type: field.terms ? 'choice' : 'text' }
  return field
}
