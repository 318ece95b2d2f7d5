// The rows a change is about, locked in the order of their ids so that two batches can't wait for each other in a circle, with what
// the actor may do to each. Compiled once for a set of rights; its columns come as texts, of which the values are made here.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor, type RowScope, versionColumn } from '../../access/index.ts'
import { keptKeysOf, recordFieldsOf } from '../../matching/index.ts'
import {
  ident,
  inTexts,
  join,
  late,
  preparedFor,
  raw,
  type Sql,
  type SqlFragment,
  sql,
  template,
} from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { pageMembers } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import { columnsOfMembers, type Member, momentOf, type TextRow, valuesIn, type Within } from '../ask/page.ts'
import { noKeys } from './keys.ts'
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

/** Where a row says whether the actor may see, update and delete it: places among its conditions. */
type Rights = { see: number; update: readonly number[]; delete: number }

/** What a row holds: its members in the first columns, then what every record has, then the conditions. */
type Shape = { object: ManifestObject; members: readonly (Member | Within)[]; width: number; rights: Rights }

const ownColumns = 4

function readState({ object, members, width, rights }: Shape, row: TextRow): RecordState {
  const [version, deletedAt = null, updatedAt = null] = row.slice(width, width + ownColumns)
  const holds = (place: number) => row[width + ownColumns + place] === 't'
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
    maySee: holds(rights.see),
    mayUpdate: rights.update.map(holds),
    mayDelete: holds(rights.delete),
  }
}

/** The keys of the values as they are now, worked out when somebody asks: most changes name nothing anew. */
function keysOf(object: ManifestObject, values: Record<string, Canonical>): RecordState['keysBefore'] {
  if (recordFieldsOf(object.name).length === 0) return () => noKeys
  const before = { ...values }
  return () => keptKeysOf(object.name, before)
}

function locking(access: Access, object: ManifestObject, fields: readonly string[]): Locking {
  const reading = startCompiling(access, 'list', {}, () => new Date(0))
  const frame = openFrame(reading, object.name, true)
  const alias = raw(frame.alias)
  const members = pageMembers(frame, fields)
  const columns = columnsOfMembers(members)
  const conditions = new Map<string, SqlFragment>()
  // Who sees a row is mostly who may update it: the same condition is asked once.
  const placeOf = (scopes: readonly RowScope[]): number => {
    const key = JSON.stringify(scopes)
    if (!conditions.has(key)) conditions.set(key, anyScope(frame, scopes))
    return [...conditions.keys()].indexOf(key)
  }
  const scopes = (verb: 'list' | 'update' | 'delete') => grantsFor(access, object.name, verb).map((grant) => grant.rows)
  const rights: Rights = {
    see: placeOf(scopes('list')),
    update: scopes('update').map((rows) => placeOf([rows])),
    delete: placeOf(scopes('delete')),
  }
  const w = access.actor.workspace
  const rows = sql`select ${join(columns)}, ${alias}.version, ${alias}.deleted_at, ${alias}.updated_at, ${versionColumn(w)}, ${join([...conditions.values()])}
    from customer.${ident(object.name)} ${alias} where ${alias}.workspace_id = ${w}`
  const shape: Shape = { object, members, width: columns.length, rights }
  const one = template(sql`${rows} and ${alias}.id = ${late(([id]) => id)} for update of ${alias}`)
  const many = template(
    sql`${rows} and ${alias}.id = any(${late(([ids]) => ids)}::uuid[]) order by ${alias}.id for update of ${alias}`,
  )
  return {
    bind(ids) {
      const bound = ids.length === 1 ? one(ids) : many([ids])
      return inTexts(preparedFor(ids.length).prepared ? bound : { ...bound, name: '' }) // a batch is planned for what it holds
    },
    stateOf: (row) => readState(shape, row),
    rightsOf: (row) => row[columns.length + ownColumns - 1] ?? null,
  }
}
