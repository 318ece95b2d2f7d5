import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formClusters, type Never } from './clusters.ts'
import { addEdge, type Edges, noEdges } from './edges.ts'
import type { Evidence } from './settle.ts'

const lines = { same: 10, possible: 2 }
const unlike = -8

type Pair = readonly [a: number, b: number, bits: number]

/** A world where these pairs weigh what is said, and all others speak against. */
function worldOf(pairs: readonly Pair[]): { edges: Edges; evidence: Evidence } {
  const weights = new Map(pairs.flatMap(([a, b, bits]) => [[`${a} ${b}`, bits] as const, [`${b} ${a}`, bits] as const]))
  const edges = noEdges()
  for (const [a, b, bits] of pairs) if (bits >= lines.possible) addEdge(edges, a, b, bits, 0)
  return { edges, evidence: { weigh: (a, b) => weights.get(`${a} ${b}`) ?? unlike } }
}

const cluster = (rows: number, pairs: readonly Pair[], never: Never = []) => [
  ...formClusters({ rows, lines, never, ...worldOf(pairs) }),
]

test('records that strong edges connect are one, and a weak edge connects nothing', () => {
  expect(cluster(5, [[0, 1, 12], [1, 2, 11], [3, 4, 9]])).toEqual([0, 0, 0, 3, 4]) // biome-ignore format: pairs
})

test('two solid groups that one edge bridges stay two', () => {
  const solid = [[0, 1, 20], [0, 2, 20], [1, 2, 20], [3, 4, 20], [3, 5, 20], [4, 5, 20]] as const // biome-ignore format: pairs
  expect(cluster(6, [...solid, [2, 3, 12]])).toEqual([0, 0, 0, 3, 3, 3])
})

test('father and son at one address stay two; a third record goes to the nearer one, and to none where it could be either', () => {
  expect(cluster(3, [[0, 1, 14], [1, 2, 10], [0, 2, -Infinity]])).toEqual([0, 0, 2]) // biome-ignore format: pairs
  expect(cluster(3, [[0, 1, 14], [1, 2, 13], [0, 2, -Infinity]])).toEqual([0, 1, 2]) // biome-ignore format: pairs
})

test('a record that is kept from the nearer of two things that are two does not go to the farther', () => {
  const pairs = [[1, 2, 20], [0, 1, 14], [0, 2, -Infinity], [0, 3, 11], [1, 3, -Infinity]] as const // biome-ignore format: pairs
  expect(cluster(4, pairs)).toEqual([0, 1, 1, 3])
})

test('what people kept apart stays apart, however strong the edge and whoever stands between', () => {
  expect(cluster(2, [[0, 1, 30]], [[1, 0]])).toEqual([0, 1])
  expect(cluster(3, [[0, 1, 30], [1, 2, 25], [0, 2, 20]], [[0, 2]])).toEqual([0, 0, 2]) // biome-ignore format: pairs
})

test('evidence spread over several records of one person counts together', () => {
  const { edges, evidence } = worldOf([[0, 1, 15], [0, 2, 6], [1, 2, 7]]) // biome-ignore format: pairs
  const together = (bits: number) => ({ ...evidence, weighGroups: () => bits })
  expect([...formClusters({ rows: 3, edges, lines, evidence })]).toEqual([0, 0, 2])
  expect([...formClusters({ rows: 3, edges, lines, evidence: together(13) })]).toEqual([0, 0, 0])
  // Two pairs to choose from: one bit more is asked for.
  expect([...formClusters({ rows: 3, edges, lines, evidence: together(10.5) })]).toEqual([0, 0, 2])
})

test('a crowd behind one mailbox is settled without asking the same twice', () => {
  // Two crowds of sixty: all pairs inside speak for each other, all across have a strong edge and other things against it.
  const inside = (row: number) => Math.floor(row / 60)
  const pairs = Array.from({ length: 120 }, (_, a) => a).flatMap((a) =>
    Array.from({ length: 120 - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  )
  const edges = noEdges()
  for (const [a, b] of pairs) addEdge(edges, a, b, inside(a) === inside(b) ? 20 : 12, 0)
  let asked = 0
  const evidence: Evidence = {
    weigh: (a, b) => (inside(a) === inside(b) ? 20 : unlike),
    weighGroups(one, other) {
      asked += one.length * other.length
      return -Infinity
    },
  }
  const clusterOf = formClusters({ rows: 120, edges, lines, evidence })
  expect(new Set(clusterOf)).toEqual(new Set([0, 60]))
  expect(asked).toBeLessThan(pairs.length)
})

const rows = 9
const somePairs = fc
  .uniqueArray(fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1)), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    maxLength: 30,
  })
  .chain((ends) =>
    fc
      .shuffledSubarray(
        ends.map((_, i) => i),
        { minLength: ends.length },
      )
      .map((ranks) =>
        ends
          // Every weight another, so that no tie is broken by row; each fourth pair contradicts.
          .map(([a, b], i): Pair => [a, b, (ranks[i] ?? 0) % 4 === 3 ? -Infinity : (ranks[i] ?? 0) + 1])
          .filter(([a, b]) => a !== b),
      ),
  )
const someNever = fc
  .array(fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1)), { maxLength: 3 })
  .map((pairs) => pairs.filter(([a, b]) => a !== b))

test('no cluster ever holds a contradiction or a pair kept apart', () => {
  fc.assert(
    fc.property(somePairs, someNever, fc.boolean(), (pairs, never, hasSecondLook) => {
      const { edges, evidence } = worldOf(pairs)
      const generous = hasSecondLook ? { ...evidence, weighGroups: () => 1_000 } : evidence
      const clusterOf = formClusters({ rows, lines, never, edges, evidence: generous })
      for (const [a, b] of [...never, ...pairs.filter(([, , bits]) => bits === -Infinity)])
        expect(clusterOf[a]).not.toBe(clusterOf[b])
    }),
  )
})

test('the order of edges and the numbering of rows change nothing', () => {
  const numbering = fc.shuffledSubarray([...Array(rows).keys()], { minLength: rows })
  fc.assert(
    fc.property(somePairs, someNever, numbering, (pairs, never, numberOf) => {
      const to = (row: number) => numberOf[row] ?? row
      const renamed = pairs.map(([a, b, bits]): Pair => [to(b), to(a), bits]).reverse()
      const [one, other] = [cluster(rows, pairs, never), cluster(rows, renamed, never.map(([a, b]) => [to(a), to(b)] as const))] // biome-ignore format: one beside the other
      for (let a = 0; a < rows; a++)
        for (let b = 0; b < a; b++) expect(one[a] === one[b]).toBe(other[to(a)] === other[to(b)])
    }),
  )
})

test('settling only what newcomers touch gives what settling everything gives', () => {
  fc.assert(
    fc.property(somePairs, someNever, fc.integer({ min: 1, max: rows - 1 }), (pairs, never, known) => {
      const whole = worldOf(pairs)
      const before = worldOf(pairs.filter(([a, b]) => a < known && b < known))
      const old = never.filter(([a, b]) => a < known && b < known)
      const clusterOf = formClusters({ rows: known, lines, never: old, ...before })
      const previous = { clusterOf, isTouched: (row: number) => row >= known }
      expect(formClusters({ rows, lines, never, ...whole, previous })).toEqual(
        formClusters({ rows, lines, never, ...whole }),
      )
    }),
  )
})
