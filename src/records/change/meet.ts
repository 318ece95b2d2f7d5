// Batches on their way at once: what one must not miss of another. It goes by names that are the same for certain, and by keys of
// likeness where the records under them are alike indeed.
import { type Asked, areApart, isCompared, mostHolders, sameAmong, type Values } from '../../matching/index.ts'
import { type Draft, likenessKeys, ownKeys, proposedKeys } from './draft.ts'
import { namesOf } from './find.ts'
import { type Alike, isLookedFor } from './look-alikes.ts'
import { sourceName } from './record-state.ts'

export type BatchNames = {
  object: string
  /** What the records of a batch are found by for certain, and those they refer to. */
  certain: ReadonlySet<string | number>
  /** Numbers of keys of likeness, and what is said of the records that have one. */
  alike: ReadonlySet<number>
  said(number: number): readonly Values[]
}

export const noNames: BatchNames = { object: '', certain: new Set(), alike: new Set(), said: () => [] }

export function namesIn(drafts: readonly Draft[]): BatchNames {
  const certain = new Set([...namesMeant(drafts), ...namesReferredTo(drafts)])
  // Held as long as the batch is on its way, so no more than may be asked for.
  const records = drafts.map((draft) => ({
    numbers: likenessKeys(draft).map(({ number }) => number),
    values: draft.values,
  }))
  const alike = new Set(records.flatMap(({ numbers }) => numbers))
  // Asked of one number or two, if any.
  const said = (wanted: number) => records.flatMap(({ numbers, values }) => (numbers.includes(wanted) ? [values] : []))
  return { object: drafts[0]?.object.name ?? '', certain, alike, said }
}

/** What the records are found by for certain. */
export const namesMeant = (drafts: readonly Draft[]): readonly (string | number)[] =>
  drafts.flatMap((draft) => [
    ...(draft.change.id ? [draft.change.id] : []),
    ...namesOf(draft).map(({ system, localId }) => sourceName(system, localId)),
    ...proposedKeys(draft).map(({ number }) => number),
  ])

/** What they refer to by another system's id. */
export const namesReferredTo = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ references }) => references.map(({ system, localId }) => sourceName(system, localId)))

/** Comparing more pairs than this takes longer than waiting. */
const mostCompared = 60

/** Whether a record of one batch might be one of another, or refer to it, so that one has to be written before the other looks. */
export function mayMeet(some: BatchNames, others: BatchNames): boolean {
  const [fewer, more] = some.certain.size < others.certain.size ? [some, others] : [others, some]
  for (const each of fewer.certain) if (more.certain.has(each)) return true
  if (!isCompared(some.object) || some.object !== others.object) return false
  const asked: Asked[] = []
  for (const number of others.alike) {
    if (!some.alike.has(number)) continue
    if (asked.length > mostCompared) return true
    const candidates = others.said(number)
    for (const written of some.said(number)) asked.push({ written, candidates })
  }
  if (asked.length === 0) return false
  return (
    asked.reduce((pairs, { candidates }) => pairs + candidates.length, 0) > mostCompared ||
    !areApart(some.object, asked)
  )
}

/**
 * For each of these changes that is looked for, those before it that it looks like, by the judgement that it would be held against them
 * with once they are there.
 */
export function likeBefore(
  drafts: readonly Draft[],
  { population, crowded }: Pick<Alike, 'population' | 'crowded'>,
): ReadonlyMap<Draft, readonly Draft[]> {
  const name = drafts[0]?.object.name ?? ''
  if (!isCompared(name) || drafts.length < 2) return new Map()
  const holders = new Map<number, Draft[]>()
  const asked = drafts.flatMap((draft) => {
    const before = new Set<Draft>()
    const mayBeDouble = isLookedFor(draft) && draft.record === null
    for (const { number } of [...likenessKeys(draft), ...ownKeys(draft)]) {
      if (crowded.has(number)) continue
      const held = holders.get(number)
      if (!held) holders.set(number, [draft])
      else {
        // As of what is there: a key that so many hold says nothing.
        if (mayBeDouble && held.length <= mostHolders) for (const each of held) before.add(each)
        held.push(draft)
      }
    }
    before.delete(draft)
    return before.size > 0 ? [{ draft, before: [...before] }] : []
  })
  const same = sameAmong(
    name,
    asked.map(({ draft, before }) => ({ written: draft.values, candidates: before.map(({ values }) => values) })),
    population,
  )
  return new Map(
    asked.flatMap(({ draft, before }, i) => {
      const like = (same[i] ?? []).flatMap(({ place }) => before[place] ?? [])
      return like.length > 0 ? [[draft, like] as const] : []
    }),
  )
}
