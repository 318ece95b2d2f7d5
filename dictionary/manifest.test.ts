import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type FieldContext,
  fieldType,
  inEveryLanguage,
  type ManifestField,
  manifest,
  manifestWith,
  snapshotOf,
  words,
} from './index.ts'

const allFields = [...manifest.objects.values()].flatMap((object) => [...object.fields.values()])

const contextOf = (field: ManifestField): FieldContext => ({
  ...field.options,
  name: field.name,
  label: field.label,
  ...(field.terms ? { terms: field.terms } : {}),
})

/** A generator that is the same in every run; the battery tries chance itself. */
function steps(): () => number {
  let at = 0
  return () => {
    at = (at + 0.381_966) % 1
    return at
  }
}

test('every declared field accepts the samples of its type, and so does its JSON Schema', () => {
  const random = steps()
  for (const field of allFields) {
    const type = fieldType(field)
    const schema = z.fromJSONSchema(type.schema(contextOf(field)))
    for (let i = 0; i < 10; i++) {
      const value = type.sample(random, contextOf(field))
      expect([field.id, type.parse(value, contextOf(field))]).toEqual([field.id, { value }])
      expect([field.id, schema.safeParse(value).error]).toEqual([field.id, undefined])
    }
  }
})

test('every list understands each of its words as the term that declares it', () => {
  for (const field of allFields.filter((each) => each.type === 'choice'))
    for (const { value, label, synonyms } of field.terms ?? [])
      for (const word of [value, ...Object.values(label), ...synonyms])
        expect([field.id, word, fieldType(field).parse(word, contextOf(field))]).toEqual([field.id, word, { value }])
})

test('a computed field of an empty record is unknown, never an error', () => {
  for (const field of allFields.filter((each) => each.from))
    expect([field.id, field.from?.({}) ?? null]).toEqual([field.id, null])
})

test('computed fields and rules look at nothing but what they say they look at', () => {
  const random = steps()
  for (const { name, fields, rules } of manifest.objects.values()) {
    const given = [...fields.values()].filter((field) => !field.from)
    const full = () => given.map((field) => [field.name, fieldType(field).sample(random, contextOf(field))] as const)
    // Some are empty: a function that looks further once it has found something, or has not, is seen to look.
    const records = Array.from({ length: 60 }, () => Object.fromEntries(full().filter(() => random() < 0.7)))
    const parts = [
      ...[...fields.values()].flatMap((field) => (field.from ? [{ ...field, look: field.from }] : [])),
      ...rules.map((rule) => ({ name: rule.code, look: rule.holds, reads: rule.fields })),
    ]
    for (const { name: part, look, reads = [] } of parts)
      for (const record of records)
        look(
          new Proxy(record, {
            get(target, field: string) {
              expect(reads, `${name}.${part} looks at`).toContain(field)
              return target[field]
            },
          }),
        )
  }
})

test('a rule holds of an empty record: what is missing is for completeness to say', () => {
  for (const object of manifest.objects.values())
    for (const rule of object.rules)
      expect([object.name, rule.code, rule.holds({})]).toEqual([object.name, rule.code, true])
})

test('no two columns of an object share a name', () => {
  for (const object of manifest.objects.values()) {
    const columns = [...object.fields.values()].flatMap((field) => field.columns.map((column) => column.name))
    expect([object.name, new Set(columns).size]).toEqual([object.name, columns.length])
  }
})

test('a reference is a relation from both ends', () => {
  expect(manifest.objects.get('ticket')?.relations.get('requester')).toEqual({
    name: 'requester',
    object: 'ticket',
    to: 'contact',
    field: 'requester',
    kind: 'one',
  })
  expect(manifest.objects.get('contact')?.relations.get('tickets')).toEqual({
    name: 'tickets',
    object: 'contact',
    to: 'ticket',
    field: 'requester',
    kind: 'many',
  })
})

describe('what a workspace adds', () => {
  const label = words('Budget code', 'Código de presupuesto', 'Código de orçamento', 'Kod bajet')
  const facts = {
    label,
    describe: inEveryLanguage('The customer’s own budget code.'),
    sensitivity: 'commercial',
    source: 'hand',
  } as const
  const added = manifestWith({
    fields: [
      {
        id: 'f_1',
        object: 'account',
        key: 'k1',
        declaration: { ...facts, type: 'text', name: 'budget_code', required: false, freshFor: null },
      },
    ],
    terms: [
      { vocabulary: 'ticket_status', terms: [{ value: 'solved', label, synonyms: ['erledigt'] }] },
      { vocabulary: 'ticket_status', terms: [{ value: 'with_partner', label, synonyms: [] }] },
    ],
  })

  test('is a field like any other, kept under its own key and owned by the object’s team', () => {
    expect(added.objects.get('account')?.fields.get('budget_code')).toMatchObject({
      id: 'f_1',
      customKey: 'k1',
      owner: 'customer-success',
      columns: [{ name: 'budget_code', type: 'text' }],
    })
  })

  test('gives known terms further words and lists further terms, and leaves the product’s own manifest alone', () => {
    const status = added.objects.get('ticket')?.fields.get('status')
    if (!status) throw new Error('ticket.status is missing')
    expect(fieldType(status).parse('Erledigt', contextOf(status))).toEqual({ value: 'solved' })
    expect(fieldType(status).parse('with partner', contextOf(status))).toEqual({ value: 'with_partner' })
    const own = manifest.vocabularies.get('ticket_status')?.terms.map((term) => term.value)
    expect(own).not.toContain('with_partner')
  })

  test('stays out of the snapshot, from which migrations are made', () => {
    expect(snapshotOf(added).objects).toEqual(snapshotOf(manifest).objects)
  })
})

test('the snapshot is plain JSON', () => {
  const snapshot = snapshotOf(manifest)
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
})
