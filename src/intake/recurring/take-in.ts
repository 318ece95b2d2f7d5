// Files of recurring imports that were put into their folders: what has settled there is one import of its owner's. What came in goes from
// the folder, for the import keeps its files as any other does; killed in between, they come in once more, which changes nothing.
import type { Stats } from 'node:fs'
import { lstat, mkdir, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkspaceId } from '../../platform/index.ts'
import type { Imports } from '../orders/index.ts'
import { ownerOf, runIfKnown, sendAt, type TakenIn } from './bring-in.ts'
import type { Recurring } from './recurring.ts'

/** Files may still be on their way until nothing has changed for so long. */
const settledMs = 30_000

/** @param now when the folder is looked at, by the clock of this machine's files. */
export async function takeIn(
  imports: Imports,
  { workspace, data, now }: { workspace: WorkspaceId; data: string; now: number },
  recurring: Recurring,
): Promise<TakenIn | null> {
  if (recurring.path === null) return null
  const folder = join(data, recurring.path)
  const names = await settledIn(folder, now)
  if (names.length === 0) return null
  const actor = ownerOf(workspace, recurring)
  const { id } = await imports.open(actor, { recurring: recurring.id })
  const sent = new Map<string, Stats>()
  try {
    for (const name of names) sent.set(name, await sendAt(imports, actor, id, { path: join(folder, name), name }))
  } catch (error) {
    await imports.remove(actor, id)
    throw error
  }
  const taken = await runIfKnown(imports, actor, await imports.get(actor, id))
  for (const [name, as] of sent) await removeIfSame(join(folder, name), as)
  return taken
}

/**
 * Names of the files, once none of them changes any more. No links: they may lead out of the folder. When a file was changed here says this
 * machine; the day it is dated by came with it.
 */
async function settledIn(folder: string, now: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((each) => each.isFile() && !each.name.startsWith('.')).map(({ name }) => name)
  const changed = await Promise.all(names.map(async (name) => (await lstat(join(folder, name))).ctimeMs))
  return changed.some((at) => at > now - settledMs) ? [] : names.sort()
}

/** One that was put in its place meanwhile has not come in, and stays. Somebody may have taken it away by themselves. */
async function removeIfSame(path: string, { ino, size, ctimeMs }: Stats): Promise<void> {
  try {
    const now = await lstat(path)
    if (now.ino === ino && now.size === size && now.ctimeMs === ctimeMs) await unlink(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error // of the file system, which says its code
  }
}
