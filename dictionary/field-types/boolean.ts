import { words } from '../words.ts'
import type { FieldType } from './kind.ts'

export const boolean: FieldType<boolean> = {
  label: words('Yes or no', 'Sí o no', 'Sim ou não', 'Ya atau tidak'),
  columns: [{ suffix: '', type: 'boolean' }],
  parse(input) {
    if (typeof input === 'boolean') return { value: input }
    if (input === 'true' || input === '1' || input === 1) return { value: true }
    if (input === 'false' || input === '0' || input === 0) return { value: false }
    return {
      fault: 'wrong_type',
      hint: words(
        'true or false',
        'verdadero o falso (true, false)',
        'verdadeiro ou falso (true, false)',
        'benar atau palsu (true, false)',
      ),
    }
  },
  toColumns: (value) => [value],
  json: ([column = '']) => column,
  fromJson: (value) => [`(${value} #>> '{}')::boolean`],
  operators: ['is', 'is_not', 'empty', 'not_empty'],
  measures: ['count'],
  sortable: true,
  groupable: true,
  schema: () => ({ type: 'boolean' }),
  text: String,
  sample: (random) => random() < 0.5,
}
