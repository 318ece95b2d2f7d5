import { words } from '../../../dictionary/words.ts'
import { Failure, told } from '../../platform/index.ts'
import type { Call, Command } from '../command.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { asMember, because } from '../options.ts'
import { says } from '../words/customers.ts'

export const command: Command = {
  usage: ['undo ACT [--because TEXT] [--as EMAIL]', 'undo import:ID [--as EMAIL]'],
  describe: words(
    'Takes a change set back, or a whole import, however old it is. What was said since, by anybody, stays. An undo can itself be undone. "holdfast history" names the change sets, "holdfast import" and "holdfast sources" the imports.',
    'Deshace un conjunto de cambios, o una importación entera, por antiguos que sean. Lo que alguien dijo después se queda. Deshacer también se puede deshacer. "holdfast history" nombra los conjuntos de cambios; "holdfast import" y "holdfast sources", las importaciones.',
    'Desfaz um conjunto de mudanças, ou uma importação inteira, por mais antigos que sejam. O que alguém disse depois fica. Desfazer também pode ser desfeito. "holdfast history" indica os conjuntos de mudanças; "holdfast import" e "holdfast sources", as importações.',
    'Membuat asal satu set perubahan, atau seluruh import, walau selama mana pun. Apa yang dikatakan sejak itu oleh sesiapa kekal. Buat asal itu sendiri boleh dibuat asal. "holdfast history" menamakan set perubahan, "holdfast import" dan "holdfast sources" pula import.',
  ),
  options: {
    because,
    as: asMember,
  },
  words: { least: 1, most: 1 },
  examples: [
    'holdfast undo 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 --because "wrong file"',
    'holdfast undo import:019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77',
  ],
  run: (call) =>
    inWorkspace(call, async (place) => {
      const [given = ''] = call.words
      const undone = given.startsWith('import:')
        ? await takeImportBack(call, place, given.slice('import:'.length))
        : await takeBack(call, place, given)
      await call.out.answer(undone, () => say(undone))
      return 0
    }),
}

/** `acts` are the undoings themselves, which can be undone in turn. */
type Outcome = { acts?: readonly string[]; records: number; untouched: number }

function takeBack(call: Call, { holdfast, actor }: Place, act: string): Promise<Outcome> {
  const because = call.option('because')
  return holdfast.records.undo(actor, act, because ? { because } : {})
}

async function takeImportBack(call: Call, place: Place, id: string): Promise<Outcome> {
  const { holdfast, actor } = place
  if (await isOrdered(place, id)) {
    const { stepDone } = await import('../import-orders.ts')
    await holdfast.imports.ask(actor, id, 'undo')
    const { settings } = await stepDone(call, place, id)
    return settings.undone ?? { records: 0, untouched: 0 }
  }
  const { undoImport } = await import('../../intake/index.ts')
  const { records, untouched } = await undoImport({ pool: holdfast.app, records: holdfast.records }, actor, id)
  return { records, untouched }
}

/** Whether it is one with a state of its own, which has to say that it was taken back; those of "holdfast import" have none. */
async function isOrdered({ holdfast, actor }: Place, id: string): Promise<boolean> {
  try {
    return (await holdfast.imports.get(actor, id)).createdAt !== null
  } catch (error) {
    if (error instanceof Failure && ['record_unavailable', 'not_allowed'].includes(error.code)) return false
    throw error
  }
}

function say({ acts = [], records, untouched }: Outcome): string {
  const stays = untouched > 0 ? ` ${told(says.overtaken(untouched))}` : ''
  const back = acts[0] ? ` ${told(says.undoThis(acts[0]))}` : ''
  return `${told(says.takenBack(records))}${stays}${back}`
}
