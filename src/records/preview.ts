// What changes would do: the very run, taken back, and what it made of each cell, as far as the actor may read it.
import type { Actor } from '../access/index.ts'
import { rehearse } from '../platform/index.ts'
import { type ActChange, actChanges } from './act-changes.ts'
import type { Asking } from './ask/ask.ts'
import { change } from './change/change.ts'
import type { Change, ChangeOptions, Outcome } from './change/types.ts'

/** `results`: as the run would answer; ids of records it would create name nothing. `changes`: what would be otherwise. */
export type Preview = { results: readonly Outcome[]; changes: readonly ActChange[] }

export const preview = (
  asking: Asking,
  actor: Actor,
  object: string,
  changes: readonly Change[],
  options: Pick<ChangeOptions, 'mode'>,
): Promise<Preview> =>
  rehearse(asking.pool, actor.workspace, async (pool) => {
    const within = { ...asking, pool }
    const { act, results } = await change(within, actor, object, changes, options)
    return { results, changes: act === null ? [] : await actChanges(within, actor, object, act) }
  })
