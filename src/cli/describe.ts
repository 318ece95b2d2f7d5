// Values as people read them in a terminal.
import { fieldType, type ManifestField, type Money, majorUnits } from '../../dictionary/index.ts'
import { spoken, told } from '../platform/index.ts'
import { says } from './words/asking.ts'

/** The value of a field in words: terms by their label, money in major units with its currency. */
export function inWords(field: ManifestField | null, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (isMoney(value)) return `${grouped(majorUnits(value))} ${value.currency}`
  if (typeof value === 'boolean') return told(value ? says.yes : says.no)
  if (Array.isArray(value)) return value.map((each) => labelOf(field, each) ?? inWords(null, each)).join('; ')
  if (typeof value === 'object') return JSON.stringify(value)
  return labelOf(field, value) ?? (field ? fieldType(field).text(value) : String(value))
}

export const isNumeric = (field: ManifestField | null): boolean =>
  field !== null && ['bigint', 'numeric'].includes(field.columns[0]?.type ?? '')

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  typeof value.amount === 'number' &&
  'currency' in value &&
  typeof value.currency === 'string'

/** A moment to the minute, UTC. */
export const moment = (iso: string | null): string => (iso === null ? '' : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`)

const labelOf = (field: ManifestField | null, value: unknown): string | undefined =>
  field?.terms?.find((term) => term.value === value)?.label[spoken()]

const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
