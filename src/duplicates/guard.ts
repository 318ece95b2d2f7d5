// What this room adds to a merge, in its transaction: a pair that was decided never to be one stops it, and pairs of the queue
// that it settles are open no more; nor are those that somebody took apart.
import type { Actor } from '../access/index.ts'
import { Failure, rowSource, type Sql, type SqlFragment, sql, statement } from '../platform/index.ts'
import type { Alongside } from '../records/index.ts'

/** Decisions about an object and merges of it wait for one another; merges among themselves do not. */
export const lockOf = (workspace: string, object: string, isShared: boolean): Sql => {
  const key = sql`hashtextextended(${`duplicates ${workspace} ${object}`}, 0)`
  return statement(
    isShared ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`,
  )
}

export const guard: Alongside = async (tx, merges) => {
  const [first] = merges
  if (!first) return
  const { actor, object, at } = first
  const w = actor.workspace
  await tx.query(lockOf(w, object, true))
  if (object === 'user')
    await keepWhoSignsIn(
      tx,
      w,
      merges.flatMap(({ id, sides }) => [...sides.keys()].filter((each) => each !== id)),
    )
  const [never] = await tx.query(
    statement(
      sql`select x.side as a, y.side as b, c.because from ${between(w, object, merges)} and c.state = 'never' limit 1`,
      { prepared: true },
    ),
  )
  if (never) {
    const [a, b, because] = [never['a'], never['b'], never['because']] as string[] // uuid and text columns
    throw new Failure('never_merge', { object, a: a ?? '', b: b ?? '', because: because ?? '' })
  }
  const from = ['open', 'dismissed', 'related']
  await tx.query(mark(w, object, merges, { from, to: 'merged', actor, at, because: null }))
}

/** Who signs in does so under the id of their record, and would see nothing under one that is gone. */
async function keepWhoSignsIn(tx: Parameters<Alongside>[0], workspace: string, losers: readonly string[]) {
  const [member] = await tx.query(
    statement(
      sql`select user_id as id from access.member where workspace_id = ${workspace} and user_id = any(${losers}::uuid[]) and suspended_at is null limit 1`,
      { prepared: true },
    ),
  )
  if (member) throw new Failure('signs_in', { id: member['id'] as string }) // uuid column
}

/** Whoever took two apart has said that they are two: the queue does not bring them up again. */
export const putApart: Alongside = async (tx, partings) => {
  const [first] = partings
  if (!first) return
  const { actor, object, at } = first
  const because = actor.because ?? 'a merge was taken apart'
  await tx.query(mark(actor.workspace, object, partings, { from: ['merged'], to: 'dismissed', actor, at, because }))
}

type Sides = { id: string; sides: ReadonlyMap<string, readonly string[]> }

/** Pairs of the queue whose two are on different sides of one merge: each side is known by every id that ever led to it. */
function between(workspace: string, object: string, merges: readonly Sides[]): SqlFragment {
  const rows = merges.flatMap(({ id: of, sides }) =>
    [...sides].flatMap(([side, ids]) => ids.map((id) => [id, side, of])),
  )
  const columns = [
    { name: 'id', type: 'uuid' },
    { name: 'side', type: 'uuid' },
    { name: 'of', type: 'uuid' },
  ]
  return sql`duplicates.candidate c join ${rowSource(columns, rows, 'x')} on x.id = c.a join ${rowSource(columns, rows, 'y')} on y.id = c.b
    where c.workspace_id = ${workspace} and c.object = ${object} and x.of = y.of and x.side <> y.side`
}

type Mark = { from: readonly string[]; to: string; actor: Actor; at: string; because: string | null }

const mark = (
  workspace: string,
  object: string,
  merges: readonly Sides[],
  { from, to, actor, at, because }: Mark,
): Sql =>
  statement(
    sql`with touched as (select c.a, c.b from ${between(workspace, object, merges)} and c.state = any(${from}::text[]))
      update duplicates.candidate t set state = ${to}, decided_at = ${at}::timestamptz, decided_by = ${nameOf(actor)}, because = coalesce(${because}::text, t.because)
      from touched where t.workspace_id = ${workspace} and t.object = ${object} and t.a = touched.a and t.b = touched.b`,
  )

/** Who decided, as the ledger names them. */
export const nameOf = (actor: Actor): string => `${actor.kind}:${actor.id}`
