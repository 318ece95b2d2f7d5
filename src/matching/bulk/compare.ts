// Comparing the pairs of blocks. The work is cut into tasks of about equal pairs, which threads take one after another; the edges of
// a task are the same whoever did it, so the outcome does not depend on the number of threads.
import type { Scorer } from '../scorer.ts'
import { type Blocks, isMetBefore } from './blocking.ts'
import { addEdge, type Edges } from './edges.ts'
import { groupCount, pairsAmong } from './groups.ts'

/** What threads share: everything in it lies in shared memory. */
export type Comparison = Pick<Blocks, 'rules' | 'blockOf'> & {
  /** Pairs below are not kept, in bits. */
  floor: number
  /** 1 for rows that are new or changed: then only pairs with one of them are compared. */
  touched?: Uint8Array
}

/** `tasks[3 * t …]`: the rule, the first block and the block after the last. */
export type Tasks = Int32Array

const pairsPerTask = 100_000

export function cutIntoTasks({ rules }: Comparison): Tasks {
  const tasks: number[] = []
  rules.forEach((groups, rule) => {
    const { starts } = groups
    let [first, pairs] = [0, 0]
    for (let block = 0; block < groupCount(groups); block++) {
      pairs += pairsAmong((starts[block + 1] ?? 0) - (starts[block] ?? 0))
      if (pairs < pairsPerTask && block < groupCount(groups) - 1) continue
      tasks.push(rule, first, block + 1)
      first = block + 1
      pairs = 0
    }
  })
  const shared = new Int32Array(new SharedArrayBuffer(tasks.length * 4))
  shared.set(tasks)
  return shared
}

/** Compares what the task says, adds what reaches the floor, and answers how many pairs were compared. */
export function compareTask(comparison: Comparison, scorer: Scorer, tasks: Tasks, task: number, edges: Edges): number {
  const rule = tasks[task * 3] ?? 0
  const groups = comparison.rules[rule]
  if (!groups) return 0
  const { rows, starts } = groups
  let pairs = 0
  for (let block = tasks[task * 3 + 1] ?? 0; block < (tasks[task * 3 + 2] ?? 0); block++) {
    const inside = rows.subarray(starts[block], starts[block + 1])
    pairs += comparison.touched
      ? compareTouched(comparison, comparison.touched, scorer, rule, inside, edges)
      : compareBlock(comparison, scorer, rule, inside, edges)
  }
  return pairs
}

function compareBlock(comparison: Comparison, scorer: Scorer, rule: number, rows: Int32Array, edges: Edges): number {
  const { floor } = comparison
  let pairs = 0
  for (let i = 0; i < rows.length - 1; i++) {
    const a = rows[i] ?? 0
    for (let j = i + 1; j < rows.length; j++) {
      const b = rows[j] ?? 0
      if (isMetBefore(comparison, rule, a, b)) continue
      pairs += 1
      const bits = scorer.score(a, b)
      if (bits >= floor) addEdge(edges, a, b, bits, scorer.vector(a, b))
    }
  }
  return pairs
}

function compareTouched(
  comparison: Comparison,
  touched: Uint8Array,
  scorer: Scorer,
  rule: number,
  rows: Int32Array,
  edges: Edges,
): number {
  const { floor } = comparison
  let pairs = 0
  for (let i = 0; i < rows.length; i++) {
    const a = rows[i] ?? 0
    if (touched[a] === 0) continue
    for (let j = 0; j < rows.length; j++) {
      const b = rows[j] ?? 0
      // Two that are both touched meet twice in this loop.
      if (i === j || (j < i && touched[b] === 1) || isMetBefore(comparison, rule, a, b)) continue
      pairs += 1
      const bits = scorer.score(Math.min(a, b), Math.max(a, b))
      if (bits >= floor) addEdge(edges, a, b, bits, scorer.vector(Math.min(a, b), Math.max(a, b)))
    }
  }
  return pairs
}
