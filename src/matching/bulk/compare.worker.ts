// One thread of a bulk comparison: takes tasks until none is left, then hands over its edges.
import { parentPort, workerData } from 'node:worker_threads'
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import { type Comparison, comparing, type Tasks } from './compare.ts'
import { type Edges, noEdges } from './edges.ts'
import type { Records } from './records.ts'
import { layTable } from './table.ts'

export type Assigned = {
  model: Model
  columns: Columns
  records: Records
  comparison: Comparison
  tasks: Tasks
  /** The next task that nobody has taken, shared by all threads. */
  next: Int32Array
}

export type Done = {
  edges: Edges
  /** Task after task: its number, and how many edges there were after it. */
  taken: readonly (readonly [task: number, edges: number])[]
  pairs: number
  cpuMs: number
}

const { model, columns, records, comparison, tasks, next } = workerData as Assigned // as `compareAll` starts it
// Starting the thread is not comparing; laying the table is.
const before = process.threadCpuUsage()
const compare = comparing(comparison, records, layTable(model, columns, records, comparison.floor), tasks)
const edges = noEdges(1 << 16)
const taken: [number, number][] = []
let pairs = 0
for (let task = Atomics.add(next, 0, 1); task * 3 < tasks.length; task = Atomics.add(next, 0, 1)) {
  pairs += compare(task, edges)
  taken.push([task, edges.count])
}
const { user, system } = process.threadCpuUsage(before)
const done: Done = { edges, taken, pairs, cpuMs: (user + system) / 1_000 }
const { a, b, bits, vector } = edges
parentPort?.postMessage(done, [a.buffer, b.buffer, bits.buffer, vector.buffer] as ArrayBuffer[]) // made in noEdges, not shared
