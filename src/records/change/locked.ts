// The rows a change is about, locked in the order of their ids so that two batches can't wait for each other in a circle, with what
// the actor may do to each. Compiled once for a set of rights; its columns come as texts, of which the values are made here.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor, versionColumn } from '../../access/index.ts'
import { recordFieldsOf, recordKeysOf } from '../../matching/index.ts'
import { ident, inTexts, join, late, preparedFor, raw, type Sql, sql, template } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { pageMembers } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import { columnsOfMembers, type Member, momentOf, type TextRow, valuesIn, type Within } from '../ask/page.ts'
import type { Canonical, RecordState } from './record-state.ts'

/** How records of an object are locked: the statement, and its rows as states of records; their claims come besides. */
export type Locking = {
  bind(ids: readonly string[]): Sql
  stateOf(row: TextRow): RecordState
  /** The version of the rights, which every row carries. */
  rightsOf(row: TextRow): string | null
}

const kept = new WeakMap<Access['roles'], Map<ManifestObject, Map<string, Locking>>>()
const mostKept = 200

/** With all their fields, or with these alone. */
export function lockingOf(access: Access, object: ManifestObject, fields: readonly string[] | null): Locking {
  const objects = kept.get(access.roles) ?? new Map<ManifestObject, Map<string, Locking>>()
  kept.set(access.roles, objects)
  const lockings = objects.get(object) ?? new Map<string, Locking>()
  objects.set(object, lockings)
  const key = fields?.join() ?? '*'
  const known = lockings.get(key)
  if (known) return known
  const made = locking(access, object, fields ?? [...object.fields.keys()])
  if (lockings.size >= mostKept) lockings.delete(lockings.keys().next().value ?? key)
  lockings.set(key, made)
  return made
}

function readState(object: ManifestObject, members: readonly (Member | Within)[], row: TextRow): RecordState {
  const [version, deletedAt = null, updatedAt = null, maySee, mayUpdate, mayDelete] = row.slice(-7)
  const { id, ...values } = valuesIn(members, row)
  return {
    object,
    id: id as string, // the first of the members
    isNew: false,
    version: Number(version),
    deletedAt,
    updatedAt: updatedAt === null ? null : momentOf(updatedAt),
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

function locking(access: Access, object: ManifestObject, fields: readonly string[]): Locking {
  const reading = startCompiling(access, 'list', {}, () => new Date(0))
  const frame = openFrame(reading, object.name, true)
  const alias = raw(frame.alias)
  const members = pageMembers(frame, fields)
  const scopes = (verb: 'list' | 'update' | 'delete') => grantsFor(access, object.name, verb).map((grant) => grant.rows)
  const updates = scopes('update').map((rows) => sql`case when ${anyScope(frame, [rows])} then 't' else 'f' end`)
  const w = access.actor.workspace
  const rows = sql`select ${join(columnsOfMembers(members))}, ${alias}.version, ${alias}.deleted_at, ${alias}.updated_at,
      ${anyScope(frame, scopes('list'))}, concat_ws(',', ${join([...updates, raw(`null`)])}), ${anyScope(frame, scopes('delete'))}, ${versionColumn(w)}
    from customer.${ident(object.name)} ${alias} where ${alias}.workspace_id = ${w}`
  const one = template(sql`${rows} and ${alias}.id = ${late(([id]) => id)} for update of ${alias}`)
  const many = template(
    sql`${rows} and ${alias}.id = any(${late(([ids]) => ids)}::uuid[]) order by ${alias}.id for update of ${alias}`,
  )
  return {
    bind(ids) {
      const bound = ids.length === 1 ? one(ids) : many([ids])
      return inTexts(preparedFor(ids.length).prepared ? bound : { ...bound, name: '' }) // a batch is planned for what it holds
    },
    stateOf: (row) => readState(object, members, row),
    rightsOf: (row) => row.at(-1) ?? null,
  }
}
