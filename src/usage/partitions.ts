// Months get partitions of their own ahead of time; the owner of the schema makes them, for requests may make no tables.
import pg from 'pg'
import { quoted } from '../platform/index.ts'

/** Makes the partitions from `back` months ago to `ahead` months from now that are missing. */
export async function ensurePartitions(ownerUrl: string, now: Date, { back = 25, ahead = 2 } = {}): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'usage.event'::regclass`,
    )
    const known = new Set(rows.map((row) => row.name))
    let made = 0
    for (let month = -back; month <= ahead; month++) {
      const [from, to] = [monthOf(now, month), monthOf(now, month + 1)]
      const name = `event_${from.slice(0, 7).replace('-', '_')}`
      if (known.has(name)) continue
      const table = `usage.${quoted(name)}`
      await client.query(`create table ${table} partition of usage.event for values from ('${from}') to ('${to}')`)
      await client.query(`alter table ${table} enable row level security`)
      await client.query(`alter table ${table} force row level security`)
      made += 1
    }
    return made
  } finally {
    await client.end()
  }
}

const monthOf = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
