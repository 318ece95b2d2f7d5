// An onboarding is complete when every item of its checklist is: the day is written down, on the account too.
import type { Actor } from '../../access/index.ts'
import type { Clock } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { rowsOf } from './checklist.ts'
import { itemsOf, type OnboardingRow } from './items.ts'

/** Looks through the open onboardings; for jobs, which see all there is. Answers how many were completed. */
export async function completeWhatIsDone(
  { records, clock }: { records: Records; clock: Clock },
  actor: Actor,
): Promise<number> {
  const done: OnboardingRow[] = []
  let after: string | null = null
  do {
    const page: { rows: OnboardingRow[]; next: string | null } = await rowsOf(records, actor, {
      where: { field: 'completed_on', op: 'empty' },
      limit: 200,
      ...(after === null ? {} : { after }),
    })
    done.push(...page.rows.filter((row) => itemsOf(row, clock()).every(({ state }) => state === 'done')))
    after = page.next
  } while (after !== null)
  if (done.length === 0) return 0
  const today = clock().toISOString().slice(0, 10)
  const accounts = new Map(done.flatMap(({ account }) => (account ? [[account.id, account] as const] : [])))
  await records.changeSet(actor, [
    {
      object: 'onboarding',
      changes: done.map(({ id }) => ({ verb: 'update', id, values: { completed_on: today } })),
    },
    {
      object: 'account',
      changes: [...accounts.values()].map(({ id, lifecycle_stage }) => ({
        verb: 'update',
        id,
        // Said for the colleagues who did the work, so that what was typed before does not outweigh it.
        source: { system: 'hand', localId: id },
        values: {
          onboarding_completed_on: today,
          ...(lifecycle_stage === 'onboarding' ? { lifecycle_stage: 'adoption' } : {}),
        },
      })),
    },
  ])
  return done.length
}
