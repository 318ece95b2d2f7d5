// Undo of a change set: its claims are taken back and the records recomputed. What was said since — by anyone — stays, because
// only claims that still are this act's are touched. Works at any age, and an undo can be undone.
import type { Access, Actor } from '../../access/index.ts'
import { grantsFor } from '../../access/index.ts'
import { type ActContext, changeEntry, historyEntries, outboxEntry } from '../../ledger/index.ts'
import { Failure, isId, type Row, type Sql, sql, statement, type Tx, transact } from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import { type Changing, checkedFinish, historyEntry, retried } from './change.ts'
import { type Batch, presence, settle } from './claims.ts'
import { find } from './find.ts'
import {
  type ClaimsBefore,
  copyOfClaims,
  isEqual,
  markOf,
  type RecordState,
  type SourceState,
  sourceName,
} from './record-state.ts'
import { shape } from './shape.ts'
import { recordStatements } from './write.ts'

export type Undone = { acts: readonly string[]; records: number; untouched: number }

const batchSize = 1_000

/**
 * Takes an act back, a batch of records a transaction. `untouched` counts records where everything it said had been overtaken.
 * Repeating it after a crash goes on where it stopped, for what is undone already no longer bears the act's mark.
 */
export async function undo(
  door: Changing,
  actor: Actor,
  act: string,
  options: { because?: string } = {},
): Promise<Undone> {
  if (!isId(act)) throw new Failure('not_undoable', { act, why: 'there is no such change set that you may see' })
  const total = { acts: [] as string[], records: 0, untouched: 0 }
  for (let from = 0; ; from += batchSize) {
    const done = await retried(() => withAccess(door, actor, (access) => undoBatch(door, access, act, from, options)))
    if (done === null) break
    if (done.act) total.acts.push(done.act)
    total.records += done.records
    total.untouched += done.untouched
  }
  return total
}

type Entry = {
  object: string
  recordId: string
  verb: string
  source: string
  changed: Record<string, readonly [unknown, unknown]>
  before: ClaimsBefore | null
}

async function undoBatch(door: Changing, access: Access, act: string, from: number, options: { because?: string }) {
  const { workspace } = access.actor
  return transact(door.pool, workspace, async (tx) => {
    const version = tx.query(door.book.versionNow(workspace))
    const rows = await tx.query(entriesOf(workspace, act, from))
    if (!door.book.isCurrent(access, await version)) return outdated
    if (rows.length === 0) {
      if (from === 0) throw new Failure('not_undoable', { act, why: 'there is no such change set that you may see' })
      return null
    }
    const entries = rows.map(entryOf)
    const object = access.manifest.objects.get(entries[0]?.object ?? '')
    if (!object || grantsFor(access, object.name, 'update').length === 0)
      throw new Failure('not_undoable', { act, why: 'there is no such change set that you may see' })
    const drafts = shape(
      object,
      [...new Set(entries.map((entry) => entry.recordId))].map((id) => ({ verb: 'restore' as const, id })),
    )
    const { records } = await find(tx, access, drafts)
    for (const entry of entries) {
      const record = records.get(entry.recordId)
      if (!record?.mayChange)
        throw new Failure('not_undoable', { act, why: 'it changed records that you may not change' })
    }
    return takeBack(door, tx, access, act, entries, records, options)
  })
}

async function takeBack(
  door: Changing,
  tx: Tx,
  access: Access,
  act: string,
  entries: readonly Entry[],
  records: ReadonlyMap<string, RecordState>,
  options: { because?: string },
) {
  const at = door.clock().getTime()
  const batch: Batch = {
    act: door.ids.next(at),
    at: new Date(at).toISOString(),
    speaker: access.source,
    newId: () => door.ids.next(at),
    records: new Map(records),
    history: [],
  }
  let untouched = 0
  for (const entry of entries) {
    const record = records.get(entry.recordId)
    if (record && !takeBackEntry(batch, act, entry, record)) untouched += 1
  }
  if (batch.history.length === 0) return { act: null, records: 0, untouched }
  const object = entries[0]?.object ?? ''
  const context: ActContext = {
    actor: access.actor,
    id: batch.act,
    at: new Date(batch.at),
    ...(options.because ? { because: options.because } : {}),
  }
  const statements: Sql[] = [
    ...recordStatements(context, batch.records.values()),
    statement(changeEntry(context, 'undo', object, { undone: act, records: batch.history.length })),
    statement(historyEntries(context, object, batch.history.map(historyEntry))),
    statement(outboxEntry(context, object)),
  ]
  await checkedFinish(tx, access, object, batch, statements)
  return { act: batch.act, records: batch.history.length, untouched }
}

/** Whether anything of it was still standing. */
function takeBackEntry(batch: Batch, act: string, entry: Entry, record: RecordState): boolean {
  const source = record.sources.get(entry.source)
  const before = source ? copyOfClaims(source) : null
  const fields = source ? restoreClaims(batch, act, source, entry.before) : new Set<string>()
  const changed = settle(record, fields)
  const deletion = entry.changed['deleted_at']
  const isStillSo = deletion && isEqual(momentOf(record.deletedAt), momentOf(deletion[1]))
  const wasMade =
    entry.verb === 'created' && record.deletedAt === null && [...record.sources.values()].every((each) => each.isGone)
  if (deletion && isStillSo)
    changed['deleted_at'] = presence(record, (deletion[0] as string | null) ?? null) // written by the door
  else if (wasMade) changed['deleted_at'] = presence(record, batch.at)
  if (fields.size === 0 && Object.keys(changed).length === 0) return false
  record.version += 1
  const verb = 'deleted_at' in changed ? (record.deletedAt === null ? 'restored' : 'deleted') : 'updated'
  const [system = 'hand', localId = record.id] = split(entry.source)
  batch.history.push({
    record,
    verb,
    version: record.version,
    system: system as SourceState['system'],
    localId,
    changed,
    claimsBefore: before,
  }) // from the ledger
  return true
}

/** Every claim that is this act's gets back what it overwrote; a source that had said nothing before is gone again. */
function restoreClaims(batch: Batch, act: string, source: SourceState, before: ClaimsBefore | null): Set<string> {
  const earlier = (field: string) =>
    before && field in before.claims
      ? {
          value: before.claims[field],
          mark: before.marks[field] ?? { act: before.act, saidAt: before.saidAt, verifiedOn: before.verifiedOn },
        }
      : null
  const names = new Set([
    ...Object.keys(source.claims),
    ...(source.act === act ? Object.keys(before?.claims ?? {}) : []),
  ])
  const moved = [...names].filter((name) => (name in source.claims ? markOf(source, name).act === act : true))
  for (const name of moved) {
    const was = earlier(name)
    if (was) {
      source.claims[name] = was.value
      source.marks[name] = was.mark
    } else {
      delete source.claims[name]
      delete source.marks[name]
    }
  }
  if (moved.length > 0) source.isDirty = true
  // What the row itself says of its time goes back with the last of the act's claims.
  if (source.act === act && moved.length > 0) {
    const stand = before ?? { act: batch.act, saidAt: null, verifiedOn: null }
    source.act = stand.act
    source.saidAt = stand.saidAt
    source.verifiedOn = stand.verifiedOn
  }
  if (Object.keys(source.claims).length === 0 && before === null && moved.length > 0) source.isGone = true
  return new Set(moved)
}

const momentOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)
const split = (name: string): string[] => [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)]

const entriesOf = (workspace: string, act: string, from: number): Sql =>
  statement(
    sql`select h.object, h.record_id, h.verb, h.system, h.local_id, h.changed, h.claims_before from ledger.history h
      where h.workspace_id = ${workspace} and h.act_id = ${act} order by h.n desc offset ${from} limit ${batchSize}`,
  )

const entryOf = (row: Row): Entry => ({
  object: row['object'] as string, // text and uuid columns
  recordId: row['record_id'] as string,
  verb: row['verb'] as string,
  source: sourceName(row['system'] as string, row['local_id'] as string),
  changed: row['changed'] as Entry['changed'], // written by the door, as is the next
  before: row['claims_before'] as ClaimsBefore | null,
})
