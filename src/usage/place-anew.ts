// Accounts that were merged, or taken apart: what happened belongs to the account that has the name it happened under today.
import type { Actor } from '../access/index.ts'
import { inOneTrip, type Pool, sql, statement } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { daysWithEvents, workOutDays } from './days.ts'

/**
 * Places the events of these accounts by the product's own names, and works their days out anew; `accountIds` are all that the
 * events may have belonged to before or belong to now. Doing it twice changes nothing. Answers how many facts.
 */
export async function placeAnew(
  working: { pool: Pool; records: Records },
  actor: Actor,
  accountIds: readonly string[],
): Promise<number> {
  const w = actor.workspace
  const days = await daysWithEvents(working.pool, actor, accountIds)
  if (!days) return 0
  await inOneTrip(working.pool, w, [
    statement(sql`update usage.event e set account_id = s.record_id from records.source_record s
      where e.workspace_id = ${w} and e.account_id = any(${accountIds}::uuid[]) and s.workspace_id = ${w} and s.object = 'account' and s.system = 'product'
        and s.local_id = e.group_key and s.record_id <> e.account_id`),
  ])
  await working.records.dropFacts(actor, 'usage_day', { by: 'account', ids: accountIds })
  return workOutDays(working, actor, { ...days, accountIds })
}
