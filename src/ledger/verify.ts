// The check of a ledger against everything that vouches for it: each act's content against the hash it was sealed with, all
// hashes against the signed heads, the heads against their copies outside. Reads one moment of the ledger, while work goes on.
import type { KeyObject } from 'node:crypto'
import type { Words } from '../../dictionary/words.ts'
import { type Pool, type Row, type Sql, sql, statement, type Tx, transact } from '../platform/index.ts'
import { leafHashOf } from './content.ts'
import { allHeads, hashesIn, headOf } from './head-rows.ts'
import type { HeadsFile } from './heads-file.ts'
import type { Hash } from './tree/hash.ts'
import { says } from './tree/says.ts'
import type { Fault, Verdict } from './tree/verdict.ts'
import { verifyLedger } from './tree/verify.ts'

/**
 * - `leaf_changed` and the others of the tree: see `Fault`; with `act` where the very entry is known
 * - `leaf_missing` an entry is gone from the middle, or its number was changed
 * - `head_missing` also: entries bear numbers that no head reaches
 * - `history_without_act` the history of an act that is not there
 */
export type LedgerFault = Fault | 'leaf_missing' | 'history_without_act'

/** Entries are counted from 0; the first bad one is from `at` up to but not including `before`. */
export type LedgerVerdict =
  | {
      ok: true
      size: number
      heads: number
      /** Acts that wait for the sealer, and since when. More than a few seconds means that no sealer runs. */
      unsealed: number
      unsealedSince: string | null
      /** Lines of the exported file that can't be read: torn by a crash, or damaged. */
      unreadable: readonly number[]
    }
  | { ok: false; fault: LedgerFault; at: number; before: number; act: string | null; say: Words }

export async function verifyLedgerOf({
  pool,
  workspace,
  publicKey,
  headsFile,
}: {
  pool: Pool
  workspace: string
  publicKey: KeyObject
  headsFile: HeadsFile | null
}): Promise<LedgerVerdict> {
  // Before the ledger is read: the sealer goes on, and a head that only the file holds would be a fault.
  const exported = (await headsFile?.headsOf(workspace)) ?? { heads: [], unreadable: [] }
  return transact(pool, workspace, async (tx) => {
    void tx.query(statement(sql`set transaction isolation level repeatable read, read only`))
    void tx.query(statement(sql`set local statement_timeout = '30min'`))
    const heads = (await tx.query(allHeads(workspace))).map(headOf)
    const found: Found = { entries: 0, first: null }
    const verdict = await verifyLedger({
      workspace,
      publicKey,
      heads,
      exported: exported.heads,
      leaves: recomputed(tx, workspace, found),
    })
    const fault = faultOf(verdict, found) ?? (await strayHistory(tx, workspace, found.entries))
    if (fault) return fault
    const [row] = await tx.query(unsealed(workspace))
    return {
      ok: true,
      size: found.entries,
      heads: heads.length,
      unsealed: Number(row?.['unsealed'] ?? 0),
      unsealedSince: (row?.['since'] as string | null) ?? null, // text
      unreadable: exported.unreadable,
    }
  })
}

type Bad = { fault: 'leaf_changed' | 'leaf_missing'; leaf: number; act: string | null }
/** What was seen on the way through the entries. */
type Found = { entries: number; first: Bad | null }

/** Hashes of all numbered acts in order, from their content of today. Notes the first that is not as it was sealed. */
async function* recomputed(tx: Tx, workspace: string, found: Found): AsyncGenerator<Hash> {
  for (let from = 0; ; ) {
    const [batch] = await tx.query(nextBatch(workspace, from, found.entries))
    const hashes = hashesIn((batch?.['hashes'] as Buffer | null) ?? Buffer.alloc(0)) // bytea, null after the end
    if (!batch || hashes.length === 0) return
    found.first ??= badIn(batch)
    found.entries += hashes.length
    from = Number(batch['last']) + 1
    yield* hashes
  }
}

const batchSize = 5_000

const nextBatch = (workspace: string, from: number, place: number): Sql =>
  statement(
    sql`select string_agg(e.hash, ''::bytea order by e.leaf) as hashes, max(e.leaf) as last,
        min(e.place) filter (where e.leaf <> e.place) as gap,
        min(e.leaf) filter (where e.hash is distinct from e.leaf_hash) as changed,
        (array_agg(e.id order by e.leaf) filter (where e.hash is distinct from e.leaf_hash))[1] as act
      from (select r.id, r.leaf, r.leaf_hash, r.hash, ${place}::bigint + row_number() over (order by r.leaf) - 1 as place
        from (select a.id, a.leaf, a.leaf_hash, ${leafHashOf(sql`a`)} as hash from ledger.act a
          where a.workspace_id = ${workspace} and a.leaf >= ${from} order by a.leaf limit ${batchSize}) r) e`,
    { prepared: true },
  )

function badIn(batch: Row): Bad | null {
  const gap = batch['gap'] as number | null // bigints of the statement above
  const changed = batch['changed'] as number | null
  if (changed !== null && (gap === null || changed < gap))
    return { fault: 'leaf_changed', leaf: changed, act: batch['act'] as string } // the id beside `changed`
  return gap === null ? null : { fault: 'leaf_missing', leaf: gap, act: null }
}

/** The tree knows a fault to the stretch of one head; the hash kept with each act often tells the very one. */
function faultOf(verdict: Verdict, { entries, first }: Found): LedgerVerdict | null {
  if (first && (verdict.ok || first.leaf < verdict.before)) return sayBad(first)
  if (!verdict.ok) {
    const at = verdict.fault === 'tail_cut' ? Math.max(verdict.at, Math.min(entries, verdict.before)) : verdict.at
    return { ...verdict, at, act: null }
  }
  if (verdict.unsealed > 0)
    return {
      ok: false,
      fault: 'head_missing',
      at: verdict.size,
      before: verdict.size + verdict.unsealed,
      act: null,
      say: says.numbersUnreached(verdict.size, verdict.size + verdict.unsealed - 1),
    }
  return null
}

const sayBad = ({ fault, leaf, act }: Bad): LedgerVerdict => ({
  ok: false,
  fault,
  at: leaf,
  before: leaf + 1,
  act,
  say: fault === 'leaf_changed' ? says.entryChanged(leaf, act) : says.entryMissing(leaf),
})

async function strayHistory(tx: Tx, workspace: string, entries: number): Promise<LedgerVerdict | null> {
  const [row] = await tx.query(
    statement(sql`select h.act_id from ledger.history h where h.workspace_id = ${workspace}
      and not exists (select 1 from ledger.act a where a.workspace_id = h.workspace_id and a.id = h.act_id) order by h.act_id limit 1`),
  )
  if (!row) return null
  const act = row['act_id'] as string // uuid column
  return {
    ok: false,
    fault: 'history_without_act',
    at: entries,
    before: entries,
    act,
    say: says.strayHistory(act),
  }
}

const unsealed = (workspace: string): Sql =>
  statement(
    sql`select count(*) as unsealed, to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since from ledger.act where workspace_id = ${workspace} and leaf is null`,
  )
