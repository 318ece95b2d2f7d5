// What the values of a column say about what it may be: how many of them a field's own type can read, and how much that means — a text
// field reads everything, so it proves nothing.
import { fieldType, fold, type ManifestField } from '../../../dictionary/index.ts'
import type { DateOrder, DecimalMark } from '../reading/index.ts'
import { type CellReader, cellReader } from './cells.ts'

export type Sample = { values: readonly string[]; dateOrder: DateOrder | null; decimalMark: DecimalMark | null }

/** How a field reads values: fields of one type, over one list, read alike. */
export const readingOf = ({ type, of, options: { vocabulary, min, max } }: ManifestField): string =>
  [of ?? type, vocabulary, min, max].join(' ')

/** From -1 (the values are none of the field's) over 0 (nothing follows) to 1 (nobody else would read them). */
export function evidenceFor(field: ManifestField, sample: Sample): number {
  if (sample.values.length === 0) return 0
  const specific = specificity(field)
  return specific < 0.3 ? 0 : specific * (2 * shareRead(field, sample) - 1)
}

/** The share of the values that the field can hold. */
export function shareRead(field: ManifestField, sample: Sample): number {
  const isRead = readerOf(field, sample)
  return sample.values.length === 0 ? 1 : sample.values.filter(isRead).length / sample.values.length
}

function readerOf(field: ManifestField, { dateOrder, decimalMark }: Omit<Sample, 'values'>): (text: string) => boolean {
  const read: CellReader = cellReader({
    field,
    dateOrder: dateOrder ?? 'ymd',
    decimalMark: decimalMark ?? '.',
    currency: 'USD',
    isOpposite: false,
  })
  const type = fieldType(field)
  const context = {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  }
  if (field.terms) {
    // The type would also look for the nearest word of each that it does not know, which nobody asked for here.
    const known = new Set(
      field.terms.flatMap((term) => [term.value, ...Object.values(term.label), ...term.synonyms].map(fold)),
    )
    return (text) => text.split(';').every((word) => known.has(fold(word)))
  }
  const isRead = (value: unknown) => 'value' in type.parse(value, context)
  // A national number is one where its country is known, which a single column does not tell.
  if (field.type === 'phone') return (number) => someCountries.some((country) => isRead({ number, country }))
  return (text) => {
    const cell = read(text)
    return 'value' in cell && (cell.value === undefined || isRead(cell.value))
  }
}

const someCountries = ['US', 'BR', 'MX', 'ES', 'MY', 'GB']

/** Things that stand in sheets; a type that takes most of them says nothing. */
const things = [
  'Acme Holdings Ltd',
  'Ana María López',
  'Head of Purchasing',
  'call back next week, please',
  '42',
  '1,250.00',
  'USD 1,250.00',
  '2026-03-04',
  'yes',
  'ana@acme.example',
  'acme.example',
  'https://acme.example/about',
  '+1 212 241 4371',
  'Brazil',
  'A-1042',
  'Lisbon',
]

const known = new WeakMap<ManifestField, number>()

function specificity(field: ManifestField): number {
  const kept = known.get(field)
  if (kept !== undefined) return kept
  const isRead = readerOf(field, { dateOrder: null, decimalMark: null })
  const found = 1 - things.filter(isRead).length / things.length
  known.set(field, found)
  return found
}
