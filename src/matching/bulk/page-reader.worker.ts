// A thread that reads pages into columns of their own: the work of reading names and addresses, without knowing of other pages.
import { parentPort, workerData } from 'node:worker_threads'
import { openEncoder } from '../encode.ts'
import type { Held } from './open-matcher.ts'
import { answering } from './threads.ts'

const { kind, fields } = workerData as Held // as `openMatcher` starts it

answering(parentPort, (page: string) => {
  const encoder = openEncoder(kind)
  for (const row of JSON.parse(page) as unknown[][]) {
    const values: Record<string, unknown> = {}
    for (let i = 0; i < fields.length; i++) values[fields[i] as string] = row[i] // a field of these
    encoder.add(values)
  }
  return encoder.columns()
})
