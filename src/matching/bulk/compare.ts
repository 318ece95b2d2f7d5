// Comparing the pairs of blocks. The work is cut into tasks of about equal pairs, which threads take one after another; the edges of
// a task are the same whoever did it, so the outcome does not depend on the number of threads.
import { roomForPairs } from '../pairs.ts'
import type { Blocks } from './blocking.ts'
import { addEdge, type Edges } from './edges.ts'
import { type Groups, groupCount, pairsAmong } from './groups.ts'
import { openMet } from './met.ts'
import type { Records } from './records.ts'
import { seatsAtOnce, type Table } from './table.ts'

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
/** Pairs that go through each field together: with what is told of them they fit in a processor's nearest memory. */
const pairsAtOnce = 512

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
  const { touched, rules } = comparison
  const met = openMet(comparison, records)
  let pairs = roomForPairs(2 * pairsAtOnce)
  let compared = 0

  /** Blocks that lie beside each other are seated at once, so that their records are fetched at once. */
  function compareBlocks(rule: number, { rows, starts }: Groups, first: number, end: number, edges: Edges): void {
    const from = starts[first] as number // blocks of these groups, here and below
    const to = starts[end] as number
    met.seat(rule, rows, from, to) // first, for it only touches each record, so that all are fetched at once
    table.seat(rows, from, to)
    for (let block = first; block < end; block++) {
      const last = (starts[block + 1] as number) - from
      for (let seat = (starts[block] as number) - from; seat < last - 1; seat++) {
        if (pairs.count + last - seat > pairs.bits.length) flush(edges)
        if (last - seat > pairs.bits.length) pairs = roomForPairs(last - seat)
        met.addNew(seat, last, pairs)
      }
    }
    flush(edges)
  }

  function flush(edges: Edges): void {
    compared += pairs.count
    table.sift(pairs)
    for (let i = 0; i < pairs.count; i++)
      addEdge(
        edges,
        pairs.ones[i] as number,
        pairs.others[i] as number,
        pairs.bits[i] as number,
        pairs.vectors[i] as number,
      ) // within the pairs
    pairs.count = 0
  }

  return (task, edges) => {
    const [rule, first, end] = [tasks[task * 3] as number, tasks[task * 3 + 1] as number, tasks[task * 3 + 2] as number] // as they are cut
    const groups = rules[rule] as Groups
    compared = 0
    for (let block = first; block < end; ) {
      const next = endOfRun(groups, block, end, touched)
      if (next > block) compareBlocks(rule, groups, block, next, edges)
      block = Math.max(next, block + 1)
    }
    return compared
  }
}

/** Behind the blocks from this one on that are to be compared and find seats together. */
function endOfRun({ rows, starts }: Groups, first: number, end: number, touched: Uint8Array | undefined): number {
  let next = first
  while (next < end) {
    const [from, to] = [starts[next] as number, starts[next + 1] as number] // blocks of these groups
    if (next > first && to - (starts[first] as number) > seatsAtOnce) break
    if (touched && !hasTouched(touched, rows, from, to)) break
    next++
  }
  return next
}

function hasTouched(touched: Uint8Array, rows: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (touched[rows[at] as number] === 1) return true // within the block
  return false
}
