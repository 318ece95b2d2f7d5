// Background work of an installation: sealing the ledger, queueing what follows from changes, and doing it. Any number of
// processes may run it side by side.
import type { Holdfast } from '../holdfast.ts'
import { headsFileIn, sealingKey, startSealer } from '../ledger/index.ts'
import { repeat } from '../platform/index.ts'
import { dispatch, mostActs } from './dispatch.ts'
import { dispatchImports } from './import-steps.ts'
import { reactions as all, type Reaction, type Working } from './reactions.ts'
import { takeInFiles } from './recurring-imports.ts'
import { runQueue } from './run-queue.ts'

export type Worker = {
  /** Lets jobs under way end, queues and seals what is left, and returns when all of it is done. */
  stop(): Promise<void>
}

/** How long a reaction of a whole workspace waits for more to react to. */
const gatherMs = 2_000

export async function startWorker(
  holdfast: Working & Pick<Holdfast, 'config'>,
  { reactions = all, concurrency = 2 }: { reactions?: readonly Reaction[]; concurrency?: number } = {},
): Promise<Worker> {
  const { system, clock, log, secret, config } = holdfast
  const queue = await runQueue(holdfast, reactions, concurrency)
  const sealer = startSealer({
    pool: system,
    key: sealingKey(secret),
    clock,
    log,
    headsFile: headsFileIn(config.folder),
  })
  const dispatcher = repeat({
    name: 'queueing reactions',
    everyMs: 400,
    work: async () => {
      while ((await dispatch(system, reactions, { gatherMs })) === mostActs); // what comes meanwhile goes with the next turn
      await dispatchImports(system)
    },
    log,
  })
  const inbox = repeat({
    name: 'taking in files',
    everyMs: 20_000,
    work: () => takeInFiles(holdfast, config.folder),
    log,
  })
  return {
    async stop() {
      await inbox.stop()
      await dispatcher.stop()
      await queue.stop()
      await sealer.stop()
    },
  }
}

export { type DailyJob, runDaily } from './daily.ts'
export { dispatch } from './dispatch.ts'
export { type After, afterImport, importingOf, steppingOf } from './importing.ts'
export type { Act, Reaction, Working } from './reactions.ts'
export { takeInFiles, tellOfDue, tellOwner } from './recurring-imports.ts'
export { settle } from './settle.ts'
