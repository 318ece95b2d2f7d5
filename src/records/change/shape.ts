// Stage 1: reads the input and nothing else. Every value becomes canonical or a fault with its mend.
import { fieldType, type ManifestField, type ManifestObject, systems, words } from '../../../dictionary/index.ts'
import { Failure, isId, told } from '../../platform/index.ts'
import { type Draft, refuse } from './draft.ts'
import type { Change } from './types.ts'

export const largestBatch = 5_000

const none: readonly Draft[] = []

export function shape(object: ManifestObject, changes: readonly Change[]): Draft[] {
  if (changes.length > largestBatch)
    throw new Failure('too_large', {
      what: told(words('The batch', 'El lote', 'O lote', 'Kelompok ini')),
      limit: told(
        words(
          `${largestBatch} changes`,
          `${largestBatch} cambios`,
          `${largestBatch} mudanças`,
          `${largestBatch} perubahan`,
        ),
      ),
    })
  return changes.map((change) => {
    const draft: Draft = {
      change,
      object,
      values: {},
      references: [],
      homes: {},
      faults: [],
      source: change.source ?? null,
      record: null,
      isMatched: false,
      apartFrom: null,
      like: none,
      outcome: null,
      keys: null,
    }
    readIdentity(draft)
    for (const [name, given] of Object.entries(change.values ?? {})) readValue(draft, name, given)
    return draft
  })
}

function readIdentity(draft: Draft): void {
  const { change } = draft
  if (change.id !== undefined && !isId(change.id)) refuse(draft, 'record_unavailable', null, { given: change.id })
  if (change.source && !(isLocalId(change.source.localId) && systems.includes(change.source.system)))
    refuse(draft, 'wrong_type', 'source', {
      given: change.source,
      hint: words(
        `a system (${systems.join(', ')}) and an id of at most 500 characters`,
        `un sistema (${systems.join(', ')}) y un id de 500 caracteres como máximo`,
        `um sistema (${systems.join(', ')}) e um id de no máximo 500 caracteres`,
        `sistem (${systems.join(', ')}) dan id paling banyak 500 aksara`,
      ),
    })
  for (const name of ['saidAt', 'verifiedOn'] as const) {
    const given = change[name]
    if (given && Number.isNaN(Date.parse(given)))
      refuse(draft, name === 'saidAt' ? 'invalid_datetime' : 'invalid_date', name, { given })
  }
  const needsTarget = change.verb === 'update' || change.verb === 'delete' || change.verb === 'restore'
  if (needsTarget && !change.id && !change.source) refuse(draft, 'record_unavailable', null)
  if ((change.verb === 'create' || change.verb === 'update') && Object.keys(change.values ?? {}).length === 0)
    refuse(draft, 'nothing_given', null)
}

/** An id that comes out of the database as it went in. */
const isLocalId = (text: string): boolean =>
  text !== '' && text.length <= 500 && !text.includes('\0') && text.isWellFormed()

function readValue(draft: Draft, name: string, given: unknown): void {
  // Own fields only: "constructor" and the like are names of nothing here.
  const field = draft.object.fields.get(name)
  if (!field) {
    refuse(draft, 'field_unavailable', name, { given: name })
    return
  }
  if (given === null || given === undefined || given === '') {
    draft.values[name] = null
    return
  }
  if (field.to && typeof given === 'object') {
    readReference(draft, field, given)
    return
  }
  const parsed = fieldType(field).parse(given, contextOf(field))
  if ('fault' in parsed) refuse(draft, parsed.fault, field, { given, ...(parsed.hint ? { hint: parsed.hint } : {}) })
  else draft.values[name] = parsed.value
}

function readReference(draft: Draft, field: ManifestField, given: object): void {
  const { system, localId, of } = given as Record<string, unknown>
  const known = systems.find((each) => each === system)
  if (!known || typeof localId !== 'string' || !isLocalId(localId) || (of !== undefined && of !== field.to))
    refuse(draft, 'invalid_reference', field, { given })
  else draft.references.push({ field: field.name, to: field.to ?? '', system: known, localId })
}

type FieldContext = Parameters<ReturnType<typeof fieldType>['parse']>[1]
const contexts = new WeakMap<ManifestField, FieldContext>()

/** What a type's parser may look at, put together once for a field. */
export function contextOf(field: ManifestField): FieldContext {
  const known = contexts.get(field)
  if (known) return known
  const context = {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  }
  contexts.set(field, context)
  return context
}
