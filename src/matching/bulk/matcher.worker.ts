// A thread that holds the columns of one kind of record and matches them: it takes pages as they were read, and keeps what it found,
// so that what is added later is matched with what is there. Whoever asks stays free to answer others meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { openEncoder } from '../encode.ts'
import { groundOf } from './ground.ts'
import type { Asked, Held, Told } from './open-matcher.ts'
import { matchAll, matchMore, type Run } from './run.ts'
import { answering } from './threads.ts'

const { kind } = workerData as Held // as `openMatcher` starts it
const encoder = openEncoder(kind)
let rows = 0
let before: { run: Run; rows: number } | null = null

answering(parentPort, async (asked: Asked): Promise<Told> => {
  if ('page' in asked) {
    encoder.append(asked.page)
    rows += asked.page.rows
    return { rows }
  }
  const ground = groundOf(encoder.columns())
  const isMore = before !== null && !asked.anew
  const run =
    before && isMore ? await matchMore(ground, before.run, since(before.rows), asked) : await matchAll(ground, asked)
  before = { run, rows }
  return { run }
})

const since = (known: number): Uint8Array => new Uint8Array(rows).fill(1, known)
