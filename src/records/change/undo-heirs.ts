// An edit of a merged record may have gone to another when the merge was taken apart: an undo finds it there.
import { type Row, sql, statement, type Tx } from '../../platform/index.ts'
import type { ClaimsBefore } from './record-state.ts'

/** A record that came out of another, and what its own source said before it was given what had been said meanwhile. */
export type Heir = { id: string; before: ReadonlyMap<string, ClaimsBefore | null> }

/** By record: those that have come out of it since the act. */
export async function heirsOf(
  tx: Tx,
  workspace: string,
  act: string,
  recordIds: readonly string[],
): Promise<Map<string, Heir[]>> {
  const rows = await tx.query(
    statement(sql`with parted as (select distinct h.record_id as root, a.id as act_id, a.details from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
        where h.workspace_id = ${workspace} and h.record_id = any(${recordIds}::uuid[]) and h.act_id > ${act} and a.kind = 'unmerge')
      select p.root, h.record_id as id, h.system, h.claims_before from parted p join ledger.history h on h.workspace_id = ${workspace} and h.act_id = p.act_id
      where p.details -> 'restored' ? h.record_id::text and p.details ->> 'from' = p.root::text and h.local_id = h.record_id::text and not (h.changed ? 'belongs_to') order by h.act_id, h.n`),
  )
  const heirs = new Map<string, Heir[]>()
  for (const [root, some] of Map.groupBy(rows, (row) => row['root'] as string)) // uuid columns
    heirs.set(
      root,
      [...Map.groupBy(some, (row) => row['id'] as string)].map(([id, own]) => ({ id, before: beforeOf(own) })),
    )
  return heirs
}

const beforeOf = (rows: readonly Row[]) =>
  new Map(rows.map((row) => [row['system'] as string, row['claims_before'] as ClaimsBefore | null])) // written by the door
