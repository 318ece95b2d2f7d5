import { words } from '../../../dictionary/words.ts'
import { accept, begin, figures, form, giveBack, rate, submit } from '../../onboarding/index.ts'
import { Failure, told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { inWords } from '../describe.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { asMember } from '../options.ts'
import { pairs, table } from '../table.ts'
import { typedValue } from '../typed-values.ts'
import { codeInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/customers.ts'
import { says as framed } from '../words/frame.ts'

export const command: Command = {
  usage: [
    'handoffs begin DEAL [--as EMAIL]',
    'handoffs show HANDOFF [--as EMAIL]',
    'handoffs set HANDOFF FIELD=VALUE… [--as EMAIL]',
    'handoffs submit HANDOFF [--as EMAIL]',
    'handoffs return HANDOFF --because TEXT [--as EMAIL]',
    'handoffs accept HANDOFF [--as EMAIL]',
    'handoffs rate HANDOFF 1…5 [--because TEXT] [--as EMAIL]',
    'handoffs figures [--as EMAIL]',
  ],
  describe: words(
    'Sales fills in what it knows of a won deal and submits it; customer success accepts it, which makes the account with its contract, people, objectives and tasks, or returns it with reasons. An incomplete one is told what it lacks. "show" also says what is known of each field, and from where.',
    'Ventas rellena lo que sabe de una oportunidad ganada y lo envía; customer success lo acepta, con lo que se crea la cuenta con su contrato, personas, objetivos y tareas, o lo devuelve con sus motivos. De uno incompleto se dice qué le falta. "show" dice además qué se sabe de cada campo, y de dónde.',
    'Vendas preenche o que sabe de um negócio ganho e envia; customer success aceita, o que cria a conta com contrato, pessoas, objetivos e tarefas, ou devolve com motivos. De uma incompleta diz-se o que falta. "show" diz também o que se sabe de cada campo, e de onde.',
    'Jualan mengisi apa yang diketahui tentang urus niaga yang dimenangi dan menghantarnya; customer success menerimanya, yang mewujudkan akaun dengan kontrak, orang, objektif dan tugasan, atau memulangkannya dengan sebab. Yang belum lengkap diberitahu kekurangannya. "show" juga menyatakan apa yang diketahui tentang setiap medan, dan dari mana.',
  ),
  options: {
    because: {
      value: 'TEXT',
      describe: words(
        'Why it is returned, or what was missing in it.',
        'Por qué se devuelve, o qué le faltaba.',
        'Por que é devolvida, ou o que faltava nela.',
        'Sebab ia dipulangkan, atau apa yang kurang padanya.',
      ),
    },
    as: asMember,
  },
  words: { least: 1, most: 40 },
  examples: [
    'holdfast handoffs begin "Northwind first year"',
    'holdfast handoffs set Northwind renewal_date=2027-12-01 arr="48000 EUR"',
    'holdfast handoffs submit Northwind',
    'holdfast handoffs return Northwind --because "Who signs off the rollout?"',
  ],
  run: (call) =>
    inWorkspace(call, async (place) => {
      await verbs[oneOf('"handoffs"', call.words[0] ?? '', verbNames)](call, place)
      return 0
    }),
}

const verbNames = ['begin', 'show', 'set', 'submit', 'return', 'accept', 'rate', 'figures'] as const
const verbs: Readonly<Record<(typeof verbNames)[number], (call: Call, place: Place) => Promise<void>>> = {
  async begin(call, place) {
    const opportunity = await recordMeant(call, place, 'opportunity')
    const begun = await begin(place.holdfast.records, place.actor, { opportunity })
    await call.out.answer(begun, () =>
      told(begun.outcome === 'created' ? says.begun(begun.id) : says.oneForDeal(begun.id)),
    )
  },
  async show(call, place) {
    const { holdfast, actor } = place
    const shown = await form(holdfast.records, actor, await recordMeant(call, place, 'handoff'))
    const { manifest } = await holdfast.records.book.of(actor)
    const fields = manifest.objects.get('handoff')?.fields
    const said = (name: string, value: unknown) => inWords(fields?.get(name) ?? null, value)
    await call.out.answer(shown, () => {
      const values = Object.entries(shown.handoff).flatMap(([name, value]) =>
        value === null ? [] : [[name, said(name, value)] as const],
      )
      const known = Object.entries(shown.known).flatMap(([name, some]) =>
        some.map(({ value, shown: title, record, source, at, agrees }) => [
          `${agrees ? '  ' : '≠ '}${name}`,
          title ?? said(name, value),
          `${record.object} ${record.title ?? record.id}`,
          source?.system ?? '',
          at?.slice(0, 10) ?? '',
        ]),
      )
      const titles = headed('field', 'known', 'from', 'system', 'since')
      return [
        pairs(call.out, values),
        ...(known.length > 0 ? ['', table(call.out, titles, known)] : []),
        ...(shown.missing.length > 0 ? ['', ...shown.missing.map(({ message }) => message)] : []),
      ].join('\n')
    })
  },
  async set(call, place) {
    const id = await recordMeant(call, place, 'handoff')
    const access = await place.holdfast.records.book.of(place.actor)
    const fields = access.manifest.objects.get('handoff')?.fields
    const values: Record<string, unknown> = {}
    for (const word of call.words.slice(2)) {
      const at = word.indexOf('=')
      if (at < 1) throw new UsageError(says.noValue(word))
      const name = word.slice(0, at)
      values[name] = await typedValue({ ...place, access }, fields?.get(name), word.slice(at + 1))
    }
    const { act, results } = await place.holdfast.records.change(place.actor, 'handoff', [
      { verb: 'update', id, values },
    ])
    const [outcome] = results
    if (!outcome || !('version' in outcome))
      throw new Failure('record_refused', { faults: outcome?.outcome === 'refused' ? outcome.faults : [] })
    await call.out.answer({ id, act, version: outcome.version }, () => told(says.saved(id)))
  },
  async submit(call, place) {
    const done = await submit(place.holdfast, place.actor, await recordMeant(call, place, 'handoff'))
    await call.out.answer(done, () => told(says.submitted))
  },
  async return(call, place) {
    const reasons = call.option('because')
    if (!reasons) throw new UsageError(says.whyReturned)
    const done = await giveBack(place.holdfast, place.actor, await recordMeant(call, place, 'handoff'), { reasons })
    await call.out.answer(done, () => told(says.returned))
  },
  async accept(call, place) {
    const done = await accept(place.holdfast, place.actor, await recordMeant(call, place, 'handoff'))
    await call.out.answer(done, () =>
      [
        ...done.made.map(
          ({ object, outcome, id, held }) =>
            `${object} ${id}: ${codeInWords(outcome)}${held ? `; ${told(says.lastWord(held.join(', ')))}` : ''}`,
        ),
        told(says.takeBack(done.act)),
      ].join('\n'),
    )
  },
  async rate(call, place) {
    const usefulness = Number(call.words[2])
    if (!Number.isInteger(usefulness) || usefulness < 1 || usefulness > 5) throw new UsageError(says.rateIt)
    const note = call.option('because')
    const id = await recordMeant(call, place, 'handoff')
    const done = await rate(place.holdfast, place.actor, id, { usefulness, ...(note ? { note } : {}) })
    await call.out.answer(done, () => told(says.rated))
  },
  async figures(call, place) {
    const seen = await figures(place.holdfast.records, place.actor)
    const figure = (value: number | null) => (value === null ? '—' : String(Math.round(value * 100) / 100))
    await call.out.answer(seen, () =>
      pairs(call.out, [
        ...Object.entries(seen.byState).map(([state, count]) => [codeInWords(state), String(count)] as const),
        [told(says.hoursToAccept), figure(seen.accepted.hoursToAccept)],
        [told(says.usefulness), told(says.ofRated(figure(seen.accepted.usefulness), seen.accepted.rated))],
        [told(says.timesReturned), figure(seen.accepted.returns)],
      ]),
    )
  },
}

async function recordMeant(call: Call, { holdfast, actor }: Place, object: string): Promise<string> {
  const given = call.words[1]
  if (!given) throw new UsageError(framed.whichRecord(object))
  const access = await holdfast.records.book.of(actor)
  return findRecord({ holdfast, actor, access, object: objectNamed(access, object) }, given)
}
