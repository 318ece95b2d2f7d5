// The program in processes of its own, and what can befall it: kill -9 of it, of its database, or of both.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, randomAt } from '../../src/demo/random.ts'

export const isDeep = process.env['HOLDFAST_DEEP'] === '1'
/** Printed, so that a run that fails can be run again: HOLDFAST_SEED. */
export const seed = Number(process.env['HOLDFAST_SEED'] ?? Date.now() % 1_000_000)

export type Victim = 'program' | 'database' | 'both'
export const victimOf = (random: Random): Victim => random.pick(['program', 'database', 'both'])
export const chance = (name: string): Random => randomAt(seed, name)

export type Run = { child: ChildProcess; ended: Promise<{ code: number | null; stdout: string; stderr: string }> }

const program = join(import.meta.dirname, '../../bin/holdfast')

/** Begins a command line on a data folder. */
export function start(data: string, words: readonly string[]): Run {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LANG: 'C', HOLDFAST_DATA: data, HOLDFAST_RATE: 'off', LOG_LEVEL: 'error' }
  const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([stdout, stderr, [code]]) => ({ code: code as number | null, stdout, stderr }), // null where a signal ended it
  )
  return { child, ended }
}

/** Kills what was chosen; the program alone where the database is not up at that moment. False where all had ended already. */
export function kill(data: string, child: ChildProcess, victim: Victim): boolean {
  if (child.exitCode !== null || child.signalCode !== null) return false
  const database = victim === 'program' ? null : postmaster(data)
  if (database !== null) process.kill(database, 'SIGKILL')
  if (victim !== 'database' || database === null) child.kill('SIGKILL')
  return true
}

function postmaster(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return null // it is just being started, or stopped
  }
}

/** Whether the child ended before the time was over. */
export const endsWithin = ({ ended }: Run, ms: number): Promise<boolean> => {
  const waiting = new AbortController()
  return Promise.race([
    ended.then(() => true),
    sleep(ms, false, { signal: waiting.signal }).catch(() => false),
  ]).finally(() => waiting.abort())
}
