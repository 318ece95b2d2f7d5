// Whether the server serves us: it lets us in, and it is the one of our folder.
import { realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, type Log, superuser } from './cluster.ts'
import { readPostmaster } from './postmaster.ts'
import { reasons } from './reasons.ts'
import { markLogs, tail } from './server-log.ts'
import { errnoOf, PostgresStartError } from './start-error.ts'

/** Gives the port once the server serves us, or nothing when it ended first. */
export async function untilItAnswers(o: { cluster: Cluster; password: string; log: Log }): Promise<number | undefined> {
  const { cluster, password, log } = o
  const since = markLogs(cluster.logs)
  const began = performance.now()
  let spoken = began
  for (;;) {
    const there = readPostmaster(cluster.data)
    if (!there?.runs) return undefined
    const trouble = there.port === undefined ? undefined : await ask(there.port, password, cluster.data)
    if (there.port !== undefined && trouble === undefined) return there.port
    const code = errnoOf(trouble)
    if (code === '28P01') {
      throw new PostgresStartError('start_failed', reasons.refusesPassword(cluster.folder), { cause: trouble })
    }
    const now = performance.now()
    // Replaying the log after a crash takes as long as it takes; being deaf for no reason may not.
    if (now - began > (code === 'starting' ? 600_000 : 30_000)) {
      const cause = trouble instanceof Error ? trouble : undefined
      throw new PostgresStartError(
        'start_failed',
        reasons.noAnswer({
          ...{ pid: there.pid, folder: cluster.folder, port: there.port },
          ...{ why: cause ? `: ${cause.message}` : '', log: tail(since()) },
        }),
        { cause },
      )
    }
    if (now - spoken > 10_000) {
      spoken = now
      log({
        level: 'info',
        message: 'PostgreSQL is recovering what it had not written before it was stopped; waiting.',
      })
    }
    await sleep(50)
  }
}

async function ask(port: number, password: string, data: string): Promise<Error | undefined> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {}) // also reported by the call that it breaks
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    if (realpathSync(rows[0]?.folder ?? '') === realpathSync(data)) return undefined
    return new Error(`port ${port} is served by another PostgreSQL, of ${rows[0]?.folder}`)
  } catch (error) {
    // 57P03: cannot connect now, for the server is starting, stopping or recovering.
    if (errnoOf(error) === '57P03') return Object.assign(new Error('it is starting'), { code: 'starting' })
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end().catch(() => {})
  }
}
