// The queue locks a job for whoever does it, and would wait four hours for one that was killed. So whoever runs jobs holds a lock
// that ends with its connection, and jobs locked by somebody without one are set free.
import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import { type Pool, repeat, sql, statement } from '../platform/index.ts'
import type { Working } from './reactions.ts'

type Vouching = Pick<Working, 'system' | 'log'>

/** Marks the queue's locks among advisory locks. */
const lockClass = 4_101
/** A first job may be taken before its taker is vouched for. */
const graceSeconds = 5

/** Vouches for every runner that is started with these events, until it ends. */
export function vouchForRunners(working: Vouching): { events: WorkerEvents; stop(): Promise<void> } {
  const events: WorkerEvents = new EventEmitter()
  const vouched: { stop(): Promise<void> }[] = []
  events.on('pool:create', ({ workerPool }) => {
    vouched.push(vouchFor(working, workerPool.id))
  })
  return {
    events,
    async stop() {
      await Promise.all(vouched.splice(0).map((each) => each.stop()))
    },
  }
}

/** Holds the lock of one runner, and takes it again when the database was away. */
function vouchFor({ system, log }: Vouching, runner: string): { stop(): Promise<void> } {
  let letGo: (() => void) | null = null
  const { text, values } = statement(sql`select pg_advisory_lock_shared(${lockClass}, hashtext(${runner}))`)
  const turns = repeat({
    name: 'vouching for the job queue',
    everyMs: 1_000,
    work: async () => {
      if (letGo) return
      const client = await system.connect()
      letGo = () => {
        letGo = null
        client.off('error', lost)
        client.release(true) // the lock goes with the connection
      }
      const lost = letGo
      client.once('error', lost)
      await client.query(text, [...values]).catch((error) => {
        lost()
        throw error
      })
    },
    log,
  })
  return {
    async stop() {
      await turns.stop()
      letGo?.()
    },
  }
}

/**
 * Sets jobs free whose runner was killed or lost the database. They are done again, which every reaction allows; but not those that a
 * newer job took the place of while they ran: the queue lets them try no more, and would keep them for good.
 */
export async function freeAbandoned(pool: Pool): Promise<void> {
  const { text, values } = statement(
    sql`select graphile_worker.force_unlock_workers(array_agg(held.by)) from (
        select locked_by as by, locked_at from graphile_worker._private_jobs where locked_by is not null
        union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) held
      where held.locked_at < now() - make_interval(secs => ${graceSeconds}) and not exists (
        select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid::bigint = ${lockClass}
          and l.objid::bigint = hashtext(held.by)::bigint & 4294967295
          and l.database = (select d.oid from pg_database d where d.datname = current_database()))
      having count(*) > 0`,
  )
  await pool.query(text, [...values])
  await pool.query(
    'delete from graphile_worker._private_jobs where locked_at is null and key is null and attempts >= max_attempts and last_error is null',
  )
}
