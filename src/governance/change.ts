// What may be proposed of the dictionary: a word of a list, a field of the workspace's own, or what is said of a field.
import { z } from 'zod'
import {
  type FieldDeclaration,
  fold,
  inEveryLanguage,
  words as sayings,
  sensitivities,
  systems,
  teams,
} from '../../dictionary/index.ts'
import { Failure, fitted, otherwise, placed } from '../platform/index.ts'

const aName = sayings(
  'lower-case letters, digits and _',
  'letras minúsculas, cifras y _',
  'letras minúsculas, algarismos e _',
  'huruf kecil, angka dan _',
)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, otherwise(aName))
const label = z.string().trim().min(1).max(80)
/** In four languages, or one text for all. */
const words = z
  .union([label, z.strictObject({ en: label, es: label, pt: label, ms: label })])
  .transform((given) => (typeof given === 'string' ? { en: given, es: given, pt: given, ms: given } : given))
const describe = z.string().trim().min(5).max(500)

const changes = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('term'),
    value: name.optional(),
    label: words,
    synonyms: z.array(label).max(20).default([]),
  }),
  z.strictObject({
    ...{ kind: z.literal('new_field'), name, type: name, label: words, describe },
    sensitivity: z.enum(sensitivities),
    source: z.enum(systems).default('hand'),
    required: z.union([z.literal(false), z.literal('expected')]).default(false),
    vocabulary: name.optional(),
    maxLength: z.int().min(1).max(10_000).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('describe'), describe }),
  z.strictObject({ kind: z.literal('owner'), owner: z.enum(teams) }),
  z.strictObject({ kind: z.literal('required'), required: z.union([z.literal(false), z.literal('expected')]) }),
])
export type ProposedChange = z.infer<typeof changes>

/** Errors: unreadable_request. */
export function readChange(given: unknown): ProposedChange {
  const read = fitted(changes, given)
  if ('data' in read) return read.data
  throw new Failure('unreadable_request', { why: placed(['change', read.at].filter(Boolean).join('.'), read.why) })
}

type NewField = Extract<ProposedChange, { kind: 'new_field' }>

/** What it is declared as. The type's own options are checked with all else that a declaration may have wrong. */
export const declarationOf = ({ kind: _, name: __, describe, ...facts }: NewField): FieldDeclaration =>
  ({ ...facts, describe: inEveryLanguage(describe), freshFor: null }) as unknown as FieldDeclaration // its type is one of ours once `faultsOfField` finds none

/** The value of a term: given, or made of its English label. */
export const termValue = ({ value, label }: Extract<ProposedChange, { kind: 'term' }>): string =>
  value ?? fold(label.en).replaceAll(' ', '_').slice(0, 48)
