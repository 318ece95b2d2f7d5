// How far somebody has come in the tour of the product; kept for the person, so that another browser does not begin it anew.
import type { Actor } from '../access/index.ts'
import { Failure, inOneTrip, type Pool, type Row } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { keepTour, tourRow } from './store.ts'

export type Tour = {
  /** The step to go on with; 0 where it was not begun. */
  step: number
  /** Finished or declined: it is not offered again. */
  isOver: boolean
}

/** Null for who is nobody's person. */
export async function tourOf(pool: Pool, workspace: string, user: string | null): Promise<Tour | null> {
  if (user === null) return null
  const [[row] = []] = await inOneTrip(pool, workspace, [tourRow(workspace, user)])
  return row ? tourIn(row) : { step: 0, isOver: false }
}

/** Errors: not_allowed for a program that speaks for nobody. */
export async function wentOnTour(
  { app, records }: { app: Pool; records: Records },
  actor: Actor,
  tour: Tour,
): Promise<Tour> {
  const { userId } = await records.rights(actor)
  if (userId === null) throw new Failure('not_allowed', { verb: 'take', object: 'tour' })
  const [[row] = []] = await inOneTrip(app, actor.workspace, [keepTour(actor.workspace, userId, tour)])
  return row ? tourIn(row) : tour
}

const tourIn = (row: Row): Tour => ({ step: row['step'] as number, isOver: row['is_over'] as boolean }) // integer and boolean columns
