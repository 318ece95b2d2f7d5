// Writing: the one way. The stages in their order, each a file of its name.
import { createHash } from 'node:crypto'
import type { Access, AccessBook, Actor } from '../../access/index.ts'
import { type ActContext, changeEntries } from '../../ledger/index.ts'
import {
  type Clock,
  Failure,
  type Ids,
  inOneStatement,
  type Pool,
  preparedFor,
  type Rows,
  type Sql,
  type SqlFragment,
  sql,
  statement,
  type Tx,
  transact,
} from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import type { Redirects } from '../merge/redirects.ts'
import { authorise, authoriseObject } from './authorise.ts'
import { type Batch, resolveClaims } from './claims.ts'
import type { Draft } from './draft.ts'
import { type Found, find } from './find.ts'
import { checkLoops, checkMeaning } from './meaning.ts'
import { namesIn } from './meet.ts'
import { outOfSight, refuseOutOfSight } from './out-of-sight.ts'
import { type HistoryRow, type RecordState, sourceName } from './record-state.ts'
import { followClaims, settleReferences } from './references.ts'
import { shape } from './shape.ts'
import { fieldsTouched } from './touched.ts'
import type { Change, ChangeOptions, ChangeResult, Outcome } from './types.ts'
import { awaitedWrites, recordWrites } from './write.ts'

export type Changing = { pool: Pool; book: AccessBook; clock: Clock; ids: Ids }

export async function change(
  door: Changing,
  actor: Actor,
  object: string,
  changes: readonly Change[],
  options: ChangeOptions = {},
): Promise<ChangeResult & { isAwaited: boolean }> {
  return retried(() =>
    withAccess(door, actor, async (access) => {
      const declared = access.manifest.objects.get(object)
      if (declared?.kind !== 'records') throw new Failure('object_unavailable', { object })
      authoriseObject(access, object, new Set(changes.map((each) => each.verb)))
      const drafts = shape(declared, changes)
      if (options.beside) await options.beside(namesIn(drafts))
      const work = async (tx: Tx) => {
        const earlier = options.idempotencyKey ? tx.query(answerOf(access, options.idempotencyKey)) : null
        const found = await findUnderRights(door, tx, access, drafts)
        if (!found) return outdated
        const replay = earlier ? replayed(await earlier, options.isKeyEnough ? null : changes) : null
        // The first time may have ended before what waited for these records was filled in.
        if (replay) return { ...replay, isAwaited: true }
        settleReferences(drafts, found.references, ownBatch(drafts))
        authorise(access, drafts)
        checkMeaning(drafts)
        await checkLoops(tx, actor.workspace, drafts)
        const redirects = await followClaims(tx, actor.workspace, drafts, found.redirects)
        const batch = startBatch(door, access, found.records, redirects)
        if (options.mode !== 'all' || drafts.every((draft) => draft.faults.length === 0 && draft.outcome === null))
          resolveClaims(batch, drafts)
        const result: ChangeResult = {
          act: batch.history.length > 0 ? batch.act : null,
          results: drafts.map(outcomeOf),
        }
        await write(tx, access, batch, drafts, options, { changes, result })
        return { ...result, isAwaited: found.isAwaited || awaitsItself(drafts) }
      }
      return transact(door.pool, actor.workspace, work, preparedFor(drafts.length).prepared ? { plans: 'kept' } : {})
    }),
  )
}

/** Finds what the drafts are about; null where the rights have moved, which a row that is locked anyway says by the way. */
async function findUnderRights(
  door: Changing,
  tx: Tx,
  access: Access,
  drafts: readonly Draft[],
): Promise<Found | null> {
  const ask = () => tx.query(door.book.versionNow(access.actor.workspace))
  const asked = drafts.every((draft) => draft.change.id !== undefined) ? null : ask()
  const found = await find(tx, access, drafts, fieldsTouched(drafts))
  const versions = await (asked ?? (found.rights === null ? ask() : [{ version: found.rights }]))
  return door.book.isCurrent(access, versions) ? found : null
}

/** Whether a record of this batch was waited for by another of it: it was not there yet when the references were settled. */
export function awaitsItself(drafts: readonly Draft[]): boolean {
  const names = new Set(
    drafts.flatMap((draft) => (draft.source ? [sourceName(draft.source.system, draft.source.localId)] : [])),
  )
  return drafts.some((draft) =>
    draft.references.some(
      ({ to, system, localId }) => to === draft.object.name && names.has(sourceName(system, localId)),
    ),
  )
}

/** Records of this batch by the names their sources give them, for references within the batch. */
export const ownBatch = (drafts: readonly Draft[]): Map<string, RecordState> =>
  new Map(
    drafts.flatMap((draft) =>
      draft.source && draft.record
        ? [[sourceName(draft.source.system, draft.source.localId), draft.record] as const]
        : [],
    ),
  )

/** After the last change of every record in it, whatever the clocks of several processes say. */
export const momentAfter = (door: Changing, records: ReadonlyMap<string, RecordState>): number =>
  [...records.values()].reduce(
    (latest, record) => Math.max(latest, record.updatedAt ? Date.parse(record.updatedAt) + 1 : 0),
    door.clock().getTime(),
  )

export function startBatch(
  door: Changing,
  access: Access,
  records: ReadonlyMap<string, RecordState>,
  redirects: Redirects,
  notBefore = 0,
): Batch {
  const at = Math.max(momentAfter(door, records), notBefore)
  return {
    act: door.ids.next(at),
    at: new Date(at).toISOString(),
    speaker: access.source,
    newId: () => door.ids.next(at),
    redirects,
    records: new Map(),
    history: [],
  }
}

async function write(
  tx: Tx,
  access: Access,
  batch: Batch,
  drafts: readonly Draft[],
  options: ChangeOptions,
  answer: { changes: readonly Change[]; result: ChangeResult },
): Promise<void> {
  const context: ActContext = {
    actor: access.actor,
    id: batch.act,
    at: new Date(batch.at),
    ...(options.because ? { because: options.because } : {}),
  }
  const object = drafts[0]?.object.name ?? ''
  const { gone, written } = recordWrites(context, batch.records.values())
  const writes = [...written, ...awaitedWrites(access.actor.workspace, object, drafts)]
  if (options.idempotencyKey) {
    const { idempotencyKey: key, isKeyEnough } = options
    const changes = isKeyEnough ? key : answer.changes // nobody will compare them
    writes.push(keepAnswer(access, key, { changes, result: answer.result }, batch.at))
  }
  if (batch.history.length > 0)
    writes.push(
      ...(options.noting?.(batch.act) ?? []),
      ...changeEntries(context, 'change', object, countsOf(answer.result.results), batch.history.map(historyEntry)),
    )
  const together = writes.length > 0 ? [inOneStatement(writes)] : []
  const statements = [...gone, ...together].map((fragment) => statement(fragment, preparedFor(drafts.length)))
  await checkedFinish(tx, access, object, batch, statements)
}

/** Where the actor sees only some rows, what they made of a row must still be one of them: nothing is moved out of, or into, sight. */
async function checkedFinish(
  tx: Tx,
  access: Access,
  object: string,
  batch: Batch,
  statements: readonly Sql[],
): Promise<void> {
  const outside = outOfSight(access, batch.history)
  if (!outside) {
    await tx.finish(statements)
    return
  }
  for (const each of statements) void tx.query(each)
  await refuseOutOfSight(tx, object, outside)
  await tx.finish([])
}

export const historyEntry = (entry: HistoryRow) => ({
  recordId: entry.record.id,
  version: entry.version,
  verb: entry.verb,
  system: entry.system,
  localId: entry.localId,
  changed: entry.changed,
  claimsBefore: entry.claimsBefore,
})

export const outcomeOf = (draft: Draft): Outcome =>
  draft.faults.length > 0
    ? { outcome: 'refused', ...(draft.record?.maySee ? { id: draft.record.id } : {}), faults: draft.faults }
    : (draft.outcome ?? { outcome: 'refused', faults: [] })

export function countsOf(results: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

// Idempotency: an answer is kept with what was asked, and given again to who asks the same with the same key.

const principalOf = (access: Access): string => `${access.actor.kind}:${access.actor.id}`
const fingerprint = (asked: unknown): Buffer => createHash('sha256').update(JSON.stringify(asked)).digest()

export const answerOf = (access: Access, key: string): Sql =>
  statement(
    sql`select request_hash, answer from records.idempotency where workspace_id = ${access.actor.workspace} and principal = ${principalOf(access)} and key = ${key}`,
    { prepared: true },
  )

export const keepAnswer = (
  access: Access,
  key: string,
  { changes, result }: { changes: unknown; result: unknown },
  at: string,
): SqlFragment =>
  sql`insert into records.idempotency (workspace_id, principal, key, request_hash, answer, at) values (${access.actor.workspace}, ${principalOf(access)}, ${key}, ${fingerprint(changes)}, ${JSON.stringify(result)}, ${at})`

export function replayed<T = ChangeResult>(rows: Rows, asked: unknown): T | null {
  const [row] = rows
  if (!row) return null
  const hash = row['request_hash'] as Buffer // bytea column
  if (asked && !fingerprint(asked).equals(hash)) throw new Failure('idempotency_conflict', {})
  return row['answer'] as T // written by keepAnswer, under a key that means one kind of request
}

const mostAttempts = 6

/** Deadlocks, serialization failures, and two batches bringing one new source record at once: done again, a little later. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code
      const isPassing = code === '40001' || code === '40P01' || code === '23505' || code === '55P03'
      if (!isPassing || attempt >= mostAttempts) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + Math.random() * 10)))
    }
  }
}
