// One process at a time starts or stops the server. The lock is a file that names its owner, so a lock left by a killed
// process is taken over. Should two processes ever both believe they hold it, PostgreSQL's own postmaster.pid still
// keeps a second server off the data: this lock makes things orderly, that one makes them safe.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, markOf, parseMark } from './process-mark.ts'
import { errnoOf } from './start-error.ts'

/** Runs `work` while holding the lock file; waits as long as a living process holds it. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!create(path)) {
    if (isAbandoned(path)) clearAway(path)
    else await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function create(path: string): boolean {
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(file, JSON.stringify(markOf(process.pid)))
    return true
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

function isAbandoned(path: string): boolean {
  try {
    const owner = parseMark(readFileSync(path, 'utf8'))
    // Unreadable means that its maker is between creating and writing it, or was killed there.
    return owner === undefined ? ageOf(path) > 5_000 : !isRunning(owner)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}

// Two waiters may find the same dead owner; without the second file the slower one would delete the quicker one's new
// lock. What happens under it takes microseconds, so one that is seconds old was left by a process killed in there.
function clearAway(path: string): void {
  const guard = `${path}.takeover`
  if (create(guard)) {
    if (isAbandoned(path)) rmSync(path, { force: true })
    rmSync(guard, { force: true })
  } else if (ageOf(guard) > 5_000) {
    rmSync(guard, { force: true })
  }
}

function ageOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? Date.now() - stat.mtimeMs : 0
}
