import pg from 'pg'
import type { Log } from '../log.ts'

export type Pool = pg.Pool
export type Client = pg.PoolClient

// Numbers that fit are numbers; days and moments stay the text they are.
const numberOids = [20, 1700] // bigint, numeric
const textOids = [1082, 1114, 1184] // date, timestamp, timestamptz
export const types = new pg.TypeOverrides()
for (const oid of numberOids)
  types.setTypeParser(oid, (text) => (Number.isSafeInteger(Number(text)) || oid === 1700 ? Number(text) : text))
for (const oid of textOids) types.setTypeParser(oid, (text) => text)

export type PoolOptions = { url: string; size: number; name: string; log: Log; settings?: Record<string, string> }

/** One pool per database role. */
export function createPool({ url, size, name, log, settings = {} }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    options: Object.entries(settings)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' '),
  })
  // A connection that is lost while in use also says so aloud; its statements are refused, and unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => {
    // A server that stops while its last connection is being closed is no news.
    if (!pool.ending) log.warn({ pool: name, error: error.message }, 'an idle database connection was lost')
  })
  return pool
}
