// What the owner of a recurring import has to be told of one whose files came by themselves: nobody was looking when it ran.
import type { Pool, WorkspaceId } from '../../platform/index.ts'
import { readOrder } from '../orders/store.ts'
import { countsIn } from '../orders/view.ts'

export type Left = { state: 'failed' | 'in_part'; name: string; ownerId: string }

/** Null where all of it came in, or a person asked for it. */
export async function leftBy(pool: Pool, workspace: WorkspaceId, id: string): Promise<Left | null> {
  const order = await readOrder(pool, workspace, id)
  if (!order?.expectedBy || order.wanted || !order.settings.isUnattended) return null
  const of = { name: order.name, ownerId: order.expectedBy }
  if (order.state === 'failed') return { state: 'failed', ...of }
  const { rejected, question } = countsIn(order)
  return order.state === 'done' && rejected + question > 0 ? { state: 'in_part', ...of } : null
}
