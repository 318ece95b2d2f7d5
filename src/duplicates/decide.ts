// What somebody says of a pair. Kept by the ids the records have then; ids that are merged later carry it along.
import { type Actor, grantsFor } from '../access/index.ts'
import { changeEntry } from '../ledger/index.ts'
import { Failure, inOneTrip, sql, statement, transact } from '../platform/index.ts'
import { lockOf, nameOf } from './guard.ts'
import type { Deciding } from './index.ts'

/**
 * - `never` a merge of the two is refused, also of what they are merged into
 * - `related` they belong together and are not one; `dismissed` not worth a look; `open` back in the queue
 */
export type DecisionOrder = { a: string; b: string; as: 'never' | 'related' | 'dismissed' | 'open'; because: string }

export type Decision = { act: string; a: string; b: string; as: DecisionOrder['as'] }

export async function decide(
  { pool, records, clock, ids }: Deciding,
  actor: Actor,
  object: string,
  order: DecisionOrder,
): Promise<Decision> {
  const today = await records.follow(actor, object, [order.a, order.b])
  for (const id of [order.a, order.b]) if (!today.has(id)) throw new Failure('record_unavailable', { object, id })
  if (grantsFor(await records.book.of(actor), object, 'update').length === 0)
    throw new Failure('not_allowed', { verb: 'decide on duplicates of', object })
  const [a = '', b = ''] = [...new Set(today.values())].sort()
  if (b === '') throw new Failure('nothing_to_merge', { object })
  const at = clock()
  const act = ids.next(at.getTime())
  const w = actor.workspace
  await transact(pool, w, (tx) =>
    tx.finish([
      lockOf(w, object, false),
      statement(
        changeEntry({ actor, id: act, at, because: order.because }, 'decision', object, { a, b, as: order.as }),
      ),
      // Decided of old ids, it holds for what these became: the words before it give way.
      ...(order.as === 'never' ? [] : [withdraw(w, object, a, b, order, at)]),
      statement(sql`insert into duplicates.candidate (workspace_id, object, a, b, state, bits, found_at, decided_at, decided_by, because)
        values (${w}, ${object}, ${a}, ${b}, ${order.as}, 0, ${at.toISOString()}, ${at.toISOString()}, ${nameOf(actor)}, ${order.because})
        on conflict (workspace_id, object, a, b) do update set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, because = excluded.because`),
    ]),
  )
  return { act, a, b, as: order.as }
}

/** Pairs that no program may make one — never to be, or put aside by somebody —, by the ids their records have today. */
export async function nevers({ pool }: Deciding, actor: Actor, object: string): Promise<(readonly [string, string])[]> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'find duplicates of', object })
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select distinct coalesce(x.to_id, c.a) as a, coalesce(y.to_id, c.b) as b from duplicates.candidate c
      left join records.redirect x on x.workspace_id = c.workspace_id and x.id = c.a
      left join records.redirect y on y.workspace_id = c.workspace_id and y.id = c.b
      where c.workspace_id = ${actor.workspace} and c.object = ${object} and c.state in ('never', 'dismissed')`),
  ])
  return rows.map((row) => [row['a'] as string, row['b'] as string] as const) // uuid columns
}

/** Decisions made of ids that lead to these two today. */
const withdraw = (w: string, object: string, a: string, b: string, order: DecisionOrder, at: Date) =>
  statement(sql`with today as (
      select c.a, c.b, coalesce(x.to_id, c.a) as one, coalesce(y.to_id, c.b) as other from duplicates.candidate c
      left join records.redirect x on x.workspace_id = c.workspace_id and x.id = c.a
      left join records.redirect y on y.workspace_id = c.workspace_id and y.id = c.b
      where c.workspace_id = ${w} and c.object = ${object} and c.state = 'never')
    update duplicates.candidate t set state = ${order.as}, decided_at = ${at.toISOString()}::timestamptz, because = ${order.because}
    from today where t.workspace_id = ${w} and t.object = ${object} and t.a = today.a and t.b = today.b
      and ((today.one = ${a} and today.other = ${b}) or (today.one = ${b} and today.other = ${a}))`)
