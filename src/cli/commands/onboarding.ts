import { words } from '../../../dictionary/words.ts'
import { beginOnboarding, type Checklist, checklist, type Item, items, progress, tick } from '../../onboarding/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { asMember } from '../options.ts'
import { table } from '../table.ts'
import { codeInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/customers.ts'
import { says as framed } from '../words/frame.ts'

export const command: Command = {
  usage: [
    'onboarding list [--open] [--as EMAIL]',
    'onboarding begin ACCOUNT [--due DAY] [--as EMAIL]',
    'onboarding show ONBOARDING [--as EMAIL]',
    'onboarding tick ONBOARDING ITEM [--because TEXT] [--as EMAIL]',
    'onboarding untick ONBOARDING ITEM [--as EMAIL]',
  ],
  describe: words(
    `What has to be known and done before a new customer is set up, and how far that is. An item is done when the data says so; what it does not say is ticked by hand. Items: ${items.join(', ')}.`,
    `Qué hay que saber y hacer hasta que un cliente nuevo está en marcha, y cómo va. Un punto está hecho cuando los datos lo dicen; lo que no dicen se marca a mano. Puntos: ${items.join(', ')}.`,
    `O que é preciso saber e fazer até um cliente novo estar pronto, e como vai. Um item está feito quando os dados o dizem; o que não dizem é marcado à mão. Itens: ${items.join(', ')}.`,
    `Apa yang perlu diketahui dan dibuat sebelum pelanggan baharu siap disediakan, dan sejauh mana. Satu perkara selesai apabila data menunjukkannya; yang tidak ditunjukkan ditanda dengan tangan. Perkara: ${items.join(', ')}.`,
  ),
  options: {
    open: {
      describe: words(
        'Only those under way.',
        'Solo las que están en curso.',
        'Só as que estão em curso.',
        'Hanya yang sedang berjalan.',
      ),
    },
    due: {
      value: 'DAY',
      describe: words(
        'The day by which the customer should be set up, as YYYY-MM-DD.',
        'El día para el que el cliente debe estar en marcha, como AAAA-MM-DD.',
        'O dia até o qual o cliente deve estar pronto, como AAAA-MM-DD.',
        'Hari pelanggan sepatutnya siap disediakan, sebagai YYYY-MM-DD.',
      ),
    },
    because: {
      value: 'TEXT',
      describe: words(
        'Why an item counts as done although the data does not show it.',
        'Por qué un punto cuenta como hecho aunque los datos no lo muestren.',
        'Por que um item conta como feito embora os dados não o mostrem.',
        'Sebab satu perkara dikira selesai walaupun data tidak menunjukkannya.',
      ),
    },
    as: asMember,
  },
  words: { least: 1, most: 3 },
  examples: [
    'holdfast onboarding list --open',
    'holdfast onboarding begin "Bluefin Transport" --due 2027-02-01',
    'holdfast onboarding tick "Onboarding of Bluefin Transport" kickoff_held --because "held on site"',
  ],
  run: (call) =>
    inWorkspace(call, async (place) => {
      await verbs[oneOf('"onboarding"', call.words[0] ?? '', verbNames)](call, place)
      return 0
    }),
}

const verbNames = ['list', 'begin', 'show', 'tick', 'untick'] as const
const verbs: Readonly<Record<(typeof verbNames)[number], (call: Call, place: Place) => Promise<void>>> = {
  async list(call, { holdfast, actor }) {
    const page = await progress(holdfast, actor, { limit: 200, ...(call.has('open') ? { isOpen: true } : {}) })
    const titles = headed('onboarding', 'account', 'owner', 'begun', 'done', 'open')
    await call.out.answer(page, () =>
      table(
        call.out,
        titles,
        page.data.map((each) => [
          each.name ?? each.id,
          each.account?.name ?? '',
          each.owner?.name ?? '',
          each.begunOn,
          `${each.done}/${each.of}`,
          each.open.join(', '),
        ]),
      ),
    )
  },
  async begin(call, place) {
    const due = call.option('due')
    const account = await recordMeant(call, place, 'account')
    const begun = await beginOnboarding(place.holdfast, place.actor, { account, ...(due ? { due_on: due } : {}) })
    await call.out.answer(begun, () =>
      told(begun.outcome === 'created' ? says.begun(begun.id) : says.underWay(begun.id)),
    )
  },
  async show(call, place) {
    const shown = await checklist(place.holdfast, place.actor, await recordMeant(call, place, 'onboarding'))
    await call.out.answer(shown, () => say(call, shown))
  },
  tick: (call, place) => tickOne(call, place, true),
  untick: (call, place) => tickOne(call, place, false),
}

async function tickOne(call: Call, place: Place, isDone: boolean): Promise<void> {
  const item: Item = oneOf(says.item, call.words[2] ?? '', items)
  const note = call.option('because')
  const id = await recordMeant(call, place, 'onboarding')
  const shown = await tick(place.holdfast, place.actor, id, { item, isDone, ...(note ? { note } : {}) })
  await call.out.answer(shown, () => say(call, shown))
}

const say = (call: Call, { items: all, completedOn }: Checklist): string =>
  [
    table(
      call.out,
      headed('item', 'state', 'because'),
      all.map(({ item, state, shownBy, doneBy, doneOn, note }) => [
        item,
        codeInWords(state),
        doneOn
          ? [doneBy?.name, doneOn, note].filter(Boolean).join(', ')
          : shownBy.map(({ title, id }) => title ?? id).join(', '),
      ]),
    ),
    ...(completedOn ? [told(says.completedOn(completedOn))] : []),
  ].join('\n')

async function recordMeant(call: Call, { holdfast, actor }: Place, object: string): Promise<string> {
  const given = call.words[1]
  if (!given) throw new UsageError(framed.whichRecord(object))
  const access = await holdfast.records.book.of(actor)
  return findRecord({ holdfast, actor, access, object: objectNamed(access, object) }, given)
}
