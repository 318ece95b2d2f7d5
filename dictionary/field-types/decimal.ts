import { words } from '../words.ts'
import { inRange, integer, limits } from './integer.ts'
import type { FieldType } from './kind.ts'

/** A number with at most four decimals and fifteen digits, so that JSON carries it exactly. Money has its own type. */
export const decimal: FieldType<number> = {
  ...integer,
  label: words('Decimal number', 'Número decimal', 'Número decimal', 'Nombor perpuluhan'),
  columns: [{ suffix: '', type: 'numeric' }],
  parse(input, field) {
    const value = typeof input === 'string' && /^[+-]?\d{1,15}(\.\d+)?$/.test(input.trim()) ? Number(input) : input
    if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) >= 1e11)
      return {
        fault: 'wrong_type',
        hint: words(
          'a number below 100,000,000,000',
          'un número menor de 100.000.000.000',
          'um número abaixo de 100.000.000.000',
          'nombor di bawah 100,000,000,000',
        ),
      }
    return inRange(Math.round(value * 1e4) / 1e4, field)
  },
  fromJson: (value) => [`(${value} #>> '{}')::numeric`],
  schema: (field) => ({ type: 'number', ...limits(field) }),
  sample: (random, field) => {
    const from = field.min ?? 0
    return Math.round((from + random() * (Math.min(field.max ?? 1000, from + 1000) - from)) * 100) / 100
  },
}
