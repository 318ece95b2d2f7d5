// Merges what a run has found to be one: many at once, and one by one what has to be looked at by itself.
import type { Actor } from '../../access/index.ts'
import { Failure } from '../../platform/index.ts'
import type { PlainMerge, Records } from '../../records/index.ts'
import { guard } from '../guard.ts'
import type { Duplicates } from '../index.ts'

/** So many hold their records for a few tenths of a second. */
const atOnce = 50

/** Answers those that were refused: somebody may have deleted, merged or decided meanwhile, and no refusal ends the run. */
export async function mergeGroups(
  { records, duplicates }: { records: Records; duplicates: Pick<Duplicates, 'merge'> },
  actor: Actor,
  object: string,
  orders: readonly PlainMerge[],
): Promise<ReadonlySet<PlainMerge>> {
  const refused = new Set<PlainMerge>()
  for (let at = 0; at < orders.length; at += atOnce) {
    const some = orders.slice(at, at + atOnce)
    const left = await unlessRefused(records.mergeMany(actor, object, some, { alongside: guard }))
    for (const order of left ?? some)
      if ((await unlessRefused(duplicates.merge(actor, object, order))) === null) refused.add(order)
  }
  return refused
}

async function unlessRefused<T>(merging: Promise<T>): Promise<T | null> {
  try {
    return await merging
  } catch (error) {
    if (error instanceof Failure && error.code !== 'database_away') return null
    throw error
  }
}
