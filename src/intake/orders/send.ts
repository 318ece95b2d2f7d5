// A file of this machine, sent into an import as a browser sends one.
import type { Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { Actor } from '../../access/index.ts'
import type { Imports } from './index.ts'

/** Answers what was sent. The file stays open. */
export async function sendFile(
  imports: Imports,
  actor: Actor,
  id: string,
  { file, name, sheets }: { file: FileHandle; name: string; sheets?: readonly string[] | undefined },
): Promise<Stats> {
  const as = await file.stat()
  const { files } = await imports.addFile(actor, id, { name, size: as.size, sheets })
  const content = file.createReadStream({ autoClose: false })
  await imports.receive(actor, id, files.at(-1)?.id ?? '', { offset: 0, content })
  return as
}
