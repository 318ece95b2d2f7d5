// What follows from nothing but a new day.
import type { Actor } from '../access/index.ts'
import { recomputeAllArr } from '../commercial/index.ts'
import { removeOldFiles } from '../intake/index.ts'
import { titledObjects } from '../matching/index.ts'
import { completeWhatIsDone } from '../onboarding/index.ts'
import { actorOf, type Working } from './reactions.ts'
import { tellOfDue } from './recurring-imports.ts'

export type DailyJob = { name: string; because: string; run(working: Working, actor: Actor): Promise<unknown> }

const dailyJobs: readonly DailyJob[] = [
  {
    name: 'commercial-arr',
    because: 'discounts may have ended with the day',
    run: (working, actor) => recomputeAllArr(working, actor),
  },
  {
    name: 'onboarding',
    because: 'a kickoff that was planned may have been held',
    run: (working, actor) => completeWhatIsDone(working, actor),
  },
  {
    name: 'look-alike-keys',
    because: 'records written before there were such keys are found by them too',
    async run({ records }, actor) {
      for (const object of titledObjects) await records.fillKeys(actor, object)
    },
  },
  {
    name: 'recurring-imports',
    because: 'a file that comes every so often may be due',
    run: tellOfDue,
  },
  {
    name: 'import-files',
    because: 'files that were taken in are not needed for ever',
    run: ({ app: pool, uploads, clock }, { workspace }) => removeOldFiles({ pool, uploads, clock }, workspace),
  },
  {
    name: 'duplicates',
    because: 'records that may be one are looked for every night',
    async run({ duplicates }, actor) {
      for (const object of ['account', 'contact'] as const) await duplicates.find(actor, { object })
    },
  },
]

/** How long the answer to an Idempotency-Key is kept: who repeats a request later than this asks anew. */
const answersKeptMs = 48 * 3_600_000

/** Runs every daily job for every workspace, as of the clock. Each may run twice on a day and does nothing the second time. */
export async function runDaily(working: Working, jobs: readonly DailyJob[] = dailyJobs): Promise<void> {
  const { system, clock } = working
  await system.query('delete from records.idempotency where at < $1', [new Date(clock().getTime() - answersKeptMs)])
  for (const { id: workspace } of await working.admin.workspaces())
    for (const job of jobs) await job.run(working, actorOf(job, workspace))
}

/** Just after midnight UTC; a day that the installation slept through is made good when it wakes. */
export const crontab = '5 0 * * * daily ?fill=1d'
