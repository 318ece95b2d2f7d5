// Stage 3: may this actor do this, to this record, with these fields? Before meaning, because an error message must not tell a
// list, a key or a double to somebody who may not see it.
import type { ManifestField } from '../../../dictionary/index.ts'
import { type Access, grantsFor, mayWrite, readableField, type Verb } from '../../access/index.ts'
import { Failure } from '../../platform/index.ts'
import { type Draft, refuse } from './draft.ts'
import type { RecordState } from './record-state.ts'
import type { ChangeVerb } from './types.ts'

const rightFor = {
  create: 'create',
  update: 'update',
  upsert: 'update',
  delete: 'delete',
  restore: 'delete',
} as const satisfies Record<ChangeVerb, Verb>

/** Refuses the whole request where the object itself is closed to the actor. */
export function authoriseObject(access: Access, object: string, verbs: ReadonlySet<ChangeVerb>): void {
  for (const verb of verbs) {
    const needed: Verb[] = verb === 'upsert' ? ['create', 'update'] : [rightFor[verb]]
    for (const right of needed) {
      if (grantsFor(access, object, right).length > 0) continue
      if (grantsFor(access, object, 'list').length === 0) throw new Failure('object_unavailable', { object })
      throw new Failure('not_allowed', { verb: right, object })
    }
  }
}

export function authorise(access: Access, drafts: readonly Draft[]): void {
  const mayFill = writableIn(access)
  for (const draft of drafts) {
    authoriseSource(access, draft)
    authoriseFields(access, draft, mayFill)
    authoriseRecord(draft)
  }
}

type MayFill = (object: string, verb: 'create' | 'update', field: ManifestField) => boolean

/** What is asked of every row of a batch is found out once. */
function writableIn(access: Access): MayFill {
  const known = { create: new Map<ManifestField, boolean>(), update: new Map<ManifestField, boolean>() }
  return (object, verb, field) => {
    const may = known[verb].get(field) ?? mayWrite(access, object, verb, field)
    known[verb].set(field, may)
    return may
  }
}

/** Only a system's own key, a program, and who may import speak in a system's name: its word may be final. */
function authoriseSource(access: Access, draft: Draft): void {
  const named = draft.change.source?.system
  if (!named || named === access.source || grantsFor(access, draft.object.name, 'import').length > 0) return
  refuse(draft, 'not_allowed', 'source')
}

/** Whether one and the same grant writes this field and has this record among its rows. */
export const mayUpdateField = (access: Access, record: RecordState, field: ManifestField): boolean =>
  grantsFor(access, record.object.name, 'update').some(
    (grant, i) => record.mayUpdate[i] === true && grant.write.includes(field.sensitivity),
  )

function authoriseFields(access: Access, draft: Draft, mayFill: MayFill): void {
  const { record } = draft
  const verb = draft.change.verb === 'create' || (draft.change.verb === 'upsert' && !record) ? 'create' : 'update'
  const isWritable = (field: ManifestField) =>
    verb === 'update' && record?.mayUpdate.includes(true)
      ? mayUpdateField(access, record, field)
      : mayFill(draft.object.name, verb, field)
  for (const name of Object.keys(draft.change.values ?? {})) {
    const field = draft.object.fields.get(name)
    if (!field) continue // said in shape
    if (isWritable(field)) {
      if (field.serverOwned && access.source !== 'holdfast') refuse(draft, 'read_only_field', field)
      continue
    }
    // Whatever shape found wrong with it is forgotten: it would tell what the field holds.
    draft.faults = draft.faults.filter((fault) => fault.field !== name)
    if (readableField(access, draft.object.name, name, 'list')) refuse(draft, 'not_allowed', field)
    else refuse(draft, 'field_unavailable', name, { given: name })
  }
}

function authoriseRecord(draft: Draft): void {
  const { record, change } = draft
  const isMissing = !record?.maySee || (record.deletedAt !== null && change.verb === 'update')
  if (isMissing && (change.id || change.verb !== 'upsert') && change.verb !== 'create') {
    // Not there and not to be seen are one answer.
    draft.faults = []
    refuse(draft, 'record_unavailable', null, { given: change.id ?? change.source?.localId ?? '' })
    return
  }
  const isRemoval = change.verb === 'delete' || change.verb === 'restore'
  if (record && !(isRemoval ? record.mayDelete : record.mayUpdate.includes(true))) refuse(draft, 'not_allowed', null)
  if (record && change.version !== undefined && change.version !== record.version)
    refuse(draft, 'stale_version', null, { hint: `${change.version} → ${record.version}` })
}
