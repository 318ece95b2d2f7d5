// Heads that were copied to where the owner of the database does not reach. They alone show that a ledger was cut back
// to an earlier head, or written anew by someone with the sealing key.
import type { Entries } from './entries.ts'
import { type SignedHead, verifyHead } from './heads.ts'
import { says } from './says.ts'
import type { Evidence, Fail } from './verdict.ts'

// Every exported head that the ledger lacks is a fault, so the earliest of them is all that the walk must stop at. One
// that the ledger holds too adds nothing: the walk checks it there.
export function compareExport({ heads, exported = [], workspace, publicKey }: Evidence) {
  const held = new Set(heads.map(spell))
  const lost = exported.filter((head) => !held.has(spell(head)))
  const unsigned = lost.find((head) => head.workspace !== workspace || !verifyHead(head, head.signature, publicKey))
  if (unsigned) return { damaged: damagedExport(unsigned, exported.indexOf(unsigned)) }

  const first = lost.reduce<SignedHead | undefined>(
    (least, head) => (least && least.size <= head.size ? least : head),
    undefined,
  )
  const agreed = exported.filter((head) => first && head.size <= first.size && held.has(spell(head)))
  return { lost: first, agreedSize: agreed.reduce((size, head) => Math.max(size, head.size), 0) }
}

// Not headBytes, which refuses a malformed head: one such in the ledger is a fault to name, not an exception.
function spell({ workspace, size, root, at, previous, signature }: SignedHead): string {
  return JSON.stringify([workspace, size, at, ...[root, previous, signature].map((bytes) => bytes.toString('hex'))])
}

export async function explainLost(o: { lost: SignedHead; agreedSize: number; entries: Entries }): Promise<Fail> {
  const { lost, entries, agreedSize: at } = o
  const stretch = { at, before: lost.size }
  await entries.advanceTo(lost.size)
  if (entries.count() < lost.size)
    return {
      ok: false,
      fault: 'tail_cut',
      ...stretch,
      say: says.endLost(entries.count(), lost.size, lost.at),
    }
  if (!entries.root().equals(lost.root))
    return {
      ok: false,
      fault: 'rewritten',
      ...stretch,
      say: says.rewritten(at, lost.size - 1, lost.at),
    }
  return {
    ok: false,
    fault: 'head_missing',
    at: lost.size,
    before: lost.size,
    say: says.headLost(lost.size, lost.at),
  }
}

function damagedExport(head: SignedHead, position: number): Fail {
  return {
    ok: false,
    fault: 'export_signature',
    at: 0,
    before: 0,
    say: says.exportDamaged(position, head.at),
  }
}
