// What the check of a ledger is given, and what it answers.
import type { KeyObject } from 'node:crypto'
import type { Words } from '../../../dictionary/words.ts'
import type { Hash } from './hash.ts'
import type { SignedHead } from './heads.ts'

export type Evidence = {
  workspace: string
  /** The heads that the ledger holds, oldest first. */
  heads: readonly SignedHead[]
  /**
   * Heads kept outside, in any order and with any gaps. Read them before the ledger: the sealer goes on meanwhile, and
   * a head that only the export holds is a fault.
   */
  exported?: readonly SignedHead[]
  /** The hash of every entry, recomputed from its content, in sealed order. */
  leaves: Iterable<Hash> | AsyncIterable<Hash>
  publicKey: KeyObject
}

/**
 * - `leaf_changed` entries do not give the root that their head sealed: changed, removed, added or moved
 * - `tail_cut` there are fewer entries than a head sealed, or than an exported one did (an old copy restored)
 * - `head_signature` a head of the ledger that this key did not sign
 * - `head_chain` a head that does not continue the one before it: one was removed, added or moved
 * - `foreign_head` a head that was signed for another workspace
 * - `head_missing` an exported head that the ledger lost, though its entries are intact
 * - `rewritten` entries that do not fit an exported head, which the ledger lost: both were written anew
 * - `export_signature` an exported head that this key did not sign for this workspace: the export itself is damaged
 */
export type Fault =
  | 'leaf_changed'
  | 'tail_cut'
  | 'head_signature'
  | 'head_chain'
  | 'foreign_head'
  | 'head_missing'
  | 'rewritten'
  | 'export_signature'

/**
 * `size` entries are sealed and intact; `unsealed` more wait for the sealer, and nothing vouches for those yet.
 *
 * A fault begins in the entries from `at` up to but not including `before`, counted from 0; those before `at` are
 * proven. The stretch is what one head sealed, since a root tells that a leaf differs but not which. It is empty where
 * heads are at fault rather than entries.
 */
export type Verdict =
  | { ok: true; size: number; unsealed: number }
  | { ok: false; fault: Fault; at: number; before: number; say: Words }

export type Fail = Extract<Verdict, { ok: false }>
