// From when on records are merged without a person looking. Nobody has set it: never.
import { words } from '../../dictionary/words.ts'
import type { Actor } from '../access/index.ts'
import { changeEntry } from '../ledger/index.ts'
import { type Kind, mergeBitsOf } from '../matching/index.ts'
import { Failure, inOneTrip, sql, statement, told } from '../platform/index.ts'
import { nameOf } from './guard.ts'
import type { Deciding } from './index.ts'

/** Bits of evidence; null for never. Below the model's own line nothing is merged by itself. */
export type Settings = Readonly<Record<Kind, { mergeFrom: number | null; least: number }>>

const kinds: readonly Kind[] = ['account', 'contact']

export async function settings({ pool }: Deciding, actor: Actor): Promise<Settings> {
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select object, merge_from from duplicates.setting where workspace_id = ${actor.workspace}`),
  ])
  const given = new Map(rows.map((row) => [row['object'], row['merge_from'] as number | null])) // float8 column
  const of = (kind: Kind) => ({ mergeFrom: given.get(kind) ?? null, least: mergeBitsOf(kind) })
  return { account: of('account'), contact: of('contact') }
}

/** For whoever administers the structure of the workspace. Errors: not_allowed, object_unavailable, invalid_question. */
export async function setMergeFrom(
  deciding: Deciding,
  actor: Actor,
  object: string,
  mergeFrom: number | null,
): Promise<Settings> {
  const { pool, records, clock, ids } = deciding
  const access = await records.book.of(actor)
  if (!access.roles.some((role) => role.administers.includes('structure')))
    throw new Failure('not_allowed', { verb: 'set when to merge records of', object })
  const kind = kinds.find((each) => each === object)
  if (!kind) throw new Failure('object_unavailable', { object })
  const least = mergeBitsOf(kind)
  if (mergeFrom !== null && !(mergeFrom >= least && mergeFrom <= 1_000))
    throw new Failure('invalid_question', {
      at: 'mergeFrom',
      why: told(
        words(
          `give at least ${least} bits of evidence, or null for never`,
          `dé al menos ${least} bits de evidencia, o null para nunca`,
          `informe ao menos ${least} bits de evidência, ou null para nunca`,
          `beri sekurang-kurangnya ${least} bit bukti, atau null untuk tidak pernah`,
        ),
      ),
    })
  const at = clock()
  const context = { actor, id: ids.next(at.getTime()), at }
  await inOneTrip(pool, actor.workspace, [
    statement(changeEntry(context, 'decision', object, { mergeFrom })),
    statement(sql`insert into duplicates.setting (workspace_id, object, merge_from, set_at, set_by)
      values (${actor.workspace}, ${object}, ${mergeFrom}, ${at.toISOString()}, ${nameOf(actor)})
      on conflict (workspace_id, object) do update set merge_from = excluded.merge_from, set_at = excluded.set_at, set_by = excluded.set_by`),
  ])
  return settings(deciding, actor)
}
