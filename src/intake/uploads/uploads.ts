// Where files lie that somebody sent: in the data folder, outside the database, under names of our own, readable by this user alone.
// How much of a file has come is asked of the disk, so that a sender who was cut off goes on exactly where it ends.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { words } from '../../../dictionary/words.ts'
import { Failure, passingBy, piecesOf, told, type WorkspaceId } from '../../platform/index.ts'

export type Uploads = {
  /** A name nobody can guess, for a file of this workspace. */
  begin(workspace: WorkspaceId): Promise<string>
  pathOf(workspace: WorkspaceId, storedAs: string): string
  received(workspace: WorkspaceId, storedAs: string): Promise<number>
  /** Adds what comes, from `offset` on, which has to be where the file ends. Answers how much there is now. */
  receive(workspace: WorkspaceId, storedAs: string, part: Part): Promise<number>
  remove(workspace: WorkspaceId, storedAs: string): Promise<void>
}

export type Part = { offset: number; size: number; content: AsyncIterable<Uint8Array> }

export function openUploads(folder: string): Uploads {
  /** Files that somebody is sending to at this moment. */
  const busy = new Set<string>()
  const pathOf = (workspace: WorkspaceId, storedAs: string) => join(folder, workspace, storedAs)
  const sizeOf = async (path: string) => (await stat(path).catch(() => null))?.size ?? 0
  return {
    pathOf,
    async begin(workspace) {
      await mkdir(join(folder, workspace), { recursive: true, mode: 0o700 })
      const storedAs = randomUUID()
      await (await open(pathOf(workspace, storedAs), 'wx', 0o600)).close()
      return storedAs
    },
    received: (workspace, storedAs) => sizeOf(pathOf(workspace, storedAs)),
    async receive(workspace, storedAs, part) {
      const path = pathOf(workspace, storedAs)
      if (busy.has(path)) throw new Failure('request_in_progress', {})
      busy.add(path)
      try {
        const received = await sizeOf(path)
        if (part.offset !== received) throw new Failure('offset_differs', { received })
        return await append(path, part)
      } finally {
        busy.delete(path)
      }
    },
    remove: (workspace, storedAs) => rm(pathOf(workspace, storedAs), { force: true }),
  }
}

/** What came before the connection broke stays; what is more than was announced is not taken. */
async function append(path: string, { offset, size, content }: Part): Promise<number> {
  const file = await open(path, 'r+')
  const passed = passingBy()
  let at = offset
  try {
    for await (const chunk of content) {
      if (at + chunk.length > size) {
        await file.truncate(offset)
        throw new Failure('too_large', {
          what: told(words('The file', 'El archivo', 'O arquivo', 'Fail ini')),
          limit: told(
            words(
              `the ${size} bytes that were announced`,
              `los ${size} bytes anunciados`,
              `os ${size} bytes anunciados`,
              `${size} bait yang diumumkan`,
            ),
          ),
        })
      }
      for (let from = 0; from < chunk.length; )
        from += (await file.write(chunk, from, chunk.length - from, at + from)).bytesWritten
      at += chunk.length
      passed(chunk.length)
    }
    await file.datasync()
    return at
  } finally {
    await file.close()
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(path)) hash.update(piece)
  return hash.digest('hex')
}
