// A condition as the reader would say it: "Tier is Enterprise and ARR at least $50,000".
import type { Where } from '../../src/question/index.ts'
import type { Field } from '../api/answers.ts'
import type { Book } from '../values/book.tsx'
import { show } from '../values/show.ts'
import type { Speech } from '../words/language.tsx'
import { type Choice, isList, sayingOf, typedAs } from './operators.ts'

export type Sayer = {
  book: Book
  speech: Speech
  /** Names of records by their ids, as far as they are known. */
  names: ReadonlyMap<string, string>
}

export function say(sayer: Sayer, object: string, where: Where): string {
  const { t } = sayer.speech
  if ('all' in where) return joined(sayer, object, where.all, t('lists.and'))
  if ('any' in where) return joined(sayer, object, where.any, t('lists.or'))
  if ('not' in where) return t('lists.not', { what: say(sayer, object, where.not) })
  if ('visible' in where) return where.visible
  if ('field' in where) return comparison(sayer, object, where)
  const quantifier = 'some' in where ? 'some' : 'none' in where ? 'none' : 'every'
  const relation = 'some' in where ? where.some : 'none' in where ? where.none : where.every
  const to = sayer.book.object(object)?.relations.find(({ name }) => name === relation)?.to ?? ''
  const what = relationLabel(sayer.book, object, relation)
  return where.where
    ? t(`lists.${quantifier}Where`, { what, where: say(sayer, to, where.where) })
    : t(`lists.${quantifier}Any`, { what })
}

const joined = (sayer: Sayer, object: string, parts: readonly Where[], word: string): string =>
  parts
    .map((part) => {
      const inner = 'all' in part ? part.all : 'any' in part ? part.any : []
      return inner.length > 1 ? `(${say(sayer, object, part)})` : say(sayer, object, part)
    })
    .join(` ${word} `)

function comparison(sayer: Sayer, object: string, where: Extract<Where, { field: string }>): string {
  const { book, speech } = sayer
  const field = fieldAt(book, object, where.field)
  if (!field) return where.field
  const choice = choiceOf(where)
  const operator = speech.t(`operators.${sayingOf(field, choice)}`)
  const label = labelAt(book, object, where.field)
  if (where.value === undefined) return `${label} ${operator}`
  return `${label} ${operator} ${valueText(sayer, typedAs(field, choice), where.value, isList(choice))}`
}

function valueText({ speech, names }: Sayer, field: Field, value: unknown, isSeveral: boolean): string {
  const one = (each: unknown): string =>
    names.get(String(each)) ?? safely(() => show(each, speech, field), String(each))
  return isSeveral && Array.isArray(value)
    ? new Intl.ListFormat(speech.locale, { type: 'disjunction' }).format(value.map(one))
    : one(value)
}

/** A value that somebody wrote by hand may be no value of its type; then it is shown as written. */
function safely(text: () => string, otherwise: string): string {
  try {
    return text()
  } catch {
    return otherwise
  }
}

export const choiceOf = ({ op, me }: Extract<Where, { field: string }>): Choice =>
  me && op === 'is' ? 'is_me' : me && op === 'is_not' ? 'is_not_me' : op

/** The field at a path over references: `owner.name`. */
export function fieldAt(book: Book, object: string, path: string): Field | undefined {
  const [first = '', ...rest] = path.split('.')
  const field = book.field(object, first)
  return rest.length === 0 || !field?.to ? field : fieldAt(book, field.to, rest.join('.'))
}

export function labelAt(book: Book, object: string, path: string): string {
  const [first = '', ...rest] = path.split('.')
  const field = book.field(object, first)
  if (!field) return path
  return rest.length === 0 || !field.to ? field.label : `${field.label} › ${labelAt(book, field.to, rest.join('.'))}`
}

export function relationLabel(book: Book, object: string, relation: string): string {
  const to = book.object(object)?.relations.find(({ name }) => name === relation)?.to
  return (to && book.object(to)?.labelPlural) ?? relation
}
