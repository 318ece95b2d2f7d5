// Orders that stand in one transaction: what one of them must not miss of another waits until that is written.
import type { Draft } from './draft.ts'
import type { Found } from './find.ts'
import { maySayAbove } from './meaning.ts'
import { likeBefore, namesMeant, namesReferredTo } from './meet.ts'
import type { Change, ChangeOptions } from './types.ts'

/** What one caller wants done: an act of its own, whoever else's goes into the transaction beside it. */
export type Order = { changes: readonly Change[]; options: ChangeOptions }
export type Shaped = Order & { drafts: Draft[] }

/** Who waits for longer than this waits for a lock that somebody else holds: nobody has to wait with them. */
export const patienceMs = 250

/** The order might mean what another one of its transaction does: it has to be done once that is written. */
export const later = Symbol('to be done after the others')

/** Those of the orders that neither mean nor refer to what one before them means. */
export function apartFrom<Each extends Shaped>(works: readonly Each[]): readonly Each[] {
  const [first, ...others] = works
  if (!first || others.length === 0) return works
  if (first.drafts.some(maySayAbove)) return [first]
  const taken = new Set<string | number>()
  return works.filter(({ drafts, options: { idempotencyKey: key } }) => {
    const own = [...namesMeant(drafts), ...(key === undefined ? [] : [`key ${key}`])]
    const isApart = ![...own, ...namesReferredTo(drafts)].some((name) => taken.has(name))
    for (const name of own) taken.add(name) // of one that has to wait too: nobody goes past whom it concerns
    return isApart
  })
}

/** Without those that look like a record which one before them makes, if only in the next transaction: once that is written, it is found. */
export function withoutDoubles<Each extends Shaped>(
  works: readonly Each[],
  all: readonly Shaped[],
  others: Found['others'],
): readonly Each[] {
  if (all.length < 2) return works
  const doubles = likeBefore(
    all.flatMap(({ drafts }) => drafts),
    others,
  )
  return doubles.size === 0 ? works : works.filter(({ drafts }) => !drafts.some((draft) => doubles.has(draft)))
}

/** Ids that were merged may lead to one record: then each order has to go by itself. */
export function refuseMeeting(works: readonly Shaped[]): void {
  const records = works.flatMap(({ drafts }) => [...new Set(drafts.flatMap(({ record }) => record ?? []))])
  if (new Set(records).size < records.length) throw new Meeting()
}

/** Thrown to roll back: two orders of a transaction mean one record, which only showed once it was found. */
export class Meeting extends Error {}
