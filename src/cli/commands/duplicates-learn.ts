// Weights of evidence: learning them from the records that are there, seeing what they would be, and putting them to use.
import type { Weights } from '../../duplicates/index.ts'
import { oneOf } from '../arguments.ts'
import type { Call } from '../command.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'

const objects = ['account', 'contact'] as const
const uses = ['learned', 'shipped'] as const

export function learn(call: Call): Promise<number> {
  const object = oneOf('object to compare', call.words[1] ?? '', objects)
  const isPreview = call.has('preview')
  return inWorkspace(call, async ({ holdfast, actor }) => {
    call.out.progress(`Comparing every ${object}`)
    const learned = await holdfast.duplicates.learn(actor, { object, isPreview })
    call.out.progress('', true)
    await call.out.answer(learned, () => say(call, learned, isPreview))
    return learned.lesson?.refusedBecause === null ? 0 : 1
  })
}

export function weights(call: Call): Promise<number> {
  const object = oneOf('object to compare', call.words[1] ?? '', objects)
  const use = call.words[2] === undefined ? null : oneOf('kind of weights', call.words[2], uses)
  return inWorkspace(call, async ({ holdfast: { duplicates }, actor }) => {
    const told =
      use === null ? await duplicates.weights(actor, object) : await duplicates.setWeights(actor, object, use)
    await call.out.answer(told, () => say(call, told, false))
    return 0
  })
}

function say(call: Call, { object, use, lesson, fields }: Weights, isPreview: boolean): string {
  const heads = ['', '', 'shipped', 'learned'].map((title, i) => ({ title, isRight: i > 1 }))
  const rows = fields.flatMap(({ field, levels }) =>
    levels.map(({ level, shipped, learned }) => [field, level, bits(shipped), learned === null ? '' : bits(learned)]),
  )
  const verdict = !lesson
    ? 'Nothing was learned yet.'
    : lesson.refusedBecause !== null
      ? `Learned from ${lesson.records} rows, and not to be relied on. ${lesson.refusedBecause} The shipped weights stay.`
      : `Learned from ${lesson.records} rows; the guards found nothing against it.`
  const next =
    lesson?.refusedBecause === null && use === 'shipped' && !isPreview
      ? `\nPut them to use with: holdfast duplicates weights ${object} learned`
      : ''
  return `${table(call.out, heads, rows)}\n\n${verdict}\nIn use: the ${use} weights.${next}`
}

const bits = (weight: number): string => weight.toFixed(1)
