// The oracle below is RFC 9162, 2.1, written down as it is defined: recursive, over whole lists, with its own hashing.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, emptyFrontier, rootOf } from './frontier.ts'
import { type Hash, leafHash } from './hash.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'

const MOST = 70

fc.configureGlobal({ seed: 9162 })

test('roots are those that sha256sum gives when the tree is put together by hand', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => leafHash(Buffer.from(letter)))
  const root = (size: number) => rootOf(append(emptyFrontier, letters.slice(0, size))).toString('hex')
  expect(root(0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(root(1)).toBe('022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c')
  expect(root(2)).toBe('b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb')
  expect(root(3)).toBe('36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1')
  expect(root(7)).toBe('4ae191939f548d9934740b88dea2c5cb89bb8870fc4505cd79dec6bbfaaee9cb')
})

test('every size has the root of the definition, appended one by one or in batches of any size', () => {
  const leaves = someLeaves(300)
  let grown = emptyFrontier
  for (const [index, leaf] of leaves.entries()) {
    grown = append(grown, [leaf])
    expect(rootOf(grown)).toEqual(treeHash(leaves.slice(0, index + 1)))
  }
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (batches) => {
      let [frontier, size] = [emptyFrontier, 0]
      for (const batch of batches) {
        frontier = append(frontier, leaves.slice(size, size + batch))
        size = Math.min(size + batch, leaves.length)
      }
      expect(frontier.size).toBe(size)
      expect(rootOf(frontier)).toEqual(treeHash(leaves.slice(0, size)))
    }),
  )
})

test('appending leaves the frontier it started from as it was', () => {
  const three = append(emptyFrontier, someLeaves(3))
  const before = rootOf(three)
  append(three, someLeaves(5))
  expect(rootOf(three)).toEqual(before)
  expect(emptyFrontier).toEqual({ size: 0, nodes: [] })
})

test('a frontier counts on beyond 32 bits', () => {
  const node = leafHash(Buffer.from('a subtree of four thousand million leaves'))
  const [leaf] = someLeaves(1)
  const grown = append({ size: 2 ** 40, nodes: [node] }, leaf ? [leaf] : [])
  expect(grown).toEqual({ size: 2 ** 40 + 1, nodes: [node, leaf] })
})

test('a damaged frontier is refused before it seals a root that nobody can reproduce', () => {
  const { nodes } = append(emptyFrontier, someLeaves(7))
  expect(() => append({ size: 7, nodes: nodes.slice(1) }, [])).toThrow('must hold 3 hashes')
  expect(() => rootOf({ size: 8, nodes })).toThrow('must hold 1 hashes')
  expect(() => rootOf({ size: -1, nodes: [] })).toThrow('claims -1 leaves')
  expect(() => append(emptyFrontier, [Buffer.from('not a hash')])).toThrow('Leaf 0 has 10 bytes')
})

test('every inclusion proof is that of the definition, and proves its leaf', () => {
  for (let size = 1; size <= MOST; size += 1) {
    const leaves = someLeaves(size)
    const root = treeHash(leaves)
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(leaves, index)
      expect(proof).toEqual(path(index, leaves))
      expect(verifyInclusion({ leaf, index, size, proof, root })).toBe(true)
    }
  }
})

test('every consistency proof is that of the definition, and proves the growth', () => {
  const leaves = someLeaves(MOST)
  const roots = Array.from({ length: MOST + 1 }, (_, size) => treeHash(leaves.slice(0, size)))
  for (const [second, secondRoot] of roots.entries()) {
    for (const [first, firstRoot] of roots.slice(0, second + 1).entries()) {
      const proof = consistencyProof(leaves, first, second)
      expect(proof).toEqual(first === 0 ? [] : subproof(first, leaves.slice(0, second), true))
      expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof })).toBe(true)
    }
  }
})

test('an inclusion proof fails for another leaf, place or root, and with any hash changed, lost or added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: MOST }), fc.nat(), fc.nat(), (size, anIndex, aPlace) => {
      const leaves = someLeaves(size)
      const index = anIndex % size
      const other = (index + 1) % size
      const leaf = leaves[index] ?? stranger
      const claim = { leaf, index, size, proof: inclusionProof(leaves, index), root: treeHash(leaves) }
      expect(verifyInclusion({ ...claim, leaf: leaves[other] ?? stranger })).toBe(false)
      expect(verifyInclusion({ ...claim, index: other })).toBe(false)
      expect(verifyInclusion({ ...claim, index: size })).toBe(false)
      expect(verifyInclusion({ ...claim, size: size * 2 })).toBe(false)
      expect(verifyInclusion({ ...claim, index: -1 })).toBe(false)
      expect(verifyInclusion({ ...claim, root: stranger })).toBe(false)
      for (const proof of spoil(claim.proof, aPlace)) expect(verifyInclusion({ ...claim, proof })).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('a consistency proof fails between histories that differ, and with any hash changed, lost or added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: MOST }), fc.nat(), fc.nat(), (second, aSize, aPlace) => {
      const leaves = someLeaves(second)
      const first = 1 + (aSize % (second - 1))
      const firstRoot = treeHash(leaves.slice(0, first))
      const claim = {
        first,
        second,
        firstRoot,
        secondRoot: treeHash(leaves),
        proof: consistencyProof(leaves, first, second),
      }
      const rewritten = leaves.with(aPlace % first, stranger)
      expect(
        verifyConsistency({
          ...claim,
          secondRoot: treeHash(rewritten),
          proof: consistencyProof(rewritten, first, second),
        }),
      ).toBe(false)
      expect(verifyConsistency({ ...claim, firstRoot: stranger })).toBe(false)
      expect(verifyConsistency({ ...claim, secondRoot: stranger })).toBe(false)
      expect(verifyConsistency({ ...claim, first: second })).toBe(false)
      expect(verifyConsistency({ ...claim, first: 0 })).toBe(false)
      expect(verifyConsistency({ ...claim, second: second * 2 })).toBe(false)
      for (const proof of spoil(claim.proof, aPlace)) expect(verifyConsistency({ ...claim, proof })).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('proofs that cannot exist are refused with the sizes there are', () => {
  const leaves = someLeaves(5)
  expect(() => inclusionProof(leaves, 5)).toThrow('There is no leaf 5: the tree has 5')
  expect(() => consistencyProof(leaves, 3, 6)).toThrow('No proof leads from 3 to 6 leaves')
  expect(() => consistencyProof(leaves, 3, 2)).toThrow('No proof leads from 3 to 2 leaves')
})

test('an inner node never passes for an entry', () => {
  const [left, right] = someLeaves(2)
  const pair = Buffer.concat([left ?? stranger, right ?? stranger])
  expect(leafHash(pair)).not.toEqual(treeHash(someLeaves(2)))
})

const stranger: Hash = leafHash(Buffer.from('from another ledger'))

function someLeaves(size: number): Hash[] {
  return Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`entry ${index}`)))
}

function spoil(proof: Hash[], aPlace: number): Hash[][] {
  const longer = [
    [...proof, stranger],
    [stranger, ...proof],
  ]
  if (proof.length === 0) return longer
  const place = aPlace % proof.length
  return [...longer, proof.with(place, stranger), proof.toSpliced(place, 1), proof.slice(0, -1)]
}

function treeHash(leaves: Hash[]): Hash {
  const [only] = leaves
  if (only === undefined) return createHash('sha256').digest()
  if (leaves.length === 1) return only
  const { left, right } = split(leaves)
  return createHash('sha256').update('\x01').update(treeHash(left)).update(treeHash(right)).digest()
}

function path(index: number, leaves: Hash[]): Hash[] {
  if (leaves.length === 1) return []
  const { left, right } = split(leaves)
  return index < left.length
    ? [...path(index, left), treeHash(right)]
    : [...path(index - left.length, right), treeHash(left)]
}

function subproof(first: number, leaves: Hash[], isKnown: boolean): Hash[] {
  if (first === leaves.length) return isKnown ? [] : [treeHash(leaves)]
  const { left, right } = split(leaves)
  return first <= left.length
    ? [...subproof(first, left, isKnown), treeHash(right)]
    : [...subproof(first - left.length, right, false), treeHash(left)]
}

// The largest power of two smaller than the size goes left.
function split(leaves: Hash[]) {
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return { left: leaves.slice(0, half), right: leaves.slice(half) }
}
