// How cells are read that a sheet writes in its own way: days, amounts, numbers, yes and no. All others go to the field's own type as
// they are; and so does what can't be read here, so that the door says what is wrong with it, in the words it has for every route.

import { fieldType, type ManifestField, minorUnits } from '../../../dictionary/index.ts'
import { words } from '../../../dictionary/words.ts'
import { type Fault, fault } from '../../platform/index.ts'
import { type DateOrder, type DecimalMark, readBoolean, readDate, readMoney, readNumber } from '../reading/index.ts'

export type Read = { value: unknown } | { fault: Fault }

/** What is known of the column beyond the cell. */
export type Column = {
  field: ManifestField
  dateOrder: DateOrder | null
  decimalMark: DecimalMark | null
  currency: string
  isOpposite: boolean
}

export type CellReader = (text: string) => Read

export const cellReader = (column: Column): CellReader => {
  const reader = readers[keptIn(column.field)]
  return reader ? (text) => reader(text, column) : (text) => ({ value: text })
}

/** A field by what it is kept in, so that no type is named here. */
const keptIn = (field: ManifestField): string =>
  fieldType(field)
    .columns.map((column) => column.type)
    .join(' ')

const readers: Readonly<Record<string, (text: string, column: Column) => Read>> = {
  date(text, { dateOrder, field }) {
    const read = readDate(text, dateOrder)
    return 'iso' in read ? { value: read.iso } : { fault: fault('invalid_date', field.name, about(field, text)) }
  },
  timestamptz(text, { dateOrder }) {
    // A moment with its zone is for the door to read; a day alone means its beginning.
    if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text)) return { value: text }
    const read = readDate(text, dateOrder)
    return { value: 'iso' in read ? `${read.iso}T00:00:00.000Z` : text }
  },
  'bigint text'(text, { decimalMark, field, currency }) {
    const read = readMoney(text, decimalMark)
    const unit = ('currency' in read ? read.currency : undefined) ?? currency
    const amount = 'amount' in read ? minorUnits(read.amount, unit) : null
    return amount === null
      ? {
          fault: fault('wrong_type', field.name, {
            ...about(field, text),
            hint: words('an amount of money', 'un importe', 'um valor em dinheiro', 'jumlah wang'),
          }),
        }
      : { value: { amount, currency: unit } }
  },
  boolean(text, { field, isOpposite }) {
    const read = readBoolean(text)
    if ('fault' in read)
      return {
        fault: fault('wrong_type', field.name, {
          ...about(field, text),
          hint: words('yes or no', 'sí o no', 'sim ou não', 'ya atau tidak'),
        }),
      }
    const value = isOpposite ? !read.value : read.value
    // A box that does not refuse says nothing about consent.
    return { value: field.name.endsWith('opt_out') && !value ? undefined : value }
  },
  bigint: readFigure,
  numeric: readFigure,
}

function readFigure(text: string, { decimalMark, field }: Column): Read {
  const read = readNumber(text.replace(/\s*%$/, ''), decimalMark)
  return 'value' in read
    ? { value: read.value }
    : {
        fault: fault('wrong_type', field.name, {
          ...about(field, text),
          hint: words('a number', 'un número', 'um número', 'nombor'),
        }),
      }
}

const about = (field: ManifestField, given: string) => ({ label: field.label, given })
