// Runs PostgreSQL's programs as the server's user.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { isRunning, type ProcessMark } from './process-mark.ts'
import { errnoOf } from './start-error.ts'

/**
 * Runs one of PostgreSQL's programs as the server's user, away from our terminal and our secrets; in a process group of its own, so
 * that who finds it orphaned can end it with all that it began (`endGroup`). `started` is told its process id.
 */
export async function run(
  cluster: Cluster,
  program: string,
  args: string[],
  started: (pid: number) => void = () => {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...cluster.user,
      cwd: cluster.folder,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: hasGroups,
    })
    if (child.pid !== undefined) started(child.pid)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', fail)
    child.once('close', (code) => done({ ok: code === 0, output }))
  })
}

/** Kills a program that `run` began and whatever it began itself, and waits until none of them is left, two seconds at most. */
export async function endGroup(leader: ProcessMark): Promise<void> {
  if (!hasGroups || !isRunning(leader)) return
  try {
    process.kill(-leader.pid, 'SIGKILL')
    // Where nobody collects orphans, as in a container without an init, the dead keep their number for ever.
    for (let waited = 0; waited < 2_000; waited += 10) {
      process.kill(-leader.pid, 0)
      await sleep(10)
    }
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error
  }
}

const hasGroups = process.platform !== 'win32'

/** Only what the programs need: our own environment holds secrets, and PG… variables would change their behaviour. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const needed = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
  const ours = needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(ours), LC_ALL: 'C' }
}
