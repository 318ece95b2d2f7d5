// The PostgreSQL that comes with Holdfast: created on first use, shared by all Holdfast processes of one data folder,
// brought back when it is killed, and stopped by the last that needs it.

import { type Cluster, type Log, prepareFolder, settleCluster, superuser } from './cluster.ts'
import { countHolders, hold } from './holders.ts'
import { withLock } from './lock.ts'
import { readPostmaster } from './postmaster.ts'
import { bringUp, shutDown, type Wanted } from './server.ts'
import { asStartError } from './start-error.ts'
import { watch } from './watch.ts'

export { findBinaries, majorVersion } from './binaries.ts'
export { isRunning, markOf, parseMark } from './process-mark.ts'
export { type PostgresStartCode, PostgresStartError } from './start-error.ts'

export type EmbeddedServer = {
  /**
   * Where it listens on 127.0.0.1. The same for the life of the folder, unless another program takes the port while the
   * server is down; then a restart moves to another one, and this and `url` follow.
   */
  readonly port: number
  /** Connection string of the bootstrap superuser `holdfast` to a database of this cluster. */
  url(database: string): string
  /**
   * Whether it ran already, for another Holdfast process or left over from a killed one. Its settings are then those it
   * was started with.
   */
  readonly adopted: boolean
  /** This process needs it no more. The last holder stops the server: fast shutdown, waited for. May be called twice. */
  release(): Promise<void>
}

export type EmbeddedOptions = {
  /** Holds the cluster, its logs and who uses it; made when missing. */
  folder: string
  /** Of the superuser; set when the cluster is created, and must stay the same ever after. */
  password: string
  log: Log
  /** Server settings by their PostgreSQL names, over Holdfast's defaults. */
  settings?: Record<string, string>
  /** Starts the server on this port and no other; without it, a free one is chosen once and remembered in the folder. */
  port?: number
}

/**
 * Opens the server of a folder, starting or even creating it where needed, and keeps it up until released.
 *
 * @throws PostgresStartError when the folder or the server can't be used; says what to do.
 * @example const server = await openEmbeddedPostgres({ folder: '.holdfast/postgres', password, log: console.log })
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const cluster = await prepareFolder(options.folder)
    return await open(cluster, options)
  } catch (error) {
    throw asStartError(error, options.folder)
  }
}

async function open(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { password, log } = options
  const wanted: Wanted = { cluster, password, settings: options.settings ?? {}, port: options.port, log }
  let watching: ReturnType<typeof watch> | undefined
  let released: Promise<void> | undefined
  const ended = () => watching?.nudge()

  const [first, withdraw] = await withLock(cluster.lock, async () => {
    const withdraw = hold(cluster.holders)
    try {
      await settleCluster(cluster, password, log)
      return [await bringUp(wanted, ended), withdraw] as const
    } catch (error) {
      await leave(withdraw)
      throw error
    }
  })
  let server = first
  watching = watch({ isUp, restart, failed })

  return {
    get port() {
      return server.port
    },
    adopted: first.adopted,
    url: (database) =>
      `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
    release: () => (released ??= release()),
  }

  function isUp(): boolean {
    const there = readPostmaster(cluster.data)
    return there?.runs === true && there.pid === server.pid
  }

  async function restart(): Promise<void> {
    const began = performance.now()
    await withLock(cluster.lock, async () => {
      const before = server
      server = await bringUp(wanted, ended)
      if (server.adopted) return // another holder was quicker and told of it
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      log({
        level: 'error',
        message: `PostgreSQL (process ${before.pid}) ended unexpectedly; a new one serves after ${seconds} s.`,
      })
    })
  }

  function failed(error: unknown): void {
    const known = asStartError(error, cluster.folder)
    const reason = known instanceof Error ? known.message : String(known)
    log({ level: 'error', message: `PostgreSQL is down and could not be started; trying again. ${reason}` })
  }

  async function release(): Promise<void> {
    await watching?.stop()
    await withLock(cluster.lock, () => leave(withdraw))
  }

  // Also after an opening that failed half-way: a server that nobody holds serves nobody.
  async function leave(withdraw: () => void): Promise<void> {
    withdraw()
    if (countHolders(cluster.holders) === 0) await shutDown(cluster, log)
  }
}
