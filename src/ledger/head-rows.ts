// Heads as rows of the ledger.
import { type Row, type Sql, type SqlFragment, sql, statement } from '../platform/index.ts'
import { type Frontier, rootOf } from './tree/frontier.ts'
import { HASH_BYTES, type Hash } from './tree/hash.ts'
import type { SignedHead } from './tree/heads.ts'

const columns: SqlFragment = sql`h.workspace_id, h.size, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, h.root, h.previous, h.signature`

export const lastHead = (workspace: string): Sql =>
  statement(
    sql`select ${columns}, h.frontier from ledger.head h where h.workspace_id = ${workspace} order by h.size desc limit 1`,
    { prepared: true },
  )

export const allHeads = (workspace: string): Sql =>
  statement(sql`select ${columns} from ledger.head h where h.workspace_id = ${workspace} order by h.size`)

/** Heads over more entries than this, of one workspace. */
export const headsAfter = (workspace: string, size: number): Sql =>
  statement(
    sql`select ${columns} from ledger.head h where h.workspace_id = ${workspace} and h.size > ${size} order by h.size`,
  )

export const insertHead = (head: SignedHead, frontier: Frontier, keyId: string): Sql =>
  statement(
    sql`insert into ledger.head (workspace_id, size, at, root, frontier, previous, signature, key_id)
      values (${head.workspace}, ${head.size}, ${head.at}, ${head.root}, ${Buffer.concat(frontier.nodes)}, ${head.previous}, ${head.signature}, ${keyId})`,
    { prepared: true },
  )

export const headOf = (row: Row): SignedHead => ({
  workspace: row['workspace_id'] as string, // uuid, bigint, text and bytea columns
  size: Number(row['size']),
  at: row['at'] as string,
  root: row['root'] as Hash,
  previous: row['previous'] as Hash,
  signature: row['signature'] as Buffer,
})

/** The tree's edge as it was kept with a head; null where it does not give that head's root. */
export function frontierOf(head: SignedHead, kept: Buffer): Frontier | null {
  const frontier = { size: head.size, nodes: hashesIn(kept) }
  try {
    return rootOf(frontier).equals(head.root) ? frontier : null
  } catch {
    return null // not even as many hashes as the size needs
  }
}

/** Hashes that lie one after the other. */
export const hashesIn = (bytes: Buffer): Hash[] =>
  Array.from({ length: Math.ceil(bytes.length / HASH_BYTES) }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
