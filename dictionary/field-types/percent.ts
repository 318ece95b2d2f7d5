import { words } from '../words.ts'
import { decimal } from './decimal.ts'
import { limits } from './integer.ts'
import type { FieldType } from './kind.ts'

/** Percentage points, 0 to 100 unless the field says otherwise: 12.5 is 12.5 %. */
export const percent: FieldType<number> = {
  ...decimal,
  label: words('Percentage', 'Porcentaje', 'Porcentagem', 'Peratusan'),
  parse: (input, field) =>
    decimal.parse(typeof input === 'string' ? input.replace(/\s*%$/, '') : input, { min: 0, max: 100, ...field }),
  schema: (field) => ({ type: 'number', ...limits({ min: 0, max: 100, ...field }) }),
  text: (value) => `${value} %`,
  sample: (random) => Math.round(random() * 1000) / 10,
}
