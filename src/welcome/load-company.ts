// Loads the demo company through the door, as any other data comes in. Everything in it is an upsert under the id of its system, so
// that a load that was killed goes on, and a second one changes nothing.
import type { Actor } from '../access/index.ts'
import type { DemoEvent, DemoOptions } from '../demo/index.ts'
import type { Duplicates } from '../duplicates/index.ts'
import type { Pool } from '../platform/index.ts'
import type { Records } from '../records/index.ts'

export type Loading = { app: Pool; records: Records; duplicates: Duplicates }

export type LoadedCompany = {
  changed: number
  unchanged: number
  /** Product events that were new. */
  events: number
  refused: readonly string[]
}

/** How many have come so far. */
export type SoFar = { records: number; events: number }

const eventsAtOnce = 5_000

/** `isRepeat`: days of usage are known, and worked out only where events are new. */
export async function loadCompany(
  { app: pool, records, duplicates }: Loading,
  actor: Actor,
  company: DemoOptions & { isRepeat?: boolean },
  say: (soFar: SoFar) => Promise<void> | void,
): Promise<LoadedCompany> {
  // Loaded only where somebody wants it: it is long, and most installations never do.
  const { demoCompany, demoEvents } = await import('../demo/index.ts')
  const { daysWithEvents, keepEvents, workOutDays } = await import('../usage/index.ts')
  const loaded = { changed: 0, unchanged: 0, events: 0, refused: [] as string[] }
  const told = () => say({ records: loaded.changed + loaded.unchanged, events: loaded.events })
  for (const { object, changes } of demoCompany(company)) {
    const { results } = await records.change(actor, object, changes)
    for (const [i, result] of results.entries()) {
      if (result.outcome === 'unchanged') loaded.unchanged += 1
      else if (result.outcome !== 'refused') loaded.changed += 1
      else
        loaded.refused.push(
          `${object} ${changes[i]?.source?.localId}: ${result.faults.map((each) => each.message).join(' ')}`,
        )
    }
    await told()
  }
  // What one batch both names and brings is filled in once all have come.
  await records.fulfilAwaited(actor)
  const keeping = { pool, records }
  for (const lines of batchesOf(demoEvents(company))) {
    loaded.events += (await keepEvents(keeping, actor, lines)).stored
    await told()
  }
  if (loaded.events > 0 || !company.isRepeat) {
    const days = await daysWithEvents(pool, actor)
    for (const part of days ? quartersOf(days) : []) await workOutDays(keeping, actor, part)
  }
  for (const object of ['account', 'contact'] as const) await duplicates.find(actor, { object })
  return loaded
}

function* batchesOf(events: Iterable<DemoEvent>): Generator<DemoEvent[]> {
  let lines: DemoEvent[] = []
  for (const event of events) {
    if (lines.push(event) < eventsAtOnce) continue
    yield lines
    lines = []
  }
  if (lines.length > 0) yield lines
}

/** A statement of a request may take seconds only, and a year of a busy product takes more on a slow machine. */
function quartersOf({ from, to }: { from: string; to: string }): { from: string; to: string }[] {
  const dayLength = 86_400_000
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const parts: { from: string; to: string }[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 91 * dayLength)
    parts.push({ from: day(at), to: day(Math.min(Date.parse(to), at + 90 * dayLength)) })
  return parts
}
