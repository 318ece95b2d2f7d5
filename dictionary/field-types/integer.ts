import { type Words, words } from '../words.ts'
import { comparable, type FieldContext, type FieldType } from './kind.ts'

export const integer: FieldType<number> = {
  label: words('Whole number', 'Número entero', 'Número inteiro', 'Nombor bulat'),
  columns: [{ suffix: '', type: 'bigint' }],
  parse(input, field) {
    const value = typeof input === 'string' && /^[+-]?\d{1,16}$/.test(input.trim()) ? Number(input) : input
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      return {
        fault: 'wrong_type',
        hint: words('a whole number', 'un número entero', 'um número inteiro', 'nombor bulat'),
      }
    return inRange(value, field)
  },
  toColumns: (value) => [value],
  json: ([column = '']) => column,
  fromJson: (value) => [`(${value} #>> '{}')::bigint`],
  operators: comparable,
  measures: ['count', 'sum', 'average', 'min', 'max'],
  sortable: true,
  groupable: true,
  schema: (field) => ({ type: 'integer', ...limits(field) }),
  text: String,
  sample: (random, field) =>
    (field.min ?? 0) + Math.floor(random() * Math.min(1000, (field.max ?? 1000) - (field.min ?? 0) + 1)),
}

export function inRange(
  value: number,
  field: FieldContext,
): { value: number } | { fault: 'out_of_range'; hint: Words } {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
  if (value >= min && value <= max) return { value: value === 0 ? 0 : value }
  return { fault: 'out_of_range', hint: between(field) }
}

export const limits = (field: FieldContext): Record<string, number> => ({
  ...(field.min === undefined ? {} : { minimum: field.min }),
  ...(field.max === undefined ? {} : { maximum: field.max }),
})

/** Where only one end is set, only that one is named. */
export const between = ({ min, max }: { min?: number | undefined; max?: number | undefined }): Words =>
  min !== undefined && max !== undefined
    ? words(`from ${min} to ${max}`, `de ${min} a ${max}`, `de ${min} a ${max}`, `dari ${min} hingga ${max}`)
    : min !== undefined
      ? words(`${min} or more`, `${min} o más`, `${min} ou mais`, `${min} atau lebih`)
      : words(`${max} or less`, `${max} o menos`, `${max} ou menos`, `${max} atau kurang`)
