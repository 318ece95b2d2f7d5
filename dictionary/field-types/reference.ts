import { words } from '../words.ts'
import type { FieldType } from './kind.ts'

/** The id of a record of another object. Writers may also name it by another system's id; the door resolves that. */
export const reference: FieldType<string> = {
  label: words('Link to a record', 'Enlace a un registro', 'Vínculo a um registro', 'Pautan kepada rekod'),
  columns: [{ suffix: '', type: 'uuid' }],
  parse: (input) =>
    typeof input === 'string' && uuid.test(input.trim())
      ? { value: input.trim().toLowerCase() }
      : {
          fault: 'invalid_reference',
          hint: words('the id of a record', 'el id de un registro', 'o id de um registro', 'id sesuatu rekod'),
        },
  toColumns: (value) => [value],
  json: ([column = '']) => column,
  fromJson: (value) => [`(${value} #>> '{}')::uuid`],
  operators: ['is', 'is_not', 'in', 'not_in', 'empty', 'not_empty'],
  measures: ['count'],
  sortable: false,
  groupable: true,
  schema: () => ({ type: 'string', format: 'uuid' }),
  text: (value) => value,
  sample: (random) => `01890000-0000-7000-8000-${String(Math.floor(random() * 1e12)).padStart(12, '0')}`,
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
