import { words } from '../words.ts'
import { enumOf, sampleTerm, termOf } from './choice.ts'
import { type FieldType, listOf } from './kind.ts'

/** Several values of a controlled list, kept in order and once each. */
export const choices: FieldType<readonly string[]> = listOf({
  label: words('Choices', 'Opciones', 'Opções', 'Pilihan berbilang'),
  one: (input, field) => termOf(input, field),
  schema: (field) => enumOf(field),
  sample: (random, field) => [...new Set([sampleTerm(random, field), sampleTerm(random, field)])].sort(),
})
