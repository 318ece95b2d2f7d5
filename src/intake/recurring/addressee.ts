// For which recurring import a mail is. An address that nobody has, a sender who is not let in, and an owner who may import no more are one
// answer: who asks learns nothing of what there is.
import { Failure, type Pool, type WorkspaceId } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { requireImporter } from '../orders/rights.ts'
import type { Addresses } from './address.ts'
import { ownerOf } from './bring-in.ts'
import type { Recurring } from './recurring.ts'
import { expectedAt, readRecurring } from './store.ts'

export type Addressee = { workspace: WorkspaceId; recurring: Recurring }

type Books = { app: Pool; system: Pool; records: Records; addresses: Addresses }

export async function addressee(
  { app, system, records, addresses }: Books,
  { to, from }: { to: string; from: string },
): Promise<Addressee | null> {
  const expected = await expectedAt(system, addresses.digestOf(to))
  if (!expected || !maySend(expected.senders, from)) return null
  const { workspace, id } = expected
  const [recurring] = await readRecurring(app, workspace, { id })
  if (!recurring) return null
  try {
    requireImporter(await records.rights(ownerOf(workspace, recurring)))
    return { workspace, recurring }
  } catch (error) {
    if (error instanceof Failure && (error.code === 'not_signed_in' || error.code === 'not_allowed')) return null
    throw error
  }
}

/** A domain lets in what is under it too: reporting tools send from names of their own there. */
function maySend(senders: readonly string[], from: string): boolean {
  const address = from.toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const isFrom = (sender: string) =>
    sender.includes('@') ? address === sender : domain === sender || domain.endsWith(`.${sender}`)
  return senders.length === 0 || senders.some(isFrom)
}
