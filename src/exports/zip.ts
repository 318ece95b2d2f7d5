// A zip archive, written while its entries are made: each is deflated as it comes, and its size and check stand behind it. Node's own
// zlib does the work outside the heap, so a workbook of any size costs no more memory than a small one.
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type Entry = { name: string; contents: AsyncIterable<string> }

/** An entry's contents are read to their end before the next entry is asked for. Ends with an error beyond 4 GB. */
export async function* zipOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { name, contents } of entries) {
    const start = offset
    const file = { name: Buffer.from(name), crc: 0, size: 0, packed: 0 }
    const local = Buffer.concat([header(localMark, localShape, file), file.name])
    yield local
    offset += local.length
    for await (const chunk of deflated(contents, file)) {
      file.packed += chunk.length
      yield chunk
    }
    const behind = sizesOf(descriptorMark, file)
    yield behind
    offset += file.packed + behind.length
    if (offset > mostBytes) throw new Error('The archive is too large: at most 4 GB.')
    directory.push(Buffer.concat([centralOf(file, start), file.name]))
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  yield Buffer.concat([...directory, endOf(directory.length, size, offset)])
}

type File = { name: Buffer; crc: number; size: number; packed: number }

async function* deflated(contents: AsyncIterable<string>, file: File): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const text of contents) {
      const bytes = Buffer.from(text)
      file.crc = crc32(bytes, file.crc)
      file.size += bytes.length
      yield bytes
    }
  }
  const deflate = createDeflateRaw({ level: 5 })
  // What goes wrong in the contents comes out of the iteration below.
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), deflate, () => {})
  for await (const chunk of deflate) yield chunk
}

const mostBytes = 0xffff_ffff
const localMark = 0x0403_4b50
const descriptorMark = 0x0807_4b50
const centralMark = 0x0201_4b50
const endMark = 0x0605_4b50

// Version 2.0; sizes behind the contents, names in UTF-8; deflated; the first of January 1980, for a file says nothing of its hour.
const localShape = [20, 0x0808, 8, 0, 0x0021]

function header(mark: number, shape: readonly number[], { name }: File): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(mark, 0)
  for (const [i, value] of shape.entries()) bytes.writeUInt16LE(value, 4 + 2 * i)
  bytes.writeUInt16LE(name.length, 26)
  return bytes
}

function sizesOf(mark: number, { crc, size, packed }: File): Buffer {
  const bytes = Buffer.alloc(16)
  for (const [i, value] of [mark, crc, packed, size].entries()) bytes.writeUInt32LE(value, 4 * i)
  return bytes
}

function centralOf(file: File, start: number): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(centralMark, 0)
  for (const [i, value] of [20, ...localShape].entries()) bytes.writeUInt16LE(value, 4 + 2 * i)
  for (const [i, value] of [file.crc, file.packed, file.size].entries()) bytes.writeUInt32LE(value, 16 + 4 * i)
  bytes.writeUInt16LE(file.name.length, 28)
  bytes.writeUInt32LE(start, 42)
  return bytes
}

function endOf(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(endMark, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
