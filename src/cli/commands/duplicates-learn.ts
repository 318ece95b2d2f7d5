// Weights of evidence: learning them from the records that are there, seeing what they would be, and putting them to use.
import type { Weights } from '../../duplicates/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import type { Call } from '../command.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'
import { headedFigures } from '../words/columns.ts'
import { says } from '../words/duplicates.ts'

const objects = ['account', 'contact'] as const
const uses = ['learned', 'shipped'] as const

export function learn(call: Call): Promise<number> {
  const object = oneOf(says.objectToCompare, call.words[1] ?? '', objects)
  const isPreview = call.has('preview')
  return inWorkspace(call, async ({ holdfast, actor }) => {
    call.out.progress(told(says.comparing(object)))
    const learned = await holdfast.duplicates.learn(actor, { object, isPreview })
    call.out.progress('', true)
    await call.out.answer(learned, () => say(call, learned, isPreview))
    return learned.lesson?.refusedBecause === null ? 0 : 1
  })
}

export function weights(call: Call): Promise<number> {
  const object = oneOf(says.objectToCompare, call.words[1] ?? '', objects)
  const use = call.words[2] === undefined ? null : oneOf(says.kindOfWeights, call.words[2], uses)
  return inWorkspace(call, async ({ holdfast: { duplicates }, actor }) => {
    const now = use === null ? await duplicates.weights(actor, object) : await duplicates.setWeights(actor, object, use)
    await call.out.answer(now, () => say(call, now, false))
    return 0
  })
}

function say(call: Call, { object, use, lesson, fields }: Weights, isPreview: boolean): string {
  const heads = headedFigures(2, null, null, 'shipped', 'learned')
  const rows = fields.flatMap(({ field, levels }) =>
    levels.map(({ level, shipped, learned }) => [field, level, bits(shipped), learned === null ? '' : bits(learned)]),
  )
  const verdict = !lesson
    ? says.nothingLearned
    : lesson.refusedBecause !== null
      ? says.notReliable(lesson.records, lesson.refusedBecause)
      : says.reliable(lesson.records)
  const next =
    lesson?.refusedBecause === null && use === 'shipped' && !isPreview ? `\n${told(says.putToUse(object))}` : ''
  return `${table(call.out, heads, rows)}\n\n${told(verdict)}\n${told(says.inUse[use])}${next}`
}

const bits = (weight: number): string => weight.toFixed(1)
