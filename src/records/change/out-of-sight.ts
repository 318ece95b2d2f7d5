// Where the actor sees only some rows, what they made of a row must still be one of them: nothing is moved out of, or into, sight.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor } from '../../access/index.ts'
import {
  Failure,
  ident,
  late,
  preparedFor,
  raw,
  type Sql,
  sql,
  type Template,
  type Tx,
  template,
} from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { anyScope, type Frame, openFrame } from '../ask/frame.ts'
import type { HistoryRow } from './record-state.ts'

/** The rows an actor touched that are not theirs any more, as a statement; and what their rows are told by. */
type Look = {
  bind: Template
  /** Columns of the object itself; null where its rows are also told by others of its kind. */
  columns: ReadonlySet<string> | null
  /** Other objects, any row of which may count. */
  others: ReadonlySet<string>
}

/**
 * Finds what of an object's rows an actor touched is not theirs any more; null for who sees every row, and where nothing that was
 * changed could move one. `changedToo` are the other objects of the same act.
 */
export function outOfSight(
  access: Access,
  history: readonly HistoryRow[],
  changedToo: readonly string[] = [],
): Sql | null {
  // What was deleted is out of everybody's sight, by a right of its own.
  const touched = history.flatMap(({ record }) => (record.deletedAt === null ? [record.id] : []))
  const [first] = history
  if (!first || touched.length === 0) return null
  const look = lookOf(access, first.record.object)
  if (!look || (!changedToo.some((each) => look.others.has(each)) && history.every((entry) => stays(look, entry))))
    return null
  const bound = look.bind([touched])
  return preparedFor(touched.length).prepared ? bound : { ...bound, name: '' }
}

/** Whether a row that was the actor's to update is theirs as before: nothing it is told by has changed. */
function stays({ columns }: Look, { record, verb, changed }: HistoryRow): boolean {
  if (!columns || verb !== 'updated' || 'deleted_at' in changed || !record.mayUpdate.includes(true)) return false
  return ['version', 'updated_at', ...Object.keys(changed)].every((name) =>
    (columnsOf(record.object, name) ?? [name]).every((column) => !columns.has(column)),
  )
}

const columnsOf = (object: ManifestObject, name: string): readonly string[] | undefined => {
  const field = object.fields.get(name)
  return field?.customKey ? ['custom'] : field?.columns.map((column) => column.name)
}

const kept = new WeakMap<Access['roles'], Map<ManifestObject, Look | null>>()

function lookOf(access: Access, object: ManifestObject): Look | null {
  const looks = kept.get(access.roles) ?? new Map<ManifestObject, Look | null>()
  kept.set(access.roles, looks)
  const known = looks.get(object)
  if (known !== undefined) return known
  const made = compileLook(access, object)
  looks.set(object, made)
  return made
}

function compileLook(access: Access, object: ManifestObject): Look | null {
  const [creates, updates] = (['create', 'update'] as const).map((verb) =>
    grantsFor(access, object.name, verb).map((grant) => grant.rows),
  )
  if (creates?.includes('all') && updates?.includes('all')) return null
  const frames: Frame[] = []
  const frame = openFrame(
    { ...startCompiling(access, 'list', {}, () => new Date(0)), opened: (each) => frames.push(each) },
    object.name,
    true,
  )
  const alias = raw(frame.alias)
  const scope = anyScope(frame, [...(creates ?? []), ...(updates ?? [])])
  const others = new Set(frames.flatMap((each) => (each === frame ? [] : [each.object.name])))
  return {
    bind: template(
      sql`select 1 from customer.${ident(object.name)} ${alias} where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = any(${late(([ids]) => ids)}::uuid[]) and not coalesce(${scope}, false) limit 1`,
    ),
    columns: others.has(object.name) ? null : frame.used,
    others,
  }
}

export async function refuseOutOfSight(tx: Tx, object: string, outside: Sql): Promise<void> {
  if ((await tx.query(outside)).length > 0)
    throw new Failure('not_allowed', { verb: 'move out of your own records', object })
}
