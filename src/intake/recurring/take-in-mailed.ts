// Files of recurring imports that were mailed to their addresses. The mail is answered once its import is begun, so a sender who got no
// answer sends it again: one and the same mail is one import, and what a killed process left of it is begun anew.
import { Failure, type Pool, sql, type WorkspaceId } from '../../platform/index.ts'
import type { Imports } from '../orders/index.ts'
import * as orders from '../orders/store.ts'
import type { FileView } from '../orders/view.ts'
import { ownerOf, runIfKnown, sendAt, type TakenIn } from './bring-in.ts'
import type { Recurring } from './recurring.ts'
import { importsOfMail } from './store.ts'

/** Of a mail, as it lies on this machine. */
export type MailedFile = { path: string; name: string }

/** `mail`: what tells this mail from any other. `why`: what is wrong with each file that is no table. */
export async function takeInMailed(
  { imports, pool }: { imports: Imports; pool: Pool },
  { workspace, recurring }: { workspace: WorkspaceId; recurring: Recurring },
  { mail, files }: { mail: string; files: readonly MailedFile[] },
): Promise<TakenIn | { state: 'refused'; why: string }> {
  const actor = ownerOf(workspace, recurring)
  for (const { id, isRun, isTaken } of await importsOfMail(pool, workspace, { recurring: recurring.id, mail })) {
    if (isRun || isTaken) return { import: id, state: isRun ? 'runs' : 'waits' }
    await removeIfThere(() => imports.remove(actor, id))
  }
  const { id } = await imports.open(actor, { recurring: recurring.id, mail })
  let begun = false
  try {
    for (const file of files) await sendAt(imports, actor, id, file)
    let whole = await imports.get(actor, id)
    for (const file of whole.files.filter(isAside)) whole = await imports.removeFile(actor, id, file.id)
    const tables = whole.files.filter(({ state }) => state === 'ready')
    if (tables.length === 0) {
      const why = whole.files.map(({ name, failure }) => `${name}: ${failure?.message ?? 'it can’t be read'}`).join(' ')
      return { state: 'refused', why }
    }
    const taken = await runIfKnown(imports, actor, whole)
    begun = true
    if (taken.state === 'waits') await orders.change(pool, workspace, id, sql`is_mail_taken = true`)
    return taken
  } finally {
    // Where even that fails, the next delivery of this mail finds what is left.
    if (!begun) await imports.remove(actor, id).catch(() => {})
  }
}

/** Mail programs and gateways put texts beside what is sent; a text without a second column is such a one. */
const isAside = (file: FileView): boolean =>
  /\.txt$/i.test(file.name) &&
  (file.state === 'unreadable' || ('recognised' in file && (file.recognised?.columns.length ?? 0) < 2))

/** Of somebody who had it before, it is not ours to take away. */
async function removeIfThere(remove: () => Promise<void>): Promise<void> {
  try {
    await remove()
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'record_unavailable')) throw error
  }
}
