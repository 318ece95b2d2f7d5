// Writing: the one way. The stages in their order, each a file of its name.
import type { Access, AccessBook, Actor } from '../../access/index.ts'
import { entriesOfActs } from '../../ledger/index.ts'
import {
  type Clock,
  Failure,
  type Ids,
  inOneStatement,
  momentOfId,
  type Pool,
  preparedFor,
  type Sql,
  statement,
  type Tx,
  transact,
} from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import type { Redirects } from '../merge/redirects.ts'
import { apartFrom, later, type Order, patienceMs, refuseMeeting, type Shaped, withoutDoubles } from './apart.ts'
import { authorise, authoriseObject } from './authorise.ts'
import { type Batch, resolveClaims } from './claims.ts'
import type { Draft } from './draft.ts'
import { type Found, find } from './find.ts'
import { answersOf, keepAnswers, replayed } from './idempotency.ts'
import { checkLoops, checkMeaning } from './meaning.ts'
import { likeBefore, namesIn } from './meet.ts'
import { outOfSight, refuseOutOfSight } from './out-of-sight.ts'
import { type HistoryRow, type RecordState, sourceName } from './record-state.ts'
import { followClaims, settleReferences } from './references.ts'
import { shape } from './shape.ts'
import { fieldsTouched } from './touched.ts'
import type { Change, ChangeOptions, ChangeResult, Outcome } from './types.ts'
import { awaitedWrites, recordWrites } from './write.ts'

export type Changing = { pool: Pool; book: AccessBook; clock: Clock; ids: Ids }

export type Changed = ChangeResult & { isAwaited: boolean }

export const change = async (
  door: Changing,
  actor: Actor,
  object: string,
  changes: readonly Change[],
  options: ChangeOptions = {},
): Promise<Changed> => only(await changeTogether(door, actor, object, [{ changes, options }]))

const only = <T>([first]: readonly T[]): T => first as T // as many answers as orders

/**
 * Several orders of one actor in one transaction, each judged, written and answered as if it had come alone. What is thrown, is
 * thrown for all of them, and nothing was written.
 */
export function changeTogether(
  door: Changing,
  actor: Actor,
  object: string,
  orders: readonly [Order],
): Promise<readonly [Changed]>
export function changeTogether(
  door: Changing,
  actor: Actor,
  object: string,
  orders: readonly Order[],
): Promise<readonly (Changed | typeof later)[]>
export function changeTogether(
  door: Changing,
  actor: Actor,
  object: string,
  orders: readonly Order[],
): Promise<readonly (Changed | typeof later)[]> {
  const isAlone = orders.length === 1
  const work = async (access: Access) => {
    const declared = access.manifest.objects.get(object)
    if (declared?.kind !== 'records') throw new Failure('object_unavailable', { object })
    authoriseObject(access, object, new Set(orders.flatMap(({ changes }) => changes.map(({ verb }) => verb))))
    const shaped = orders.map((order): Work => ({ ...order, drafts: shape(declared, order.changes), done: null }))
    await beside(shaped)
    const works = apartFrom(shaped)
    const count = works.reduce((sum, { drafts }) => sum + drafts.length, 0)
    const isDone = await transact(
      door.pool,
      actor.workspace,
      async (tx) => {
        const writes = await writesOf(door, tx, access, { all: shaped, works })
        if (!writes) return false
        // While the database writes, nothing of what the statements were made of is held: it would be most of what grows old in an import.
        for (const work of shaped) work.drafts = []
        await finish(tx, object, writes)
        return true
      },
      {
        ...(preparedFor(count).prepared ? { plans: 'kept' } : {}),
        ...(isAlone ? {} : { patienceMs }),
      },
    )
    return isDone ? shaped.map((work) => work.done ?? later) : outdated
  }
  // Who waits for a lock has time to; those who set off with them have not.
  return retried(() => withAccess(door, actor, work), isAlone ? passing : passingSoon)
}

type Work = Shaped & { done: Changed | null }

async function beside(works: readonly Work[]): Promise<void> {
  for (const { drafts, options } of works) if (options.beside) await options.beside(namesIn(drafts))
}

/** What a key is held against; null where the key alone says what is meant. */
const askedBy = ({ changes, options }: Order) => (options.isKeyEnough ? null : changes)

/** What writes these orders, of all that came, after their stages over what was found for them; null where the rights have moved. */
async function writesOf(
  door: Changing,
  tx: Tx,
  access: Access,
  { all, works }: { all: readonly Work[]; works: readonly Work[] },
): Promise<Writes | null> {
  const { workspace } = access.actor
  const keys = works.flatMap(({ options }) => options.idempotencyKey ?? [])
  const earlier = keys.length > 0 ? tx.query(answersOf(access, keys)) : null
  const found = await findUnderRights(
    door,
    tx,
    access,
    works.flatMap(({ drafts }) => drafts),
  )
  if (!found) return null
  const answers = earlier ? await earlier : []
  // What was done the first time may have ended before what waited for its records was filled in.
  for (const work of works) {
    const { idempotencyKey: key } = work.options
    const answer = key === undefined ? null : replayed(answers, key, askedBy(work))
    if (answer) work.done = { ...answer, isAwaited: true }
  }
  const isUndone = ({ done }: Work) => done === null
  const open = withoutDoubles(works.filter(isUndone), all.filter(isUndone), found.others)
  const drafts = open.flatMap((work) => work.drafts)
  for (const work of open) if (work.options.mode !== 'all') holdAgainstEachOther(work.drafts, found.others)
  for (const work of open) settleReferences(work.drafts, found.references, ownBatch(work.drafts))
  authorise(access, drafts)
  checkMeaning(drafts)
  await checkLoops(tx, workspace, drafts)
  const redirects = await followClaims(tx, workspace, drafts, found.redirects)
  if (open.length > 1) refuseMeeting(open)
  const moment = momentAfter(door, found.records)
  const resolved = open.map((work): Resolved => {
    const batch = batchAt(door, access, moment, redirects)
    if (work.options.mode !== 'all' || work.drafts.every(({ faults, outcome }) => faults.length === 0 && !outcome))
      resolveClaims(batch, work.drafts)
    const result = { act: batch.history.length > 0 ? batch.act : null, results: work.drafts.map(outcomeOf) }
    work.done = { ...result, isAwaited: found.isAwaited || awaitsItself(work.drafts) }
    return { ...work, batch, result }
  })
  return statementsOf(access, resolved)
}

/** Each is held against those before it. Of changes that are all done or none, whoever sends them has said that they are several. */
function holdAgainstEachOther(drafts: readonly Draft[], others: Found['others']): void {
  for (const [draft, like] of likeBefore(drafts, others)) draft.like = like
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

/** After the last change of every record in it and the last word on any, whatever the clocks of several processes say. */
const momentAfter = (door: Changing, records: ReadonlyMap<string, RecordState>): number =>
  Math.max(door.clock().getTime(), afterLast(records))

/** The same, whatever time it is; 0 where nothing happened yet. */
export const afterLast = (records: ReadonlyMap<string, RecordState>): number =>
  [...records.values()].reduce(
    (latest, record) =>
      Math.max(latest, record.updatedAt ? Date.parse(record.updatedAt) + 1 : 0, momentOfLastWord(record) + 1),
    0,
  )

/** A word that another one outdoes changes nothing of the record but is said all the same. */
function momentOfLastWord({ sources }: RecordState): number {
  let last = ''
  for (const { act, marks } of sources.values()) {
    if (act > last) last = act
    for (const name in marks) {
      const mark = marks[name]
      if (mark && mark.act > last) last = mark.act
    }
  }
  return last === '' ? 0 : momentOfId(last).getTime()
}

export const startBatch = (
  door: Changing,
  access: Access,
  records: ReadonlyMap<string, RecordState>,
  redirects: Redirects,
  notBefore = 0,
): Batch => batchAt(door, access, Math.max(momentAfter(door, records), notBefore), redirects)

function batchAt(door: Changing, access: Access, moment: number, redirects: Redirects): Batch {
  return {
    act: door.ids.next(moment),
    at: new Date(moment).toISOString(),
    speaker: access.source,
    newId: () => door.ids.next(moment),
    redirects,
    records: new Map(),
    history: [],
  }
}

type Resolved = Work & { batch: Batch; result: ChangeResult }

/** `outside` asks for records that are out of the actor's sight once all of it is written. */
type Writes = { statements: readonly Sql[]; outside: Sql | null }

function statementsOf(access: Access, works: readonly Resolved[]): Writes {
  const [first] = works
  if (!first) return { statements: [], outside: null }
  const drafts = works.flatMap((work) => work.drafts)
  const object = drafts[0]?.object.name ?? ''
  const { workspace } = access.actor
  const at = new Date(first.batch.at)
  const records = works.flatMap(({ batch }) => [...batch.records.values()])
  const { gone, written } = recordWrites({ workspace, at }, records)
  const acts = works.flatMap(({ batch, options, result: { results } }) =>
    batch.history.length === 0
      ? []
      : [
          {
            context: {
              actor: access.actor,
              id: batch.act,
              at,
              ...(options.because ? { because: options.because } : {}),
            },
            details: countsOf(results),
            entries: batch.history.map(historyEntry),
          },
        ],
  )
  const noted = works.flatMap(({ batch, options }) => (batch.history.length > 0 && options.noting?.(batch.act)) || [])
  const answers = works.flatMap((work) => {
    const { idempotencyKey: key } = work.options
    return key === undefined ? [] : [{ key, asked: askedBy(work), answer: work.result }]
  })
  const writes = [
    ...written,
    ...awaitedWrites(workspace, object, drafts),
    ...(answers.length > 0 ? [keepAnswers(access, answers, first.batch.at)] : []),
    ...noted,
    ...(acts.length > 0 ? entriesOfActs('change', object, acts) : []),
  ]
  const together = writes.length > 0 ? [inOneStatement(writes)] : []
  return {
    statements: [...gone, ...together].map((fragment) => statement(fragment, preparedFor(drafts.length))),
    outside: outOfSight(
      access,
      works.flatMap(({ batch }) => batch.history),
    ),
  }
}

/** Where the actor sees only some rows, what they made of a row must still be one of them: nothing is moved out of, or into, sight. */
async function finish(tx: Tx, object: string, { statements, outside }: Writes): Promise<void> {
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

const mostAttempts = 6

/** Deadlocks, serialization failures, and two batches bringing one new source record at once. */
const passingSoon: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505'])
/** A lock besides. */
const passing: ReadonlySet<unknown> = new Set([...passingSoon, '55P03'])

/** What passes is done again, a little later. */
export async function retried<T>(work: () => Promise<T>, whatPasses = passing): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!whatPasses.has((error as { code?: unknown } | null)?.code) || attempt >= mostAttempts) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + Math.random() * 10)))
    }
  }
}
