import { open } from 'node:fs/promises'

/** Makes names in a folder durable: a created or renamed file survives a power cut only once its folder is synced. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its names in a journal.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
