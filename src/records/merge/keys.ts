// The keys of merged records: one that takes in another is found by all that the other was found by, and each key says whose it was.
import { type SqlFragment, sql } from '../../platform/index.ts'
import { keyTables } from '../change/keys.ts'
import { pairsSource } from './joining.ts'

/** Copies the keys of old records to new ones, by `pairs` of their ids. */
export const keysCopied = (w: string, pairs: ReadonlyMap<string, string>): SqlFragment[] =>
  keyTables.map(
    ({ name, columns }) => sql`insert into ${name} (workspace_id, ${columns}, record_id, home_id)
      select k.workspace_id, ${columns}, m.new, coalesce(k.home_id, m.old) from ${pairsSource(pairs)} join ${name} k on k.workspace_id = ${w} and k.record_id = m.old
      on conflict do nothing`,
  )
