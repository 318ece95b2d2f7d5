// Random ledgers, each tampered with in every way that someone who owns the database has, must be found out; random
// honest ones must never be accused. `first` is the first entry that differs, and must lie where the fault points.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append, emptyFrontier, rootOf } from './frontier.ts'
import { type Hash, leafHash } from './hash.ts'
import { headHash, keyFromSeed, noHead, type SignedHead, signHead, type TreeHead } from './heads.ts'
import type { Fault } from './verdict.ts'
import { verifyLedger } from './verify.ts'

type Ledger = { workspace: string; leaves: Hash[]; heads: SignedHead[]; exported?: SignedHead[] }
type Dice = (below: number) => number
type Tampered = { ledger: Ledger; faults: Fault[]; first?: number }

const RUNS_EACH = 100
const sealer = keyFromSeed(Buffer.alloc(32, 1))
const thief = keyFromSeed(Buffer.alloc(32, 2))
const { publicKey } = sealer
const inEntries: ReadonlySet<Fault> = new Set(['leaf_changed', 'tail_cut', 'rewritten'])

fc.configureGlobal({ seed: 9162 })

const tamperings: Record<string, (ledger: Ledger, dice: Dice) => Tampered> = {
  'an entry changed': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length)
    return { ledger: { ...rest, leaves: leaves.with(first, stranger(0)) }, faults: ['leaf_changed'], first }
  },
  'entries removed from the middle': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length - 1)
    const removed = 1 + dice(leaves.length - first - 1)
    return {
      ledger: { ...rest, leaves: leaves.toSpliced(first, removed) },
      faults: ['leaf_changed', 'tail_cut'],
      first,
    }
  },
  'entries removed from the end': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length)
    return { ledger: { ...rest, leaves: leaves.slice(0, first) }, faults: ['tail_cut'], first }
  },
  'an entry inserted': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length)
    return { ledger: { ...rest, leaves: leaves.toSpliced(first, 0, stranger(0)) }, faults: ['leaf_changed'], first }
  },
  'an entry repeated': ({ leaves, ...rest }, dice) => {
    const first = 1 + dice(leaves.length - 1)
    const repeated = leaves.slice(first - 1, first)
    return { ledger: { ...rest, leaves: leaves.toSpliced(first, 0, ...repeated) }, faults: ['leaf_changed'], first }
  },
  'two entries swapped': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length - 1)
    const second = first + 1 + dice(leaves.length - first - 1)
    const swapped = leaves.with(first, at(leaves, second)).with(second, at(leaves, first))
    return { ledger: { ...rest, leaves: swapped }, faults: ['leaf_changed'], first }
  },
  'an entry moved forward past others': ({ leaves, ...rest }, dice) => {
    const first = dice(leaves.length - 1)
    const from = first + 1 + dice(leaves.length - first - 1)
    const moved = leaves.toSpliced(from, 1).toSpliced(first, 0, at(leaves, from))
    return { ledger: { ...rest, leaves: moved }, faults: ['leaf_changed'], first }
  },
  'everything rewritten from a point, and sealed with another key': (ledger, dice) => {
    const { rewritten, first } = rewrite(ledger, dice, thief.privateKey)
    return { ledger: rewritten, faults: ['head_signature'], first }
  },
  'everything rewritten from a point with another key, against an export': (ledger, dice) => {
    const { rewritten, first } = rewrite(ledger, dice, thief.privateKey)
    return { ledger: { ...rewritten, exported: ledger.heads }, faults: ['head_signature', 'rewritten'], first }
  },
  'everything rewritten from a point with the stolen sealing key, against an export': (ledger, dice) => {
    const { rewritten, first } = rewrite(ledger, dice, sealer.privateKey)
    return { ledger: { ...rewritten, exported: ledger.heads }, faults: ['rewritten'], first }
  },
  'everything rewritten with the stolen sealing key, against a single exported head': (ledger, dice) => {
    const { rewritten, first } = rewrite(ledger, dice, sealer.privateKey)
    return { ledger: { ...rewritten, exported: ledger.heads.slice(-1) }, faults: ['rewritten'], first }
  },
  'an old copy restored, against an export': (ledger, dice) => {
    const { old, first } = restore(ledger, dice)
    return { ledger: { ...old, exported: ledger.heads }, faults: ['tail_cut'], first }
  },
  'an old copy restored and carried on, against an export': (ledger, dice) => {
    const { old, first } = restore(ledger, dice)
    const carriedOn = goOn(old, [1 + dice(5), 1 + dice(20)], sealer.privateKey)
    return { ledger: { ...carriedOn, exported: ledger.heads }, faults: ['tail_cut', 'rewritten'], first }
  },
  'a head altered': ({ heads, ...rest }, dice) => {
    const which = dice(heads.length)
    const altered = alter(at(heads, which), dice)
    return { ledger: { ...rest, heads: heads.with(which, altered) }, faults: ['head_signature'] }
  },
  'a head altered, against an export': ({ heads, ...rest }, dice) => {
    const which = dice(heads.length)
    const altered = alter(at(heads, which), dice)
    return {
      ledger: { ...rest, heads: heads.with(which, altered), exported: heads },
      faults: ['head_signature', 'head_missing'],
    }
  },
  'a head removed from the middle': ({ heads, ...rest }, dice) => ({
    ledger: { ...rest, heads: heads.toSpliced(dice(heads.length - 1), 1) },
    faults: ['head_chain'],
  }),
  'a head repeated': ({ heads, ...rest }, dice) => {
    const which = dice(heads.length)
    return { ledger: { ...rest, heads: heads.toSpliced(which, 0, at(heads, which)) }, faults: ['head_chain'] }
  },
  'two heads swapped': ({ heads, ...rest }, dice) => {
    const one = dice(heads.length - 1)
    const other = one + 1 + dice(heads.length - one - 1)
    const swapped = heads.with(one, at(heads, other)).with(other, at(heads, one))
    return { ledger: { ...rest, heads: swapped }, faults: ['head_chain'] }
  },
  'the last heads removed, against an export': ({ heads, ...rest }, dice) => ({
    ledger: { ...rest, heads: heads.slice(0, dice(heads.length)), exported: heads },
    faults: ['head_missing'],
  }),
  'the last head sealed anew for another time, against an export': ({ heads, ...rest }) => {
    const { signature: _, ...last } = at(heads, heads.length - 1)
    const later = signed({ ...last, at: '2027-01-01T00:00:00.000Z' }, sealer.privateKey)
    return { ledger: { ...rest, heads: heads.with(-1, later), exported: heads }, faults: ['head_missing'] }
  },
  'the ledger of another workspace put in its place': ({ workspace }, dice) => ({
    ledger: { ...sealedLedger('elsewhere', [1 + dice(5), 1 + dice(5)]), workspace },
    faults: ['foreign_head'],
  }),
  'the export altered': ({ heads, ...rest }, dice) => {
    const which = dice(heads.length)
    return {
      ledger: { ...rest, heads, exported: heads.with(which, alter(at(heads, which), dice)) },
      faults: ['export_signature'],
    }
  },
  'the export of another workspace': (ledger) => ({
    ledger: { ...ledger, exported: sealedLedger('elsewhere', [3, 4]).heads },
    faults: ['export_signature'],
  }),
}

describe('a ledger is found out, and the fault points at the place, with', () => {
  test.each(Object.entries(tamperings))('%s', async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(batchSizes, fc.infiniteStream(fc.nat()), async (sizes, stream) => {
        const dice: Dice = (below) => stream.next().value % below
        const { ledger, faults, first } = tamper(sealedLedger('ours', sizes), dice)
        const verdict = await verifyLedger({ ...ledger, publicKey })
        if (verdict.ok) throw new Error('the tampering went unseen')
        expect(faults).toContain(verdict.fault)
        expect(verdict.say.en.length).toBeGreaterThan(60)
        expect(verdict.at < verdict.before).toBe(inEntries.has(verdict.fault))
        if (first !== undefined) expect(verdict.at).toBeLessThanOrEqual(first)
        if (first !== undefined && inEntries.has(verdict.fault)) expect(verdict.before).toBeGreaterThan(first)
      }),
      { numRuns: RUNS_EACH },
    )
  })
})

test('an honest ledger is never accused, whatever waits for the sealer and whichever heads were exported', async () => {
  const quietHeadsToo = fc.array(fc.nat(8), { maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(
      quietHeadsToo,
      fc.nat(9),
      fc.array(fc.boolean()),
      fc.boolean(),
      async (sizes, waiting, kept, streams) => {
        const { leaves, ...ledger } = sealedLedger('ours', sizes)
        const exported = ledger.heads.filter((_, position) => kept[position]).reverse()
        const all = [...leaves, ...Array.from({ length: waiting }, (_, index) => stranger(index))]
        const verdict = await verifyLedger({ ...ledger, exported, leaves: streams ? stream(all) : all, publicKey })
        expect(verdict).toEqual({ ok: true, size: leaves.length, unsealed: waiting })
      },
    ),
    { numRuns: 500 },
  )
})

test('without an export, an old copy and a rewrite with the stolen key look sound: this is what the export is for', async () => {
  const ledger = sealedLedger('ours', [5, 3, 4])
  const dice: Dice = (below) => below - 1
  const { old } = restore(ledger, dice)
  const { rewritten } = rewrite(ledger, dice, sealer.privateKey)
  expect(await verifyLedger({ ...old, publicKey })).toMatchObject({ ok: true, size: 8 })
  expect(await verifyLedger({ ...rewritten, publicKey })).toMatchObject({ ok: true })
})

test('against an export, the fault lies between the last head that both hold and the first that the ledger lost', async () => {
  const { heads, leaves, workspace } = sealedLedger('ours', [5, 3, 4, 2])
  const only = (position: number) => [at(heads, position)]
  const check = (ledger: Omit<Ledger, 'workspace'>) => verifyLedger({ workspace, publicKey, ...ledger })
  const old = { workspace, heads: heads.slice(0, 1), leaves: leaves.slice(0, 5) }
  const carriedOn = goOn(old, [4, 3, 2], sealer.privateKey)
  const changed = leaves.with(6, stranger(0))

  expect(await check({ ...old, exported: heads })).toMatchObject({ fault: 'tail_cut', at: 5, before: 8 })
  expect(await check({ ...carriedOn, exported: heads.toReversed() })).toMatchObject({
    fault: 'rewritten',
    at: 5,
    before: 8,
  })
  expect(await check({ ...carriedOn, exported: only(2) })).toMatchObject({ fault: 'rewritten', at: 0, before: 12 })
  expect(await check({ heads: heads.toSpliced(1, 1), leaves: changed, exported: heads })).toMatchObject({
    fault: 'rewritten',
    at: 5,
    before: 8,
  })
  expect(await check({ heads: only(0), leaves, exported: only(3) })).toMatchObject({ fault: 'head_missing', at: 14 })
})

test('a head over fewer entries than the one before is no continuation, though the key signed it', async () => {
  const ledger = sealedLedger('ours', [5, 3])
  const root = rootOf(append(emptyFrontier, ledger.leaves.slice(0, 6)))
  const previous = headHash(at(ledger.heads, 1))
  const shrunk = signed({ ...at(ledger.heads, 1), size: 6, root, previous }, sealer.privateKey)
  const verdict = await verifyLedger({ ...ledger, heads: [...ledger.heads, shrunk], publicKey })
  expect(verdict).toMatchObject({ fault: 'head_chain', at: 8 })
})

test('a fault says what is wrong, where, and what to do', async () => {
  const { leaves, ...rest } = sealedLedger('ours', [5, 3, 4])
  expect(await verifyLedger({ ...rest, leaves: leaves.with(6, stranger(0)), publicKey })).toEqual({
    ok: false,
    fault: 'leaf_changed',
    at: 5,
    before: 8,
    say: expect.objectContaining({
      en: 'Entries 5 to 7 are not those that were sealed at 2026-01-01T00:01:00.000Z: at least one was changed, removed, added or moved. Compare them with a backup taken since.',
      ms: expect.stringContaining('Catatan 5 hingga 7'),
    }),
  })
})

test('the source of the entries is let go at the first fault, and when it fails itself', async () => {
  const { leaves, ...rest } = sealedLedger('ours', [5000, 5000])
  let read = 0
  let isOpen = false
  async function* cursor(breaksAt = Number.POSITIVE_INFINITY) {
    isOpen = true
    try {
      for (const leaf of leaves.with(3, stranger(0))) {
        if (read === breaksAt) throw new Error('connection lost')
        read += 1
        yield leaf
      }
    } finally {
      isOpen = false
    }
  }
  expect(await verifyLedger({ ...rest, leaves: cursor(), publicKey })).toMatchObject({ fault: 'leaf_changed' })
  expect({ read, isOpen }).toEqual({ read: 5000, isOpen: false })
  read = 0
  await expect(verifyLedger({ ...rest, leaves: cursor(10), publicKey })).rejects.toThrow('connection lost')
  expect(isOpen).toBe(false)
})

const batchSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 })

function sealedLedger(workspace: string, sizes: number[]): Ledger {
  return goOn({ workspace, leaves: [], heads: [] }, sizes, sealer.privateKey, (index) =>
    leafHash(Buffer.from(`${workspace}, entry ${index}`)),
  )
}

function goOn(
  { workspace, leaves: before, heads: earlier }: Ledger,
  sizes: number[],
  key: Parameters<typeof signHead>[1],
  entry: (index: number) => Hash = stranger,
): Ledger {
  const leaves = [...before]
  const heads = [...earlier]
  for (const size of sizes) {
    for (let added = 0; added < size; added += 1) leaves.push(entry(leaves.length))
    const root = rootOf(append(emptyFrontier, leaves))
    const last = heads.at(-1)
    const time = new Date(Date.UTC(2026, 0, 1, 0, heads.length)).toISOString()
    heads.push(
      signed({ workspace, size: leaves.length, root, at: time, previous: last ? headHash(last) : noHead }, key),
    )
  }
  return { workspace, leaves, heads }
}

// Keeps what was sealed before the entry, and seals new entries up to the same size, in batches of its own.
function rewrite(ledger: Ledger, dice: Dice, key: Parameters<typeof signHead>[1]) {
  const first = dice(ledger.leaves.length)
  const heads = ledger.heads.filter((head) => head.size <= first)
  const sealedSize = heads.at(-1)?.size ?? 0
  const untouched = first - sealedSize
  const rest = ledger.leaves.length - first
  const cut = dice(rest)
  const entry = (index: number) => (index < first ? at(ledger.leaves, index) : stranger(index))
  const kept = { ...ledger, heads, leaves: ledger.leaves.slice(0, sealedSize) }
  return { rewritten: goOn(kept, [untouched + cut, rest - cut], key, entry), first }
}

function restore(ledger: Ledger, dice: Dice) {
  const heads = ledger.heads.slice(0, dice(ledger.heads.length))
  const first = heads.at(-1)?.size ?? 0
  return { old: { ...ledger, heads, leaves: ledger.leaves.slice(0, first) }, first }
}

function alter(head: SignedHead, dice: Dice): SignedHead {
  const ways: SignedHead[] = [
    { ...head, workspace: 'elsewhere' },
    { ...head, size: head.size + 1 },
    { ...head, size: Number.NaN },
    { ...head, root: flip(head.root, dice) },
    { ...head, at: '2020-01-01T00:00:00.000Z' },
    { ...head, previous: flip(head.previous, dice) },
    { ...head, signature: flip(head.signature, dice) },
    { ...head, signature: Buffer.alloc(0) },
    signed({ ...head, root: flip(head.root, dice) }, thief.privateKey),
  ]
  return at(ways, dice(ways.length))
}

function flip(bytes: Buffer, dice: Dice): Buffer {
  const flipped = Buffer.from(bytes)
  const place = dice(flipped.length)
  flipped[place] = (flipped[place] ?? 0) ^ (1 << dice(8))
  return flipped
}

function signed(head: TreeHead, key: Parameters<typeof signHead>[1]): SignedHead {
  return { ...head, signature: signHead(head, key) }
}

function stranger(index: number): Hash {
  return leafHash(Buffer.from(`never sealed here: ${index}`))
}

async function* stream<T>(items: T[]) {
  yield* items
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`the test reached for item ${index} of ${items.length}`)
  return item
}
