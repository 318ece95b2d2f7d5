// What happened to one record, the newest first: who, when, by which way, what from and what to — of the fields the reader may read.
import { type Access, type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { empty, Failure, ident, isId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { anyScope, openFrame } from './ask/frame.ts'
import { nearestReadable } from './ask/near.ts'

export type HistoryItem = {
  act: string
  at: string
  verb: string
  version: number
  actor: { kind: string; id: string }
  via: string
  because: string | null
  source: { system: string; localId: string }
  changed: Record<string, { from: unknown; to: unknown }>
}

export type HistoryPage = { items: HistoryItem[]; next: string | null }
export type HistoryOf = {
  object: string
  id: string
  /** Acts before this one; and from this one on, which may be the floor of a moment. */
  before?: string
  since?: string
  /** Of this person alone. */
  by?: string
  /** Of this act alone, or of this field. Errors: field_unavailable. */
  act?: string
  field?: string
  limit?: number
}

export async function history(asking: Asking, actor: Actor, of: HistoryOf): Promise<HistoryPage> {
  const [page] = await carryOut<[HistoryPage]>(asking, actor, (access) => [historyPlan(asking, access, of)], {
    plans: 'kept',
  })
  return page
}

export function historyPlan(asking: Asking, access: Access, of: HistoryOf): Plan<HistoryPage> {
  const { object: objectName, id, before, since, by, act, field } = of
  const limit = Math.min(of.limit ?? 50, 200)
  const object = access.manifest.objects.get(objectName)
  if (!object || grantsFor(access, objectName, 'list').length === 0)
    throw new Failure('object_unavailable', { object: objectName })
  if (!isId(id) || [before, since, by, act].some((each) => each !== undefined && !isId(each)))
    throw new Failure('record_unavailable', { object: objectName, id })
  const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), objectName)
  // Only what every grant reads: an old value says nothing of which grant's rows it was among.
  const readable = [...object.fields.values()].filter(
    (field) => readableUnder(frame.grants, field.sensitivity) === 'every',
  )
  if (field !== undefined && !readable.some(({ name }) => name === field))
    throw new Failure('field_unavailable', {
      object: objectName,
      field,
      near: nearestReadable(access, object, field, 'list'),
    })
  const names = field === undefined ? ['deleted_at', ...readable.map(({ name }) => name)] : [field]
  const shown = field === undefined ? readable : readable.filter(({ name }) => name === field)
  const classes = new Set(shown.map(({ sensitivity }) => sensitivity).filter((each) => each !== 'general'))
  const alias = raw(frame.alias)
  const w = access.actor.workspace
  const scope = anyScope(
    frame,
    frame.grants.map((grant) => grant.rows),
  )
  return {
    statements: [
      statement(
        sql`select ${alias}.id from customer.${ident(objectName)} ${alias} where ${alias}.workspace_id = ${w} and ${alias}.id = ${id} and ${scope}`,
        { prepared: true },
      ),
      // A change in what the reader may not read is not even a line, nor a place on a page, unless the record itself came or went.
      statement(
        sql`select h.act_id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, h.verb, h.version, a.actor_kind, a.actor_id, a.via, a.because, h.system, h.local_id, h.changed
        from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
        where h.workspace_id = ${w} and h.object = ${objectName} and h.record_id = ${id}
          and (h.verb <> 'updated' or h.changed ?| ${names}::text[])${before ? sql` and h.act_id < ${before}` : empty}${since ? sql` and h.act_id >= ${since}` : empty}${by ? sql` and a.actor_kind = 'user' and a.actor_id = ${by}` : empty}${act ? sql` and h.act_id = ${act}` : empty}${field ? sql` and h.changed ? ${field}` : empty}
        order by h.act_id desc, h.n desc limit ${raw(String(limit + 1))}`,
        { prepared: true },
      ),
    ],
    finish([visible = [], rows = []]) {
      if (visible.length === 0) throw new Failure('record_unavailable', { object: objectName, id })
      const isReadable = new Set(names)
      const items = rows.slice(0, limit).map((row) => ({
        act: row['act_id'],
        at: row['at'],
        verb: row['verb'],
        version: row['version'],
        actor: { kind: row['actor_kind'], id: row['actor_id'] },
        via: row['via'],
        because: row['because'],
        source: { system: row['system'], localId: row['local_id'] },
        changed: changesIn(row['changed'], isReadable),
      })) as HistoryItem[] // columns of the statement above
      return {
        result: { items, next: rows.length > limit ? (items.at(-1)?.act ?? null) : null },
        seen: { object: objectName, classes, recordIds: [id] },
      }
    },
  }
}

/** Field → [old, new], as the ledger keeps it, of the fields that may be read. */
const changesIn = (changed: unknown, isReadable: ReadonlySet<string>): HistoryItem['changed'] =>
  Object.fromEntries(
    Object.entries(changed as Record<string, readonly [unknown, unknown]>).flatMap(
      (
        [name, [from, to]], // jsonb column
      ) => (isReadable.has(name) ? [[name, { from, to }]] : []),
    ),
  )
