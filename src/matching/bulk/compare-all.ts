import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import { type Comparison, comparing, cutIntoTasks } from './compare.ts'
import type { Assigned, Done } from './compare.worker.ts'
import { concatEdges, type Edges, noEdges } from './edges.ts'
import { rowByRow } from './records.ts'
import { layTable } from './table.ts'

export type Compared = {
  edges: Edges
  pairs: number
  /** Time on processors, all threads together. */
  cpuMs: number
}

/** Below this many tasks, starting threads costs more than they save. */
const fewTasks = 4

/** Compares every pair of the blocks once. The edges come in one order, whatever the number of threads. */
export async function compareAll(
  model: Model,
  columns: Columns,
  comparison: Comparison,
  threads = availableParallelism(),
): Promise<Compared> {
  const tasks = cutIntoTasks(comparison)
  const records = rowByRow(columns, comparison)
  const count = tasks.length / 3
  if (threads === 1 || count < fewTasks) {
    const before = process.threadCpuUsage()
    const compare = comparing(comparison, records, layTable(model, columns, records, comparison.floor), tasks)
    const edges = noEdges()
    let pairs = 0
    for (let task = 0; task < count; task++) pairs += compare(task, edges)
    const { user, system } = process.threadCpuUsage(before)
    return { edges, pairs, cpuMs: (user + system) / 1_000 }
  }
  const next = new Int32Array(new SharedArrayBuffer(4))
  const assigned: Assigned = { model, columns, records, comparison, tasks, next }
  const done = await Promise.all(Array.from({ length: threads }, () => compareInThread(assigned)))
  return {
    edges: inOrderOfTasks(done),
    pairs: done.reduce((sum, { pairs }) => sum + pairs, 0),
    cpuMs: done.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  }
}

function compareInThread(assigned: Assigned): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { workerData: assigned })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`A thread of the comparison ended with code ${code}.`)))
  })
}

function inOrderOfTasks(done: readonly Done[]): Edges {
  const parts = done.flatMap(({ edges, taken }) =>
    taken.map(([task, end], i) => ({ task, edges: partOf(edges, taken[i - 1]?.[1] ?? 0, end) })),
  )
  return concatEdges(parts.sort((one, other) => one.task - other.task).map(({ edges }) => edges))
}

const partOf = ({ a, b, bits, vector }: Edges, from: number, to: number): Edges => ({
  count: to - from,
  a: a.subarray(from, to),
  b: b.subarray(from, to),
  bits: bits.subarray(from, to),
  vector: vector.subarray(from, to),
})
