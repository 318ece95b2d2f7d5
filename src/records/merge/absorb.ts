// One record takes in others: their source records become its own, its values are settled anew over all claims, and the others
// are gone, with their ids leading to it. In memory first, then a fixed number of statements however many groups there are.
import { preparedFor, type Sql, sql, statement } from '../../platform/index.ts'
import { type Batch, presence, settle } from '../change/claims.ts'
import { noKeys } from '../change/keys.ts'
import {
  copyOfClaims,
  type HistoryRow,
  type RecordState,
  type SourceState,
  sourceName,
} from '../change/record-state.ts'
import { claimedIds, referenceNames } from '../change/references.ts'
import { recordStatements } from '../change/write.ts'
import { type Joining, pairsSource } from './joining.ts'
import { keysCopied } from './keys.ts'
import { redirectsOf } from './redirects.ts'

export type Group = { master: RecordState; losers: readonly RecordState[] }

/** Old id → master's, of all groups. */
export const pairsOf = (groups: readonly Group[]): Map<string, string> =>
  new Map(groups.flatMap(({ master, losers }) => losers.map((loser) => [loser.id, master.id] as const)))

/** Where every reference that these records claim will lead once the groups are merged. */
export async function learnRedirects(joining: Joining, groups: readonly Group[]): Promise<void> {
  const known = await redirectsOf(joining.tx, joining.access.actor.workspace, referredTo(groups))
  for (const [old, to] of known) joining.redirects.set(old, to)
  leadOn(joining.redirects, groups)
}

/** The ids that claims on these records name. */
export function referredTo(groups: readonly Group[]): string[] {
  const records = groups.flatMap(({ master, losers }) => [master, ...losers])
  const ids = records.flatMap((record) => referenceNames(record.object).flatMap((name) => claimedIds(record, name)))
  return [...new Set(ids)]
}

/** Lets what led to the groups' losers lead to their masters. */
export function leadOn(redirects: Map<string, string>, groups: readonly Group[]): void {
  const pairs = pairsOf(groups)
  for (const [old, to] of redirects) redirects.set(old, pairs.get(to) ?? to)
  for (const [old, to] of pairs) redirects.set(old, to)
}

/**
 * Moves claims in memory, settles every value anew and notes the history. `decide` may say something of the claims, once all are
 * the master's and before they are settled; what the speaker had said before is noted too.
 */
export async function absorb(
  batch: Batch,
  { master, losers }: Group,
  decide: () => Promise<void> = async () => {},
): Promise<void> {
  const own = master.sources.get(sourceName(batch.speaker, master.id))
  const before = own ? copyOfClaims(own) : null
  const arrived = losers.flatMap((loser) => [...loser.sources].map(([name, source]) => ({ loser, name, source })))
  for (const { loser, name, source } of arrived) {
    master.sources.set(name, { ...source, home: source.home ?? loser.id, isDirty: true })
    loser.sources.delete(name)
  }
  master.keysBefore = () => noKeys // names it was known by stay keys of it
  await decide()
  const changed = settle(master, master.object.fields.keys(), batch.redirects)
  if (Object.keys(changed).length > 0) master.version += 1
  batch.history.push({
    record: master,
    verb: 'merged',
    version: master.version,
    system: batch.speaker,
    localId: master.id,
    changed,
    claimsBefore: before,
  })
  for (const { loser, source } of arrived) batch.history.push(arrival(master, source, loser.id))
  for (const loser of losers) {
    const gone = { deleted_at: presence(loser, batch.at), merged_into: [null, master.id] as const }
    loser.version += 1
    batch.history.push({
      record: loser,
      verb: 'merged',
      version: loser.version,
      system: batch.speaker,
      localId: loser.id,
      changed: gone,
      claimsBefore: null,
    })
  }
}

/** A source's record came to this one: what is worked out from its words has to be worked out anew. */
export const arrival = (record: RecordState, { system, localId }: SourceState, from: string): HistoryRow => ({
  record,
  verb: 'updated',
  version: record.version,
  system,
  localId,
  changed: { belongs_to: [from, record.id] },
  claimsBefore: null,
})

/** Everything of the groups but their history and what refers to them. */
export function absorbStatements(joining: Joining, groups: readonly Group[]): Sql[] {
  const w = joining.access.actor.workspace
  const object = groups[0]?.master.object.name ?? ''
  const pairs = pairsOf(groups)
  const losers = [...pairs.keys()]
  const { id: act } = joining.context
  return [
    // First, so that each key says whose it is. The others keep theirs, for the day they are taken out again.
    ...keysCopied(w, pairs),
    ...recordStatements(
      joining.context,
      groups.flatMap(({ master, losers }) => [master, ...losers]),
    ),
    sql`update records.redirect r set to_id = m.new from ${pairsSource(pairs)} where r.workspace_id = ${w} and r.to_id = m.old`,
    sql`insert into records.redirect (workspace_id, object, id, into_id, to_id, act_id)
      select ${w}::uuid, ${object}, m.old, m.new, m.new, ${act}::uuid from ${pairsSource(pairs)}`,
  ].map((each) => ('text' in each ? each : statement(each, preparedFor(losers.length))))
}
