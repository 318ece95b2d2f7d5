// What people are told because of a change: that something became theirs, and that a record they follow changed. Run by the worker for
// each act, maybe more than once; what was told of an act is not told again.
import type { Access, Actor } from '../../access/index.ts'
import { Failure, inOneTrip, type Row, sql, statement } from '../../platform/index.ts'
import type { Collaborating } from '../collaborating.ts'
import { isTold } from '../live/told.ts'
import { followersOf, type News, tellAnew, tellOnce } from './store.ts'

export type Act = { workspace: string; act: string; object: string }

/**
 * Whoever has become the owner of records by this act, and whoever was until then, unless they did it themselves: one notification to
 * each, however many they are.
 */
export async function tellOwners({ pool, clock, ids }: Collaborating, { workspace, act, object }: Act): Promise<void> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      // An import brings owners by the thousand, and is nobody's handing over.
      sql`select o.kind, o.owner, (array_agg(h.record_id order by h.n))[1] as record, count(*)::int as count, a.actor_kind, a.actor_id
        from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
          cross join lateral (values ('assigned', h.changed -> 'owner' ->> 1), ('released', h.changed -> 'owner' ->> 0)) o (kind, owner)
        where h.workspace_id = ${workspace} and h.act_id = ${act} and h.object = ${object} and h.verb in ('created', 'updated') and a.via <> 'import'
          and o.owner is not null and o.owner <> a.actor_id and h.changed -> 'owner' ->> 0 is distinct from h.changed -> 'owner' ->> 1
          and not exists (select 1 from access.api_key k where k.workspace_id = ${workspace} and a.actor_kind = 'key' and k.id::text = a.actor_id and k.user_id::text = o.owner)
        group by 1, 2, a.actor_kind, a.actor_id`,
    ),
  ])
  const at = clock()
  const news = rows.map((row): News => {
    const kind = row['kind'] as 'assigned' | 'released' // one of the two above
    return {
      ...{ kind, key: `${kind}:${object}:${act}`, object, commentId: null, actId: act },
      userId: row['owner'] as string, // text of a reference, uuid, integer
      id: ids.next(at.getTime()),
      recordId: row['record'] as string,
      by: byOf(row),
      count: row['count'] as number,
      at: at.toISOString(),
    }
  })
  if (news.length > 0) await inOneTrip(pool, workspace, [tellOnce(workspace, news)])
}

/** Followers of what an act changed, of changes in what they may read; further changes are counted until they look. */
export async function tellFollowers(with_: Collaborating, { workspace, act, object }: Act): Promise<void> {
  const { pool, clock, ids } = with_
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`select h.record_id, h.verb, array(select jsonb_object_keys(h.changed)) as fields, a.actor_kind, a.actor_id
        from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
        where h.workspace_id = ${workspace} and h.act_id = ${act} and h.object = ${object} and h.verb <> 'created'
          and exists (select 1 from collaboration.follower f where f.workspace_id = ${workspace} and f.record_id = h.record_id)`,
    ),
  ])
  if (rows.length === 0) return
  const records = rows.map((row) => row['record_id'] as string) // uuid column
  const [followers = []] = await inOneTrip(pool, workspace, [followersOf(workspace, records)])
  const at = clock()
  const byRecord = new Map(rows.map((row) => [row['record_id'], row]))
  const news = await Promise.all(
    followers.map(async (follower): Promise<News[]> => {
      const change = byRecord.get(follower['record_id'])
      const userId = follower['user_id'] as string // uuid columns
      if (!change || change['actor_id'] === userId) return []
      const recordId = change['record_id'] as string
      if (!(await wouldSee(with_, workspace, userId, object, change))) return []
      return [
        {
          ...{ userId, kind: 'changed', key: `changed:${recordId}`, object, recordId, commentId: null, actId: act },
          ...{ id: ids.next(at.getTime()), by: byOf(change), count: 1, at: at.toISOString() },
        },
      ]
    }),
  )
  if (news.flat().length > 0) await inOneTrip(pool, workspace, [tellAnew(workspace, news.flat())])
}

/** Whether a person sees the record and some of what changed of it. */
async function wouldSee(
  { records }: Collaborating,
  workspace: string,
  userId: string,
  object: string,
  change: Row,
): Promise<boolean> {
  const actor: Actor = { kind: 'user', workspace, id: userId, via: 'job', because: 'who follows it is told' }
  const access = await accessOf(records.book, actor)
  const [verb, fields] = [change['verb'] as string, change['fields'] as string[]] // text and text[]
  if (!access || !isTold(access, object, verb, fields)) return false
  const record = change['record_id'] as string // uuid column
  return (await records.sights(actor, [{ object, ids: [record] }])).has(record)
}

async function accessOf(book: Collaborating['records']['book'], actor: Actor): Promise<Access | null> {
  try {
    return await book.of(actor)
  } catch (error) {
    if (error instanceof Failure && error.code === 'not_signed_in') return null
    throw error
  }
}

const byOf = (row: Row): News['by'] => ({ kind: row['actor_kind'] as string, id: row['actor_id'] as string }) // text columns
