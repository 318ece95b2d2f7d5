// Everything that can be wrong with the declarations, all at once, each with its mend. A fault here stops the start.
import type { VocabularyDeclaration } from './define.ts'
import { type FieldDeclaration, type ObjectDeclaration, sensitivities } from './facts.ts'
import { storedTypes } from './field-types/index.ts'
import { fold, languages, nearest, type Words } from './words.ts'

/** Names every record has from the product; no declaration may use them. */
export const reservedNames = new Set([
  'id',
  'workspace_id',
  'version',
  'created_at',
  'updated_at',
  'deleted_at',
  'custom',
  'constructor',
  'prototype',
  '__proto__',
  'all',
  'any',
  'not',
  'some',
  'none',
  'every',
  'select',
  'from',
  'where',
  'order',
  'group',
  'limit',
  'after',
  'search',
  'me',
])

const identifier = /^[a-z][a-z0-9_]{0,47}$/

export function check(objects: readonly ObjectDeclaration[], vocabularies: readonly VocabularyDeclaration[]): string[] {
  const faults: string[] = []
  const names = new Set(objects.map((object) => object.name))
  const lists = new Set(vocabularies.map((list) => list.name))
  for (const name of twice(objects.map((object) => object.name)))
    faults.push(`${name}: declared twice — give one of them another name`)
  for (const name of twice(objects.map((object) => object.plural)))
    faults.push(`${name}: two objects have this plural — change one`)
  for (const list of vocabularies) faults.push(...checkVocabulary(list))
  for (const object of objects) {
    const at = object.name
    if (!identifier.test(at)) faults.push(`${at}: not a usable name — lower-case letters, digits and _, at most 48`)
    for (const name of ['label', 'labelPlural', 'describe'] as const)
      faults.push(...missingWords(`${at}.${name}`, object[name]))
    if (!object.fields[object.title])
      faults.push(`${at}.title: there is no field '${object.title}'${mean(object.title, Object.keys(object.fields))}`)
    if (object.partOf && object.fields[object.partOf]?.type !== 'reference')
      faults.push(
        `${at}.partOf: '${object.partOf}' is not one of its references — name the reference that leads to its owner`,
      )
    if (object.kind === 'facts' && !object.factKey?.length)
      faults.push(`${at}: facts need their factKey, the fields of which there is one row each`)
    for (const name of object.factKey ?? [])
      if (!object.fields[name])
        faults.push(`${at}.factKey: there is no field '${name}'${mean(name, Object.keys(object.fields))}`)
    for (const rule of object.rules ?? []) {
      faults.push(...missingWords(`${at}: rule ${rule.code}`, rule.say))
      for (const name of rule.fields)
        if (!object.fields[name])
          faults.push(
            `${at}: rule ${rule.code} reads '${name}', which does not exist${mean(name, Object.keys(object.fields))}`,
          )
    }
    for (const [name, field] of Object.entries(object.fields))
      faults.push(...checkField(`${at}.${name}`, name, field, names, lists))
  }
  faults.push(...clashingRelations(objects))
  return faults
}

function checkField(
  at: string,
  name: string,
  field: FieldDeclaration,
  objects: ReadonlySet<string>,
  lists: ReadonlySet<string>,
): string[] {
  const faults = missingWords(`${at}.label`, field.label)
  if (!identifier.test(name) || reservedNames.has(name))
    faults.push(`${at}: '${name}' is not a usable field name — choose another`)
  if (!(field.type in storedTypes) && field.type !== 'computed')
    return [...faults, `${at}: there is no field type '${field.type}'${mean(field.type, Object.keys(storedTypes))}`]
  if (!sensitivities.includes(field.sensitivity))
    faults.push(`${at}: there is no field class '${field.sensitivity}'${mean(field.sensitivity, sensitivities)}`)
  if (languages.some((language) => (field.describe[language]?.trim().length ?? 0) < 8))
    faults.push(`${at}: say what it means in a sentence, in every language (describe)`)
  if (field.vocabulary && !lists.has(field.vocabulary))
    faults.push(`${at}: vocabulary '${field.vocabulary}' does not exist${mean(field.vocabulary, lists)}`)
  if (['choice', 'choices'].includes(field.type) && !field.vocabulary)
    faults.push(`${at}: a ${field.type} needs its vocabulary`)
  if (field.type === 'reference' && !field.to) faults.push(`${at}: a reference needs 'to', the object it points at`)
  if (field.to && !objects.has(field.to))
    faults.push(`${at}: there is no object '${field.to}' to point at${mean(field.to, objects)}`)
  if (field.to && (!field.as || !identifier.test(field.as)))
    faults.push(`${at}: name the relation as seen from '${field.to}' (as)`)
  if (field.type === 'computed' && !field.from) faults.push(`${at}: a computed field needs the function it comes from`)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    faults.push(`${at}: min ${field.min} is above max ${field.max}`)
  if (field.freshFor !== null && !/^\d+(h|d|mo|y)$/.test(field.freshFor))
    faults.push(`${at}: freshFor '${field.freshFor}' is no length of time — say 30d, 12mo or 2y`)
  return faults
}

function checkVocabulary(list: VocabularyDeclaration): string[] {
  const faults: string[] = []
  const meaning = new Map<string, string>()
  for (const term of list.terms) {
    faults.push(...missingWords(`${list.name}: '${term.value}'`, term.label))
    for (const word of new Set([term.value, ...Object.values(term.label), ...term.synonyms].map(fold))) {
      const other = meaning.get(word)
      if (other !== undefined && other !== term.value)
        faults.push(`${list.name}: '${word}' means both '${other}' and '${term.value}' — leave it to one`)
      meaning.set(word, term.value)
    }
  }
  return faults
}

/** A relation and a field, or two relations, of one object may not share a name: a question could mean either. */
function clashingRelations(objects: readonly ObjectDeclaration[]): string[] {
  const taken = new Map<string, string>()
  for (const object of objects)
    for (const name of Object.keys(object.fields)) taken.set(`${object.name}.${name}`, 'a field')
  const faults: string[] = []
  for (const object of objects)
    for (const [name, field] of Object.entries(object.fields)) {
      if (!field.to || !field.as) continue
      const key = `${field.to}.${field.as}`
      if (taken.has(key))
        faults.push(`${object.name}.${name}: '${key}' is already ${taken.get(key)} — choose another 'as'`)
      taken.set(key, `the relation over ${object.name}.${name}`)
    }
  return faults
}

const missingWords = (at: string, label: Words): string[] =>
  languages.filter((language) => !label[language]?.trim()).map((language) => `${at}: no text in '${language}' — add it`)

const twice = (names: readonly string[]): Set<string> => new Set(names.filter((name, i) => names.indexOf(name) !== i))

function mean(name: string, among: Iterable<string>): string {
  const near = nearest(name, among)
  return near ? ` — did you mean '${near}'?` : ''
}
