// One change over several objects: an account with its contract, people and tasks, or a call with what was promised in it. One
// transaction and one act, so all of it is there or none, and undo takes all of it back. Each part goes through the stages of any
// change; a later part may point at what an earlier one made.
import type { Access, Actor } from '../../access/index.ts'
import { type ActContext, changeEntries, historyEntries } from '../../ledger/index.ts'
import { Failure, inOneStatement, preparedFor, type Sql, statement, type Tx, transact } from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import { authorise, authoriseObject } from './authorise.ts'
import {
  afterLast,
  awaitsItself,
  type Changing,
  countsOf,
  historyEntry,
  outcomeOf,
  ownBatch,
  retried,
  startBatch,
} from './change.ts'
import { type Batch, resolveClaims } from './claims.ts'
import type { Draft } from './draft.ts'
import { find } from './find.ts'
import { answersOf, keepAnswers, replayed } from './idempotency.ts'
import { checkLoops, checkMeaning } from './meaning.ts'
import { outOfSight, refuseOutOfSight } from './out-of-sight.ts'
import { followClaims, type ReferenceRows, settleReferences } from './references.ts'
import { shape } from './shape.ts'
import type { Change, ChangeOptions, Outcome } from './types.ts'
import { awaitedWrites, recordStatements } from './write.ts'

/** Changes of one object within a set. What is `called` something may be pointed at by later parts as `{ called }`. */
export type Part = { object: string; changes: readonly (Change & { called?: string })[] }

export type SetOutcome = { object: string; called?: string; outcome: Outcome }

/** `act` is null where nothing was written: something was refused, or nothing was new. The outcomes end with the part that was refused. */
export type SetResult = { act: string | null; results: readonly SetOutcome[] }

export type SetOptions = Pick<ChangeOptions, 'idempotencyKey' | 'isKeyEnough' | 'because'>

export async function changeSet(
  door: Changing,
  actor: Actor,
  parts: readonly Part[],
  options: SetOptions = {},
): Promise<SetResult & { isAwaited: boolean }> {
  let notBefore = 0
  return retried(() =>
    withAccess(door, actor, async (access) => {
      for (const { object, changes } of parts) {
        if (access.manifest.objects.get(object)?.kind !== 'records') throw new Failure('object_unavailable', { object })
        authoriseObject(access, object, new Set(changes.map((each) => each.verb)))
      }
      for (;;) {
        try {
          return await attempt(door, access, parts, options, notBefore)
        } catch (error) {
          if (error instanceof Refused) return { act: null, results: error.results, isAwaited: false }
          if (!(error instanceof TooEarly)) throw error
          notBefore = error.moment
        }
      }
    }),
  )
}

/** Thrown to roll back: what was written for earlier parts must not stay. */
class Refused extends Error {
  readonly results: readonly SetOutcome[]
  constructor(results: readonly SetOutcome[]) {
    super('a part of the set was refused')
    this.results = results
  }
}

/** A record of a later part was changed after the moment the act had been given: it is done again with a later one. */
class TooEarly extends Error {
  readonly moment: number
  constructor(moment: number) {
    super('the act needs a later moment')
    this.moment = moment
  }
}

type Working = { door: Changing; access: Access; tx: Tx; notBefore: number; batch: Batch | null; made: Made }

/** Ids of what earlier parts made, by object and by what they are called. */
type Made = { ids: Map<string, Set<string>>; called: Map<string, string> }

function attempt(
  door: Changing,
  access: Access,
  parts: readonly Part[],
  options: SetOptions,
  notBefore: number,
): Promise<(SetResult & { isAwaited: boolean }) | typeof outdated> {
  const { workspace } = access.actor
  return transact(door.pool, workspace, async (tx) => {
    const version = tx.query(door.book.versionNow(workspace))
    const { idempotencyKey: key } = options
    const earlier = key === undefined ? null : tx.query(answersOf(access, [key]))
    if (!door.book.isCurrent(access, await version)) return outdated
    const replay =
      earlier && key !== undefined ? replayed<SetResult>(await earlier, key, options.isKeyEnough ? null : parts) : null
    if (replay) return { ...replay, isAwaited: true }
    const working: Working = {
      door,
      access,
      tx,
      notBefore,
      batch: null,
      made: { ids: new Map(), called: new Map() },
    }
    const results: SetOutcome[] = []
    const histories: { object: string; history: Batch['history'] }[] = []
    let isAwaited = false
    for (const part of parts.filter((each) => each.changes.length > 0)) {
      const done = await writePart(working, part)
      results.push(...done.results)
      if (!done.batch) throw new Refused(results)
      histories.push({ object: part.object, history: done.batch.history })
      isAwaited ||= done.isAwaited
    }
    const act = working.batch && histories.some(({ history }) => history.length > 0) ? working.batch.act : null
    const answer: SetResult = { act, results }
    const keeping =
      key !== undefined && working.batch
        ? [statement(keepAnswers(access, [{ key, asked: parts, answer }], working.batch.at), { prepared: true })]
        : []
    const objects = histories.flatMap(({ object, history }) => (history.length > 0 ? [object] : []))
    const looks = histories.flatMap(({ object, history }) => {
      const outside = outOfSight(access, history, objects)
      return outside ? [{ object, outside }] : []
    })
    for (const each of historyStatements(working, options, histories, results)) void tx.query(each)
    for (const { object, outside } of looks) await refuseOutOfSight(tx, object, outside)
    await tx.finish(keeping)
    return { ...answer, isAwaited }
  })
}

/** The stages of a change, for one part. Without a batch where something of it was refused: then nothing of it was sent. */
async function writePart(
  working: Working,
  part: Part,
): Promise<{ results: SetOutcome[]; batch: Batch | null; isAwaited: boolean }> {
  const { door, access, tx, made } = working
  const declared = access.manifest.objects.get(part.object)
  if (!declared) throw new Failure('object_unavailable', { object: part.object })
  const drafts = shape(
    declared,
    part.changes.map(({ called: _, ...change }) => pointed(change, made)),
  )
  const found = await find(tx, access, drafts)
  settleReferences(drafts, knowing(found.references, made), ownBatch(drafts))
  authorise(access, drafts)
  checkMeaning(drafts)
  await checkLoops(tx, access.actor.workspace, drafts)
  const redirects = await followClaims(tx, access.actor.workspace, drafts, found.redirects)
  const moment = afterLast(found.records)
  if (working.batch && moment > Date.parse(working.batch.at)) throw new TooEarly(moment)
  const own = startBatch(door, access, found.records, redirects, working.notBefore)
  const batch: Batch = working.batch ? { ...own, act: working.batch.act, at: working.batch.at } : own
  working.batch ??= batch
  const isSound = drafts.every((draft) => draft.faults.length === 0 && draft.outcome === null)
  if (isSound) resolveClaims(batch, drafts)
  const results = drafts.map((draft, i): SetOutcome => {
    const called = part.changes[i]?.called
    return { object: part.object, ...(called === undefined ? {} : { called }), outcome: outcomeOf(draft) }
  })
  if (!isSound) return { results, batch: null, isAwaited: false }
  remember(made, part, drafts)
  const context: ActContext = { actor: access.actor, id: batch.act, at: new Date(batch.at) }
  for (const each of [
    ...recordStatements(context, batch.records.values()),
    ...awaitedWrites(access.actor.workspace, part.object, drafts).map((write) => statement(write)),
  ])
    void tx.query(each)
  return { results, batch, isAwaited: found.isAwaited || awaitsItself(drafts) }
}

/** The change with ids in the place of what things of this set are called. */
function pointed(change: Change, { called }: Made): Change {
  if (!change.values) return change
  const values = Object.fromEntries(
    Object.entries(change.values).map(([name, value]) => {
      const to = calledIn(value)
      return [name, to === null ? value : (called.get(to) ?? value)]
    }),
  )
  return { ...change, values }
}

const calledIn = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || !('called' in value)) return null
  return typeof value.called === 'string' ? value.called : null
}

/** Who made a record in this very set may point at it, though it is among their rows only once the set is whole. */
const knowing = (references: ReferenceRows, { ids }: Made): ReferenceRows =>
  new Map(
    [...references].map(([object, rows]) => [
      object,
      { ...rows, ids: new Set([...rows.ids, ...(ids.get(object) ?? [])]) },
    ]),
  )

function remember({ ids, called }: Made, part: Part, drafts: readonly Draft[]): void {
  const known = ids.get(part.object) ?? new Set()
  ids.set(part.object, known)
  drafts.forEach((draft, i) => {
    const name = part.changes[i]?.called
    if (!draft.record) return
    if (draft.record.isNew) known.add(draft.record.id)
    if (name !== undefined) called.set(name, draft.record.id)
  })
}

/** The act under the first object it changed, with the names of all, and the history of each. */
function historyStatements(
  { access, batch }: Working,
  { because }: SetOptions,
  histories: readonly { object: string; history: Batch['history'] }[],
  results: readonly SetOutcome[],
): Sql[] {
  const [first, ...others] = histories.filter(({ history }) => history.length > 0)
  if (!batch || !first) return []
  const context: ActContext = {
    actor: access.actor,
    id: batch.act,
    at: new Date(batch.at),
    ...(because ? { because } : {}),
  }
  const details = {
    ...countsOf(results.map(({ outcome }) => outcome)),
    objects: [...new Set([first, ...others].map(({ object }) => object))],
  }
  let place = first.history.length
  return [
    statement(
      inOneStatement(changeEntries(context, 'change', first.object, details, first.history.map(historyEntry))),
      preparedFor(place),
    ),
    ...others.map(({ object, history }) => {
      const entries = statement(historyEntries(context, object, history.map(historyEntry), place))
      place += history.length
      return entries
    }),
  ]
}
