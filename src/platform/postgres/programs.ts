// Runs PostgreSQL's programs as the server's user.
import { spawn } from 'node:child_process'
import type { Cluster } from './cluster.ts'

/** Runs one of PostgreSQL's programs as the server's user, away from our terminal and our secrets. */
export async function run(cluster: Cluster, program: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...cluster.user,
      cwd: cluster.folder,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', fail)
    child.once('close', (code) => done({ ok: code === 0, output }))
  })
}

/** Only what the programs need: our own environment holds secrets, and PG… variables would change their behaviour. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const needed = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
  const ours = needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(ours), LC_ALL: 'C' }
}
