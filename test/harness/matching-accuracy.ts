// Precision and recall of the matching engine with the weights and thresholds it is shipped with.

import {
  accountModel,
  blockingKeys,
  type Columns,
  chooseLink,
  contactModel,
  createScorer,
  encode,
  groundOf,
  type Kind,
  type Model,
  matchAll,
} from '../../src/matching/index.ts'
import type { Labelled } from './matching-sets.ts'

export type Figures = {
  name: string
  precision: number
  recall: number
  f1: number
  truePairs: number
  foundPairs: number
}

export type ScoredPair = { a: number; b: number; bits: number }

const modelOf = (kind: Kind): Model => (kind === 'contact' ? contactModel : accountModel)

/** Every pair that a blocking rule proposes, with its bits; blocks of more than `largest` rows are left out. */
export function scorePairs(columns: Columns, options: { floor?: number; largest?: number } = {}): ScoredPair[] {
  const { floor = modelOf(columns.kind).possibleBits, largest = 400 } = options
  const scorer = createScorer(groundOf(columns).model, columns, { floor })
  const pairs: ScoredPair[] = []
  for (const [a, b] of candidatePairs(columns, largest)) {
    const bits = scorer.score(a, b)
    if (bits >= floor) pairs.push({ a, b, bits })
  }
  return pairs
}

export function* candidatePairs(columns: Columns, largest = 400): Generator<[number, number]> {
  const seen = new Set<number>()
  for (const { keys } of blockingKeys(columns)) {
    const blocks = new Map<number, number[]>()
    keys.forEach((key, row) => {
      if (key !== 0) blocks.set(key, [...(blocks.get(key) ?? []), row])
    })
    for (const rows of blocks.values()) {
      if (rows.length > largest) continue
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(i + 1)) {
          const pair = Math.min(a, b) * columns.rows + Math.max(a, b)
          if (seen.has(pair)) continue
          seen.add(pair)
          yield [a, b]
        }
    }
  }
}

/** Pairs at or above the line where two records are one without a person looking. */
export function measurePairs(set: Labelled): Figures {
  const columns = encode(set.kind, set.records)
  const line = modelOf(set.kind).sameBits
  const found = scorePairs(columns, { floor: line })
  const right = found.filter(({ a, b }) => set.truth[a] === set.truth[b]).length
  return figuresOf(set.name, right, found.length, truePairsOf(set.truth))
}

export function truePairsOf(truth: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const label of truth) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return [...sizes.values()].reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0)
}

export function figuresOf(name: string, right: number, foundPairs: number, truePairs: number): Figures {
  const precision = foundPairs === 0 ? 1 : right / foundPairs
  const recall = truePairs === 0 ? 1 : right / truePairs
  return { name, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), truePairs, foundPairs }
}

/** Pairs within one cluster of a run as the product makes it: evidence that passes through a third record counts. */
export async function measureClusters(set: Labelled): Promise<Figures> {
  const { clusterOf } = await matchAll(groundOf(encode(set.kind, set.records)), { threads: 1 })
  return figuresOfGroups(set.name, [...clusterOf], set.truth)
}

export function figuresOfGroups(name: string, groups: readonly number[], truth: readonly string[]): Figures {
  const both = truth.map((label, row) => `${label} ${groups[row]}`)
  return figuresOf(name, truePairsOf(both), truePairsOf(groups.map(String)), truePairsOf(truth))
}

/** Each record from `titles` on is linked to one of those before it, or to none. */
export function measureLinks(set: Labelled & { titles: number }): Figures {
  const columns = encode(set.kind, set.records)
  const model = modelOf(set.kind)
  const scorer = createScorer(model, columns)
  const candidates = new Map<number, { row: number; bits: number }[]>()
  for (const [one, other] of candidatePairs(columns, 2000)) {
    const [row, record] = [Math.min(one, other), Math.max(one, other)]
    if (row >= set.titles || record < set.titles) continue
    candidates.set(record, [...(candidates.get(record) ?? []), { row, bits: scorer.score(row, record) }])
  }
  const links = [...candidates].flatMap(([record, entries]) => {
    const link = chooseLink(model, columns, entries)
    return link ? [set.truth[record] === set.truth[link.row]] : []
  })
  return figuresOf(set.name, links.filter(Boolean).length, links.length, columns.rows - set.titles)
}
