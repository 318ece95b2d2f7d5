// The two hashes of RFC 9162, 2.1.1. The leading byte keeps leaves and nodes apart: without it the content of a
// forged leaf could be two child hashes, and a subtree would pass for an entry.
import { hash } from 'node:crypto'

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer

export const HASH_BYTES = 32

/** The hash of one ledger entry: SHA-256 over 0x00 and its canonical content (see `encode`). */
export function leafHash(content: Buffer): Hash {
  const input = Buffer.allocUnsafe(1 + content.length)
  input[0] = 0x00
  content.copy(input, 1)
  return sha256(input)
}

/** The hash of an inner node: SHA-256 over 0x01 and its two children. */
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(nodeInput, 1)
  right.copy(nodeInput, 1 + HASH_BYTES)
  return sha256(nodeInput)
}

export function sha256(bytes: Buffer): Hash {
  return hash('sha256', bytes, 'buffer')
}

// One buffer serves every node, which is safe because hashing is synchronous. Its first byte is never overwritten.
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01)
