// A process number alone is a weak name: numbers come round again after a crash, a reboot or a container's restart.
// So we remember when the process was born too, where the platform tells (Linux, macOS).
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errnoOf } from './start-error.ts'

export type ProcessMark = { pid: number; born: string | null }

export function markOf(pid: number): ProcessMark {
  return { pid, born: birthOf(pid) }
}

/** Whether that very process still runs; one that is dead but not yet collected by its parent does not. */
export function isRunning(mark: ProcessMark): boolean {
  if (!hasProcess(mark.pid) || isDefunct(mark.pid)) return false
  return mark.born === null || mark.born === birthOf(mark.pid)
}

/** Reads a mark written by `JSON.stringify(markOf(pid))`; undefined when the text is anything else. */
export function parseMark(text: string): ProcessMark | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('born' in value)) return undefined
    const { pid, born } = value
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined
    return born === null || typeof born === 'string' ? { pid, born } : undefined
  } catch {
    return undefined
  }
}

/** Whether the process number is in use, by whomever. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}

export function isDefunct(pid: number): boolean {
  const state = linuxStat(pid)?.[0]
  return state === 'Z' || state === 'X'
}

function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const ticks = linuxStat(pid)?.[19]
    return ticks === undefined ? null : `${bootId()}:${ticks}`
  }
  if (process.platform !== 'darwin') return null
  try {
    return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

// The fields of /proc/<pid>/stat after the program's name, which may itself hold spaces and brackets.
function linuxStat(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined
  const text = readIfThere(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function bootId(): string {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
