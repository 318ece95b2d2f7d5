// The weights of evidence a workspace goes by: those shipped, or those its own records taught, where a guard let them pass and
// somebody who administers the workspace said so. Nothing that was learned is used by itself.
import type { Words } from '../../dictionary/words.ts'
import type { Actor } from '../access/index.ts'
import { changeEntry } from '../ledger/index.ts'
import { type Kind, type Model, modelOf, type Shares, weightsOf, withShares } from '../matching/index.ts'
import { Failure, inOneTrip, type Row, type Sql, sql, statement, told } from '../platform/index.ts'
import { nameOf } from './guard.ts'
import type { Deciding } from './index.ts'

/** What was learned last: by field and level what it weighs as shipped and as learned, in bits. */
export type Weights = {
  object: Kind
  use: 'shipped' | 'learned'
  lesson: Lesson | null
  fields: readonly {
    field: string
    levels: readonly { level: string; shipped: number; learned: number | null }[]
  }[]
}

export type Lesson = {
  learnedAt: string
  by: string
  /** How many rows of the sources it was learned from. */
  records: number
  /** Why what was learned is not to be relied on; null where it may be used. */
  refusedBecause: string | null
}

/** Errors: not_allowed. */
export async function weights(deciding: Deciding, actor: Actor, object: Kind): Promise<Weights> {
  await administers(deciding, actor, object)
  const [rows = []] = await inOneTrip(deciding.pool, actor.workspace, [lessonOf(actor, object)])
  return shown(object, rows[0])
}

/** Errors: not_allowed; nothing_learned, where there is nothing that a guard let pass. */
export async function setWeights(
  deciding: Deciding,
  actor: Actor,
  object: Kind,
  use: Weights['use'],
): Promise<Weights> {
  await administers(deciding, actor, object)
  const { pool, clock, ids } = deciding
  const [known = []] = await inOneTrip(pool, actor.workspace, [lessonOf(actor, object)])
  const { lesson } = shown(object, known[0])
  if (use === 'learned' && (lesson === null || lesson.refusedBecause !== null))
    throw new Failure('nothing_learned', { object, why: lesson?.refusedBecause ?? null })
  const at = clock()
  const context = { actor, id: ids.next(at.getTime()), at }
  const [, rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(changeEntry(context, 'decision', object, { weights: use })),
    statement(
      sql`update duplicates.lesson set is_used = ${use === 'learned'} where workspace_id = ${actor.workspace} and object = ${object} returning *`,
    ),
  ])
  return shown(object, rows[0])
}

/** The model that records of a kind are compared by here. */
export async function modelInUse({ pool }: Pick<Deciding, 'pool'>, actor: Actor, object: Kind): Promise<Model> {
  const [rows = []] = await inOneTrip(pool, actor.workspace, [lessonOf(actor, object)])
  const [row] = rows
  return (row?.['is_used'] === true && withShares(modelOf(object), sharesIn(row))) || modelOf(object)
}

export type Taught = { records: number; shares: Shares | null; refusedBecause: Words | null }

/** The same as is told of what is kept, of what is not. */
export const weightsTaught = (
  { clock }: Deciding,
  actor: Actor,
  object: Kind,
  { records, shares, refusedBecause }: Taught,
): Weights =>
  shown(object, {
    is_used: false,
    records,
    shares,
    refused_because: keptReason(refusedBecause),
    learned_at: clock().toISOString(),
    learned_by: nameOf(actor),
  })

/** What was learned takes the place of what was learned before, and is not used until somebody says so again. */
export async function keepLesson(
  { pool, clock }: Deciding,
  actor: Actor,
  object: Kind,
  taught: Taught,
): Promise<Weights> {
  const shares = taught.shares === null ? null : JSON.stringify(taught.shares)
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`insert into duplicates.lesson (workspace_id, object, records, refused_because, shares, learned_at, learned_by)
      values (${actor.workspace}, ${object}, ${taught.records}, ${keptReason(taught.refusedBecause)}, ${shares}::jsonb, ${clock().toISOString()}, ${nameOf(actor)})
      on conflict (workspace_id, object) do update set is_used = false, records = excluded.records, refused_because = excluded.refused_because,
        shares = excluded.shares, learned_at = excluded.learned_at, learned_by = excluded.learned_by
      returning *`),
  ])
  return shown(object, rows[0])
}

/** In every language, for whoever reads it. */
const keptReason = (reason: Words | null): string | null => reason && JSON.stringify(reason)

/** Reasons that were kept before are in English alone. */
const reasonIn = (kept: string | null): string | null =>
  kept?.startsWith('{') ? told(JSON.parse(kept) as Words) : kept // written by `keptReason`

const lessonOf = ({ workspace }: Actor, object: Kind): Sql =>
  statement(sql`select * from duplicates.lesson where workspace_id = ${workspace} and object = ${object}`)

const sharesIn = (row: Row | undefined): Shares => (row?.['shares'] ?? {}) as Shares // written by `keepLesson`

function shown(object: Kind, row: Row | undefined): Weights {
  const shipped = modelOf(object)
  const learned = withShares(shipped, sharesIn(row))
  return {
    object,
    use: row?.['is_used'] === true && learned ? 'learned' : 'shipped',
    lesson: row
      ? {
          learnedAt: new Date(row['learned_at'] as string).toISOString(), // timestamps come as texts
          by: row['learned_by'] as string, // text and integer columns
          records: row['records'] as number,
          refusedBecause: reasonIn(row['refused_because'] as string | null),
        }
      : null,
    fields: shipped.fields.map((field, f) => {
      const [now, then] = [weightsOf(field), learned?.fields[f] ? weightsOf(learned.fields[f]) : null]
      const levels = field.levels.map((level, i) => ({
        level: level.name,
        shipped: now[i + 1] ?? 0,
        learned: then?.[i + 1] ?? null,
      }))
      return { field: field.name, levels }
    }),
  }
}

async function administers({ records }: Deciding, actor: Actor, object: Kind): Promise<void> {
  const access = await records.book.of(actor)
  if (!access.roles.some((role) => role.administers.includes('structure')))
    throw new Failure('not_allowed', { verb: 'set the weights of', object })
}
