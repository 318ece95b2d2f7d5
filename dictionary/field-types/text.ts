import { words } from '../words.ts'
import { cleanText, pick, textual } from './kind.ts'

export const text = textual({
  label: words('Text', 'Texto', 'Texto', 'Teks'),
  parse: (input, field) => cleanText(typeof input === 'number' ? String(input) : input, field.maxLength ?? 300),
  schema: { maxLength: 300 },
  sample: (random) =>
    `${pick(random, ['North', 'Blue', 'Old', 'Río'])} ${pick(random, ['Harbour', 'Mill', 'São', 'Bukit'])}`,
})
