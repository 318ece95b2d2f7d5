import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'

/** What records of any objects are called and whether they are there, by their ids, as far as the actor may see them. */
export const sightsOf = (
  records: Pick<Records, 'sights'>,
  actor: Actor,
  looked: readonly { object: string; id: string }[],
): ReturnType<Records['sights']> => {
  const ids = Map.groupBy(looked, ({ object }) => object)
  const asked = [...ids].map(([object, some]) => ({ object, ids: [...new Set(some.map(({ id }) => id))] }))
  return records.sights(actor, asked, { titles: true })
}
