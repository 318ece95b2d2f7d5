// An import and all that follows from it: usage of the days, ARR. Said to be done when nothing is left to do.
import type { Actor } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { type ImportResult, type Plan, runImport } from '../intake/index.ts'
import type { Kind } from '../matching/index.ts'
import { daysWithEvents, keepEvents, workOutDays } from '../usage/index.ts'
import { settle } from '../worker/index.ts'

export async function importFiles(
  holdfast: Holdfast,
  actor: Actor,
  plan: Plan,
  o: {
    currency: string
    progress(file: string, rows: number): void
    /** Bits of evidence from which records that are one are merged; the workspace's setting where it is left out. */
    mergeFrom?: Readonly<Record<Kind, number>>
  },
): Promise<ImportResult> {
  const { records, app: pool, clock, ids, admin } = holdfast
  return runImport(
    {
      records,
      pool,
      clock,
      ids,
      keepEvents: (who, lines, andThen) => keepEvents({ pool, records }, who, lines, andThen),
      addTerms: async (who, terms) => {
        await admin.addTerms(who.workspace, terms)
      },
      followUp: (id) => followUp(holdfast, actor, plan, { id, mergeFrom: o.mergeFrom }),
    },
    actor,
    plan,
    o,
  )
}

type After = { id: string; mergeFrom: Readonly<Record<Kind, number>> | undefined }

async function followUp(holdfast: Holdfast, actor: Actor, plan: Plan, { id, mergeFrom }: After): Promise<void> {
  const { records, duplicates, app: pool } = holdfast
  const job: Actor = {
    kind: 'job',
    workspace: actor.workspace,
    id: 'import',
    via: 'job',
    because: `import ${id}`,
  }
  const days = plan.files.some((file) => file.shape.system === 'product') ? await daysWithEvents(pool, job) : null
  if (days) await workOutDays({ pool, records }, job, days)
  // Companies first: that two people are at one company says much of whether they are one.
  for (const object of ['account', 'contact'] as const)
    await duplicates.find(job, { object, ...(mergeFrom ? { mergeFrom: mergeFrom[object] } : {}) })
  await settle(holdfast, actor.workspace)
}
