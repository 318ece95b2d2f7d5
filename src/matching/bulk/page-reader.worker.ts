// A thread that reads pages into columns of their own: the work of reading names and addresses, without knowing of other pages.
import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, type Page } from '../append.ts'
import { openEncoder } from '../encode.ts'
import type { Held } from './open-matcher.ts'
import { answering } from './threads.ts'

const { kind, fields } = workerData as Held // as `openMatcher` starts it
const encoder = openEncoder(kind)

answering(
  parentPort,
  (page: string): Page => {
    encoder.take() // of a page that failed half read
    for (const row of JSON.parse(page) as unknown[][]) {
      const values: Record<string, unknown> = {}
      for (let i = 0; i < fields.length; i++) values[fields[i] as string] = row[i] // a field of these
      encoder.add(values)
    }
    return encoder.take()
  },
  buffersOf,
)
