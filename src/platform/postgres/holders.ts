// Who needs the server: one small file per opener, named after its process. Read and written only under the lock.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, markOf, parseMark } from './process-mark.ts'

/** Registers this process as a holder; the function given back withdraws it. */
export function hold(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}`)
  writeFileSync(file, JSON.stringify(markOf(process.pid)), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/** How many living processes hold the server; forgets those that ended without saying so. */
export function countHolders(folder: string): number {
  let living = 0
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const mark = parseMark(readFileSync(file, 'utf8'))
    if (mark && isRunning(mark)) living++
    else rmSync(file, { force: true })
  }
  return living
}
