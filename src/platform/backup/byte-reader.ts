import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'

export type ByteReader = {
  /** The next `count` bytes, or a refusal when the source ends before them. */
  exactly(count: number): Promise<Buffer>
  /** What is at hand, at most `limit` bytes; nothing at the end. */
  some(limit: number): Promise<Buffer | undefined>
  /** How many bytes have been handed out. */
  position(): number
}

/** Reads a stream of chunks by count, holding no more than one chunk and one answer. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let position = 0

  async function some(limit: number): Promise<Buffer | undefined> {
    while (held.length === 0) {
      const { done, value } = await chunks.next()
      if (done) return undefined
      held = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
    const taken = held.subarray(0, limit)
    held = held.subarray(taken.length)
    position += taken.length
    return taken
  }

  async function exactly(count: number): Promise<Buffer> {
    const gathered: Buffer[] = []
    for (let missing = count; missing > 0; ) {
      const chunk = await some(missing)
      if (!chunk) throw new BackupRefused('cut_short', reasons.cutShort(position, missing))
      missing -= chunk.length
      gathered.push(chunk)
    }
    const [only] = gathered
    return only && gathered.length === 1 ? only : Buffer.concat(gathered, count)
  }

  return { exactly, some, position: () => position }
}
