// What files that came by themselves go through, whichever way they came: they are an import of the owner's, with the owner's rights, which
// runs by itself where it is known for certain what its columns mean, and waits for its owner otherwise.
import { constants, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Actor } from '../../access/index.ts'
import type { WorkspaceId } from '../../platform/index.ts'
import type { Imports } from '../orders/index.ts'
import { sendFile } from '../orders/send.ts'
import { type ImportView, isKnown } from '../orders/view.ts'
import type { Recurring } from './recurring.ts'

export type TakenIn = { import: string; state: 'runs' | 'waits' }

export const ownerOf = (workspace: WorkspaceId, { ownerId, name }: Recurring): Actor => ({
  kind: 'user',
  workspace,
  id: ownerId,
  via: 'import',
  because: name,
})

/** Answers what was sent. */
export async function sendAt(
  imports: Imports,
  actor: Actor,
  id: string,
  { path, name }: { path: string; name: string },
): Promise<Stats> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    return await sendFile(imports, actor, id, { file, name })
  } finally {
    await file.close()
  }
}

export async function runIfKnown(imports: Imports, actor: Actor, { id, files }: ImportView): Promise<TakenIn> {
  const isCertain = files.every(isKnown)
  if (isCertain) await imports.ask(actor, id, 'run', { isUnattended: true })
  return { import: id, state: isCertain ? 'runs' : 'waits' }
}
