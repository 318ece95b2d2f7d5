import type { Command } from '../command.ts'
import { inWorkspace } from '../installation.ts'

export const command: Command = {
  usage: ['undo ACT [--because TEXT] [--as EMAIL]'],
  describe:
    'Takes a change set back, however old it is. What was said since, by anybody, stays. An undo can itself be undone. "holdfast history" names the change sets.',
  options: {
    because: { value: 'TEXT', describe: 'Why; it is kept in the history.' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 1, most: 1 },
  examples: ['holdfast undo 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 --because "wrong file"'],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const [act = ''] = call.words
      const because = call.option('because')
      const undone = await holdfast.records.undo(actor, act, because ? { because } : {})
      await call.out.answer(undone, () => {
        const stays = undone.untouched > 0 ? ` ${undone.untouched} had been overtaken since and stay as they are.` : ''
        const by = undone.acts.length > 0 ? ` Undo this with: holdfast undo ${undone.acts[0]}` : ''
        return `Taken back in ${undone.records} ${undone.records === 1 ? 'record' : 'records'}.${stays}${by}`
      })
      return 0
    }),
}
