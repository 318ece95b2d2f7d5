// What is there already under the keys of a batch: which records hold each key, and, for a create, what those records hold that it may
// be compared by. In the trip that looks for everything else; candidates are not locked, since nothing is done to them.
import type { Access } from '../../access/index.ts'
import { isCompared, mostHolders, type NumberedKey, sameAmong } from '../../matching/index.ts'
import type { Tx } from '../../platform/index.ts'
import { type Draft, isRecognised, keyName, likenessKeys, ownKeys, proposedKeys } from './draft.ts'
import { type Candidate, holdersOf } from './holders.ts'
import type { MatchKey } from './types.ts'

export type Alike = {
  /** For each key that exact rules go by, the records that hold it: that very key, not one of the same number. */
  matches: readonly (MatchKey & { ids: readonly string[] })[]
  /** How many records there are of the object, about; 0 where nothing was compared. */
  population: number
  /** Numbers of keys that so many hold that they say nothing. */
  crowded: ReadonlySet<number>
  /** Marks the creates that look like another record the actor may see. */
  judge(): void
}

/** Asks at once for what holds a key of these drafts. */
export async function lookAlikes(tx: Tx, access: Access, drafts: readonly Draft[]): Promise<Alike> {
  const object = drafts[0]?.object
  const name = object?.name ?? ''
  const looked = isCompared(name) ? drafts.filter(isLookedFor) : []
  const keyed = looked.map((draft) => ({ draft, keys: [...likenessKeys(draft), ...ownKeys(draft)] }))
  const exact = new Map<string, NumberedKey>()
  for (const draft of drafts)
    if (isRecognised(draft)) for (const key of proposedKeys(draft)) exact.set(keyName(key), key)
  const numbers = new Set([...exact.values()].map(({ number }) => number))
  const others = new Set(
    keyed.flatMap(({ keys }) => keys.flatMap(({ number }) => (numbers.has(number) ? [] : [number]))),
  )
  const wanted = [...exact.values(), ...[...others].map((number) => ({ number, kind: null, key: null }))]
  if (!object || wanted.length === 0) return { matches: [], population: 0, crowded: new Set(), judge() {} }
  const question = { object, wanted, isCompared: looked.length > 0, drafts: drafts.length }
  const { held, candidates, population } = await holdersOf(tx, access, question)
  const holders = new Map<number, readonly string[]>()
  for (const { number, ids } of held) if (ids) holders.set(number, [...(holders.get(number) ?? []), ...ids])
  const crowded = new Set(
    held.flatMap(({ number, ids }) => (ids && (holders.get(number) ?? []).length <= mostHolders ? [] : [number])),
  )
  return {
    population,
    crowded,
    matches: held.flatMap(({ kind, key, ids }) =>
      kind !== null && key !== null && ids && exact.has(keyName({ kind, key })) ? [{ kind, key, ids }] : [],
    ),
    judge() {
      const open = keyed.flatMap(({ draft, keys }) => {
        if (draft.outcome !== null || draft.record !== null) return []
        const telling = keys.filter(({ number }) => !crowded.has(number))
        const ids = new Set(telling.flatMap(({ number }) => holders.get(number) ?? []))
        const near = [...ids].flatMap((id) => candidates.get(id) ?? [])
        return near.length > 0 ? [{ draft, near }] : []
      })
      markAlike(object.name, open, population)
    },
  }
}

function markAlike(
  name: string,
  open: readonly { draft: Draft; near: readonly Candidate[] }[],
  population: number,
): void {
  if (open.length === 0 || !isCompared(name)) return
  const asked = open.map(({ draft, near }) => ({ written: draft.values, candidates: near.map(({ values }) => values) }))
  const same = sameAmong(name, asked, population)
  open.forEach(({ draft, near }, i) => {
    const shown = (same[i] ?? []).flatMap(({ place }) => near[place] ?? [])
    if (shown.length > 0)
      draft.outcome = { outcome: 'possible_duplicate', candidates: shown.map(({ id, title }) => ({ id, title })) }
  })
}

export const isLookedFor = ({ change, faults }: Draft): boolean =>
  (change.verb === 'create' || change.match === 'ask') && !change.allowDuplicate && faults.length === 0
