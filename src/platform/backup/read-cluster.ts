// One way through a base backup serves both verifying and restoring: every file is hashed as it passes, and held
// against the server's manifest, which comes last. Given a folder, the files are also written there.
import { createHash } from 'node:crypto'
import { chown, type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ARCHIVE, MANIFEST } from './base-backup.ts'
import { type BackupHead, readContainer, textOf } from './container.ts'
import { checkFiles, checkWal, type FileSum, readManifest } from './manifest.ts'
import { ofFile, reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'
import { syncFolder } from './sync-folder.ts'
import { type TarEntry, untar } from './tar.ts'

export type Owner = { uid: number; gid: number }

export async function readCluster(
  file: string,
  into?: { folder: string; owner: Owner | undefined },
  accept: (head: BackupHead) => void = () => undefined,
): Promise<BackupHead> {
  const found = new Map<string, FileSum>()
  let isChecked = false
  const head = await readContainer(
    file,
    async ({ name, content }) => {
      if (name === ARCHIVE) return unpack(content, found, into)
      if (name !== MANIFEST) throw new BackupRefused('damaged', reasons.unknownPart(name))
      const text = await textOf(content)
      const manifest = readManifest(text)
      checkFiles(manifest, found)
      checkWal(manifest, found)
      if (into) await writeFile(join(into.folder, MANIFEST), text, { mode: 0o600 })
      if (into?.owner) await chown(join(into.folder, MANIFEST), into.owner.uid, into.owner.gid)
      isChecked = true
    },
    (said) => {
      if (said.format !== 'cluster') {
        throw new BackupRefused('wrong_kind', reasons.onlyRows)
      }
      accept(said)
    },
  )
  if (!isChecked) throw new BackupRefused('damaged', ofFile(file, reasons.lacksPart(MANIFEST)))
  return head
}

async function unpack(
  archive: AsyncIterable<Buffer>,
  found: Map<string, FileSum>,
  into: { folder: string; owner: Owner | undefined } | undefined,
): Promise<void> {
  const folders: string[] = []
  let at: string | null = null
  try {
    for await (const entry of untar(archive)) {
      at = entry.path
      if (found.has(at)) throw new BackupRefused('damaged', reasons.twice(at))
      const target = into && join(into.folder, ...at.split('/'))
      if (entry.kind === 'folder') {
        if (target) {
          await mkdir(target, { recursive: true, mode: permissions(entry) })
          folders.push(target)
        }
      } else {
        found.set(at, await passThrough(entry, target))
      }
      if (target && into.owner) await chown(target, into.owner.uid, into.owner.gid)
    }
    for (const folder of folders) await syncFolder(folder)
  } catch (error) {
    if (!(error instanceof BackupRefused) || !(error.cause instanceof Error)) throw error
    // The archive is compressed as one stream, so a damaged byte shows in the file being read then, or in the next.
    throw new BackupRefused(error.code, reasons.archiveAt(at))
  }
}

async function passThrough(entry: TarEntry, target: string | undefined): Promise<FileSum> {
  const handle = target === undefined ? undefined : await open(target, 'wx', permissions(entry))
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of entry.content) {
      hash.update(chunk)
      size += chunk.length
      if (handle) await writeAll(handle, chunk)
    }
    await handle?.datasync()
  } finally {
    await handle?.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

// PostgreSQL refuses to start on files that others may read.
const permissions = (entry: TarEntry) => entry.mode & 0o750
