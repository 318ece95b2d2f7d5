// Sealing: what was done since the last head becomes leaves of the workspace's tree, under a head that is signed and copied
// outside. Any number of processes may do it; a lock on the workspace lets one at a time go on from the last head.
import type { KeyObject } from 'node:crypto'
import { words } from '../../dictionary/words.ts'
import {
  type Clock,
  type Log,
  type Pool,
  type Row,
  type Sql,
  sql,
  statement,
  transact,
  Unusable,
} from '../platform/index.ts'
import { leafHashOf } from './content.ts'
import { frontierOf, hashesIn, headOf, headsAfter, insertHead, lastHead } from './head-rows.ts'
import type { HeadsFile } from './heads-file.ts'
import { append, emptyFrontier, rootOf } from './tree/frontier.ts'
import type { Hash } from './tree/hash.ts'
import { headHash, noHead, type SignedHead, signHead, verifyHead } from './tree/heads.ts'

export type SealingKey = { privateKey: KeyObject; publicKey: KeyObject; keyId: string }

export type Sealing = { pool: Pool; key: SealingKey; clock: Clock; log: Log; headsFile: HeadsFile }

/**
 * Seals all that waits, of every workspace. One whose last head is not what this key signed is left as it is and logged: to
 * seal on would vouch for what somebody altered.
 */
export async function sealOnce(sealing: Sealing): Promise<{ workspaces: number; leaves: number }> {
  const sealed = { workspaces: 0, leaves: 0 }
  const heads: SignedHead[] = []
  await catchUpFile(sealing)
  for (const workspace of await waiting(sealing.pool)) {
    try {
      const leaves = await sealWorkspace(sealing, workspace, heads)
      sealed.leaves += leaves
      if (leaves > 0) sealed.workspaces += 1
    } catch (error) {
      sealing.log.error({ workspace, error: error instanceof Error ? error.message : error }, 'a ledger is not sealed')
    }
  }
  try {
    await exportHeads(sealing, heads) // all at once: opening the file and waiting for the disk costs more than what is written
  } catch (error) {
    sealing.log.error({ error: error instanceof Error ? error.message : error }, 'heads are not exported')
    return { workspaces: 0, leaves: 0 } // what is not outside yet is not sealed
  }
  return sealed
}

async function waiting(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ workspace_id: string }>(
    'select w.workspace_id from access.workspace w where exists (select 1 from ledger.act a where a.workspace_id = w.workspace_id and a.leaf is null)',
  )
  return rows.map((row) => row.workspace_id)
}

/** The heads it leaves are added to `heads`, each as soon as it stands in the ledger. */
async function sealWorkspace(sealing: Sealing, workspace: string, heads: SignedHead[]): Promise<number> {
  let leaves = 0
  for (;;) {
    const batch = await sealBatch(sealing, workspace)
    leaves += batch.leaves
    if (batch.head) heads.push(batch.head)
    if (!batch.isMore) return leaves
  }
}

type SealedBatch = { leaves: number; head: SignedHead | null; isMore: boolean }

const sealBatch = (sealing: Sealing, workspace: string): Promise<SealedBatch> =>
  transact(sealing.pool, workspace, async (tx) => {
    void tx.query(lockOf(workspace))
    const [row] = await tx.query(lastHead(workspace))
    const last = row ? trusted(row, sealing.key) : null
    const [sealed] = await tx.query(sealNext(workspace, last?.frontier.size ?? 0))
    const hashes = hashesIn((sealed?.['hashes'] as Buffer | null) ?? Buffer.alloc(0)) // bytea, null where nothing waited
    if (hashes.length === 0) return { leaves: 0, head: null, isMore: false }
    const frontier = append(last?.frontier ?? emptyFrontier, hashes)
    const head = {
      workspace,
      size: frontier.size,
      root: rootOf(frontier),
      at: sealing.clock().toISOString(),
      previous: last ? headHash(last.head) : noHead,
    }
    const signed = { ...head, signature: signHead(head, sealing.key.privateKey) }
    await tx.finish([insertHead(signed, frontier, sealing.key.keyId)])
    remember(signed, sealing.key)
    return { leaves: hashes.length, head: signed, isMore: sealed?.['is_more'] === true }
  })

// Held to the end of the transaction, so the next sealer reads the head that this one leaves.
const lockOf = (workspace: string): Sql =>
  statement(sql`select pg_advisory_xact_lock(hashtextextended(${`seal ${workspace}`}, 0))`)

/** The head of each workspace that was signed or verified last, by its hash: the same head needs no second look at its signature. */
const verified = new WeakMap<SealingKey, Map<string, { hash: Hash; signature: Buffer }>>()

function isSigned(head: SignedHead, key: SealingKey): boolean {
  const known = verified.get(key)?.get(head.workspace)
  if (known?.hash.equals(headHash(head)) && known.signature.equals(head.signature)) return true
  if (!verifyHead(head, head.signature, key.publicKey)) return false
  remember(head, key)
  return true
}

function remember(head: SignedHead, key: SealingKey): void {
  const known = verified.get(key) ?? new Map()
  verified.set(key, known.set(head.workspace, { hash: headHash(head), signature: head.signature }))
}

function trusted(row: Row, key: SealingKey) {
  const head = headOf(row)
  const frontier = frontierOf(head, row['frontier'] as Buffer) // bytea column
  if (!isSigned(head, key) || !frontier)
    throw new Unusable(
      words(
        `The last head, of ${head.at} over ${head.size} entries, is not one that this installation signed. Run \`holdfast check\`, and restore the ledger's heads from a backup; if HOLDFAST_SECRET was changed, put it back.`,
        `La última firma, del ${head.at} sobre ${head.size} entradas, no es de esta instalación. Ejecute \`holdfast check\` y restaure las firmas del historial de una copia; si HOLDFAST_SECRET cambió, repóngalo.`,
        `A última assinatura, de ${head.at} sobre ${head.size} entradas, não é desta instalação. Rode \`holdfast check\` e restaure as assinaturas do histórico de uma cópia; se HOLDFAST_SECRET mudou, reponha-o.`,
        `Tandatangan terakhir, pada ${head.at} atas ${head.size} catatan, bukan milik pemasangan ini. Jalankan \`holdfast check\`, dan pulihkan tandatangan lejar daripada sandaran; jika HOLDFAST_SECRET diubah, letakkan semula.`,
      ),
    )
  return { head, frontier }
}

const mostActs = 5_000
const mostHistory = 50_000

/**
 * Numbers the next acts and keeps their hashes; at most so many, and no more once they carry so much history. The ids are gathered
 * into a list first: of a list the planner expects a few rows and looks each up, of a query it expects the most it may give, and
 * would read every act the workspace ever had to join with it.
 */
const sealNext = (workspace: string, size: number): Sql =>
  statement(
    sql`with next as (select id, kind from ledger.act where workspace_id = ${workspace} and leaf is null order by id limit ${mostActs}),
      bounded as (select next.id from next left join lateral (select 1 from ledger.history h where h.workspace_id = ${workspace} and h.act_id = next.id) h on next.kind <> 'read' limit ${mostHistory}),
      numbered as (select id, ${size}::bigint + n - 1 as leaf from unnest(array(select distinct id from bounded order by id)) with ordinality as listed(id, n)),
      sealed as (update ledger.act a set leaf = numbered.leaf, leaf_hash = ${leafHashOf(sql`a`)} from numbered
        where a.workspace_id = ${workspace} and a.id = numbered.id returning a.leaf, a.leaf_hash)
      select (select string_agg(leaf_hash, ''::bytea order by leaf) from sealed) as hashes,
        (select count(*) from next) = ${mostActs} or (select count(*) from bounded) = ${mostHistory} as is_more`,
    { prepared: true },
  )

async function exportHeads({ headsFile }: Sealing, heads: readonly SignedHead[]): Promise<void> {
  try {
    await headsFile.append(heads)
  } catch (error) {
    headsFile.isBehind = true // the head is in the ledger already: the next run brings it over
    throw error
  }
}

/** A process that died between its commit and its append left the file behind the ledger. */
async function catchUpFile(sealing: Sealing): Promise<void> {
  const { pool, headsFile, key, log } = sealing
  if (!headsFile.isBehind) return
  const exported = await headsFile.sizes()
  const { rows } = await pool.query<{ workspace_id: string }>('select workspace_id from access.workspace')
  for (const { workspace_id: workspace } of rows) {
    const missing = (
      await pool.query(headsAfter(workspace, exported.get(workspace) ?? -1) as { text: string; values: unknown[] })
    ).rows // readonly only here
    const heads = missing.map(headOf)
    const sound = heads.filter((head) => verifyHead(head, head.signature, key.publicKey))
    if (sound.length < heads.length)
      log.error(
        { workspace, heads: heads.length - sound.length },
        'heads that this installation did not sign are not exported',
      )
    await exportHeads(sealing, sound)
  }
  headsFile.isBehind = false
}
