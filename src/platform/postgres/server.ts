// Brings the server up: takes over the one that runs, or starts one and sees it through its first seconds. Everything
// here is called under the lock.
import { setTimeout as sleep } from 'node:timers/promises'
import { untilItAnswers } from './answer.ts'
import type { Cluster, Log } from './cluster.ts'
import { likelyPort, nextPort, rememberedPort, rememberPort } from './port.ts'
import { endLeftovers, readPostmaster } from './postmaster.ts'
import { hasProcess, isDefunct } from './process-mark.ts'
import { run } from './programs.ts'
import { explainRefusal, isLasting, readRefusal } from './refusal.ts'
import { lastWords } from './server-log.ts'
import { start } from './start.ts'

export type Wanted = {
  cluster: Cluster
  password: string
  settings: Record<string, string>
  /** The only port that will do; without it the folder's own port is used, or the next free one. */
  port: number | undefined
  log: Log
}

/** `adopted`: it ran before we came. */
export type Running = { pid: number; port: number; adopted: boolean }

/** How long a start that is refused for a passing reason is tried again: a killed server leaves traces for seconds. */
const patience = 12_000
/** How long the folder's port may be taken before another is chosen; callers hold addresses with the old one. */
const portPatience = 3_000

/** Gives the server once it serves us. `ended` is called when a server started here ends, however late. */
export async function bringUp(wanted: Wanted, ended: () => void): Promise<Running> {
  const { cluster, settings: chosen } = wanted
  const began = performance.now()
  const remembered = rememberedPort(cluster.folder)
  let port = wanted.port ?? remembered ?? likelyPort(cluster.folder)
  let said: (() => string) | undefined
  let sweeps = 0
  let failures = 0
  for (;;) {
    const there = readPostmaster(cluster.data)
    const answering = there?.runs ? await untilItAnswers(wanted) : undefined
    if (there && answering !== undefined) {
      rememberPort(cluster.folder, answering)
      return { pid: there.pid, port: answering, adopted: said === undefined }
    }
    if (said !== undefined) {
      const words = await lastWords(said)
      const refusal = readRefusal(words)
      const waited = performance.now() - began
      if (
        refusal === 'port_taken' &&
        wanted.port === undefined &&
        (remembered === undefined || waited > portPatience)
      ) {
        wanted.log({
          level: 'warn',
          message: `Port ${port} is taken by another program; PostgreSQL tries the next one.`,
        })
        port = nextPort(port)
      } else if ((isLasting(refusal) && ++failures === 3) || waited > patience) {
        throw explainRefusal(refusal, words, port, cluster.folder)
      }
      if (refusal === 'leftovers') endLeftovers(cluster.data, sweeps++ === 0 ? 'SIGQUIT' : 'SIGKILL')
      await sleep(250)
    }
    const before = readPostmaster(cluster.data)
    const impostor = before?.isImpostor ? before.pid : undefined
    said = await start(cluster, { port, chosen, impostor, ended })
  }
}

/** Fast shutdown: open transactions are rolled back, sessions closed, everything written. Waits until it is done. */
export async function shutDown(cluster: Cluster, log: Log): Promise<void> {
  const there = readPostmaster(cluster.data)
  if (!there?.runs) return
  const order = ['stop', `--pgdata=${cluster.data}`, '--mode=fast', '--wait', '--timeout=60']
  const { ok, output } = await run(cluster, cluster.binaries.pg_ctl, order)
  if (!ok && readPostmaster(cluster.data)?.runs) {
    log({ level: 'warn', message: `PostgreSQL did not stop within a minute and was left running: ${output.trim()}` })
    return
  }
  while (hasProcess(there.pid) && !isDefunct(there.pid)) await sleep(20)
}
