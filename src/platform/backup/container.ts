// One file holds a whole backup:
//
//   magic, u32 length + head as JSON,
//   for each part: 'P' u16 length + name, frames 'D' u32 length + zstd bytes, 'E',
//   'T' + SHA-256 over everything before the digest.
//
// It is written and read as a stream, so neither side's memory grows with the data.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline as connect, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { ofFile, reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'
import { syncFolder } from './sync-folder.ts'

export const FORMAT_VERSION = 1

const MAGIC = Buffer.from('HOLDFAST BACKUP\n')
const CHUNK = 256 * 1024
const LARGEST_HEAD = 64 * 1024
const LARGEST_FRAME = 1024 * 1024
const TAG = { part: 0x50, data: 0x44, end: 0x45, trailer: 0x54 }

const headShape = z.object({
  format: z.enum(['cluster', 'rows']),
  version: z.number().int(),
  postgres: z.number().int(),
  createdAt: z.iso.datetime(),
  about: z.object({ schema: z.string() }).catchall(z.string()),
})

/**
 * What a backup says of itself: `format` is `cluster` (a whole server) or `rows` (tables), `version` that of the file
 * format, `postgres` the major version of the server, `about.schema` the migration the database stood at.
 */
export type BackupHead = z.infer<typeof headShape>
export type BackupFormat = BackupHead['format']
export type PutPart = (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>
export type Part = { name: string; content: AsyncIterable<Buffer> }

/** Writes beside the target and renames when every byte is on disk, so that a file of the target's name is whole. */
export async function writeContainer(
  file: string,
  head: BackupHead,
  fill: (put: PutPart) => Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  if (await exists(file)) {
    throw new BackupRefused('file_exists', reasons.exists(file))
  }
  const unfinished = `${file}.part`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    const written = await writeParts(handle, head, fill)
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return written
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Hands every part to `visit`, which reads it to its end, then holds the whole file against its checksum. */
export async function readContainer(
  file: string,
  visit: (part: Part, head: BackupHead) => Promise<void>,
  accept: (head: BackupHead) => void = () => undefined,
): Promise<BackupHead> {
  const source = createReadStream(file, { highWaterMark: CHUNK })
  try {
    const input = hashing(byteReader(source))
    const head = await readHead(input)
    accept(head)
    for (;;) {
      const tag = await input.tag()
      if (tag === TAG.trailer) break
      if (tag !== TAG.part) throw broken(input)
      const name = (await input.take((await input.take(2)).readUInt16BE())).toString()
      await visit({ name, content: unpacked(name, input) }, head)
    }
    await checkTrailer(input)
    return head
  } catch (error) {
    throw error instanceof BackupRefused ? new BackupRefused(error.code, ofFile(file, error.say)) : error
  } finally {
    source.destroy()
  }
}

/** The head alone, unchecked against the file's checksum: enough to list backups. */
export async function readBackupHead(file: string): Promise<BackupHead> {
  const source = createReadStream(file, { highWaterMark: LARGEST_HEAD })
  try {
    return await readHead(hashing(byteReader(source)))
  } catch (error) {
    throw error instanceof BackupRefused ? new BackupRefused(error.code, ofFile(file, error.say)) : error
  } finally {
    source.destroy()
  }
}

/** A small part as text. */
export async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function writeParts(handle: FileHandle, head: BackupHead, fill: (put: PutPart) => Promise<void>) {
  const hash = createHash('sha256')
  let bytes = 0
  const append = async (...pieces: Uint8Array[]) => {
    for (const piece of pieces) hash.update(piece)
    const { bytesWritten } = await handle.writev(pieces)
    const expected = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
    if (bytesWritten !== expected) throw new Error(`Wrote ${bytesWritten} of ${expected} bytes: is the disk full?`)
    bytes += bytesWritten
  }

  const text = Buffer.from(JSON.stringify(headShape.parse(head)))
  await append(MAGIC, u32(text.length), text)
  await fill(async (name, content) => {
    const label = Buffer.from(name)
    await append(Buffer.of(TAG.part), u16(label.length), label)
    await pipeline(content, compressor(), async (compressed: AsyncIterable<Buffer>) => {
      for await (const frame of compressed) await append(Buffer.of(TAG.data), u32(frame.length), frame)
    })
    await append(Buffer.of(TAG.end))
  })
  await append(Buffer.of(TAG.trailer))
  const digest = hash.digest()
  await handle.write(digest)
  return { bytes: bytes + digest.length, sha256: digest.toString('hex') }
}

// Level 1: the disk and the server's own work are the limit then, and a backup is taken far more often than kept.
const compressor = () => createZstdCompress({ chunkSize: CHUNK, params: { [constants.ZSTD_c_compressionLevel]: 1 } })

type Input = ReturnType<typeof hashing>

function hashing(reader: ByteReader) {
  const hash = createHash('sha256')
  const take = async (count: number) => {
    const bytes = await reader.exactly(count)
    hash.update(bytes)
    return bytes
  }
  return { take, tag: async () => (await take(1)).readUInt8(), digest: () => hash.digest(), reader }
}

async function readHead(input: Input): Promise<BackupHead> {
  const magic = await input.take(MAGIC.length)
  if (!magic.equals(MAGIC)) throw new BackupRefused('not_a_backup', reasons.noBackup)
  const length = (await input.take(4)).readUInt32BE()
  if (length > LARGEST_HEAD) throw new BackupRefused('damaged', reasons.head)
  const said = parseJson((await input.take(length)).toString())
  const version = z.object({ version: z.number() }).safeParse(said)
  if (version.success && version.data.version !== FORMAT_VERSION) {
    throw new BackupRefused('format_version', reasons.otherFormat(version.data.version, FORMAT_VERSION))
  }
  const head = headShape.safeParse(said)
  if (!head.success) throw new BackupRefused('damaged', reasons.headSays(z.prettifyError(head.error)))
  return head.data
}

function unpacked(name: string, input: Input): AsyncIterable<Buffer> {
  const unzip = createZstdDecompress({ chunkSize: CHUNK })
  // What fails on the way surfaces where `unzip` is read, so there is nothing left for the callback to say.
  connect(Readable.from(frames(input)), unzip, () => undefined)
  return naming(name, unzip)
}

async function* frames(input: Input): AsyncGenerator<Buffer> {
  for (;;) {
    const tag = await input.tag()
    if (tag === TAG.end) return
    if (tag !== TAG.data) throw broken(input)
    const length = (await input.take(4)).readUInt32BE()
    if (length > LARGEST_FRAME) throw broken(input)
    yield await input.take(length)
  }
}

async function* naming(name: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content
  } catch (error) {
    if (!isUnzipFailure(error)) throw error
    throw new BackupRefused('damaged', reasons.unpacked(name), { cause: error })
  }
}

async function checkTrailer(input: Input): Promise<void> {
  const expected = input.digest()
  const found = await input.reader.exactly(expected.length)
  if (!found.equals(expected)) throw new BackupRefused('damaged', reasons.checksum)
  if (await input.reader.some(1)) throw new BackupRefused('damaged', reasons.follows)
}

const broken = (input: Input) => new BackupRefused('damaged', reasons.nearByte(input.reader.position()))

const isUnzipFailure = (error: unknown) =>
  error instanceof Error && 'code' in error && /^Z(STD)?_/.test(String(error.code))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
