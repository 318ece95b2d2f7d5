// Keys for likeness, and for the search by words, of records that were written before there were such keys: the ones that their next
// change would write. Not a change of what anybody said, so that no version rises and no act is noted.
import type { Actor } from '../access/index.ts'
import { isCompared, recordKeysOf, titleFieldsOf, wordKinds } from '../matching/index.ts'
import { Failure, ident, rowSource, sql, statement, transact } from '../platform/index.ts'
import { withAccess } from './ask/ask.ts'
import type { Changing } from './change/change.ts'
import { load } from './change/find.ts'

const pageSize = 500

const keyColumns = [
  { name: 'kind', type: 'text' },
  { name: 'key', type: 'text' },
  { name: 'record_id', type: 'uuid' },
] as const

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
    if (declared?.kind !== 'records' || titleFieldsOf(object).length === 0)
      throw new Failure('object_unavailable', { object })
    const held = sql`from records.match_key k where k.workspace_id = ${w} and k.record_id = t.id`
    const words = sql`(${wordKinds.first}, ${wordKinds.later})`
    const unlike = isCompared(object)
      ? sql`or not exists (select 1 ${held} and k.kind like '~%' and k.kind not in ${words})`
      : sql``
    return transact(door.pool, w, async (tx) => {
      const rows = await tx.query(
        statement(sql`select t.id from customer.${ident(object)} t
          where t.workspace_id = ${w} and t.id > ${after} and t.deleted_at is null
            and (not exists (select 1 ${held} and k.kind = ${wordKinds.first}) ${unlike})
          order by t.id limit ${pageSize}`),
      )
      const ids = rows.map((row) => row['id'] as string) // uuid column
      // Locked, so that a change under way is done first, and the keys are those of what it left.
      const records = await load(tx, access, declared, ids)
      const keys = [...records.values()].flatMap(({ id, values }) =>
        recordKeysOf(object, values).map(({ kind, key }) => [kind, key, id]),
      )
      const written =
        keys.length === 0
          ? []
          : await tx.query(
              statement(sql`insert into records.match_key (workspace_id, object, kind, key, record_id)
                select ${w}::uuid, ${object}, r.kind, r.key, r.record_id from ${rowSource(keyColumns, keys, 'r')}
                on conflict do nothing returning record_id`),
            )
      // Who has nothing to be likened by lies under no such key for good, and is not counted.
      const filled = new Set(written.map((row) => row['record_id'])).size
      return { filled, last: ids.length < pageSize ? null : (ids.at(-1) ?? null) }
    })
  })
}
