// Keys for likeness, and for the search by words, of records that were written before there were such keys: the ones that their next
// change would write. Not a change of what anybody said, so that no version rises and no act is noted.
import type { Actor } from '../access/index.ts'
import { isCompared, keptKeysOf, wordListsOf } from '../matching/index.ts'
import { Failure, ident, sql, statement, transact } from '../platform/index.ts'
import { withAccess } from './ask/ask.ts'
import type { Changing } from './change/change.ts'
import { load } from './change/find.ts'
import { keysWritten } from './change/keys.ts'

const pageSize = 500

/** Looks at all records of an object that lack such keys, and fills those of `most`; answers how many got some. For jobs. */
export async function fillKeys(
  door: Changing,
  actor: Actor,
  object: string,
  { most = 50_000 }: { most?: number } = {},
): Promise<number> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'fill keys of', object })
  let [filled, after] = [0, '00000000-0000-0000-0000-000000000000']
  while (filled < most) {
    const page = await fillPage(door, actor, object, after)
    filled += page.filled
    if (page.last === null) break
    after = page.last
  }
  return filled
}

function fillPage(
  door: Changing,
  actor: Actor,
  object: string,
  after: string,
): Promise<{ filled: number; last: string | null }> {
  const w = actor.workspace
  return withAccess(door, actor, (access) => {
    const declared = access.manifest.objects.get(object)
    const [firstWords] = wordListsOf(object)
    if (declared?.kind !== 'records' || firstWords === undefined) throw new Failure('object_unavailable', { object })
    const isOwn = sql`k.workspace_id = ${w} and k.record_id = t.id`
    const unlike = isCompared(object)
      ? sql`or not exists (select 1 from records.match_key k where ${isOwn} and k.key is null)`
      : sql``
    return transact(door.pool, w, async (tx) => {
      const rows = await tx.query(
        statement(sql`select t.id from customer.${ident(object)} t
          where t.workspace_id = ${w} and t.id > ${after} and t.deleted_at is null
            and (not exists (select 1 from records.search_key k where ${isOwn} and k.list = ${firstWords}) ${unlike})
          order by t.id limit ${pageSize}`),
      )
      const ids = rows.map((row) => row['id'] as string) // uuid column
      // Locked, so that a change under way is done first, and the keys are those of what it left.
      const records = await load(tx, access, declared, ids)
      const keys = new Map([...records.values()].map(({ id, values }) => [id, keptKeysOf(object, values)] as const))
      const written = await Promise.all(
        keysWritten(w, object, keys).map((each) => tx.query(statement(sql`${each} returning record_id`))),
      )
      // Who has nothing to be likened by lies under no such key for good, and is not counted.
      const filled = new Set(written.flat().map((row) => row['record_id'])).size
      return { filled, last: ids.length < pageSize ? null : (ids.at(-1) ?? null) }
    })
  })
}
