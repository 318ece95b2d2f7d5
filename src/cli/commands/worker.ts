import type { Command } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { untilStopped } from '../until-stopped.ts'

export const command: Command = {
  usage: ['worker'],
  describe:
    'Runs only the background work: sealing the ledger, and what follows from changes. "holdfast serve" does it too unless HOLDFAST_WORKER=off; several may run beside one another.',
  words: { least: 0, most: 0 },
  examples: ['HOLDFAST_WORKER=off holdfast serve', 'holdfast worker'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const { startWorker } = await import('../../worker/index.ts')
      const worker = await startWorker(holdfast)
      await call.out.answer({ pid: process.pid }, () => 'The background work runs. Ctrl-C stops it.')
      await untilStopped()
      await worker.stop()
      return 0
    }),
}
