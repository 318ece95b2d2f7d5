import { words } from '../words.ts'
import { comparable, type FieldContext, type FieldType } from './kind.ts'

export const integer: FieldType<number> = {
  label: words('Whole number', 'Número entero', 'Número inteiro', 'Nombor bulat'),
  columns: [{ suffix: '', type: 'bigint' }],
  parse(input, field) {
    const value = typeof input === 'string' && /^[+-]?\d{1,16}$/.test(input.trim()) ? Number(input) : input
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      return { fault: 'wrong_type', hint: 'a whole number' }
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
): { value: number } | { fault: 'out_of_range'; hint: string } {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
  if (value >= min && value <= max) return { value: value === 0 ? 0 : value }
  return { fault: 'out_of_range', hint: `from ${field.min ?? 'any'} to ${field.max ?? 'any'}` }
}

export const limits = (field: FieldContext): Record<string, number> => ({
  ...(field.min === undefined ? {} : { minimum: field.min }),
  ...(field.max === undefined ? {} : { maximum: field.max }),
})
