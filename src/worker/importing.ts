// What an import needs of the rooms around it: usage keeps the events of product files, a new word of a list is a change of structure,
// and when all is in, days are counted, doubles looked for, and reactions run.
import type { Actor } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import type { Importing, Stepping } from '../intake/index.ts'
import type { Kind } from '../matching/index.ts'
import { rehearse } from '../platform/index.ts'
import { openRecords } from '../records/index.ts'
import { daysWithEvents, keepEvents, workOutDays } from '../usage/index.ts'
import type { Working } from './reactions.ts'

export type After = {
  /** Whether product usage came in. */
  hasUsage: boolean
  /** Bits of evidence from which records that are one are merged; the workspace's setting where it is left out. */
  mergeFrom?: Readonly<Record<Kind, number>> | undefined
}

type Around = Pick<Holdfast, 'app' | 'records' | 'clock' | 'ids' | 'admin'>

export const importingOf = (around: Around, followUp: (id: string) => Promise<void>): Importing => {
  const { app: pool, records, clock, ids, admin } = around
  return {
    records,
    pool,
    clock,
    ids,
    keepEvents: (actor, lines, andThen) => keepEvents({ pool, records }, actor, lines, andThen),
    addTerms: async (actor, terms) => {
      await admin.addTerms(actor.workspace, terms)
    },
    followUp,
  }
}

/** Companies first: that two people are at one company says much of whether they are one. */
export async function afterImport(
  { records, duplicates, app: pool }: Pick<Holdfast, 'records' | 'duplicates' | 'app'>,
  { workspace }: Actor,
  id: string,
  { hasUsage, mergeFrom }: After,
): Promise<void> {
  const job: Actor = { kind: 'job', workspace, id: 'import', via: 'job', because: `import ${id}` }
  const days = hasUsage ? await daysWithEvents(pool, job) : null
  if (days) await workOutDays({ pool, records }, job, days)
  for (const object of ['account', 'contact'] as const)
    await duplicates.find(job, { object, ...(mergeFrom ? { mergeFrom: mergeFrom[object] } : {}) })
}

/** What the steps of imports are done with. Reactions are left to the queue, which they are jobs of themselves. */
export function steppingOf(working: Working): Stepping {
  const { app: pool, system, records, clock, ids, secret, uploads, admin } = working
  return {
    pool,
    uploads,
    clock,
    accessOf: (actor) => records.book.of(actor),
    importing: (actor, { hasUsage }) => importingOf(working, (id) => afterImport(working, actor, id, { hasUsage })),
    rehearse: (actor, work) =>
      rehearse(pool, actor.workspace, (within) => {
        const rehearsing = openRecords({ pool: within, background: system, clock, ids, secret })
        const importing = importingOf({ ...working, app: within, records: rehearsing }, async () => {})
        // Words of lists are structure, kept by another role: a rehearsal adds none.
        return work({ ...importing, addTerms: async () => {} })
      }),
    async currencyOf(workspace) {
      return (await admin.findWorkspace(workspace))?.currency ?? 'USD'
    },
  }
}
