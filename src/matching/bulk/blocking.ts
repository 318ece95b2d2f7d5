// Which pairs are worth comparing. Every rule's pairs are counted before one is compared; the cheapest rules go first, a block too
// full is split by a second key rather than dropped, and what is left uncompared is told.
import { type Groups, groupRows, pairsIn } from './groups.ts'
import { refineGroups } from './refine.ts'

/** Rows with the same key are compared; 0 means that a row has none. */
export type Rule = { name: string; keys: Int32Array }

export type BlockingOptions = {
  rules: readonly Rule[]
  /** Keys that split a block which is too full, such as birthday or first name; 0 means that a row has none. */
  refineBy?: readonly Rule[]
  /** Rows above which a block is split. */
  fullAt?: number
  /** Pairs that may be compared in all, a rule's own counted before others that find them too. */
  mostPairs?: number
}

/** What was counted of a rule, for people to read. */
export type RuleReport = {
  name: string
  /** Before any block was split. */
  countedPairs: number
  pairs: number
  blocksSplit: number
  /** Pairs given up where even every second key together left a block too full, or where a row lacks the second key. */
  pairsGivenUp: number
  isUsed: boolean
}

export type Blocks = {
  /** The rules used, the dearest first: whether two have met already is asked of few pairs then. */
  rules: readonly Groups[]
  /** `blockOf[row * rules + rule]`: the block a row is in by a rule, or 0. Row by row, so that one look shows all rules. */
  blockOf: Int32Array
  report: readonly RuleReport[]
}

type Counted = { whole: Groups; groups: Groups; report: RuleReport }

const leastFull = 10

export function formBlocks({ rules, refineBy = [], fullAt = 300, mostPairs = Infinity }: BlockingOptions): Blocks {
  let left = mostPairs
  const used: Groups[] = []
  const report = rules
    .map((rule) => count(rule.name, groupRows(rule.keys), refineBy, fullAt))
    .sort((a, b) => a.report.pairs - b.report.pairs)
    .map((counted, i) => {
      const isRepeated = used.some((groups) => areSame(groups, counted.groups))
      const fitting = refineBy.length > 0 && !isRepeated ? fitInto(left, counted, refineBy, fullAt) : counted
      const isUsed = !isRepeated && (i === 0 || fitting.report.pairs <= left)
      if (isUsed) {
        left -= fitting.report.pairs
        used.push(fitting.groups)
      }
      return { ...fitting.report, isUsed }
    })
  used.reverse()
  return {
    rules: used.map(({ rows, starts }) => ({ rows: shared(rows), starts: shared(starts) })),
    blockOf: blocksByRow(rules[0]?.keys.length ?? 0, used),
    report,
  }
}

function count(name: string, whole: Groups, refineBy: readonly Rule[], fullAt: number): Counted {
  const { groups, blocksSplit } = refineGroups(whole, refineBy, fullAt)
  const [countedPairs, pairs] = [pairsIn(whole), pairsIn(groups)]
  const report = { name, countedPairs, pairs, blocksSplit, pairsGivenUp: countedPairs - pairs, isUsed: true }
  return { whole, groups, report }
}

/** A rule that costs more than is left is split finer before it is given up. */
function fitInto(left: number, counted: Counted, refineBy: readonly Rule[], fullAt: number): Counted {
  let fitting = counted
  for (let full = fullAt >> 1; fitting.report.pairs > left && full >= leastFull; full >>= 1)
    fitting = count(counted.report.name, counted.whole, refineBy, full)
  return fitting
}

/** Two rules may make the same blocks, where what tells them apart never occurs. */
const areSame = (one: Groups, other: Groups): boolean =>
  areEqual(one.starts, other.starts) && areEqual(one.rows, other.rows)

const areEqual = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((each, i) => each === b[i])

function blocksByRow(rows: number, used: readonly Groups[]): Int32Array {
  const blockOf = new Int32Array(new SharedArrayBuffer(rows * used.length * 4))
  used.forEach(({ rows: ordered, starts }, rule) => {
    for (let block = 1; block < starts.length; block++)
      for (let at = starts[block - 1] ?? 0; at < (starts[block] ?? 0); at++)
        blockOf[(ordered[at] ?? 0) * used.length + rule] = block
  })
  return blockOf
}

function shared(array: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

/** How many rules bring these two together. */
export function meetings(blocks: Blocks, a: number, b: number): number {
  let count = 0
  for (let rule = 0; rule < blocks.rules.length; rule++) {
    const block = blocks.blockOf[a * blocks.rules.length + rule]
    if (block !== 0 && block === blocks.blockOf[b * blocks.rules.length + rule]) count += 1
  }
  return count
}
