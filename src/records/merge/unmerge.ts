// Taking a merge apart, at any age: everything returns to its side, what was said since goes to the side it concerns, and only what
// nothing tells is asked. The stages in their order; one transaction and one act, as the merge was.
import { type Access, type Actor, grantsFor, readableUnder } from '../../access/index.ts'
import { changeEntries } from '../../ledger/index.ts'
import { Failure, inOneStatement, isId, statement, type Tx, transact } from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import { authoriseObject } from '../change/authorise.ts'
import { type Changing, historyEntry, retried, startBatch } from '../change/change.ts'
import { load } from '../change/find.ts'
import { answersOf, replayed } from '../change/idempotency.ts'
import type { RecordState } from '../change/record-state.ts'
import { branchesOf, type Forest, forestOf, type OutRow, outOf, outRowOf, sideOf } from './forest.ts'
import { giveBack } from './give-back.ts'
import { hangingOn } from './hanging.ts'
import { type Joining, keepMerged, send } from './joining.ts'
import { setLoopsAside } from './loops.ts'
import type { Alongside } from './merge.ts'
import { type Answers, type Asked, type Inquiry, openInquiry, type Question } from './questions.ts'
import { noRedirects } from './redirects.ts'
import { identityOf, referencesTo } from './registry.ts'
import { settleSides, sideStatements, type TakenOut, takeOut } from './take-out.ts'
import { bringBackSenseless, unfold } from './unfold.ts'

/** All that one merge put together, or only these old ids. */
export type UnmergeOrder = { act: string } | { object: string; ids: readonly string[] }

export type UnmergeOptions = {
  because?: string
  answers?: Answers
  alongside?: Alongside
  /** Whoever repeats it under its key is told what was done the first time; questions are not kept. Errors: idempotency_conflict. */
  idempotencyKey?: string
}

export type Unmerged =
  | { act: string; object: string; id: string; restored: readonly string[]; questions: readonly [] }
  /** Nothing was done: these are to be answered first, by `answers` under their keys. */
  | { act: null; object: string; id: string; restored: readonly []; questions: readonly Question[] }

export async function unmerge(
  door: Changing,
  actor: Actor,
  order: UnmergeOrder,
  options: UnmergeOptions = {},
): Promise<Unmerged> {
  const what = 'act' in order ? order.act : order.ids.join(', ')
  if ('act' in order && !isId(order.act)) throw new Failure('not_unmergeable', { what })
  const { idempotencyKey: key, because, answers } = options
  const repeatable = { order, because, answers }
  let asked: Unmerged | null = null
  try {
    return await retried(() =>
      withAccess(door, actor, (access) =>
        transact(door.pool, actor.workspace, async (tx) => {
          const version = tx.query(door.book.versionNow(actor.workspace))
          const earlier = key === undefined ? null : tx.query(answersOf(access, [key]))
          const rows = (await tx.query(outOf(actor.workspace, order))).map(outRowOf)
          if (!door.book.isCurrent(access, await version)) return outdated
          const replay = earlier && key !== undefined ? replayed<Unmerged>(await earlier, key, repeatable) : null
          if (replay) return replay
          const { forest, states } = await findSides(tx, access, rows, what)
          const inquiry = openInquiry(options.answers ?? {})
          const joining = await startJoining(door, tx, access, { forest, states, options })
          const done = await carryOut(joining, { forest, states, inquiry, options })
          asked = inquiry.asked.length > 0 ? questionsOf(access, done, inquiry.asked, states) : null
          if (asked) throw takenBack
          if (key !== undefined) await keepMerged(joining, key, { asked: repeatable, answer: done })
          return done
        }),
      ),
    )
  } catch (error) {
    if (error !== takenBack || !asked) throw error
    return asked
  }
}

/** Thrown to roll back what first has to be asked. */
const takenBack = new Error('questions are to be answered first')

type Sides = { forest: Forest; states: Map<string, RecordState> }

/** The record, and those that come out of it, locked. What may not be seen is as if it did not exist. */
async function findSides(tx: Tx, access: Access, rows: readonly OutRow[], what: string): Promise<Sides> {
  const [first] = rows
  const object = access.manifest.objects.get(first?.object ?? '')
  if (!first || !object || rows.some((row) => row.to !== first.to)) throw new Failure('not_unmergeable', { what })
  if (grantsFor(access, object.name, 'list').length === 0) throw new Failure('not_unmergeable', { what })
  authoriseObject(access, object.name, new Set(['update', 'delete']))
  const out = rows.map(({ id }) => id)
  const states = await load(tx, access, object, [first.to, ...out])
  const root = states.get(first.to)
  if (!root?.maySee) throw new Failure('not_unmergeable', { what })
  if (!root.mayUpdate.includes(true) || !root.mayDelete)
    throw new Failure('not_allowed', { verb: 'take apart', object: object.name })
  const forest = forestOf(first.to, out, await tx.query(branchesOf(access.actor.workspace, [first.to])))
  // Whoever held the lock merged or parted them meanwhile: it is done again with what is there now.
  if (!out.every((id) => forest.branches.has(id)))
    throw Object.assign(new Error('the records moved meanwhile'), { code: '40001' })
  return { forest, states }
}

async function startJoining(
  door: Changing,
  tx: Tx,
  access: Access,
  { forest, states, options }: Sides & { options: UnmergeOptions },
): Promise<Joining> {
  const object = states.get(forest.root)?.object.name ?? ''
  const { changedAt } = (await hangingOn(tx, access, object, [forest.root]))({ staying: [forest.root], going: [] })
  const batch = startBatch(door, access, states, noRedirects, changedAt)
  const { because } = options
  const context = { actor: access.actor, id: batch.act, at: new Date(batch.at), ...(because ? { because } : {}) }
  const redirects = new Map<string, string>()
  return { tx, access, context, batch: { ...batch, redirects }, redirects, cut: new Set(forest.out), place: 0 }
}

async function carryOut(
  joining: Joining,
  { forest, states, inquiry, options }: Sides & { inquiry: Inquiry; options: UnmergeOptions },
): Promise<Unmerged> {
  const { tx, access, batch, context } = joining
  const object = states.get(forest.root)?.object.name ?? ''
  const grants = grantsFor(access, object, 'list')
  const taken = await takeOut(joining, {
    forest,
    states,
    inquiry,
    mayAsk(name) {
      const field = access.manifest.objects.get(object)?.fields.get(name)
      return field !== undefined && readableUnder(grants, field.sensitivity) === 'every'
    },
  })
  await giveAllBack(joining, taken, object)
  await setLoopsAside(joining, [...states.values()])
  const restored = settleSides(batch, taken)
  const details = { from: forest.root, restored }
  await send(joining, [
    ...sideStatements(joining, taken),
    statement(inOneStatement(changeEntries(context, 'unmerge', object, details, batch.history.map(historyEntry)))),
  ])
  const { actor } = access
  const sides = new Map([forest.root, ...forest.out].map((id) => [id, [id]]))
  for (const id of forest.branches.keys()) if (!sides.has(id)) sides.get(sideOf(forest, id))?.push(id)
  await options.alongside?.(tx, [{ actor, object, id: forest.root, act: batch.act, at: batch.at, sides }])
  return { act: batch.act, object, id: forest.root, restored, questions: [] }
}

/** Ties first: they tell on which side the people stand whom the rest concerns. */
async function giveAllBack(joining: Joining, taken: TakenOut, object: string): Promise<void> {
  const { forest, states, inquiry } = taken
  const references = referencesTo(joining.access.manifest, object)
  const ties = references.filter((each) => identityOf(each.object).length > 0)
  for (const some of Map.groupBy(ties, (each) => each.object).values()) await unfold(joining, forest, some)
  await bringBackSenseless(joining, forest, object)
  const systems = new Map(
    [...states].map(([id, { sources }]) => [id, new Set<string>([...sources.values()].map((each) => each.system))]),
  )
  const giving = { joining, forest, inquiry, systems }
  const rest = references.filter((each) => !ties.includes(each))
  for (const reference of [...ties, ...rest])
    await giveBack(giving, reference, reference.object.name === object ? [forest.root, ...forest.out] : [])
}

function questionsOf(
  access: Access,
  { object, id }: Unmerged,
  asked: readonly Asked[],
  states: ReadonlyMap<string, RecordState>,
): Unmerged {
  const title = access.manifest.objects.get(object)?.fields.get(access.manifest.objects.get(object)?.title ?? '')
  const isOpen = title && readableUnder(grantsFor(access, object, 'list'), title.sensitivity) === 'every'
  const shown = (side: string) => {
    const named = isOpen ? states.get(side)?.values[title.name] : null
    return { id: side, title: typeof named === 'string' ? named : null }
  }
  const questions = asked.map(({ key, sides, matter }) => ({ key, sides: sides.map(shown), ...matter }))
  return { act: null, object, id, restored: [], questions }
}
