// The rows a change is about, locked in the order of their ids so that two batches can't wait for each other in a circle, with what
// the actor may do to each. Compiled once for a set of rights; its columns come as texts, of which the values are made here.
import { fieldType, type ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor } from '../../access/index.ts'
import { recordFieldsOf, recordKeysOf } from '../../matching/index.ts'
import { ident, inTexts, join, late, preparedFor, raw, type Sql, sql, template } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { pageMembers } from '../ask/document.ts'
import { anyScope, openFrame, systemFields } from '../ask/frame.ts'
import type { Member, TextRow } from '../ask/page.ts'
import type { Canonical, RecordState } from './record-state.ts'

type Locking = { members: readonly Member[]; bind(ids: readonly string[]): Sql }

const kept = new WeakMap<Access['roles'], Map<ManifestObject, Locking>>()

/** The statement that locks and reads these records. */
export function lockedRows(access: Access, object: ManifestObject, ids: readonly string[]): Sql {
  return inTexts(lockingOf(access, object).bind(ids))
}

/** A row of that statement as the record's state; its claims come besides. */
export function stateOf(access: Access, object: ManifestObject, row: TextRow): RecordState {
  const { members } = lockingOf(access, object)
  const [version, deletedAt = null, updatedAt = null, maySee, mayUpdate, mayDelete] = row.slice(members.length)
  const values: Record<string, Canonical> = {}
  members.forEach(({ name, form }, i) => {
    const text = row[i] ?? null
    if (name !== 'id') values[name] = text === null || form === 'text' ? text : (JSON.parse(text) as Canonical) // the database wrote it
  })
  return {
    object,
    id: row[0] ?? '',
    isNew: false,
    version: Number(version),
    deletedAt,
    updatedAt,
    values,
    sources: new Map(),
    changed: new Set(),
    keys: [],
    keysBefore: keysOf(object, values),
    maySee: maySee === 't',
    mayUpdate: (mayUpdate ?? '').split(',').map((each) => each === 't'),
    mayDelete: mayDelete === 't',
  }
}

/** The keys of the values as they are now, worked out when somebody asks: most changes name nothing anew. */
function keysOf(object: ManifestObject, values: Record<string, Canonical>): RecordState['keysBefore'] {
  if (recordFieldsOf(object.name).length === 0) return () => []
  const before = { ...values }
  return () => recordKeysOf(object.name, before)
}

function lockingOf(access: Access, object: ManifestObject): Locking {
  const objects = kept.get(access.roles) ?? new Map<ManifestObject, Locking>()
  kept.set(access.roles, objects)
  const known = objects.get(object) ?? locking(access, object)
  objects.set(object, known)
  return known
}

function locking(access: Access, object: ManifestObject): Locking {
  const reading = startCompiling(access, 'list', {}, () => new Date(0))
  const frame = openFrame(reading, object.name, true)
  const alias = raw(frame.alias)
  const members = pageMembers(frame, [...object.fields.keys()])
  const scopes = (verb: 'list' | 'update' | 'delete') => grantsFor(access, object.name, verb).map((grant) => grant.rows)
  const updates = scopes('update').map((rows) => sql`case when ${anyScope(frame, [rows])} then 't' else 'f' end`)
  const updated = systemFields.get('updated_at')
  const updatedAt = raw(updated ? fieldType(updated).json([`${frame.alias}.updated_at`]) : 'null')
  const fragment = sql`select ${join(members.map(({ column }) => column))}, ${alias}.version, ${alias}.deleted_at, ${updatedAt},
      ${anyScope(frame, scopes('list'))}, concat_ws(',', ${join([...updates, raw(`null`)])}), ${anyScope(frame, scopes('delete'))}
    from customer.${ident(object.name)} ${alias}
    where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = any(${late(([ids]) => ids)}::uuid[])
    order by ${alias}.id for update of ${alias}`
  const bound = template(fragment)
  return {
    members,
    // A batch is planned for what it holds.
    bind: (ids) => (preparedFor(ids.length).prepared ? bound([ids]) : { ...bound([ids]), name: '' }),
  }
}
