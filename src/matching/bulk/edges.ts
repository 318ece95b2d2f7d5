// Pairs that were kept, in typed arrays that grow: millions of them fit, and they pass between threads without being copied.

export type Edges = {
  count: number
  /** The smaller row of each pair. */
  a: Int32Array
  b: Int32Array
  /** What speaks for their being one, as the scorer weighed it. */
  bits: Float32Array
  /** The scorer's levels, packed; explanations and weights learned later need no strings then. */
  vector: Int32Array
}

export function noEdges(room = 1_024): Edges {
  return {
    count: 0,
    a: new Int32Array(room),
    b: new Int32Array(room),
    bits: new Float32Array(room),
    vector: new Int32Array(room),
  }
}

export function addEdge(edges: Edges, a: number, b: number, bits: number, vector: number): void {
  const at = edges.count
  if (at === edges.a.length) makeRoom(edges, at * 2)
  edges.a[at] = Math.min(a, b)
  edges.b[at] = Math.max(a, b)
  edges.bits[at] = bits
  edges.vector[at] = vector
  edges.count = at + 1
}

/** Those of several lists, in their order. */
export function concatEdges(lists: readonly Edges[]): Edges {
  const all = noEdges(
    Math.max(
      1,
      lists.reduce((sum, { count }) => sum + count, 0),
    ),
  )
  for (const { count, a, b, bits, vector } of lists) {
    all.a.set(a.subarray(0, count), all.count)
    all.b.set(b.subarray(0, count), all.count)
    all.bits.set(bits.subarray(0, count), all.count)
    all.vector.set(vector.subarray(0, count), all.count)
    all.count += count
  }
  return all
}

export function keepEdges(edges: Edges, isKept: (a: number, b: number) => boolean): Edges {
  const kept = noEdges(Math.max(1, edges.count))
  for (let i = 0; i < edges.count; i++) {
    const [a, b] = [edges.a[i] ?? 0, edges.b[i] ?? 0]
    if (isKept(a, b)) addEdge(kept, a, b, edges.bits[i] ?? 0, edges.vector[i] ?? 0)
  }
  return kept
}

function makeRoom(edges: Edges, room: number): void {
  const { a, b, bits, vector } = edges
  edges.a = new Int32Array(room)
  edges.b = new Int32Array(room)
  edges.bits = new Float32Array(room)
  edges.vector = new Int32Array(room)
  edges.a.set(a)
  edges.b.set(b)
  edges.bits.set(bits)
  edges.vector.set(vector)
}
