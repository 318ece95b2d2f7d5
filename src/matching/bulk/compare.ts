// Comparing the pairs of blocks. The work is cut into tasks of about equal pairs, which threads take one after another; the edges of
// a task are the same whoever did it, so the outcome does not depend on the number of threads.
import type { Blocks } from './blocking.ts'
import { addEdge, type Edges } from './edges.ts'
import { groupCount, pairsAmong } from './groups.ts'
import type { Table } from './table.ts'

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
export function compareTask(comparison: Comparison, table: Table, tasks: Tasks, task: number, edges: Edges): number {
  const rule = tasks[task * 3] ?? 0
  const groups = comparison.rules[rule]
  if (!groups) return 0
  const { rows, starts } = groups
  let pairs = 0
  for (let block = tasks[task * 3 + 1] ?? 0; block < (tasks[task * 3 + 2] ?? 0); block++)
    pairs += compareBlock(comparison, table, rule, rows.subarray(starts[block], starts[block + 1]), edges)
  return pairs
}

function compareBlock(comparison: Comparison, table: Table, rule: number, rows: Int32Array, edges: Edges): number {
  const { floor, touched, blockOf, rules } = comparison
  if (touched && !rows.some((row) => touched[row] === 1)) return 0
  table.seat(rows)
  let pairs = 0
  for (let a = 0; a < rows.length - 1; a++)
    for (let b = a + 1; b < rows.length; b++) {
      if (touched && touched[rows[a] ?? 0] === 0 && touched[rows[b] ?? 0] === 0) continue
      if (isMetBefore(blockOf, rules.length, rule, rows[a] ?? 0, rows[b] ?? 0)) continue
      pairs += 1
      const bits = table.score(a, b)
      if (bits >= floor) addEdge(edges, rows[a] ?? 0, rows[b] ?? 0, bits, table.vector(a, b))
    }
  return pairs
}

/** Whether an earlier rule has brought these two together already, so that a pair is compared once. */
function isMetBefore(blockOf: Int32Array, rules: number, rule: number, a: number, b: number): boolean {
  const ofA = a * rules
  const ofB = b * rules
  for (let earlier = 0; earlier < rule; earlier++) {
    const block = blockOf[ofA + earlier]
    if (block !== 0 && block === blockOf[ofB + earlier]) return true
  }
  return false
}
