// Reads the ustar archives that PostgreSQL writes: plain files and folders. Anything else, and any path that could
// leave the folder it is unpacked in, is refused.
import { byteReader } from './byte-reader.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'

const BLOCK = 512
const CHECKSUM = { at: 148, length: 8 }

export type TarEntry = {
  path: string
  kind: 'file' | 'folder'
  mode: number
  content: AsyncIterable<Buffer>
}

/** The entries in order; each is to be read, or left, before the next is asked for. */
export async function* untar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = byteReader(source)
  let previous = 'its beginning'
  for (;;) {
    const header = await reader.exactly(BLOCK)
    if (header.every((byte) => byte === 0)) break
    const { size, ...entry } = readHeader(header, previous)
    let left = size
    async function* content(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = (await reader.some(left)) ?? (await reader.exactly(left))
        left -= chunk.length
        yield chunk
      }
    }
    yield { ...entry, content: content() }
    await reader.exactly(left + ((BLOCK - (size % BLOCK)) % BLOCK))
    previous = entry.path
  }
  while (await reader.some(BLOCK * BLOCK)) {
    // Empty blocks fill the archive up; they are read so that the source reaches its end.
  }
}

function readHeader(header: Buffer, previous: string): Omit<TarEntry, 'content'> & { size: number } {
  if (number(header, CHECKSUM.at, CHECKSUM.length) !== checksum(header)) {
    throw new BackupRefused('damaged', reasons.archiveAfter(previous))
  }
  const prefix = text(header, 345, 155)
  const named = prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100)
  const kind = kinds.get(text(header, 156, 1))
  // The server writes a few of its folders as ./name/.
  const path = named.replace(/^\.\//, '').replace(/\/$/, '')
  if (!kind || !staysInside(path)) {
    throw new BackupRefused('unsafe_path', reasons.unsafePath(JSON.stringify(named)))
  }
  return { path, kind, mode: number(header, 100, 8), size: kind === 'file' ? number(header, 124, 12) : 0 }
}

const kinds = new Map<string, TarEntry['kind']>([
  ['', 'file'],
  ['0', 'file'],
  ['5', 'folder'],
])

const staysInside = (path: string) =>
  !/[\\:\0]/.test(path) && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')

function text(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? length : end)
}

// Octal digits, or from 8 GB on a big-endian number marked by its highest bit.
function number(header: Buffer, at: number, length: number): number {
  const isBinary = (header.readUInt8(at) & 0x80) !== 0
  return isBinary ? header.readUIntBE(at + length - 6, 6) : Number.parseInt(text(header, at, length).trim() || '0', 8)
}

// The checksum is taken with its own field full of spaces.
function checksum(header: Buffer): number {
  let sum = CHECKSUM.length * 0x20
  for (const [at, byte] of header.entries()) {
    if (at < CHECKSUM.at || at >= CHECKSUM.at + CHECKSUM.length) sum += byte
  }
  return sum
}
