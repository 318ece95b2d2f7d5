// What must be said of every field and object. Required keys are required by type: a fact that was forgotten fails to compile.
import type { FieldTypeName, ValueOf } from './field-types/index.ts'
import type { Words } from './words.ts'

/** Field classes (SEC-2). A role reads and writes classes, so a field's class decides who sees it. */
export const sensitivities = [
  'general',
  'personal',
  'commercial',
  'commercial_terms',
  'strategic',
  'internal_note',
  'support_detail',
  'consent',
] as const
export type Sensitivity = (typeof sensitivities)[number]

/** Teams that answer for data (GOV-2). */
export const teams = [
  'cs-operations',
  'customer-success',
  'product',
  'finance',
  'sales-operations',
  'marketing',
  'support',
  'data-lead',
] as const
export type TeamName = (typeof teams)[number]

/** Kinds of system a value can come from; `hand` is a person typing, `holdfast` is what the product works out itself. */
export const systems = ['crm', 'billing', 'support', 'product', 'survey', 'spreadsheet', 'hand', 'holdfast'] as const
export type SystemName = (typeof systems)[number]

/** A length of time: `30d`, `12mo`, `6y`. */
export type Span = `${number}${'h' | 'd' | 'mo' | 'y'}`

export type FieldFacts = {
  label: Words
  describe: Words
  /** `true`: a record without it is refused. `'expected'`: completeness counts it, and a hand-kept sheet that has the column must fill it. */
  required: boolean | 'expected'
  sensitivity: Sensitivity
  /** The system whose word is final for this field (CNX-9). */
  source: SystemName
  /** How old a value may grow before it counts as stale; null where age does not matter. */
  freshFor: Span | null
  /** Other names that column headers and other systems use for it, in any language. */
  also?: readonly string[]
  /** The team that answers for it, where it is not the object's owner. */
  owner?: TeamName
  /** Between claims of equal authority: the later one (default), or the one verified last. */
  settledBy?: 'recency' | 'verification'
  /** Set by the product alone; refused from every other writer. */
  serverOwned?: boolean
}

export type FieldOptions = {
  /** Longest text, in characters. */
  maxLength?: number
  min?: number
  max?: number
  /** For choice, choices and tags: which controlled list. */
  vocabulary?: string
  /** For reference: the object pointed at, and the name of the relation seen from there. */
  to?: string
  as?: string
  /** For a reference to its own object: chains of it must not loop. */
  acyclic?: boolean
  /** For computed: the type of the outcome and the pure function that works it out from the other fields. */
  of?: Exclude<FieldTypeName, 'computed'>
  /** The fields that `from` looks at, so that nothing else need be read to work it out. */
  reads?: readonly string[]
  /** Method syntax on purpose: a declaration may take a narrower record than the general one. */
  from?(record: Readonly<Record<string, unknown>>): unknown
}

export type FieldDeclaration<
  T extends FieldTypeName = FieldTypeName,
  R extends FieldFacts['required'] = FieldFacts['required'],
> = FieldFacts & FieldOptions & { type: T; required: R }

/** A rule over several fields of one record. `holds` sees canonical values and answers true where a part is missing. */
export type Rule = {
  code: string
  fields: readonly string[]
  holds(record: Readonly<Record<string, unknown>>): boolean
  say: Words
}

export type Retention = { keep: Span; then: 'archive' | 'delete' | 'anonymise'; because: string }

export type ObjectDeclaration<F extends Record<string, FieldDeclaration> = Record<string, FieldDeclaration>> = {
  name: string
  plural: string
  /**
   * `records` (default) are changed through the door, with claims and history. `facts` are worked out by the product from what
   * happened — one row per value of `factKey` — and only read.
   */
  kind?: 'records' | 'facts'
  factKey?: readonly string[]
  label: Words
  labelPlural: Words
  describe: Words
  owner: TeamName
  retention: Retention
  /** The field that names a record to people. */
  title: string
  /** The reference that decides who may see a record, where the object has no ownership of its own. */
  partOf?: string
  /** The reference that says whose personal data this is; 'self' where the record is the person. */
  subject?: string
  rules?: readonly Rule[]
  fields: F
}

/** The record of an object as typed code sees it: canonical values, null where unknown. */
export type RecordOf<O extends ObjectDeclaration> = {
  [K in keyof O['fields']]: O['fields'][K]['required'] extends true
    ? ValueOf<O['fields'][K]['type']>
    : ValueOf<O['fields'][K]['type']> | null
} & { id: string; version: number; created_at: string; updated_at: string }
