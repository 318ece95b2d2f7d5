// What happened to one record, the newest first: who, when, by which way, what from and what to — of the fields the reader may read.
import { type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { readEntry } from '../ledger/index.ts'
import { Failure, ident, inOneTrip, isId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, outdated, startCompiling, withAccess } from './ask/ask.ts'
import { anyScope, openFrame } from './ask/frame.ts'

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

export async function history(
  asking: Asking,
  actor: Actor,
  objectName: string,
  id: string,
  page: { before?: string; limit?: number } = {},
): Promise<{ items: HistoryItem[]; next: string | null }> {
  const limit = Math.min(page.limit ?? 50, 200)
  return withAccess(asking, actor, async (access) => {
    const object = access.manifest.objects.get(objectName)
    if (!object || grantsFor(access, objectName, 'list').length === 0)
      throw new Failure('object_unavailable', { object: objectName })
    if (!isId(id) || (page.before !== undefined && !isId(page.before)))
      throw new Failure('record_unavailable', { object: objectName, id })
    const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), objectName)
    // Only what every grant reads: an old value says nothing of which grant's rows it was among.
    const readable = [...object.fields.values()].filter(
      (field) => readableUnder(frame.grants, field.sensitivity) === 'every',
    )
    const names = ['deleted_at', ...readable.map((field) => field.name)]
    const classes = [...new Set(readable.map((field) => field.sensitivity))].filter((each) => each !== 'general').sort()
    const alias = raw(frame.alias)
    const w = actor.workspace
    const at = asking.clock()
    const log = readEntry(
      { actor, id: asking.ids.next(at.getTime()), at },
      objectName,
      classes,
      sql`select array_agg(id) as ids from found`,
    )
    const [versions = [], visible = [], rows = []] = await inOneTrip(asking.pool, w, [
      asking.book.versionNow(w),
      statement(sql`with found as (select ${alias}.id from customer.${ident(objectName)} ${alias} where ${alias}.workspace_id = ${w} and ${alias}.id = ${id}
        and ${anyScope(
          frame,
          frame.grants.map((grant) => grant.rows),
        )}), logged as (${log}) select id from found`),
      // A change in what the reader may not read is not even a line, nor a place on a page, unless the record itself came or went.
      statement(sql`select h.act_id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, h.verb, h.version, a.actor_kind, a.actor_id, a.via, a.because, h.system, h.local_id,
          (select coalesce(jsonb_object_agg(c.key, jsonb_build_object('from', c.value -> 0, 'to', c.value -> 1)), '{}') from jsonb_each(h.changed) c where c.key = any(${names})) as changed
        from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
        where h.workspace_id = ${w} and h.object = ${objectName} and h.record_id = ${id}
          and (h.verb <> 'updated' or h.changed ?| ${names}::text[])${page.before ? sql` and h.act_id < ${page.before}` : sql``}
        order by h.act_id desc, h.n desc limit ${limit + 1}`),
    ])
    if (!asking.book.isCurrent(access, versions)) return outdated
    if (visible.length === 0) throw new Failure('record_unavailable', { object: objectName, id })
    const items = rows.slice(0, limit).map((row) => ({
      act: row['act_id'],
      at: row['at'],
      verb: row['verb'],
      version: row['version'],
      actor: { kind: row['actor_kind'], id: row['actor_id'] },
      via: row['via'],
      because: row['because'],
      source: { system: row['system'], localId: row['local_id'] },
      changed: row['changed'],
    })) as HistoryItem[] // columns of the statement above
    return { items, next: rows.length > limit ? (items.at(-1)?.act ?? null) : null }
  })
}
