// Looking through all records of an object, or learning from them, because somebody asked for it over HTTP: it may take longer than a
// request waits.
import { z } from 'zod'
import type { WorkspaceId } from '../platform/index.ts'
import { actorOf, type Working } from './reactions.ts'

const order = z.object({
  workspace: z.uuid(),
  object: z.enum(['account', 'contact']),
  /** Bits from which records are merged unseen, in this run; the workspace's setting where it is left out. */
  mergeFrom: z.number().nullable().optional(),
  /** Who asked, as the ledger names them. */
  by: z.string(),
})

/** May run twice: what was merged is one, and pairs in the queue are there once. */
export async function findDuplicates({ duplicates }: Pick<Working, 'duplicates'>, given: unknown): Promise<void> {
  const { workspace, object, mergeFrom, by } = order.parse(given)
  const actor = actorOf({ name: 'duplicates', because: `${by} asked for it` }, workspace as WorkspaceId) // a UUID, as asked by a known actor
  await duplicates.find(actor, { object, ...(mergeFrom === undefined ? {} : { mergeFrom }) })
}

/** May run twice: what was learned last is kept. */
export async function learnWeights({ duplicates }: Pick<Working, 'duplicates'>, given: unknown): Promise<void> {
  const { workspace, object, by } = order.parse(given)
  const actor = actorOf({ name: 'duplicates', because: `${by} asked for it` }, workspace as WorkspaceId) // a UUID, as asked by a known actor
  await duplicates.learn(actor, { object })
}
