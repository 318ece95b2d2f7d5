// Taking records out of the one they were merged into: claims are parted, old ids lead nowhere again, every side is settled anew.
// The same for the records a merge was asked for and for the ties it folded.
import { rowSource, type Sql, sql, statement } from '../../platform/index.ts'
import { type Batch, presence, settle } from '../change/claims.ts'
import { keyTables } from '../change/keys.ts'
import {
  type ClaimsBefore,
  copyOfClaims,
  type HistoryRow,
  type RecordState,
  sourceName,
} from '../change/record-state.ts'
import { claimedIds, referenceNames } from '../change/references.ts'
import { recordStatements } from '../change/write.ts'
import { arrival } from './absorb.ts'
import { actOf, type Forest, newRedirects, sideOf, wayOf } from './forest.ts'
import { type Joining, pairsSource, send } from './joining.ts'
import { keysCopied } from './keys.ts'
import { historySince, part, sinceOf } from './part.ts'
import type { Inquiry } from './questions.ts'
import { redirectsOf } from './redirects.ts'

export type TakingOut = {
  forest: Forest
  states: ReadonlyMap<string, RecordState>
  inquiry: Inquiry
  mayAsk(field: string): boolean
}

export type TakenOut = TakingOut & {
  touched: ReadonlyMap<string, ClaimsBefore>
  /** The source records that came to each side. */
  came: ReadonlyMap<string, readonly string[]>
}

/** Parts the claims in memory, and lets the old ids lead where they will from now on. */
export async function takeOut(joining: Joining, taking: TakingOut): Promise<TakenOut> {
  const { forest, states } = taking
  const { tx, access } = joining
  const w = access.actor.workspace
  const hosts = new Set([forest.root, ...forest.out.flatMap((id) => wayOf(forest, id))])
  const [first = ''] = forest.out.map((id) => actOf(forest, id)).sort()
  const since = tx.query(historySince(w, [...hosts], first))
  await learnLater(joining, taking)
  const touched = part({
    ...taking,
    since: sinceOf(await since),
    redirects: joining.redirects,
  })
  await send(joining, redirectStatements(joining, forest))
  const came = new Map(forest.out.map((id) => [id, [...(states.get(id)?.sources.keys() ?? [])]] as const))
  return { ...taking, touched, came }
}

/** Where references of these records lead once the branches are cut. */
async function learnLater({ tx, access, redirects }: Joining, { forest, states }: TakingOut): Promise<void> {
  const ids = [...states.values()].flatMap((state) =>
    referenceNames(state.object).flatMap((name) => claimedIds(state, name)),
  )
  const wanted = [...new Set(ids)].filter((id) => !redirects.has(id) && !forest.branches.has(id))
  for (const [old, to] of await redirectsOf(tx, access.actor.workspace, wanted)) redirects.set(old, to)
  for (const [old, to] of newRedirects(forest)) redirects.set(old, to)
  for (const id of forest.out) redirects.delete(id)
}

function redirectStatements({ access }: Joining, forest: Forest): Sql[] {
  const w = access.actor.workspace
  const moved = new Map([...newRedirects(forest)].filter(([, to]) => to !== forest.root))
  return [
    statement(
      sql`delete from records.redirect where workspace_id = ${w} and id = any(${forest.out}::uuid[]) and to_id = ${forest.root}`,
    ),
    ...(moved.size > 0
      ? [
          statement(
            sql`update records.redirect r set to_id = m.new from ${pairsSource(moved)} where r.workspace_id = ${w} and r.id = m.old`,
          ),
        ]
      : []),
  ]
}

/** Settles every side over its own claims, and notes the history. Answers the ids of those that are there again. */
export function settleSides(batch: Batch, { forest, states, touched, came }: TakenOut): string[] {
  const restored: string[] = []
  const noted = new Set<string>()
  const note = (record: RecordState, verb: HistoryRow['verb'], changed: HistoryRow['changed']) => {
    const name = sourceName(batch.speaker, record.id)
    const own = record.sources.get(name)
    const claimsBefore = touched.get(name) ?? (own && !own.isNew ? copyOfClaims(own) : null)
    noted.add(name)
    const { speaker: system } = batch
    batch.history.push({ record, verb, version: record.version, system, localId: record.id, changed, claimsBefore })
  }
  for (const id of [forest.root, ...forest.out]) {
    const record = states.get(id)
    if (!record) continue
    const isOut = id !== forest.root
    // A record whose every claim was taken back since stays away; its id only leads nowhere else any more.
    const isBack = isOut && [...record.sources.values()].some((source) => !source.isGone)
    const changed: Record<string, readonly [unknown, unknown]> = settle(
      record,
      record.object.fields.keys(),
      batch.redirects,
    )
    if (isBack && record.deletedAt !== null) changed['deleted_at'] = presence(record, null)
    if (isOut) changed['merged_into'] = [forest.root, null]
    if (isBack) restored.push(id)
    if (record.changed.size > 0) record.version += 1
    note(record, isBack ? 'restored' : 'updated', changed)
    for (const source of record.sources.values())
      if (came.get(id)?.includes(sourceName(source.system, source.localId)))
        batch.history.push(arrival(record, source, forest.root))
  }
  for (const record of states.values())
    for (const [name, source] of record.sources) {
      const before = touched.get(name)
      if (!before || noted.has(name)) continue
      const { system, localId } = source
      batch.history.push({
        record,
        verb: 'updated',
        version: record.version,
        system,
        localId,
        changed: {},
        claimsBefore: before,
      })
    }
  return restored
}

/** The sides as they are now, and the keys that each is found by. */
export function sideStatements(joining: Joining, { forest, states }: TakenOut): Sql[] {
  const w = joining.access.actor.workspace
  const later = newRedirects(forest)
  const left = new Map([...later].filter(([, to]) => to === forest.root))
  const rows = [forest.root, ...forest.branches.keys()].map((id) => [id, sideOf(forest, id)])
  const columns = [
    { name: 'id', type: 'uuid' },
    { name: 'side', type: 'uuid' },
  ]
  const sides = (alias: string) => rowSource(columns, rows, alias)
  return [
    ...recordStatements(joining.context, states.values()),
    ...keyTables.map((table) =>
      statement(
        sql`delete from ${table.name} k using ${sides('r')}, ${sides('h')} where k.workspace_id = ${w} and k.record_id = r.id and k.home_id = h.id and r.side <> h.side`,
      ),
    ),
    // What two had brought was kept once.
    ...(left.size > 0 ? keysCopied(w, left).map((each) => statement(each)) : []),
  ]
}
