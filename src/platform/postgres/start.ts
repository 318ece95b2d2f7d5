// Starts the server away from our terminal and pipes: Ctrl-C and the end of this process must not take it with them
// before it was asked to stop.
import { spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { readPostmaster } from './postmaster.ts'
import { serverEnvironment } from './programs.ts'
import { reasons } from './reasons.ts'
import { markLogs } from './server-log.ts'
import { serverArguments } from './settings.ts'
import { PostgresStartError } from './start-error.ts'

export type Start = {
  port: number
  chosen: Record<string, string>
  /** A process number that postmaster.pid names and that is provably no server's. */
  impostor: number | undefined
  /** Called when the server ends, however late. */
  ended: () => void
}

/** Waits until the server has taken its folder, or ended; gives what reads all it said since. */
export async function start(cluster: Cluster, { port, chosen, impostor, ended }: Start): Promise<() => string> {
  const startLog = join(cluster.logs, 'start.log')
  writeFileSync(startLog, '', { mode: 0o600 })
  const said = markLogs(cluster.logs)
  const output = openSync(startLog, 'a')
  const env = serverEnvironment()
  // PostgreSQL does not count its grandparent's number in postmaster.pid as a rival (as when pg_ctl is started again at
  // boot). A number that we know to be a corpse's or a stranger's is named here: no waiting until it is free, and
  // PostgreSQL still makes sure that nobody uses the old server's memory.
  if (impostor !== undefined) env.PG_GRANDPARENT_PID = String(impostor)
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.data, ...serverArguments({ port, logs: cluster.logs, chosen })],
    {
      ...cluster.user,
      cwd: cluster.folder,
      env,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output, output],
    },
  )
  closeSync(output)
  child.unref()
  let hasEnded = false
  const failure = new Promise<Error>((settle) => child.once('error', settle))
  child.once('exit', () => {
    hasEnded = true
    ended()
  })
  if (child.pid === undefined) throw cannotRun(cluster, await failure)
  while (!hasEnded && readPostmaster(cluster.data)?.pid !== child.pid) await sleep(25)
  return said
}

function cannotRun({ binaries }: Cluster, cause: Error): PostgresStartError {
  return new PostgresStartError('start_failed', reasons.cannotRun(binaries.postgres, cause.message), { cause })
}
