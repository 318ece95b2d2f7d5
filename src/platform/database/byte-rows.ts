// Rows as the bytes they came in, taken from a connection before `pg` makes a string of every value: a page is copied from them
// into its answer, and most of its values are never looked at.
import type { Duplex } from 'node:stream'

/** For each column four bytes that say how many its value has — less than none: it is null —, and those; the first begins at `at`. */
export type ByteRow = { readonly bytes: Buffer; readonly at: number }

/** The length of the value that begins at this place; -1 of null. */
export const lengthAt = (bytes: Buffer, at: number): number =>
  ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)

/** The text of a column; null where it is null. */
export function textOf({ bytes, at }: ByteRow, column: number): string | null {
  let from = at
  for (let i = 0; i < column; i++) from += 4 + Math.max(0, lengthAt(bytes, from))
  const length = lengthAt(bytes, from)
  return length < 0 ? null : bytes.toString('utf8', from + 4, from + 4 + length)
}

export type Sieve = {
  /** Takes the rows that come; while it is null they go the usual way. */
  take: ((row: ByteRow) => void) | null
}

const sieves = new WeakMap<Duplex, Sieve>()

/** Stands between a connection and its reader from now on. Everything but the rows that are taken reaches the reader in its order. */
export function sieveOf(stream: Duplex): Sieve {
  const known = sieves.get(stream)
  if (known) return known
  const [reader] = stream.listeners('data') as ((chunk: Buffer) => void)[] // the one that `pg` put there
  if (!reader) throw new Error('A connection that nobody reads.')
  const sieve: Sieve = { take: null }
  stream.off('data', reader)
  stream.on('data', sifting(sieve, reader))
  sieves.set(stream, sieve)
  return sieve
}

const dataRow = 'D'.charCodeAt(0)
const headerSize = 5 // its kind, and its length, which counts itself
const fieldCountSize = 2

function sifting(sieve: Sieve, deliver: (chunk: Buffer) => void): (chunk: Buffer) => void {
  let kept: Buffer[] = [] // of a message that has not come whole
  let missing = 0
  return (chunk) => {
    if (chunk.length < missing) {
      missing -= chunk.length
      kept.push(chunk)
      return
    }
    const bytes = kept.length > 0 ? Buffer.concat([...kept, chunk]) : chunk
    let at = 0
    let delivered = 0
    let isUpToDate = true
    for (;;) {
      const left = bytes.length - at
      const size = left < headerSize ? headerSize : 1 + lengthAt(bytes, at + 1)
      missing = size - left
      if (missing > 0) break
      if (bytes[at] !== dataRow) isUpToDate = false
      else {
        // What came before may say whether the rows that follow are taken.
        if (!isUpToDate) {
          deliver(bytes.subarray(delivered, at))
          delivered = at
          isUpToDate = true
        }
        if (sieve.take) {
          sieve.take({ bytes, at: at + headerSize + fieldCountSize })
          delivered = at + size
        }
      }
      at += size
    }
    if (at > delivered) deliver(bytes.subarray(delivered, at))
    kept = at < bytes.length ? [bytes.subarray(at)] : []
  }
}
