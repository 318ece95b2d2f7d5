import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import type { Command } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { untilStopped } from '../until-stopped.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['worker'],
  describe: words(
    'Runs only the background work: sealing the ledger, and what follows from changes. "holdfast serve" does it too unless HOLDFAST_WORKER=off; several may run beside one another.',
    'Ejecuta solo el trabajo de fondo: sellar el historial y lo que se sigue de los cambios. "holdfast serve" también lo hace salvo con HOLDFAST_WORKER=off; pueden ir varios a la vez.',
    'Roda só o trabalho de fundo: selar o histórico e o que decorre das mudanças. "holdfast serve" também o faz salvo com HOLDFAST_WORKER=off; vários podem rodar lado a lado.',
    'Menjalankan kerja latar sahaja: memeterai lejar, dan apa yang menyusul daripada perubahan. "holdfast serve" juga membuatnya kecuali HOLDFAST_WORKER=off; beberapa boleh berjalan serentak.',
  ),
  words: { least: 0, most: 0 },
  examples: ['HOLDFAST_WORKER=off holdfast serve', 'holdfast worker'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const { startWorker } = await import('../../worker/index.ts')
      const worker = await startWorker(holdfast)
      await call.out.answer({ pid: process.pid }, () => told(says.workerRuns))
      await untilStopped()
      await worker.stop()
      return 0
    }),
}
