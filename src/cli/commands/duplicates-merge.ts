// Making one record of several, and several of one again.
import type { Merged, Unmerged } from '../../duplicates/index.ts'
import { told } from '../../platform/index.ts'
import type { Call } from '../command.ts'
import { inWords } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { pairs, table } from '../table.ts'
import { codeInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/duplicates.ts'
import { entriesOf, type Meant, reasonOf, recordsMeant } from './duplicates-words.ts'

export function merge(call: Call): Promise<number> {
  const isPreview = call.has('preview')
  const because = isPreview ? (call.option('because') ?? told(says.aPreview)) : reasonOf(call)
  return inWorkspace(call, async (place) => {
    const { duplicates } = place.holdfast
    const meant = await recordsMeant(call, place)
    const { object, ids, idOf } = meant
    const into = call.option('into')
    const choices: Record<string, { from: string }> = {}
    for (const [field, record] of entriesOf(call, 'choose')) choices[field] = { from: await idOf(record) }
    const order = { ids, choices, because, ...(into === undefined ? {} : { into: await idOf(into) }) }
    const merged = isPreview
      ? await duplicates.preview(place.actor, object.name, order)
      : await duplicates.merge(place.actor, object.name, order)
    await call.out.answer({ ...merged, isPreview }, () => say(call, meant, merged, isPreview))
    return 0
  })
}

function say(call: Call, { object }: Meant, merged: Merged, isPreview: boolean): string {
  const fields = table(
    call.out,
    headed('field', 'value', 'because', 'from'),
    merged.fields.map(({ field, value, rule, from }) => [
      field,
      inWords(object.fields.get(field) ?? null, value),
      codeInWords(rule),
      from ? `${from.system}:${from.localId}` : '',
    ]),
  )
  const came = merged.dependants.map(({ object: of, field, count }) => [`${of}.${field}`, String(count)] as const)
  return [
    fields,
    ...(came.length > 0 ? [`\n${told(says.comingOver)}\n${pairs(call.out, came)}`] : []),
    ...(merged.held.length > 0 ? [`\n${told(says.outweighed(merged.held.join(', ')))}`] : []),
    isPreview
      ? `\n${told(says.wouldBeOne(merged.merged.length + 1, merged.id))}`
      : `\n${told(says.mergedInto(merged.id, merged.act))}`,
  ].join('\n')
}

export function unmerge(call: Call): Promise<number> {
  const [, first = '', ...ids] = call.words
  const order = ids.length > 0 ? { object: first, ids } : { act: first }
  const because = call.option('because')
  const answers = call.option('answers') === 'stay' ? 'stay' : Object.fromEntries(entriesOf(call, 'answers'))
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const parted = await holdfast.duplicates.unmerge(actor, order, { answers, ...(because ? { because } : {}) })
    await call.out.answer(parted, () => (parted.act === null ? ask([first, ...ids].join(' '), parted) : apart(parted)))
    return parted.act === null ? 1 : 0
  })
}

const apart = ({ id, restored }: Unmerged): string =>
  told(says.takenApart(restored.join(', '), restored.length === 1, id))

/** Nothing was done: what has to be said first, and how. */
function ask(what: string, { questions }: Unmerged): string {
  const lines = questions.flatMap((question) => [
    `  ${question.key}: ${matterOf(question)}`,
    ...question.sides.map(({ id, title }) => `      ${id}  ${title ?? '–'}`),
  ])
  const example = questions.map(({ key, sides }) => `${key}=${sides[0]?.id}`).join(',')
  return [told(says.whoseAreThese), ...lines, told(says.answerWith(what, example)), told(says.orLeaveAll)].join('\n')
}

function matterOf(question: Unmerged['questions'][number]): string {
  if (question.kind === 'field') return `${question.field} "${inWords(null, question.value)}"`
  if (question.kind === 'source') return told(says.saidBy(`${question.system}:${question.localId}`))
  return told(says.theRecord(question.object, question.title ?? question.id))
}
