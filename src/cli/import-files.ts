// An import and all that follows from it: usage of the days, doubles, ARR. Said to be done when nothing is left to do.
import type { Actor } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { type ImportResult, type Plan, runImport } from '../intake/index.ts'
import type { Kind } from '../matching/index.ts'
import { afterImport, importingOf, settle, steppingOf } from '../worker/index.ts'

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
  const hasUsage = plan.files.some((file) => file.shape.system === 'product')
  const importing = importingOf(holdfast, async (id) => {
    await afterImport(holdfast, actor, id, { hasUsage, mergeFrom: o.mergeFrom })
    await settle(holdfast, actor.workspace)
  })
  return runImport(importing, actor, plan, o)
}

/** What importing these files would do: the import itself, taken back. */
export const rehearseFiles = (
  holdfast: Holdfast,
  actor: Actor,
  plan: Plan,
  o: { currency: string; progress(file: string, rows: number): void },
): Promise<ImportResult> => steppingOf(holdfast).rehearse(actor, (importing) => runImport(importing, actor, plan, o))
