// A proof lets someone who holds only a signed head check one entry (inclusion), or that a later head only added to an
// earlier one (consistency), with some twenty hashes instead of the whole ledger.
import { type Hash, nodeHash, sha256 } from './hash.ts'

/**
 * The hashes that lead from the leaf at `index` (from 0) up to the root, nearest first: RFC 9162, 2.1.3.1. Reads all
 * leaves once. Throws a RangeError where there is no such leaf.
 */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (!isWhole(index) || index >= leaves.length)
    throw new RangeError(`There is no leaf ${index}: the tree has ${leaves.length}, counted from 0.`)
  return siblingsUpwards(leaves, index)
}

/** Whether `leaf` is the leaf at `index` (from 0) in the tree of `size` leaves with this root: RFC 9162, 2.1.3.2. */
export function verifyInclusion(claim: {
  leaf: Hash
  index: number
  size: number
  proof: readonly Hash[]
  root: Hash
}): boolean {
  const { leaf, index, size, proof, root } = claim
  if (!isWhole(index) || !isWhole(size) || index >= size) return false
  const climbed = climb({ index, last: size - 1, proof, start: leaf })
  return climbed?.whole.equals(root) ?? false
}

/**
 * The hashes that show that the tree of the first `second` leaves continues that of the first `first`: RFC 9162,
 * 2.1.4.1. Empty where the sizes are equal, and for `first` = 0, which anything continues. Throws a RangeError where
 * the sizes are not 0 ≤ first ≤ second ≤ leaves.
 */
export function consistencyProof(leaves: readonly Hash[], first: number, second: number): Hash[] {
  if (!isWhole(first) || !isWhole(second) || first > second || second > leaves.length)
    throw new RangeError(
      `No proof leads from ${first} to ${second} leaves: the sizes must grow, up to the ${leaves.length} there are.`,
    )
  if (first === 0 || first === second) return []
  let { index, row } = { index: first - 1, row: leaves.slice(0, second) }
  while (isRightChild(index)) {
    index = parent(index)
    row = rowAbove(row)
  }
  // At index 0 the first tree is this very node, and whoever checks the proof holds its root already.
  const start = index === 0 ? [] : row.slice(index, index + 1)
  return [...start, ...siblingsUpwards(row, index)]
}

/** Whether the tree with `secondRoot` holds that with `firstRoot` unchanged and only adds to it: RFC 9162, 2.1.4.2. */
export function verifyConsistency(claim: {
  first: number
  second: number
  firstRoot: Hash
  secondRoot: Hash
  proof: readonly Hash[]
}): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim
  if (!isWhole(first) || !isWhole(second) || first > second) return false
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot)
  if (first === 0) return proof.length === 0 && firstRoot.equals(sha256(Buffer.alloc(0)))
  let { index, last } = { index: first - 1, last: second - 1 }
  while (isRightChild(index)) {
    index = parent(index)
    last = parent(last)
  }
  const [start, ...rest] = index === 0 ? [firstRoot, ...proof] : proof
  if (start === undefined) return false
  const climbed = climb({ index, last, proof: rest, start })
  if (climbed === undefined) return false
  return climbed.leftward.equals(firstRoot) && climbed.whole.equals(secondRoot)
}

// Climbs from a node to the root. `whole` takes in every hash of the proof; `leftward` only those from the left, and
// so becomes the root of the smaller tree that ended with this node. Undefined where the proof has not the length
// that the size demands.
function climb(from: { index: number; last: number; proof: readonly Hash[]; start: Hash }) {
  let { index, last, start: whole, start: leftward } = from
  for (const sibling of from.proof) {
    if (last === 0) return undefined
    if (isRightChild(index) || index === last) {
      whole = nodeHash(sibling, whole)
      leftward = nodeHash(sibling, leftward)
      // A last node without a sibling moves up unhashed, and the proof says nothing of those rows.
      while (index !== 0 && !isRightChild(index)) {
        index = parent(index)
        last = parent(last)
      }
    } else {
      whole = nodeHash(whole, sibling)
    }
    index = parent(index)
    last = parent(last)
  }
  return last === 0 ? { whole, leftward } : undefined
}

function siblingsUpwards(from: readonly Hash[], start: number): Hash[] {
  const siblings: Hash[] = []
  let index = start
  for (let row = from; row.length > 1; row = rowAbove(row)) {
    const sibling = row[isRightChild(index) ? index - 1 : index + 1]
    if (sibling) siblings.push(sibling)
    index = parent(index)
  }
  return siblings
}

function rowAbove(row: readonly Hash[]): Hash[] {
  const above: Hash[] = []
  for (let at = 0; at < row.length; at += 2) {
    const [left, right] = row.slice(at, at + 2)
    if (left) above.push(right ? nodeHash(left, right) : left)
  }
  return above
}

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0
const isRightChild = (index: number) => index % 2 === 1
const parent = (index: number) => Math.floor(index / 2)
