// What PostgreSQL's lock file postmaster.pid says, and whether it is still true. We only ever read that file: it is the
// last guard against two servers on the same data, and PostgreSQL itself knows when it may be replaced.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { hasProcess, isDefunct } from './process-mark.ts'
import { errnoOf } from './start-error.ts'

export type Postmaster = {
  pid: number
  /** Undefined for the first moments of a start. */
  port: number | undefined
  /** Whether it lives. */
  runs: boolean
  /** Its number is in use, but provably not by a living server of this folder: a corpse or a newcomer. */
  isImpostor: boolean
}

export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EBUSY') return undefined
    throw error
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const port = Number(lines[3]) || undefined
  const exists = hasProcess(pid)
  const runs = exists && !isDefunct(pid) && (worksIn(pid, data) ?? isPostgres(pid))
  return { pid, port, runs, isImpostor: exists && !runs }
}

/**
 * Ends the sessions that a killed postmaster left behind. Most notice its end at once; one in the middle of a long
 * query does not, and PostgreSQL rightly refuses to start until it is gone. Linux only: elsewhere we can't tell them.
 */
export function endLeftovers(data: string, signal: 'SIGQUIT' | 'SIGKILL'): void {
  if (process.platform !== 'linux' || readPostmaster(data)?.runs) return
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid) || worksIn(pid, data) !== true || !isPostgres(pid)) continue
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (errnoOf(error) !== 'ESRCH') throw error
    }
  }
}

// Every process of a server works in its data folder. Undefined where the system does not tell: not at all, or not us,
// as in a container whose root may not look into other users' processes.
function worksIn(pid: number, data: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch (error) {
    return errnoOf(error) === 'EACCES' ? undefined : false
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true // can't tell, so PostgreSQL shall judge
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}
