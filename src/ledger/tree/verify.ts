// The check that anyone can make without the server: given the entries' hashes, the heads and the public key, is this
// the ledger that was sealed? Whoever owns the database may have rewritten all that is in it; the check stands on the
// public key and on the heads that were exported.

import type { Words } from '../../../dictionary/words.ts'
import { type Entries, readEntries } from './entries.ts'
import { compareExport, explainLost } from './exported.ts'
import { headHash, noHead, type SignedHead, verifyHead } from './heads.ts'
import { says } from './says.ts'
import type { Evidence, Fail, Fault, Verdict } from './verdict.ts'

/**
 * Checks a ledger and names its first fault. Without exported heads, a ledger cut back to one of its heads, or written
 * anew with the sealing key, looks sound: only a head kept elsewhere shows that.
 */
export async function verifyLedger(evidence: Evidence): Promise<Verdict> {
  const entries = readEntries(evidence.leaves)
  try {
    return await findFault(evidence, entries)
  } finally {
    await entries.close()
  }
}

async function findFault(evidence: Evidence, entries: Entries): Promise<Verdict> {
  const { lost, agreedSize, damaged } = compareExport(evidence)
  if (damaged) return damaged

  let sealed: SignedHead | undefined
  for (const [position, head] of evidence.heads.entries()) {
    if (lost && lost.size < head.size) break
    const wrong = checkHead({ head, position, sealed, evidence }) ?? (await checkEntries({ head, sealed, entries }))
    if (wrong) return wrong
    sealed = head
  }
  if (lost) return explainLost({ lost, agreedSize, entries })
  return { ok: true, size: entries.count(), unsealed: await entries.countRest() }
}

function checkHead(o: {
  head: SignedHead
  position: number
  sealed: SignedHead | undefined
  evidence: Evidence
}): Fail | undefined {
  const { head, position, sealed, evidence } = o
  const at = sealed?.size ?? 0
  const wrong = (fault: Fault, say: Words): Fail => ({ ok: false, fault, at, before: at, say })

  if (!verifyHead(head, head.signature, evidence.publicKey))
    return wrong('head_signature', says.headSignature(position, head.at, at))
  if (head.workspace !== evidence.workspace)
    return wrong('foreign_head', says.foreignHead(position, head.at, head.workspace, evidence.workspace))
  if (!head.previous.equals(sealed ? headHash(sealed) : noHead) || head.size < at)
    return wrong(
      'head_chain',
      sealed ? says.noNextHead(position, head.at, position - 1) : says.noFirstHead(position, head.at),
    )
  return undefined
}

async function checkEntries(o: {
  head: SignedHead
  sealed: SignedHead | undefined
  entries: Entries
}): Promise<Fail | undefined> {
  const { head, sealed, entries } = o
  const stretch = { at: sealed?.size ?? 0, before: head.size }
  await entries.advanceTo(head.size)
  if (entries.count() < head.size)
    return {
      ok: false,
      fault: 'tail_cut',
      ...stretch,
      say: says.tailCut({ entries: entries.count(), size: head.size, sealed: head.at, at: stretch.at }),
    }
  if (!entries.root().equals(head.root))
    return {
      ok: false,
      fault: 'leaf_changed',
      ...stretch,
      say: says.changed(stretch.at, head.size - 1, head.at),
    }
  return undefined
}
