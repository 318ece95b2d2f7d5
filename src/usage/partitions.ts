// Months get partitions of their own ahead of time; the owner of the schema makes them, for requests may make no tables.
import { asOwner, quoted } from '../platform/index.ts'

/**
 * Makes the partitions from `back` months ago to `ahead` months from now that are missing. A month whose events came before its
 * partition stays in the default one. Answers how many were made.
 */
export const ensurePartitions = (ownerUrl: string, now: Date, { back = 25, ahead = 2 } = {}): Promise<number> =>
  asOwner(ownerUrl, async (query) => {
    const rows = await query(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'usage.event'::regclass`,
    )
    const known = new Set(rows.map((row) => row['name']))
    let made = 0
    for (let month = -back; month <= ahead; month++) {
      const [from, to] = [monthOf(now, month), monthOf(now, month + 1)]
      const name = `event_${from.slice(0, 7).replace('-', '_')}`
      if (known.has(name)) continue
      const early = await query(
        'select 1 from usage.event_other where happened_at >= $1 and happened_at < $2 limit 1',
        [from, to],
      )
      if (early.length > 0) continue
      const table = `usage.${quoted(name)}`
      await query(
        `create table if not exists ${table} partition of usage.event for values from ('${from}') to ('${to}')`,
      )
      await query(`alter table ${table} enable row level security`)
      await query(`alter table ${table} force row level security`)
      made += 1
    }
    return made
  })

const monthOf = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
