// Setting the finder to work, and saying from when on it merges by itself.
import type { Found, Settings } from '../../duplicates/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, UsageError } from '../command.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'
import { headed, headedFigures } from '../words/columns.ts'
import { says } from '../words/duplicates.ts'

/** Companies first: that two people are at one company says much of whether they are one. */
const objects = ['account', 'contact'] as const

export function find(call: Call): Promise<number> {
  const [, name] = call.words
  const wanted = name === undefined ? objects : [oneOf(says.objectToCompare, name, objects)]
  const given = call.option('merge-from')
  const mergeFrom = given === undefined ? undefined : bitsIn(given)
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const found: Found[] = []
    for (const object of wanted) {
      call.out.progress(told(says.comparing(object)))
      found.push(await holdfast.duplicates.find(actor, { object, ...(mergeFrom === undefined ? {} : { mergeFrom }) }))
    }
    call.out.progress('', true)
    await call.out.answer({ found }, () => {
      const rows = found.map((each) => [
        each.object,
        ...[each.rows, each.pairs, each.merged, each.queued].map(counted),
        `${(each.recall * 100).toFixed(1)} %`,
      ])
      const heads = headedFigures(1, null, 'rows', 'pairs', 'merged', 'toLookAt', 'recall')
      const waits = found.some(({ queued }) => queued > 0)
      return table(call.out, heads, rows) + (waits ? `\n\n${told(says.lookAtThem)}` : '')
    })
    return 0
  })
}

export function settings(call: Call): Promise<number> {
  const [, name, bits] = call.words
  return inWorkspace(call, async ({ holdfast: { duplicates }, actor }) => {
    if (name !== undefined && bits === undefined) throw new UsageError(says.fromHowManyBits)
    const set =
      name === undefined
        ? await duplicates.settings(actor)
        : await duplicates.setMergeFrom(actor, oneOf(says.objectToCompare, name, objects), bitsIn(bits ?? ''))
    await call.out.answer(set, () => say(call, set))
    return 0
  })
}

const say = (call: Call, set: Settings): string =>
  table(
    call.out,
    headed(null, 'mergedFrom', 'atLeast'),
    objects.map((object) => {
      const { mergeFrom, least } = set[object]
      return [object, told(mergeFrom === null ? says.never : says.bits(mergeFrom)), told(says.bits(least))]
    }),
  )

function bitsIn(given: string): number | null {
  if (given === 'never') return null
  const bits = Number(given)
  if (given.trim() !== '' && Number.isFinite(bits)) return bits
  throw new UsageError(says.noBits(given))
}

const counted = (value: number): string => value.toLocaleString('en')
