// What happened to one record, the newest first: who, when, by which way, what from and what to — of the fields the reader may read.
import type { ManifestField } from '../../dictionary/index.ts'
import { type Access, type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { empty, Failure, ident, inTexts, isId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { anyScope, openFrame } from './ask/frame.ts'
import { nearestReadable } from './ask/near.ts'
import { momentOf, type TextRow } from './ask/page.ts'

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
  const { object, id } = of
  const past = pastPlan(asking, access, of)
  const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), object)
  const alias = raw(frame.alias)
  const scope = anyScope(
    frame,
    frame.grants.map((grant) => grant.rows),
  )
  const visible = sql`select ${alias}.id from customer.${ident(object)} ${alias} where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = ${id} and ${scope}`
  return {
    statements: [statement(visible, { prepared: true }), ...past.statements],
    finish([found = [], ...answers]) {
      if (found.length === 0) throw new Failure('record_unavailable', { object, id })
      return past.finish(answers)
    },
  }
}

/** The same for a record that is seen to be visible by other means. */
export function pastPlan(asking: Asking, access: Access, of: HistoryOf): Plan<HistoryPage> {
  const { object, id, before, since, by, act, field } = of
  const limit = Math.min(of.limit ?? 50, 200)
  const readable = readableIn(asking, access, object)
  if (!isId(id) || [before, since, by, act].some((each) => each !== undefined && !isId(each)))
    throw new Failure('record_unavailable', { object, id })
  const { names, classes } = field === undefined ? readable.whole : onlyThis(access, object, readable, field)
  const w = access.actor.workspace
  // A change in what the reader may not read is not even a line, nor a place on a page, unless the record itself came or went.
  const changes = sql`select h.act_id, a.at, h.verb, h.version, a.actor_kind, a.actor_id, a.via, a.because, h.system, h.local_id, h.changed
    from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
    where h.workspace_id = ${w} and h.object = ${object} and h.record_id = ${id}
      and (h.verb <> 'updated' or h.changed ?| ${namesOf(names)}::text[])${before ? sql` and h.act_id < ${before}` : empty}${since ? sql` and h.act_id >= ${since}` : empty}${by ? sql` and a.actor_kind = 'user' and a.actor_id = ${by}` : empty}${act ? sql` and h.act_id = ${act}` : empty}${field ? sql` and h.changed ? ${field}` : empty}
    order by h.act_id desc, h.n desc limit ${raw(String(limit + 1))}`
  return {
    statements: [inTexts(statement(changes, { prepared: true }))],
    finish([rows = []]) {
      const items = (rows.slice(0, limit) as unknown as readonly TextRow[]).map((row) => itemOf(row, names)) // asked for in texts
      return {
        result: { items, next: rows.length > limit ? (items.at(-1)?.act ?? null) : null },
        seen: { object, classes, recordIds: [id] },
      }
    },
  }
}

/** Names of what is shown of changes, and the classes among them. */
type Shown = { names: ReadonlySet<string>; classes: ReadonlySet<string> }
type Readable = { fields: ReadonlyMap<string, ManifestField>; whole: Shown }

/** By the rights they were worked out for, and the object. */
const kept = new WeakMap<Access['roles'], Map<string, Readable>>()

/** Only what every grant reads: an old value says nothing of which grant's rows it was among. */
function readableIn({ clock }: Asking, access: Access, name: string): Readable {
  const known = kept.get(access.roles)?.get(name)
  if (known) return known
  const object = access.manifest.objects.get(name)
  if (!object || grantsFor(access, name, 'list').length === 0) throw new Failure('object_unavailable', { object: name })
  const { grants } = openFrame(startCompiling(access, 'list', {}, clock), name)
  const fields = new Map(
    [...object.fields].filter(([, { sensitivity }]) => readableUnder(grants, sensitivity) === 'every'),
  )
  const readable = { fields, whole: shownOf(['deleted_at', ...fields.keys()], [...fields.values()]) }
  const objects = kept.get(access.roles) ?? new Map<string, Readable>()
  kept.set(access.roles, objects.set(name, readable))
  return readable
}

function onlyThis(access: Access, name: string, { fields }: Readable, field: string): Shown {
  const object = access.manifest.objects.get(name)
  const only = fields.get(field)
  if (only) return shownOf([field], [only])
  const near = object ? nearestReadable(access, object, field, 'list') : null
  throw new Failure('field_unavailable', { object: name, field, near })
}

const shownOf = (names: readonly string[], fields: readonly ManifestField[]): Shown => ({
  names: new Set(names),
  classes: new Set(fields.map(({ sensitivity }) => sensitivity).filter((each) => each !== 'general')),
})

const namesOf = (names: ReadonlySet<string>): string => `{${[...names].join()}}` // in names of fields there is no comma

/** The columns of the statement above. */
function itemOf(row: TextRow, isReadable: ReadonlySet<string>): HistoryItem {
  const [act, at, verb, version, kind, actor, via, because, system, localId, changed] = row
  return {
    act,
    at: momentOf(at ?? ''),
    verb,
    version: Number(version),
    actor: { kind, id: actor },
    via,
    because,
    source: { system, localId },
    changed: changesIn(JSON.parse(changed ?? '{}'), isReadable),
  } as HistoryItem // as selected: none but `because` may be null
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
