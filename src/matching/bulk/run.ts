// A run over everything, and a run over what is new: the same steps, the second leaving out what cannot have changed.
import { type Blocks, formBlocks, meetings, type RuleReport } from './blocking.ts'
import { formClusters, type Never } from './clusters.ts'
import { compareAll } from './compare-all.ts'
import { concatEdges, type Edges, keepEdges } from './edges.ts'
import { evidenceOf } from './evidence.ts'
import type { Ground } from './ground.ts'
import { estimateRecall } from './recall.ts'

export type RunOptions = {
  /** Pairs of rows that people have said are two. */
  never?: Never
  threads?: number
  /** Pairs that may be compared, for each row. */
  pairsPerRow?: number
  clock?: () => number
}

export type Run = {
  /** For each row, the smallest row of its cluster. */
  clusterOf: Int32Array
  /** Pairs from `model.possibleBits` on. Those in one cluster are why; the others are for people to look at. */
  edges: Edges
  report: RunReport
}

export type RunReport = {
  rules: readonly RuleReport[]
  pairs: number
  /** The share of true pairs that the rules bring together, estimated. */
  recall: number
  /** Time on processors spent comparing, all threads together. */
  comparingCpuMs: number
  /** How long each step took. */
  wallMs: { blocking: number; comparing: number; clustering: number }
}

const pairsPerRow = 25

export function matchAll(ground: Ground, options: RunOptions = {}): Promise<Run> {
  return match(ground, options, null)
}

/**
 * Matches rows that are new or changed with all others and among themselves, and settles anew only the neighbourhoods they are in.
 * Rows keep their numbers; newcomers come last.
 *
 * @param touched 1 for each row that is new or changed
 */
export function matchMore(ground: Ground, before: Run, touched: Uint8Array, options: RunOptions = {}): Promise<Run> {
  return match(ground, options, { before, touched: shared(touched) })
}

async function match(
  ground: Ground,
  options: RunOptions,
  more: { before: Run; touched: Uint8Array } | null,
): Promise<Run> {
  const { model, columns, rules, refineBy } = ground
  const clock = options.clock ?? performance.now.bind(performance)
  const began = clock()
  const blocks = formBlocks({ rules, refineBy, mostPairs: (options.pairsPerRow ?? pairsPerRow) * columns.rows })
  const blocked = clock()
  const comparison = { rules: blocks.rules, blockOf: blocks.blockOf, floor: model.possibleBits }
  const compared = await compareAll(
    model,
    columns,
    more ? { ...comparison, touched: more.touched } : comparison,
    options.threads,
  )
  const comparedAt = clock()
  const { edges, previous } = more ? carriedOver(more.before, compared.edges, more.touched) : { edges: compared.edges }
  const lines = { same: model.sameBits, possible: model.possibleBits }
  const clusterOf = formClusters({
    rows: columns.rows,
    edges,
    lines,
    evidence: evidenceOf(model, columns),
    never: options.never ?? [],
    ...(previous ? { previous } : {}),
  })
  return {
    clusterOf,
    edges,
    report: {
      rules: blocks.report,
      pairs: compared.pairs,
      recall: recallOf(blocks, edges, lines.same),
      comparingCpuMs: compared.cpuMs,
      wallMs: { blocking: blocked - began, comparing: comparedAt - blocked, clustering: clock() - comparedAt },
    },
  }
}

/** Edges between rows that nobody touched still hold; who lost an edge is looked at again. */
function carriedOver(before: Run, found: Edges, touched: Uint8Array) {
  const isTouched = Uint8Array.from(touched)
  const kept = keepEdges(before.edges, (a, b) => {
    const isKept = touched[a] === 0 && touched[b] === 0
    if (!isKept) isTouched[a] = isTouched[b] = 1
    return isKept
  })
  const previous = { clusterOf: before.clusterOf, isTouched: (row: number) => isTouched[row] === 1 }
  return { edges: concatEdges([kept, found]), previous }
}

function recallOf(blocks: Blocks, { count, a, b, bits }: Edges, same: number): number {
  const foundBy = Array<number>(blocks.rules.length + 1).fill(0)
  for (let edge = 0; edge < count; edge++) {
    if ((bits[edge] ?? 0) < same) continue
    const rules = meetings(blocks, a[edge] ?? 0, b[edge] ?? 0)
    foundBy[rules] = (foundBy[rules] ?? 0) + 1
  }
  return estimateRecall(foundBy, blocks.rules.length)
}

function shared(flags: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(flags.length))
  copy.set(flags)
  return copy
}
