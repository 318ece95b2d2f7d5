import { fold, nearest, words } from '../words.ts'
import { type FieldContext, type FieldType, nominal, type Parsed, pick, textual } from './kind.ts'

/** One value of a controlled list. Any of its words in any language is understood; the list's own value is kept. */
export const choice: FieldType<string> = {
  ...textual({
    label: words('Choice', 'Opción', 'Opção', 'Pilihan'),
    parse: (input, field) => termOf(input, field),
    schema: {},
    operators: nominal,
    sample: (random, field) => sampleTerm(random, field),
  }),
  schema: (field) => ({ type: 'string', ...enumOf(field) }),
  text: (value, field) => field?.terms?.find((term) => term.value === value)?.label.en ?? value,
}

export function termOf(input: unknown, field: FieldContext): Parsed<string> {
  if (typeof input !== 'string')
    return {
      fault: 'wrong_type',
      hint: words(
        'a word of the list',
        'una palabra de la lista',
        'uma palavra da lista',
        'perkataan daripada senarai',
      ),
    }
  const term = meaningOf(field).get(fold(input))
  if (term !== undefined) return { value: term }
  const near = nearest(fold(input), meaningOf(field).keys())
  return { fault: 'unknown_term', ...(near ? { hint: didYouMean(meaningOf(field).get(near) ?? near) } : {}) }
}

export const enumOf = (field: FieldContext): Record<string, unknown> =>
  field.terms?.length ? { enum: field.terms.map((term) => term.value) } : {}

export function sampleTerm(random: () => number, field: FieldContext): string {
  const [first, ...rest] = field.terms ?? []
  return first ? pick(random, [first, ...rest]).value : 'other'
}

const meanings = new WeakMap<object, Map<string, string>>()

/** Every folded word of the field's list → the value it means. Values win over labels, labels over synonyms. */
function meaningOf(field: FieldContext): Map<string, string> {
  const terms = field.terms ?? []
  let found = meanings.get(terms)
  if (!found) {
    found = new Map()
    for (const term of terms) for (const word of term.synonyms) found.set(fold(word), term.value)
    for (const term of terms) for (const word of Object.values(term.label)) found.set(fold(word), term.value)
    for (const term of terms) found.set(fold(term.value), term.value)
    meanings.set(terms, found)
  }
  return found
}

const didYouMean = (term: string) =>
  words(
    `did you mean "${term}"?`,
    `¿quiso decir "${term}"?`,
    `quis dizer "${term}"?`,
    `adakah anda maksudkan "${term}"?`,
  )
