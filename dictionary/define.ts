import type { FieldDeclaration, FieldFacts, FieldOptions, ObjectDeclaration } from './facts.ts'
import type { FieldTypeName, Term } from './field-types/index.ts'
import { type Words, words } from './words.ts'

/** The keys that name a field must name one of the object's own; required here, so that ObjectDeclaration stays covariant. */
type NamesItsFields<F> = { title: keyof F; partOf?: keyof F; subject?: 'self' | keyof F }

/** Declares an object: what we hold of one kind of thing, complete by type. */
export const defineObject = <const F extends Record<string, FieldDeclaration>>(
  declaration: ObjectDeclaration<F> & NamesItsFields<F>,
): ObjectDeclaration<F> => declaration

type Facts<R extends FieldFacts['required']> = Omit<FieldFacts, 'required'> & { required: R }
type Plain = Pick<FieldOptions, 'maxLength'>
type Ranged = Pick<FieldOptions, 'min' | 'max'>
type Listed = { vocabulary: string }
type Computing = Required<Pick<FieldOptions, 'of' | 'reads' | 'from'>>
type Pointing = { to: string; as: string; acyclic?: boolean }

const builder =
  <T extends FieldTypeName, O extends object>(type: T) =>
  <R extends FieldFacts['required']>(facts: Facts<R> & O): FieldDeclaration<T, R> =>
    // Facts and options together are exactly a FieldDeclaration; TypeScript can't see it through the generic spread.
    ({ type, ...facts }) as unknown as FieldDeclaration<T, R>

/** One builder per field type: `field.email({ label, describe, required, sensitivity, source, freshFor })`. */
export const field = {
  text: builder<'text', Plain>('text'),
  long_text: builder<'long_text', Plain>('long_text'),
  integer: builder<'integer', Ranged>('integer'),
  decimal: builder<'decimal', Ranged>('decimal'),
  percent: builder<'percent', Ranged>('percent'),
  money: builder<'money', Ranged>('money'),
  date: builder<'date', object>('date'),
  datetime: builder<'datetime', object>('datetime'),
  boolean: builder<'boolean', object>('boolean'),
  choice: builder<'choice', Listed>('choice'),
  choices: builder<'choices', Listed>('choices'),
  tags: builder<'tags', Partial<Listed>>('tags'),
  email: builder<'email', object>('email'),
  phone: builder<'phone', object>('phone'),
  url: builder<'url', object>('url'),
  domain: builder<'domain', object>('domain'),
  domains: builder<'domains', object>('domains'),
  country: builder<'country', object>('country'),
  currency: builder<'currency', object>('currency'),
  language: builder<'language', object>('language'),
  timezone: builder<'timezone', object>('timezone'),
  reference: builder<'reference', Pointing>('reference'),
  computed: builder<'computed', (Computing & Listed) | Computing>('computed'),
} satisfies Record<FieldTypeName, unknown>

export type VocabularyDeclaration = { name: string; describe: string; terms: readonly Term[] }

export const defineVocabulary = (declaration: VocabularyDeclaration): VocabularyDeclaration => declaration

/** One term of a list: stored value, its label in four languages, and other words that mean it. */
export const term = (value: string, en: string, es: string, pt: string, ms: string, ...synonyms: string[]): Term => ({
  value,
  label: words(en, es, pt, ms),
  synonyms,
})

export type { Words }
