// One neighbourhood settled. The strongest edge joins first. Two groups join only if nothing in them contradicts or was kept apart
// by people, and if all their pairs together speak for it: so one weak bridge between two things does not make them one. Then what
// no single pair could show is looked for again in whole groups, since evidence may be spread over several records.
import type { Edges } from './edges.ts'

/** In bits: from `same` on two records are one; from `possible` on somebody might look. */
export type Lines = { same: number; possible: number }

export type Evidence = {
  /** Bits that speak for two rows being one; -Infinity where they must never be, whoever stands between them. Symmetric. */
  weigh(a: number, b: number): number
  /** The same for two groups, each taken as one thing with all its values. Without it the second look is left out. */
  weighGroups?(a: readonly number[], b: readonly number[]): number
  /**
   * Whether what two groups have in common could as well be said of one of them and a relative of the other: where one is known
   * to be near, or of its own accord.
   */
  isOfAnyRelative?(a: readonly number[], b: readonly number[], hasRelatives: boolean): boolean
}

export type Settling = { lines: Lines; evidence: Evidence; isNever(a: number, b: number): boolean }

/** Larger groups have pairs enough to be told by. */
const mostPairsAsWhole = 400

type Candidate = { a: number; b: number; bits: number }

/** The groups of two or more that the ends of these edges form. */
export function settle(neighbourhood: Int32Array, edges: Edges, settling: Settling): number[][] {
  const candidates = candidatesOf(neighbourhood, edges)
  const groups = new Map<number, number[]>() // by each of its rows
  for (const { a, b } of candidates) {
    if (!groups.has(a)) groups.set(a, [a])
    if (!groups.has(b)) groups.set(b, [b])
  }
  const judge = judging(candidates, settling)
  const mayBeRelatives = relatives(candidates, settling.evidence, judge.areTwo)
  const rivalsOf = rivalry(candidates, settling.lines.same)
  const isContested = (one: readonly number[], other: readonly number[], bits: number): boolean =>
    [
      [one, other],
      [other, one],
    ].some(([mine, theirs]) =>
      rivalsOf(mine as readonly number[], bits).some((rival) => {
        const third = groups.get(rival) ?? [rival]
        return third !== one && third !== other && judge.areTwo(third, theirs as readonly number[])
      }),
    )
  const joinThose = (
    isMeant: (bits: number) => boolean,
    doJoin: (one: readonly number[], other: readonly number[]) => boolean,
  ) => {
    const refused = new Map<readonly number[], Set<readonly number[]>>() // a group that grows is another group, and asked anew
    for (const { a, b, bits } of candidates) {
      const [one, other] = [groups.get(a) ?? [a], groups.get(b) ?? [b]]
      if (!isMeant(bits) || one === other || refused.get(one)?.has(other)) continue
      if (doJoin(one, other) && !mayBeRelatives(one, other) && !isContested(one, other, bits)) {
        const whole = [...one, ...other]
        for (const row of whole) groups.set(row, whole)
      } else
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const)
          refused.set(from, (refused.get(from) ?? new Set()).add(to))
    }
  }
  const { same } = settling.lines
  joinThose((bits) => bits >= same, judge.speaksFor)
  joinThose((bits) => bits < same, judge.speaksForTogether)
  return [...new Set(groups.values())].filter((group) => group.length > 1)
}

/** Whether one of two groups may be of something near that is known to be another thing than the other: of a company's branch. */
function relatives(
  candidates: readonly Candidate[],
  { isOfAnyRelative }: Evidence,
  areTwo: (one: readonly number[], other: readonly number[]) => boolean,
): (one: readonly number[], other: readonly number[]) => boolean {
  if (!isOfAnyRelative) return () => false
  const related = new Set(candidates.flatMap(({ a, b }) => (areTwo([a], [b]) ? [a, b] : [])))
  return (one, other) =>
    isOfAnyRelative(
      one,
      other,
      [...one, ...other].some((row) => related.has(row)),
    )
}

/**
 * A row that is as near to two things which are known to be two is of one of them, and nothing tells of which. Nor is it of the farther
 * one where it was kept from the nearer.
 */
const leastLead = 2

/** Rows outside a group that are about as near to one of its rows as these bits, or nearer. */
function rivalry(candidates: readonly Candidate[], same: number): (group: readonly number[], bits: number) => number[] {
  const near = new Map<number, { row: number; bits: number }[]>()
  for (const { a, b, bits } of candidates) {
    if (bits < same) continue
    near.set(a, [...(near.get(a) ?? []), { row: b, bits }])
    near.set(b, [...(near.get(b) ?? []), { row: a, bits }])
  }
  return (group, bits) =>
    group.flatMap((row) =>
      (near.get(row) ?? []).flatMap((other) =>
        other.bits >= bits - leastLead && !group.includes(other.row) ? [other.row] : [],
      ),
    )
}

function candidatesOf(neighbourhood: Int32Array, { a, b, bits }: Edges): Candidate[] {
  const candidates = Array.from(neighbourhood, (edge) => ({ a: a[edge] ?? 0, b: b[edge] ?? 0, bits: bits[edge] ?? 0 }))
  return candidates.length === 1 ? candidates : candidates.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
}

function judging(candidates: readonly Candidate[], { lines, evidence, isNever }: Settling) {
  const bitsOf = remembering(evidence, candidates.length)
  // One pair against outweighs one for; it takes two to lead across.
  const mostAgainst = -lines.same - 1
  const capped = (bits: number) => Math.min(lines.same, Math.max(mostAgainst, bits))
  const least = (one: readonly number[], other: readonly number[]): number => {
    let bits = Infinity
    for (const a of one) for (const b of other) bits = Math.min(bits, isNever(a, b) ? -Infinity : bitsOf(a, b))
    return bits
  }
  const speaksAsWhole = (one: readonly number[], other: readonly number[]): boolean => {
    const pairs = one.length * other.length
    return (
      pairs > 1 &&
      pairs <= mostPairsAsWhole &&
      (evidence.weighGroups?.(one, other) ?? -Infinity) >= lines.same + Math.log2(pairs)
    )
  }
  return {
    /** Nothing can make these two one thing. */
    areTwo: (one: readonly number[], other: readonly number[]): boolean => least(one, other) === -Infinity,

    /** The sum of what all pairs across say, each at most about as much as one strong edge. */
    speaksFor(one: readonly number[], other: readonly number[]): boolean {
      if (least(one, other) === -Infinity) return false
      let sum = 0
      for (const a of one) for (const b of other) sum += capped(bitsOf(a, b))
      // What two records contradict, their entities need not: one that bears both names says that both are one's own.
      return sum >= 0 || speaksAsWhole(one, other)
    },

    /** Nobody may speak outright against it; and as the best of many pairs is good by chance more often, the line rises with them. */
    speaksForTogether(one: readonly number[], other: readonly number[]): boolean {
      return least(one, other) > -Infinity && speaksAsWhole(one, other)
    },
  }
}

/** Weighs a pair once, however often its groups are looked at. One edge alone is looked at once anyway. */
function remembering({ weigh }: Evidence, candidates: number): Evidence['weigh'] {
  if (candidates === 1) return weigh
  const known = new Map<number, Map<number, number>>()
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const ofLow = known.get(low) ?? new Map<number, number>()
    known.set(low, ofLow)
    const bits = ofLow.get(high) ?? weigh(low, high)
    ofLow.set(high, bits)
    return bits
  }
}
