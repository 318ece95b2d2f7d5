// The right edge of the tree. It is all that the sealer must remember to go on appending: one hash per 1-bit of the
// size, so some twenty hashes for a million entries, and never the leaves themselves.
import { HASH_BYTES, type Hash, nodeHash, sha256 } from './hash.ts'

/** `nodes` are the roots of the full subtrees that make up `size` leaves, biggest (and oldest) first. */
export type Frontier = { readonly size: number; readonly nodes: readonly Hash[] }

export const emptyFrontier: Frontier = { size: 0, nodes: [] }

/**
 * The frontier after these leaves; the one given stays as it was. About one node hash per leaf, whatever the size, so
 * append in batches: each call copies the edge once.
 *
 * Throws a RangeError where the frontier is damaged or a leaf is not a hash.
 */
export function append(frontier: Frontier, leaves: readonly Hash[]): Frontier {
  refuseDamaged(frontier)
  const nodes = [...frontier.nodes]
  let size = frontier.size
  for (const leaf of leaves) {
    if (leaf.length !== HASH_BYTES)
      throw new RangeError(
        `Leaf ${size} has ${leaf.length} bytes; a leaf is the ${HASH_BYTES}-byte result of leafHash.`,
      )
    nodes.push(joinFullSubtrees(nodes, size, leaf))
    size += 1
  }
  return { size, nodes }
}

/** The root hash of the tree (RFC 9162, 2.1.1). The root of no leaves is the SHA-256 of nothing. */
export function rootOf(frontier: Frontier): Hash {
  refuseDamaged(frontier)
  if (frontier.nodes.length === 0) return sha256(Buffer.alloc(0))
  return frontier.nodes.reduceRight((right, left) => nodeHash(left, right))
}

// Like carrying in binary addition: each trailing 1-bit of the size is a full subtree that the new one completes.
// Division instead of shifts, because shifts stop at 32 bits.
function joinFullSubtrees(nodes: Hash[], size: number, leaf: Hash): Hash {
  let joined = leaf
  for (let carry = size; carry % 2 === 1; carry = (carry - 1) / 2) {
    const left = nodes.pop()
    // Cannot happen on an edge that refuseDamaged let through: it holds one node for every 1-bit.
    if (left === undefined) throw new RangeError(`The frontier of ${size} leaves lacks a node.`)
    joined = nodeHash(left, joined)
  }
  return joined
}

// A frontier comes back from storage, and a damaged one would seal a root that no verifier can ever reproduce.
function refuseDamaged({ size, nodes }: Frontier): void {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new RangeError(`The frontier claims ${size} leaves; rebuild it from the leaves.`)
  const expected = countOnes(size)
  if (nodes.length !== expected || nodes.some((node) => node.length !== HASH_BYTES))
    throw new RangeError(
      `The frontier of ${size} leaves must hold ${expected} hashes of ${HASH_BYTES} bytes, but does not (it holds ` +
        `${nodes.length}); rebuild it from the leaves.`,
    )
}

function countOnes(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
