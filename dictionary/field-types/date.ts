import { words } from '../words.ts'
import { comparable, type FieldType } from './kind.ts'

/** A calendar day, `YYYY-MM-DD`, in no time zone. */
export const date: FieldType<string> = {
  label: words('Date', 'Fecha', 'Data', 'Tarikh'),
  columns: [{ suffix: '', type: 'date' }],
  parse: (input) =>
    typeof input === 'string' && isCalendarDay(input.trim())
      ? { value: input.trim() }
      : {
          fault: 'invalid_date',
          hint: words(
            'a day that exists, as YYYY-MM-DD',
            'un día que exista, como AAAA-MM-DD',
            'um dia que exista, como AAAA-MM-DD',
            'hari yang wujud, seperti YYYY-MM-DD',
          ),
        },
  toColumns: (value) => [value],
  json: ([column = '']) => column,
  fromJson: (value) => [`(${value} #>> '{}')::date`],
  operators: comparable,
  measures: ['count', 'min', 'max'],
  sortable: true,
  groupable: true,
  schema: () => ({ type: 'string', format: 'date' }),
  text: (value) => value,
  sample: (random) =>
    new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 3000) * 86_400_000).toISOString().slice(0, 10),
}

export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match || match[1] === '0000') return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}
