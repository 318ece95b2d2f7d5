import { fold, words } from '../words.ts'
import { enumOf, sampleTerm, termOf } from './choice.ts'
import { cleanText, type FieldType, listOf, pick } from './kind.ts'

/** Labels for grouping. From a controlled list where the field names one; otherwise short lower-case words. */
export const tags: FieldType<readonly string[]> = listOf({
  label: words('Tags', 'Etiquetas', 'Etiquetas', 'Tag'),
  one: (input, field) => {
    if (field.vocabulary) return termOf(input, field)
    const clean = cleanText(input, 60)
    if ('fault' in clean) return clean
    // NFC again, for folding takes letters apart (한국); and measured again, for some become many.
    return cleanText(fold(clean.value).replace(/ /g, '-') || clean.value.toLowerCase(), 60)
  },
  schema: (field) => (field.vocabulary ? enumOf(field) : { maxLength: 60 }),
  sample: (random, field) => [
    field.vocabulary ? sampleTerm(random, field) : pick(random, ['beta', 'pilot', 'reference', 'api-heavy']),
  ],
})
