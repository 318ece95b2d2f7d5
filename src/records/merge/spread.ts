// What a merge means for everything else: references move, ties that became one are merged in turn, and what would tie a record
// to itself goes. Ends because every round merges ties of ties.
import { ident, join, raw, sql, statement } from '../../platform/index.ts'
import { type Batch, presence } from '../change/claims.ts'
import { load } from '../change/find.ts'
import type { RecordState } from '../change/record-state.ts'
import { recordStatements } from '../change/write.ts'
import { absorb, absorbStatements, type Group, learnRedirects, pairsOf } from './absorb.ts'
import { alsoHistory, inWorkspace, type Joining, send } from './joining.ts'
import { leadsTo, type MovedRows, moveReference } from './move.ts'
import { identityOf, isDoubled, type ReferenceTo, referencesTo } from './registry.ts'

const t = raw('t')

/** Moves all that refers to the groups' losers by these references, and what follows from it. */
export async function spread(
  joining: Joining,
  groups: readonly Group[],
  references: readonly ReferenceTo[],
): Promise<void> {
  const object = groups[0]?.master.object.name ?? ''
  const pairs = pairsOf(groups)
  const merged = [...pairs.keys(), ...pairs.values()]
  const moved = await Promise.all(
    references.map((reference) =>
      moveReference(joining, reference, pairs, reference.object.name === object ? merged : []),
    ),
  )
  const ties = Map.groupBy(
    moved.filter((each) => each.ids.length > 0),
    (each) => each.object,
  )
  for (const [tie, rows] of ties) {
    const ids = [...new Set(rows.flatMap((each) => each.ids))]
    if (isDoubled(referencesTo(joining.access.manifest, object), tie)) await dropSenseless(joining, rows, ids)
    await foldTwins(joining, rows, ids, [...new Set(pairs.values())])
  }
}

/** Ties that, now that their ends are one, break a rule of their own. */
async function dropSenseless(joining: Joining, rows: readonly MovedRows[], ids: readonly string[]): Promise<void> {
  const [tie] = rows
  if (!tie) return
  const { object } = tie
  const records = await load(joining.tx, joining.access, object, ids)
  const senseless = [...records.values()].filter(
    (record) => record.deletedAt === null && !object.rules.every((rule) => rule.holds(record.values)),
  )
  if (senseless.length === 0) return
  const batch = ownBatch(joining)
  for (const record of senseless) {
    const changed = { deleted_at: presence(record, batch.at) }
    record.version += 1
    batch.history.push({
      record,
      verb: 'deleted',
      version: record.version,
      system: batch.speaker,
      localId: record.id,
      changed,
      claimsBefore: null,
    })
  }
  await send(joining, [
    ...recordStatements(joining.context, senseless),
    ...alsoHistory(joining, object.name, batch.history),
  ])
}

async function foldTwins(
  joining: Joining,
  rows: readonly MovedRows[],
  ids: readonly string[],
  masters: readonly string[],
): Promise<void> {
  const [tie] = rows
  if (!tie) return
  const { object } = tie
  const columns = identityOf(object).flatMap((field) => field.columns.map((column) => sql`t.${ident(column.name)}`))
  const isWhole = columns.map((column) => sql`${column} is not null`)
  const found = await joining.tx.query(
    statement(sql`select array_agg(t.id order by t.id) as ids from customer.${ident(object.name)} t
      where ${inWorkspace(joining, t)} and t.deleted_at is null and ${join(isWhole, ' and ')}
        and (${join(
          rows.map((each) => leadsTo(each, t, masters)),
          ' or ',
        )})
      group by ${join(columns)} having count(*) > 1 and bool_or(t.id = any(${ids}::uuid[]))`),
  )
  const twins = found.map((row) => row['ids'] as string[]) // uuid[] of the statement
  if (twins.length === 0) return
  const states = await load(joining.tx, joining.access, object, twins.flat())
  const groups = twins.flatMap((some) => groupOf(some.flatMap((id) => states.get(id) ?? [])))
  await learnRedirects(joining, groups)
  const batch = ownBatch(joining)
  for (const group of groups) await absorb(batch, group)
  await send(joining, [...absorbStatements(joining, groups), ...alsoHistory(joining, object.name, batch.history)])
  await spread(joining, groups, referencesTo(joining.access.manifest, object.name))
}

/** The oldest stays. */
const groupOf = ([master, ...losers]: readonly RecordState[]): Group[] => (master ? [{ master, losers }] : [])

/** The same act and moment, with a history of its own. */
const ownBatch = (joining: Joining): Batch => ({ ...joining.batch, redirects: joining.redirects, history: [] })
