// Time spent on processors, read from /proc, so that no server has to be changed to be measured. Linux only, as the bench is.
import { readdirSync, readFileSync } from 'node:fs'

const tickMs = 10 // 100 a second on every Linux that Node runs on

/** Milliseconds a process has computed since it began, its threads included. */
export const cpuOf = (pid: number): number => {
  const stat = statOf(pid)
  return stat ? stat.own * tickMs : 0
}

/** Milliseconds of a PostgreSQL server: the postmaster, its living processes, and those that have ended. */
export function cpuOfServer(postmaster: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const stat = statOf(pid)
    if (pid === postmaster && stat) ticks += stat.own + stat.ended
    else if (stat?.parent === postmaster) ticks += stat.own
  }
  return ticks * tickMs
}

/** Megabytes of memory a process holds. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0

function statOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ') // the name in brackets may hold spaces
    const at = (i: number) => Number(fields[i])
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return null // it ended meanwhile
  }
}
