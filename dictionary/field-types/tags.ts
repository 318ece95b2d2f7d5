import { fold, words } from '../words.ts'
import { termOf } from './choice.ts'
import { cleanText, type FieldType, listOf, pick } from './kind.ts'

/** Labels for grouping. From a controlled list where the field names one; otherwise short lower-case words. */
export const tags: FieldType<readonly string[]> = listOf({
  label: words('Tags', 'Etiquetas', 'Etiquetas', 'Tag'),
  one: (input, field) => {
    if (field.vocabulary) return termOf(input, field)
    const clean = cleanText(input, 60)
    return 'fault' in clean ? clean : { value: fold(clean.value).replace(/ /g, '-') || clean.value.toLowerCase() }
  },
  schema: () => ({ maxLength: 60 }),
  sample: (random) => [pick(random, ['beta', 'pilot', 'reference', 'api-heavy'])],
})
