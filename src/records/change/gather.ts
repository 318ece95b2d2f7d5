// Changes that come at the same time go together. Beginning a transaction, and statements that write to nine tables, costs as much for
// one record as for ten; so while a change of an actor is on its way, those of the same kind that come wait, and go in one transaction
// when it has ended. Each stays what it is: judged for itself, an act of its own, undone for itself.
import type { Actor } from '../../access/index.ts'
import { Failure, spoken } from '../../platform/index.ts'
import { later, Meeting, type Order, patienceMs } from './apart.ts'
import { type Changed, type Changing, change, changeTogether } from './change.ts'
import type { Change, ChangeOptions } from './types.ts'

export type Gathering = (
  actor: Actor,
  object: string,
  changes: readonly Change[],
  options?: ChangeOptions,
) => Promise<Changed>

/** For more at once, statements are not prepared (`preparedFor`). */
const mostTogether = 20
const mostAbreast = 3

type Waiting = Order & { done(changed: Changed): void; failed(error: unknown): void }

/** Changes of one kind: those that wait, how many transactions are under way, and how many of them for longer than patience lasts. */
type Lane = { waiting: Waiting[]; underWay: number; heldUp: number }

export function gathering(door: Changing): Gathering {
  const lanes = new Map<string, Lane>()

  return (actor, object, changes, options = {}) => {
    const kind = kindOf(changes, options)
    if (kind === null) return change(door, actor, object, changes, options)
    const name = JSON.stringify([actor, spoken(), object, kind])
    const lane = lanes.get(name) ?? { waiting: [], underWay: 0, heldUp: 0 }
    lanes.set(name, lane)
    const setOff = async () => {
      if (lane.underWay > lane.heldUp || lane.underWay >= mostAbreast) return
      lane.underWay += 1
      while (lane.waiting.length > 0) {
        const carried = carry(door, actor, object, lane.waiting.splice(0, mostTogether))
        lane.waiting.unshift(...(await pastWhoIsHeldUp(lane, carried, setOff)))
      }
      lane.underWay -= 1
      if (lane.underWay === 0) lanes.delete(name)
    }
    return new Promise((done, failed) => {
      lane.waiting.push({ changes, options, done, failed })
      void setOff()
    })
  }
}

async function pastWhoIsHeldUp<T>(lane: Lane, work: Promise<T>, goPast: () => Promise<void>): Promise<T> {
  let isHeldUp = false
  try {
    return await patiently(work, () => {
      isHeldUp = true
      lane.heldUp += 1
      if (lane.waiting.length > 0) void goPast()
    })
  } finally {
    if (isHeldUp) lane.heldUp -= 1
  }
}

/** Says so where the work takes longer than patience lasts. */
async function patiently<T>(work: Promise<T>, isLong: () => void): Promise<T> {
  const patience = setTimeout(isLong, patienceMs)
  try {
    return await work
  } finally {
    clearTimeout(patience)
  }
}

/**
 * What goes together is alike: the same fields of single records that are new, or named by their ids. Null for all else: a batch is
 * worth a transaction of its own, and what a source says may be waited for by others.
 */
function kindOf(changes: readonly Change[], options: ChangeOptions): readonly string[] | null {
  const [only, ...others] = changes
  if (!only || others.length > 0 || options.beside || options.noting) return null
  const { verb, id, version: _, values = {}, allowDuplicate: __, ...more } = only
  const isPlain = Object.values(more).every((each) => each === undefined)
  if (!isPlain || !(verb === 'create' ? id === undefined : verb === 'update' && id !== undefined)) return null
  return [verb, ...Object.keys(values).sort()]
}

/** Answers those that have to wait for what others of them have written. */
async function carry(door: Changing, actor: Actor, object: string, together: readonly Waiting[]): Promise<Waiting[]> {
  try {
    const answers = await changeTogether(door, actor, object, together)
    return together.filter((each, i) => {
      const answer = answers[i]
      if (answer === later || answer === undefined) return true
      each.done(answer)
      return false
    })
  } catch (error) {
    if (together.length === 1 || !isTakenBack(error)) for (const each of together) each.failed(error)
    else await oneByOne(door, actor, object, together)
    return []
  }
}

/** One's fault is not another's, and one's lock not either: each goes by itself, in the order they came, past who waits for long. */
async function oneByOne(door: Changing, actor: Actor, object: string, orders: readonly Waiting[]): Promise<void> {
  const underWay: Promise<void>[] = []
  for (const { changes, options, done, failed } of orders) {
    const answered = change(door, actor, object, changes, options).then(done, failed)
    underWay.push(answered)
    await new Promise<void>((goOn) => void patiently(answered, goOn).then(goOn))
  }
  await Promise.all(underWay)
}

/** Whether it is certain that nothing was written. Where the database went away, what was sent may have come to stay. */
const isTakenBack = (error: unknown): boolean =>
  error instanceof Meeting ||
  (error instanceof Failure
    ? error.code !== 'database_away'
    : /^[0-9A-Z]{5}$/.test(String((error as { code?: unknown } | null)?.code)))
