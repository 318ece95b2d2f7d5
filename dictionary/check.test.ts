import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { defineObject, defineVocabulary, field, term } from './define.ts'
import type { FieldDeclaration, ObjectDeclaration } from './facts.ts'
import { objects } from './objects/index.ts'
import { vocabularies } from './vocabularies/index.ts'
import { fold, inEveryLanguage, languages, words } from './words.ts'

const label = words('Thing', 'Cosa', 'Coisa', 'Benda')
const facts = {
  label,
  describe: inEveryLanguage('What the thing is for.'),
  required: false,
  sensitivity: 'general',
  source: 'hand',
  freshFor: null,
} as const

const stage = defineVocabulary({
  name: 'lifecycle_stage',
  describe: 'Where a thing stands.',
  terms: [term('onboarding', 'Onboarding', 'Puesta en marcha', 'Implantação', 'Penyediaan awal', 'setting up')],
})

const sound = defineObject({
  name: 'thing',
  plural: 'things',
  label,
  labelPlural: label,
  describe: inEveryLanguage('A thing to be declared well or badly.'),
  owner: 'cs-operations',
  retention: { keep: '1y', then: 'delete', because: 'It exists only for this test.' },
  title: 'name',
  fields: { name: field.text(facts), stage: field.choice({ ...facts, vocabulary: 'lifecycle_stage' }) },
})

/** The faults of the sound thing with some of it changed; `fields` are added to its own. */
function faultsOf(change: Partial<Omit<ObjectDeclaration, 'fields'>>, fields: Record<string, unknown> = {}): string[] {
  // The declarations are wrong on purpose, as only a program without types could write them.
  const wrong = { ...sound, ...change, fields: { ...sound.fields, ...(fields as Record<string, FieldDeclaration>) } }
  return check([wrong], [stage])
}

describe('the product’s own dictionary', () => {
  test('has no faults', () => {
    expect(check(objects, vocabularies)).toEqual([])
  })

  test('says what each object and field means in every language, and in none with the words of another', () => {
    const meanings = objects.flatMap((object) => [
      { of: object.name, said: object.describe },
      ...Object.entries<FieldDeclaration>(object.fields).map(([name, { describe: said }]) => ({
        of: `${object.name}.${name}`,
        said,
      })),
    ])
    const twice = meanings.filter(({ said }) => new Set(languages.map((each) => said[each])).size < languages.length)
    expect(twice.map(({ of }) => of)).toEqual([])
  })

  test('has no list that nothing uses', () => {
    const used = new Set(
      objects.flatMap((object) => Object.values<FieldDeclaration>(object.fields)).map((each) => each.vocabulary),
    )
    expect(vocabularies.map((list) => list.name).filter((name) => !used.has(name))).toEqual([])
  })

  test('never lets one column header mean two fields of an object', () => {
    const faults: string[] = []
    for (const object of objects) {
      const meaning = new Map<string, string>()
      for (const [name, each] of Object.entries<FieldDeclaration>(object.fields))
        for (const header of new Set([name, ...Object.values(each.label), ...(each.also ?? [])].map(fold))) {
          const other = meaning.get(header)
          if (other) faults.push(`${object.name}: '${header}' means both ${other} and ${name}`)
          meaning.set(header, name)
        }
    }
    expect(faults).toEqual([])
  })

  test('gives every person’s data a subject: an object with personal fields says whose they are', () => {
    const without = objects
      .filter((object: ObjectDeclaration) => !object.subject)
      .filter((object) =>
        Object.values<FieldDeclaration>(object.fields).some((each) => each.sensitivity === 'personal'),
      )
    expect(without.map((object) => object.name)).toEqual([])
  })
})

test('a sound declaration has no faults', () => {
  expect(faultsOf({})).toEqual([])
})

test.each<[string, Parameters<typeof faultsOf>, string]>([
  [
    'a vocabulary that does not exist',
    [{}, { phase: { ...facts, type: 'choice', vocabulary: 'lifecycle_stag' } }],
    "thing.phase: vocabulary 'lifecycle_stag' does not exist — did you mean 'lifecycle_stage'?",
  ],
  [
    'a choice without its list',
    [{}, { phase: { ...facts, type: 'choice' } }],
    'thing.phase: a choice needs its vocabulary',
  ],
  [
    'a field type that does not exist',
    [{}, { phase: { ...facts, type: 'txt' } }],
    "thing.phase: there is no field type 'txt' — did you mean 'text'?",
  ],
  [
    'a field class that does not exist',
    [{}, { mail: { ...facts, type: 'email', sensitivity: 'personnal' } }],
    "thing.mail: there is no field class 'personnal' — did you mean 'personal'?",
  ],
  [
    'a field without meaning',
    [{}, { x: { ...facts, type: 'text', describe: inEveryLanguage('x') } }],
    'thing.x: say what it means in a sentence, in every language (describe)',
  ],
  [
    'a reserved field name',
    [{}, { version: { ...facts, type: 'text' } }],
    "thing.version: 'version' is not a usable field name — choose another",
  ],
  [
    'a field name no column can have',
    [{}, { 'Due date': { ...facts, type: 'date' } }],
    "thing.Due date: 'Due date' is not a usable field name — choose another",
  ],
  [
    'a missing language',
    [{}, { x: { ...facts, type: 'text', label: { ...label, ms: ' ' } } }],
    "thing.x.label: no text in 'ms' — add it",
  ],
  [
    'a reference to nowhere',
    [{}, { x: { ...facts, type: 'reference', as: 'others' } }],
    "thing.x: a reference needs 'to', the object it points at",
  ],
  [
    'a reference to an object that does not exist',
    [{}, { x: { ...facts, type: 'reference', to: 'thin', as: 'others' } }],
    "thing.x: there is no object 'thin' to point at — did you mean 'thing'?",
  ],
  [
    'a relation without a name',
    [{}, { x: { ...facts, type: 'reference', to: 'thing' } }],
    "thing.x: name the relation as seen from 'thing' (as)",
  ],
  [
    'a relation named like a field',
    [{}, { x: { ...facts, type: 'reference', to: 'thing', as: 'stage' } }],
    "thing.x: 'thing.stage' is already a field — choose another 'as'",
  ],
  [
    'two relations of one name',
    [
      {},
      {
        x: { ...facts, type: 'reference', to: 'thing', as: 'others' },
        y: { ...facts, type: 'reference', to: 'thing', as: 'others' },
      },
    ],
    "thing.y: 'thing.others' is already the relation over thing.x — choose another 'as'",
  ],
  [
    'a computed field without its function',
    [{}, { x: { ...facts, type: 'computed', of: 'text' } }],
    'thing.x: a computed field needs the function it comes from',
  ],
  [
    'limits the wrong way round',
    [{}, { x: { ...facts, type: 'integer', min: 9, max: 1 } }],
    'thing.x: min 9 is above max 1',
  ],
  [
    'a length of time nobody can read',
    [{}, { x: { ...facts, type: 'text', freshFor: '12 months' } }],
    "thing.x: freshFor '12 months' is no length of time — say 30d, 12mo or 2y",
  ],
  ['a title that is no field', [{ title: 'nam' }], "thing.title: there is no field 'nam' — did you mean 'name'?"],
  [
    'an owner that is no reference',
    [{ partOf: 'name' }],
    "thing.partOf: 'name' is not one of its references — name the reference that leads to its owner",
  ],
  [
    'a rule over a field that does not exist',
    [{ rules: [{ code: 'odd', fields: ['stag'], holds: () => true, say: label }] }],
    "thing: rule odd reads 'stag', which does not exist — did you mean 'stage'?",
  ],
  [
    'a name no table can have',
    [{ name: 'Thing!' }],
    'Thing!: not a usable name — lower-case letters, digits and _, at most 48',
  ],
])('finds %s', (_, [change, fields], fault) => {
  expect(faultsOf(change, fields)).toContain(fault)
})

test('finds two objects of one name, and two of one plural', () => {
  expect(check([sound, sound], [stage])).toEqual(
    expect.arrayContaining([
      'thing: declared twice — give one of them another name',
      'things: two objects have this plural — change one',
    ]),
  )
})

test('finds a word that means two terms of one list, whatever its accents and case', () => {
  const list = defineVocabulary({
    ...stage,
    terms: [
      ...stage.terms,
      term('live', 'Live', 'En producción', 'Em produção', 'Langsung', 'SETTING-UP', 'implantacao'),
    ],
  })
  expect(check([sound], [list])).toEqual([
    "lifecycle_stage: 'setting up' means both 'onboarding' and 'live' — leave it to one",
    "lifecycle_stage: 'implantacao' means both 'onboarding' and 'live' — leave it to one",
  ])
})

test('finds everything at once, not one fault a start', () => {
  const faults = faultsOf(
    { title: 'nam' },
    {
      phase: { ...facts, type: 'choice', vocabulary: 'lifecycle_stag' },
      version: { ...facts, type: 'text', describe: inEveryLanguage('') },
    },
  )
  expect(faults).toHaveLength(4)
})
