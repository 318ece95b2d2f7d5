import { words } from '../words.ts'
import { isCalendarDay } from './date.ts'
import { comparable, type FieldType } from './kind.ts'

/** A moment, kept to the millisecond in UTC: `2026-11-21T09:30:00.000Z`. An offset is required, for a local time is no moment. */
export const datetime: FieldType<string> = {
  label: words('Date and time', 'Fecha y hora', 'Data e hora', 'Tarikh dan masa'),
  columns: [{ suffix: '', type: 'timestamptz' }],
  parse(input) {
    const text = input instanceof Date && !Number.isNaN(input.getTime()) ? input.toISOString() : input
    const parts =
      typeof text === 'string'
        ? /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text.trim())
        : null
    const at = parts?.[1] && isCalendarDay(parts[1]) ? new Date(normalOffset(parts[0])) : new Date(Number.NaN)
    const value = Number.isNaN(at.getTime()) ? '' : at.toISOString()
    // An offset may carry the last day of 9999, or the first of year 1, out of what PostgreSQL and we can write.
    return isCalendarDay(value.slice(0, 10))
      ? { value }
      : {
          fault: 'invalid_datetime',
          hint: words(
            'a moment with its offset, as 2026-11-21T09:30:00Z',
            'un momento con su zona, como 2026-11-21T09:30:00Z',
            'um momento com seu fuso, como 2026-11-21T09:30:00Z',
            'masa dengan ofsetnya, seperti 2026-11-21T09:30:00Z',
          ),
        }
  },
  toColumns: (value) => [value],
  json: ([column]) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  fromJson: (value) => [`(${value} #>> '{}')::timestamptz`],
  operators: comparable,
  measures: ['count', 'min', 'max'],
  sortable: true,
  groupable: false,
  schema: () => ({ type: 'string', format: 'date-time' }),
  text: (value) => value,
  sample: (random) => new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 90_000_000_000)).toISOString(),
}

const normalOffset = (text: string): string => text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
