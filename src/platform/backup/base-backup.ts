// The server streams its own files over the replication protocol: one tar archive, then a manifest of SHA-256 sums.
// Payloads are 'n' (an archive begins), 'm' (the manifest begins), 'd' (bytes of either) and 'p' (progress).
// https://www.postgresql.org/docs/18/protocol-replication.html
import type { Client } from 'pg'
import { blockwise, copyOut } from './copy.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'

export const ARCHIVE = 'base.tar'
export const MANIFEST = 'backup_manifest'

const COMMAND =
  "BASE_BACKUP (LABEL 'holdfast', CHECKPOINT 'fast', WAL true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')"

type Piece = { begins: string } | { bytes: Buffer }

/** Asks for a base backup on a replication connection; yields the archive and then the manifest, read in that order. */
export async function* baseBackup(
  client: Client,
): AsyncGenerator<{ name: string; content: AsyncIterable<Buffer> }, void> {
  const pieces = copyOut<Piece>(client, COMMAND, listener())[Symbol.asyncIterator]()
  let next = await pieces.next()

  async function* content(): AsyncGenerator<Buffer> {
    for (next = await pieces.next(); !next.done && 'bytes' in next.value; next = await pieces.next()) {
      yield next.value.bytes
    }
  }
  while (!next.done) {
    if (!('begins' in next.value))
      throw new Error('The server sent bytes of a base backup before naming their archive.')
    yield { name: next.value.begins, content: content() }
  }
}

function listener() {
  const blocks = blockwise()
  return {
    data(payload: Buffer, push: (piece: Piece) => void) {
      const pushBytes = (bytes: Buffer) => push({ bytes })
      const kind = String.fromCharCode(payload.readUInt8())
      if (kind === 'd') return blocks.add(payload.subarray(1), pushBytes)
      if (kind !== 'n' && kind !== 'm') return
      blocks.flush(pushBytes)
      push({ begins: kind === 'm' ? MANIFEST : archiveName(payload) })
    },
    end: (push: (piece: Piece) => void) => blocks.flush((bytes) => push({ bytes })),
    // Of the result sets, only the list of tablespaces has three columns; the main one has no oid.
    row([oid, location, size]: readonly (string | null | undefined)[]) {
      if (size !== undefined && oid) throw tablespace(location ?? oid)
    },
  }
}

function archiveName(payload: Buffer): string {
  const [name = '', location = ''] = payload.toString('utf8', 1).split('\0')
  if (location || name !== ARCHIVE) throw tablespace(location || name)
  return name
}

const tablespace = (location: string) => new BackupRefused('tablespaces', reasons.tablespace(location))
