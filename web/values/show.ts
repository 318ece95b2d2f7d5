// How a value of each field type reads, in the reader's language. The browser's twin of dictionary/field-types.

import { majorUnits } from '../../dictionary/field-types/money.ts'
import type { FieldTypeName, Money } from '../../dictionary/index.ts'
import type { periods } from '../../src/question/index.ts'
import type { Field } from '../api/answers.ts'
import type { Speech } from '../words/language.tsx'
import { dateFormat, listFormat, nameFormat, numberFormat } from './formats.ts'

type Show = (value: unknown, speech: Speech, field: Field) => string

/** The text of a value that is there; of a reference its id, which `Value` turns into a name. */
export function show(value: unknown, speech: Speech, field: Field): string {
  const name = field.type === 'computed' ? (field.of ?? 'text') : field.type
  return shows[name](value, speech, field)
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whole amounts are told without cents, because a column of `.00` hides the figures. */
export function showMoney(money: Money, { locale }: Speech): string {
  const amount = Number(majorUnits(money)) // shown, never calculated with
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}
  return numberFormat(locale, { style: 'currency', currency: money.currency, ...digits }).format(amount)
}

/** A sum, of which cents say nothing. */
export const showSum = (money: Money, { locale }: Speech): string =>
  numberFormat(locale, { style: 'currency', currency: money.currency, maximumFractionDigits: 0 }).format(
    Number(majorUnits(money)), // shown, never calculated with
  )

/** A day as it is written, in no time zone. */
export const showDay = (day: string, { locale }: Speech): string =>
  dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** A moment in the reader's own time zone. */
export const showMoment = (moment: string, { locale }: Speech): string =>
  dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** A day or a moment, by how it is written: a day has no hour that could be told. */
export const showWhen = (when: string, speech: Speech): string =>
  when.length > 'YYYY-MM-DD'.length ? showMoment(when, speech) : showDay(when, speech)

/** A stretch of time by its first day. */
export function showPeriod(start: string, period: (typeof periods)[number], speech: Speech): string {
  const day = new Date(`${start.slice(0, 10)}T00:00:00Z`)
  const year = String(day.getUTCFullYear())
  if (period === 'year') return year
  if (period === 'quarter')
    return speech.t('values.quarter', { year, quarter: String(Math.floor(day.getUTCMonth() / 3) + 1) })
  if (period === 'month')
    return dateFormat(speech.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)
  return showDay(start, speech)
}

export const showNumber = (value: number, { locale }: Speech): string => numberFormat(locale, {}).format(value)

const asWritten: Show = (value) => (Array.isArray(value) ? value.join(', ') : String(value))
const termOf = (value: unknown, field: Field): string =>
  field.terms?.find((term) => term.value === value)?.label ?? String(value)
const terms: Show = (value, speech, field) =>
  Array.isArray(value)
    ? listFormat(speech.locale, { type: 'unit' }).format(value.map((each) => termOf(each, field)))
    : termOf(value, field)
const number: Show = (value, speech) => (typeof value === 'number' ? showNumber(value, speech) : String(value))
const named =
  (type: 'region' | 'language'): Show =>
  (value, { locale }) =>
    nameFormat(locale, { type, fallback: 'code' }).of(String(value)) ?? String(value)

const shows = {
  text: asWritten,
  long_text: asWritten,
  email: asWritten,
  phone: asWritten,
  url: asWritten,
  domain: asWritten,
  domains: asWritten,
  timezone: asWritten,
  reference: asWritten,
  currency: asWritten,
  choice: terms,
  choices: terms,
  tags: terms,
  integer: number,
  decimal: (value, { locale }) => numberFormat(locale, { maximumFractionDigits: 6 }).format(Number(value)),
  percent: (value, { locale }) =>
    numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(value) / 100),
  boolean: (value, { t }) => (value === true ? t('values.yes') : t('values.no')),
  date: (value, speech) => showDay(String(value), speech),
  datetime: (value, speech) => showMoment(String(value), speech),
  country: named('region'),
  language: named('language'),
  money: (value, speech) => showMoney(value as Money, speech), // what the API sends of a money field
} satisfies Record<Exclude<FieldTypeName, 'computed'>, Show>
