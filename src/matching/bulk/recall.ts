// How many true pairs no rule found, told from how many rules found each of those that were. As one counts fish in a pond by
// catching them more than once.

/**
 * The share of true pairs found, by Chao's estimator (1987): pairs missed ≈ (t−1)/t · f₁(f₁−1) / 2(f₂+1), where f₁ pairs were
 * found by one of t rules and f₂ by two. Rules that fail together make it too high, so it is an upper estimate.
 *
 * @param foundBy `foundBy[k]` pairs were found by exactly k rules.
 */
export function estimateRecall(foundBy: readonly number[], rules: number): number {
  const found = foundBy.reduce((sum, pairs, k) => sum + (k > 0 ? pairs : 0), 0)
  if (found === 0) return 1
  const [once, twice] = [foundBy[1] ?? 0, foundBy[2] ?? 0]
  const missed = (((rules - 1) / rules) * once * (once - 1)) / (2 * (twice + 1))
  return found / (found + missed)
}
