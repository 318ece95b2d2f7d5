// The manifest: every declaration normalised into one plain structure. Everything derived — tables, validation, API, masks,
// import, docs — reads this and never a raw declaration, so a custom field made at run time is no different from a declared one.
import type { VocabularyDeclaration } from './define.ts'
import type {
  FieldDeclaration,
  FieldFacts,
  ObjectDeclaration,
  Retention,
  Rule,
  Sensitivity,
  Span,
  SystemName,
  TeamName,
} from './facts.ts'
import {
  type Column,
  type FieldTypeName,
  fieldType,
  type Operator,
  type StoredTypeName,
  type Term,
} from './field-types/index.ts'
import { inEveryLanguage, type Words } from './words.ts'

export type ManifestField = {
  /** What permissions and history know it by; a field that is deleted and made again has another. */
  id: string
  name: string
  object: string
  type: FieldTypeName
  of?: StoredTypeName
  label: Words
  describe: Words
  required: FieldFacts['required']
  sensitivity: Sensitivity
  source: SystemName
  freshFor: Span | null
  owner: TeamName
  settledBy: 'recency' | 'verification'
  serverOwned: boolean
  also: readonly string[]
  options: { maxLength?: number; min?: number; max?: number; vocabulary?: string; acyclic?: boolean }
  /** For choice, choices and tags with a list. The same array for every field of one list, so that lookups are built once. */
  terms?: readonly Term[]
  to?: string
  /** The name of the relation as seen from `to`. */
  as?: string
  /** Kept in the record's `custom` document under this key instead of columns of its own. */
  customKey?: string
  columns: readonly (Column & { name: string })[]
  operators: readonly Operator[]
  from?: (record: Readonly<Record<string, unknown>>) => unknown
  /** The fields that `from` looks at. */
  reads?: readonly string[]
}

/** A way from one object to another. `one`: over a reference of ours; `many`: over theirs to us. */
export type Relation = { name: string; object: string; to: string; field: string; kind: 'one' | 'many' }

export type ManifestObject = {
  name: string
  plural: string
  kind: 'records' | 'facts'
  /** For facts: the fields of which there is one row each. */
  factKey: readonly string[]
  label: Words
  labelPlural: Words
  describe: Words
  owner: TeamName
  retention: Retention
  title: string
  partOf: string | null
  subject: string | null
  rules: readonly Rule[]
  fields: ReadonlyMap<string, ManifestField>
  relations: ReadonlyMap<string, Relation>
}

export type Vocabulary = { name: string; describe: string; terms: readonly Term[] }

export type Manifest = {
  objects: ReadonlyMap<string, ManifestObject>
  byPlural: ReadonlyMap<string, ManifestObject>
  vocabularies: ReadonlyMap<string, Vocabulary>
}

/** What a workspace adds at run time: fields of its own and further terms for the lists. */
export type Additions = {
  fields: readonly { id: string; object: string; key: string; declaration: FieldDeclaration & { name: string } }[]
  terms: readonly { vocabulary: string; terms: readonly Term[] }[]
  /** What it says otherwise of fields that are there. */
  changes?: readonly { object: string; field: string; change: FieldChange }[]
}

/** What a workspace may say otherwise of a field, in its own words: never its type, nor who may read it. */
export type FieldChange = { describe?: string; owner?: TeamName; required?: false | 'expected' }

/** Normalises declarations, which must be free of faults (see check.ts). Pure: the same input gives the same manifest. */
export function normalise(
  declarations: readonly ObjectDeclaration[],
  lists: readonly VocabularyDeclaration[],
  additions: Additions = { fields: [], terms: [] },
): Manifest {
  const vocabularies = new Map(lists.map((list) => [list.name, withTerms(list, additions)]))
  const objects = new Map<string, ManifestObject>()
  for (const declaration of declarations) {
    const own = Object.entries(declaration.fields).map(([name, field]) =>
      normaliseField({ id: `${declaration.name}.${name}`, name, field, object: declaration, vocabularies }),
    )
    const custom = additions.fields
      .filter((addition) => addition.object === declaration.name)
      .map(({ id, key, declaration: field }) =>
        normaliseField({ id, name: field.name, field, object: declaration, vocabularies, customKey: key }),
      )
    objects.set(declaration.name, {
      name: declaration.name,
      plural: declaration.plural,
      kind: declaration.kind ?? 'records',
      factKey: declaration.factKey ?? [],
      label: declaration.label,
      labelPlural: declaration.labelPlural,
      describe: declaration.describe,
      owner: declaration.owner,
      retention: declaration.retention,
      title: declaration.title,
      partOf: declaration.partOf ?? null,
      subject: declaration.subject ?? null,
      rules: declaration.rules ?? [],
      fields: new Map([...own, ...custom].map((field) => [field.name, changed(field, additions)])),
      relations: new Map(),
    })
  }
  relate(objects)
  return { objects, byPlural: new Map([...objects.values()].map((object) => [object.plural, object])), vocabularies }
}

/** A field that a record can't be without stays so. */
function changed(field: ManifestField, { changes = [] }: Additions): ManifestField {
  const change = changes.find((each) => each.object === field.object && each.field === field.name)?.change
  if (!change) return field
  const { required, describe, ...rest } = change
  return {
    ...field,
    ...rest,
    ...(describe === undefined ? {} : { describe: inEveryLanguage(describe) }),
    ...(required === undefined || field.required === true ? {} : { required }),
  }
}

function withTerms(list: VocabularyDeclaration, additions: Additions): Vocabulary {
  const terms = new Map(list.terms.map((term) => [term.value, term]))
  for (const addition of additions.terms.filter((each) => each.vocabulary === list.name)) {
    for (const added of addition.terms) {
      const known = terms.get(added.value)
      terms.set(added.value, known ? { ...known, synonyms: [...known.synonyms, ...added.synonyms] } : added)
    }
  }
  return { name: list.name, describe: list.describe, terms: [...terms.values()] }
}

function normaliseField(o: {
  id: string
  name: string
  field: FieldDeclaration
  object: ObjectDeclaration
  vocabularies: ReadonlyMap<string, Vocabulary>
  customKey?: string
}): ManifestField {
  const { field, name } = o
  const type = fieldType(field)
  const terms = field.vocabulary ? o.vocabularies.get(field.vocabulary)?.terms : undefined
  const { maxLength, min, max, vocabulary, acyclic } = field
  return {
    id: o.id,
    name,
    object: o.object.name,
    type: field.type,
    ...(field.of ? { of: field.of } : {}),
    label: field.label,
    describe: field.describe,
    required: field.required,
    sensitivity: field.sensitivity,
    source: field.source,
    freshFor: field.freshFor,
    owner: field.owner ?? o.object.owner,
    settledBy: field.settledBy ?? 'recency',
    serverOwned: field.serverOwned ?? field.type === 'computed',
    also: field.also ?? [],
    options: defined({ maxLength, min, max, vocabulary, acyclic }),
    ...(terms ? { terms } : {}),
    ...(field.to ? { to: field.to } : {}),
    ...(field.as ? { as: field.as } : {}),
    ...(o.customKey ? { customKey: o.customKey } : {}),
    columns: type.columns.map((column) => ({ ...column, name: `${name}${column.suffix}` })),
    operators: type.operators,
    ...(field.from ? { from: field.from, reads: field.reads ?? [] } : {}),
  }
}

/** Adds to each object its references (`one`) and the references others hold to it (`many`, named by `as`). */
function relate(objects: Map<string, ManifestObject>): void {
  const add = (object: ManifestObject | undefined, relation: Relation) =>
    (object?.relations as Map<string, Relation> | undefined)?.set(relation.name, relation) // built here, read-only afterwards
  for (const object of objects.values()) {
    for (const field of object.fields.values()) {
      if (!field.to) continue
      add(object, { name: field.name, object: object.name, to: field.to, field: field.name, kind: 'one' })
      if (field.as)
        add(objects.get(field.to), {
          name: field.as,
          object: field.to,
          to: object.name,
          field: field.name,
          kind: 'many',
        })
    }
  }
}

const defined = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  } // undefined was filtered out
