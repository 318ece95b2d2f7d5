import { words } from '../words.ts'
import { cleanText, pick, textual } from './kind.ts'

export const long_text = textual({
  label: words('Long text', 'Texto largo', 'Texto longo', 'Teks panjang'),
  parse: (input, field) => cleanText(input, field.maxLength ?? 20_000, true),
  schema: { maxLength: 20_000 },
  operators: ['contains', 'empty', 'not_empty'],
  groupable: false,
  sample: (random) =>
    pick(random, ['They asked for an export.\nWe said Friday.', 'Reunión breve; todo bien.', 'Sem novidades.']),
})
