// What a record was made of: the merges that brought others to it and still hold, with the names those had, as far as the actor
// could have read them then.
import type { Actor } from '../access/index.ts'
import { Failure, inOneTrip, sql, statement } from '../platform/index.ts'
import type { Deciding } from './index.ts'

export type MergedFrom = {
  /** What `unmerge` takes. */
  act: string
  at: string
  actor: { kind: string; id: string }
  because: string | null
  records: readonly { id: string; title: string | null }[]
}

const mostMerges = 200

/** Where an id leads today, and the merges that record is made of, the latest first. Errors: object_unavailable, record_unavailable. */
export async function mergedInto(
  { pool, records }: Deciding,
  actor: Actor,
  object: string,
  given: string,
): Promise<{ id: string; data: MergedFrom[] }> {
  const id = (await records.follow(actor, object, [given])).get(given)
  if (!id) throw new Failure('record_unavailable', { object, id: given })
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select r.act_id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.actor_kind, a.actor_id, a.because, array_agg(r.id::text order by r.id) as ids
      from records.redirect r join ledger.act a on a.workspace_id = r.workspace_id and a.id = r.act_id
      where r.workspace_id = ${actor.workspace} and r.object = ${object} and r.to_id = ${id}
      group by r.act_id, a.at, a.actor_kind, a.actor_id, a.because order by r.act_id desc limit ${mostMerges}`),
  ])
  const merges = rows as readonly unknown[] as readonly Merge[] // columns of the statement
  const data = await Promise.all(
    merges.map(async ({ act_id, at, actor_kind, actor_id, because, ids }) => {
      const titles = await titlesBefore(records, actor, object, { at, ids })
      return {
        act: act_id,
        at,
        actor: { kind: actor_kind, id: actor_id },
        because,
        records: ids.map((each) => ({ id: each, title: titles.get(each) ?? null })),
      }
    }),
  )
  return { id, data }
}

type Merge = { act_id: string; at: string; actor_kind: string; actor_id: string; because: string | null; ids: string[] }

/** The names that records had until then, asked as of that moment: who might not read them then, or now, learns none. */
async function titlesBefore(
  records: Deciding['records'],
  actor: Actor,
  object: string,
  { at, ids }: { at: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  const { manifest } = await records.book.of(actor)
  const title = manifest.objects.get(object)?.title ?? 'name'
  const question = {
    from: object,
    select: [title],
    where: { field: 'id', op: 'in', value: ids },
    asOf: new Date(Date.parse(at) - 1).toISOString(),
    limit: ids.length,
  }
  try {
    const { data } = await records.ask(actor, question)
    const rows = JSON.parse(data) as Record<string, unknown>[] // the door's own answer
    return new Map(rows.flatMap((row) => (typeof row[title] === 'string' ? [[String(row['id']), row[title]]] : [])))
  } catch (error) {
    if (error instanceof Failure && error.code === 'field_unavailable') return new Map()
    throw error
  }
}
