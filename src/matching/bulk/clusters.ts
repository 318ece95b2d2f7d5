// From pairs to things: which records are one. Records that some edge connects are a neighbourhood, and each neighbourhood is
// settled by itself, so a few newcomers settle a few of them anew and leave all others as they were.
import type { Edges } from './edges.ts'
import { type Groups, groupCount, groupRows } from './groups.ts'
import { type Evidence, type Lines, settle } from './settle.ts'

export type Never = readonly (readonly [a: number, b: number])[]

export type Clustering = {
  rows: number
  edges: Edges
  lines: Lines
  evidence: Evidence
  /** Pairs people have said are two. */
  never?: Never
  /** Clusters of an earlier run stay where no row of a neighbourhood is touched. */
  previous?: { clusterOf: Int32Array; isTouched(row: number): boolean }
}

/** For each row, the smallest row of its cluster. */
export function formClusters({ rows, edges, lines, evidence, never = [], previous }: Clustering): Int32Array {
  const clusterOf = Int32Array.from({ length: rows }, (_, row) => row)
  const apart = apartness(never)
  const neighbourhoods = neighbourhoodsOf(rows, edges, lines.possible)
  for (let each = 0; each < groupCount(neighbourhoods); each++) {
    const mine = neighbourhoods.rows.subarray(neighbourhoods.starts[each], neighbourhoods.starts[each + 1])
    if (previous && !hasTouched(mine, edges, previous.isTouched)) keep(mine, edges, previous.clusterOf, clusterOf)
    else
      for (const group of settle(mine, edges, { lines, evidence, isNever: apart })) {
        const first = Math.min(...group)
        for (const row of group) clusterOf[row] = first
      }
  }
  return clusterOf
}

/** The edges of each neighbourhood. */
function neighbourhoodsOf(rows: number, edges: Edges, least: number): Groups {
  const firstOf = connect(rows, edges, least)
  const keys = new Int32Array(edges.count)
  for (let edge = 0; edge < edges.count; edge++)
    if ((edges.bits[edge] ?? 0) >= least) keys[edge] = (firstOf[edges.a[edge] ?? 0] ?? 0) + 1
  return groupRows(keys, 1)
}

/** For each row, the smallest row that edges lead to: union–find with paths halved. */
function connect(rows: number, { count, a, b, bits }: Edges, least: number): Int32Array {
  const parent = Int32Array.from({ length: rows }, (_, row) => row)
  const rootOf = (row: number): number => {
    let at = row
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = parent[at] ?? at
    }
    return at
  }
  for (let edge = 0; edge < count; edge++) {
    if ((bits[edge] ?? 0) < least) continue
    const [one, other] = [rootOf(a[edge] ?? 0), rootOf(b[edge] ?? 0)]
    if (one < other) parent[other] = one
    else parent[one] = other
  }
  for (let row = 0; row < rows; row++) parent[row] = rootOf(row)
  return parent
}

function apartness(never: Never): (a: number, b: number) => boolean {
  const apart = new Map<number, Set<number>>()
  const note = (a: number, b: number) => {
    const known = apart.get(a)
    if (known) known.add(b)
    else apart.set(a, new Set([b]))
  }
  for (const [a, b] of never) {
    note(a, b)
    note(b, a)
  }
  return (a, b) => apart.get(a)?.has(b) ?? false
}

function hasTouched(neighbourhood: Int32Array, { a, b }: Edges, isTouched: (row: number) => boolean): boolean {
  for (const edge of neighbourhood) if (isTouched(a[edge] ?? 0) || isTouched(b[edge] ?? 0)) return true
  return false
}

function keep(neighbourhood: Int32Array, { a, b }: Edges, previous: Int32Array, clusterOf: Int32Array): void {
  for (const edge of neighbourhood)
    for (const row of [a[edge] ?? 0, b[edge] ?? 0]) clusterOf[row] = previous[row] ?? row
}
