// Splitting blocks that are too full. Of the second keys the mildest is taken that brings a block below the line: it keeps most
// pairs. Where none does alone, the strongest is, and what is still too full is split again by the others.
import { type Groups, groupCount, pairsAmong } from './groups.ts'

type SecondKey = { keys: Int32Array }
type Split = { parts: Int32Array[]; largest: number; pairs: number }

export function refineGroups(
  groups: Groups,
  refineBy: readonly SecondKey[],
  fullAt: number,
): { groups: Groups; blocksSplit: number } {
  const { rows, starts } = groups
  const [kept, keptStarts] = [new Int32Array(rows.length), new Int32Array((rows.length >> 1) + 1)]
  let [size, count, blocksSplit] = [0, 0, 0]
  const keep = (block: Int32Array) => {
    kept.set(block, size)
    size += block.length
    count += 1
    keptStarts[count] = size
  }
  for (let group = 0; group < groupCount(groups); group++) {
    const block = rows.subarray(starts[group], starts[group + 1])
    if (block.length > fullAt) {
      blocksSplit += 1
      for (const part of refined(block, refineBy, fullAt)) keep(part)
    } else keep(block)
  }
  return { groups: { rows: kept.subarray(0, size), starts: keptStarts.subarray(0, count + 1) }, blocksSplit }
}

function refined(block: Int32Array, refineBy: readonly SecondKey[], fullAt: number): Int32Array[] {
  if (block.length <= fullAt) return [block]
  const splits = refineBy
    .map((second) => ({ second, ...splitBy(block, second) }))
    .filter(({ largest }) => largest < block.length)
  const mild = splits.filter(({ largest }) => largest <= fullAt)
  const best = mild.length > 0 ? mild.reduce((a, b) => (b.pairs > a.pairs ? b : a)) : least(splits)
  if (!best) return cut(block, fullAt)
  const others = refineBy.filter((each) => each !== best.second)
  return best.parts.flatMap((part) => refined(part, others, fullAt))
}

const least = <T extends Split>(splits: readonly T[]): T | undefined =>
  splits.length > 0 ? splits.reduce((a, b) => (b.pairs < a.pairs ? b : a)) : undefined

/** Rows without the second key stay with one another. */
function splitBy(block: Int32Array, { keys }: SecondKey): Split {
  const byKey = new Map<number, number[]>()
  for (const row of block) {
    const key = keys[row] ?? 0
    const part = byKey.get(key)
    if (part) part.push(row)
    else byKey.set(key, [row])
  }
  const parts = [...byKey.values()].filter((part) => part.length > 1).map((part) => Int32Array.from(part))
  return {
    parts,
    largest: parts.reduce((most, part) => Math.max(most, part.length), 0),
    pairs: parts.reduce((sum, part) => sum + pairsAmong(part.length), 0),
  }
}

/** No second key tells these rows apart: they are compared with their neighbours only. */
function cut(block: Int32Array, fullAt: number): Int32Array[] {
  const parts: Int32Array[] = []
  for (let from = 0; from < block.length; from += fullAt) {
    const part = block.subarray(from, from + fullAt)
    if (part.length > 1) parts.push(part)
  }
  return parts
}
