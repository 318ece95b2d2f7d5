// What a field type is: how a value is read from anything, kept in PostgreSQL, compared and described. One file per type
// declares one of these; nothing else in the product may know a type by name.
import type { FieldFacts, FieldOptions } from '../facts.ts'
import { type Words, words } from '../words.ts'

export const operators = [
  'is',
  'is_not',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts_with',
  'has',
  'empty',
  'not_empty',
] as const
export type Operator = (typeof operators)[number]

export const measures = ['count', 'sum', 'average', 'min', 'max'] as const
export type MeasureName = (typeof measures)[number]

/** What a type's parser may look at. Vocabulary terms are given because a workspace may add its own. */
export type FieldContext = FieldOptions & Pick<FieldFacts, 'label'> & { name: string; terms?: readonly Term[] }

/** One value of a controlled list: what is stored, how it is shown, and every word that means it. */
export type Term = { value: string; label: Words; synonyms: readonly string[] }

export type Parsed<V> = { value: V } | { fault: FaultCode; hint?: Words | string }
export type FaultCode =
  | 'wrong_type'
  | 'too_long'
  | 'out_of_range'
  | 'invalid_email'
  | 'email_without_domain'
  | 'invalid_phone'
  | 'invalid_url'
  | 'invalid_domain'
  | 'invalid_date'
  | 'invalid_datetime'
  | 'invalid_currency'
  | 'invalid_country'
  | 'invalid_language'
  | 'invalid_timezone'
  | 'unknown_term'
  | 'invalid_reference'

export type Column = {
  /** Appended to the field's name; the first column has none. */
  suffix: '' | `_${string}`
  type: 'text' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'text[]'
}

export type FieldType<V> = {
  label: Words
  /** The first column is the one compared and sorted; the others are its unit and must be equal for an order to mean anything. */
  columns: readonly [Column, ...Column[]]
  parse(input: unknown, field: FieldContext): Parsed<V>
  /** Canonical value → one parameter per column. */
  toColumns(value: V): readonly (string | number | boolean | null)[]
  /** SQL over its columns that `json_build_object` turns into the canonical value. */
  json(columns: readonly string[]): string
  /** Where the canonical value is an object: its member of each column, the first of which says whether there is a value at all. */
  members?: readonly string[]
  /** SQL that gives each column back from SQL of a canonical jsonb value (for as-of). */
  fromJson(value: string): readonly string[]
  operators: readonly Operator[]
  measures: readonly MeasureName[]
  /** Whether an order and a group by it mean something to a reader. */
  sortable: boolean
  groupable: boolean
  /** JSON Schema of the canonical value. */
  schema(field: FieldContext): Record<string, unknown>
  /** As CSV, CLI and search show it. */
  text(value: V, field?: FieldContext): string
  /** A believable value, for the battery and the generators; `random` gives [0, 1). */
  sample(random: () => number, field: FieldContext): V
}

const equality = ['is', 'is_not', 'in', 'not_in', 'empty', 'not_empty'] as const
const ordering = ['gt', 'gte', 'lt', 'lte'] as const

export const comparable = [...equality, ...ordering] as const
export const nominal = equality
export const searchable = [...equality, 'contains', 'starts_with'] as const
export const listed = ['has', 'empty', 'not_empty'] as const

/** Asserts a sample's shape: a type that always yields a value. */
export const pick = <T>(random: () => number, from: readonly [T, ...T[]]): T =>
  from[Math.floor(random() * from.length)] ?? from[0]

/** The parts shared by types kept in one text column. */
export function textual(o: {
  label: Words
  parse: FieldType<string>['parse']
  schema: Record<string, unknown>
  sample: FieldType<string>['sample']
  operators?: readonly Operator[]
  groupable?: boolean
}): FieldType<string> {
  return {
    label: o.label,
    columns: [{ suffix: '', type: 'text' }],
    parse: o.parse,
    toColumns: (value) => [value],
    json: ([column = '']) => column,
    fromJson: (value) => [`${value} #>> '{}'`],
    operators: o.operators ?? searchable,
    measures: ['count'],
    sortable: true,
    groupable: o.groupable ?? true,
    schema: (field) => ({ type: 'string', ...o.schema, ...(field.maxLength ? { maxLength: field.maxLength } : {}) }),
    text: (value) => value,
    sample: o.sample,
  }
}

/** The parts shared by types kept as a list of texts. */
export function listOf(o: {
  label: Words
  one: FieldType<string>['parse']
  schema(field: FieldContext): Record<string, unknown>
  sample: FieldType<readonly string[]>['sample']
}): FieldType<readonly string[]> {
  return {
    label: o.label,
    columns: [{ suffix: '', type: 'text[]' }],
    parse: (input, field) => parseList(input, (each) => o.one(each, field)),
    toColumns: (value) => [arrayLiteral(value)],
    json: ([column = '']) => column,
    fromJson: (value) => [
      `case when jsonb_typeof(${value}) = 'array' then array(select jsonb_array_elements_text(${value})) end`,
    ],
    operators: listed,
    measures: ['count'],
    sortable: false,
    groupable: false,
    schema: (field) => ({
      type: 'array',
      items: { type: 'string', ...o.schema(field) },
      maxItems: 100,
      uniqueItems: true,
    }),
    text: (value) => value.join('; '),
    sample: o.sample,
  }
}

function parseList(input: unknown, one: (each: unknown) => Parsed<string>): Parsed<readonly string[]> {
  const parts = typeof input === 'string' ? input.split(/[;,|]/).filter((part) => part.trim() !== '') : input
  if (!Array.isArray(parts) || parts.length > 100)
    return {
      fault: 'wrong_type',
      hint: words(
        'a list of at most 100 texts',
        'una lista de 100 textos como máximo',
        'uma lista de até 100 textos',
        'senarai tidak melebihi 100 teks',
      ),
    }
  const values = new Set<string>()
  for (const part of parts) {
    const parsed = one(part)
    if ('fault' in parsed) return parsed
    values.add(parsed.value)
  }
  return { value: [...values].sort() }
}

/** PostgreSQL's text form of a text array. */
export const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`).join(',')}}`

/** Words of plain letters with one space between them, as most texts are: nothing about them has to be mended. */
const plain = /^[!-~]+(?: [!-~]+)*$/

/** Text as it may be stored: no control characters (NUL breaks PostgreSQL, bidi controls deceive readers), NFC, trimmed. */
export function cleanText(input: unknown, maxLength: number, keepLines = false): Parsed<string> {
  if (typeof input !== 'string') return { fault: 'wrong_type', hint: words('a text', 'un texto', 'um texto', 'teks') }
  if (input.length <= maxLength && plain.test(input)) return { value: input }
  const visible = input
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to drop
    .replace(keepLines ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g : /[\u0000-\u001f\u007f]/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed()
    .normalize('NFC')
  const value = (keepLines ? visible : visible.replace(/\s+/g, ' ')).trim()
  if (value === '')
    return {
      fault: 'wrong_type',
      hint: words(
        'a text that is not blank',
        'un texto que no esté vacío',
        'um texto que não seja vazio',
        'teks yang tidak kosong',
      ),
    }
  return value.length > maxLength
    ? {
        fault: 'too_long',
        hint: words(
          `at most ${maxLength} characters`,
          `como máximo ${maxLength} caracteres`,
          `no máximo ${maxLength} caracteres`,
          `tidak melebihi ${maxLength} aksara`,
        ),
      }
    : { value }
}
