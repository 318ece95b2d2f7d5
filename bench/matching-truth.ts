// How a grouping of rows compares with another, by the pairs of rows each puts together.

export type Agreement = { precision: number; recall: number; f1: number; pairs: number }

/** @param found and @param truth for each row, the name of its group */
export function agreementOf(found: Int32Array, truth: Int32Array): Agreement {
  const both = new Map<number, number>()
  found.forEach((group, row) => {
    const name = group * 4_194_304 + (truth[row] ?? 0) // more than any row number
    both.set(name, (both.get(name) ?? 0) + 1)
  })
  return agreement(pairsIn(both.values()), pairsWithin(found), pairsWithin(truth))
}

export function agreement(right: number, found: number, truth: number): Agreement {
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(truth, 1)]
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9), pairs: found }
}

export function pairsWithin(groups: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return pairsIn(sizes.values())
}

function pairsIn(sizes: Iterable<number>): number {
  let pairs = 0
  for (const size of sizes) pairs += (size * (size - 1)) / 2
  return pairs
}
