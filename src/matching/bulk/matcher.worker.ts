// A thread that holds the columns of one kind of record and matches them: it reads pages as they come, and keeps what it found, so
// that what is added later is matched with what is there. Whoever asks stays free to answer others meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { openEncoder } from '../encode.ts'
import { groundOf } from './ground.ts'
import type { Asked, Held, Told } from './open-matcher.ts'
import { matchAll, matchMore, type Run } from './run.ts'

const { kind, fields } = workerData as Held // as `openMatcher` starts it
const encoder = openEncoder(kind)
let rows = 0
let before: { run: Run; rows: number } | null = null

parentPort?.on('message', (asked: Asked) => {
  answer(asked).then(
    (told) => parentPort?.postMessage(told),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  )
})

async function answer(asked: Asked): Promise<Told> {
  if ('page' in asked) return { rows: read(asked.page) }
  const ground = groundOf(encoder.columns())
  const isMore = before !== null && !asked.anew
  const run =
    before && isMore ? await matchMore(ground, before.run, since(before.rows), asked) : await matchAll(ground, asked)
  before = { run, rows }
  return { run }
}

function read(page: string): number {
  for (const values of JSON.parse(page) as unknown[][]) {
    encoder.add(Object.fromEntries(fields.map((field, i) => [field, values[i]])))
    rows += 1
  }
  return rows
}

const since = (known: number): Uint8Array => new Uint8Array(rows).fill(1, known)
