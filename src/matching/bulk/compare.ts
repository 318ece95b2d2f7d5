// Comparing the pairs of blocks. The work is cut into tasks of about equal pairs, which threads take one after another; the edges of
// a task are the same whoever did it, so the outcome does not depend on the number of threads.
import type { Blocks } from './blocking.ts'
import { addEdge, type Edges } from './edges.ts'
import { groupCount, pairsAmong } from './groups.ts'
import { openMet } from './met.ts'
import type { Records } from './records.ts'
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

/** Answers how to compare what a task says, add what reaches the floor, and tell how many pairs were compared. */
export function comparing(
  comparison: Comparison,
  records: Records,
  table: Table,
  tasks: Tasks,
): (task: number, edges: Edges) => number {
  const { floor, touched, rules } = comparison
  const met = openMet(comparison, records)
  let others = new Int32Array(512)
  let bits = new Float64Array(512)

  function compareBlock(rule: number, rows: Int32Array, from: number, to: number, edges: Edges): number {
    if (touched && !hasTouched(touched, rows, from, to)) return 0
    if (to - from > others.length) {
      others = new Int32Array(to - from)
      bits = new Float64Array(to - from)
    }
    met.seat(rule, rows, from, to) // first, for it only touches each record, so that all are fetched at once
    table.seat(rows, from, to)
    let pairs = 0
    for (let a = 0; a < to - from - 1; a++) {
      const count = met.newTo(a, others)
      if (count === 0) continue
      pairs += count
      table.scoreAll(a, others, count, bits)
      for (let i = 0; i < count; i++) {
        if ((bits[i] as number) < floor) continue
        const b = others[i] as number // a seat, as all others are
        addEdge(edges, rows[from + a] as number, rows[from + b] as number, bits[i] as number, table.vector(a, b))
      }
    }
    return pairs
  }

  return (task, edges) => {
    const [rule, first, end] = [tasks[task * 3] as number, tasks[task * 3 + 1] as number, tasks[task * 3 + 2] as number] // as they are cut
    const groups = rules[rule]
    let pairs = 0
    for (let block = first; groups && block < end; block++)
      pairs += compareBlock(
        rule,
        groups.rows,
        groups.starts[block] as number,
        groups.starts[block + 1] as number,
        edges,
      )
    return pairs
  }
}

function hasTouched(touched: Uint8Array, rows: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (touched[rows[at] as number] === 1) return true // within the block
  return false
}
