// Setting the finder to work, and saying from when on it merges by itself.
import type { Found, Settings } from '../../duplicates/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, UsageError } from '../command.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'

/** Companies first: that two people are at one company says much of whether they are one. */
const objects = ['account', 'contact'] as const

export function find(call: Call): Promise<number> {
  const [, name] = call.words
  const wanted = name === undefined ? objects : [oneOf('object to compare', name, objects)]
  const given = call.option('merge-from')
  const mergeFrom = given === undefined ? undefined : bitsIn(given)
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const found: Found[] = []
    for (const object of wanted) {
      call.out.progress(`Comparing every ${object}`)
      found.push(await holdfast.duplicates.find(actor, { object, ...(mergeFrom === undefined ? {} : { mergeFrom }) }))
    }
    call.out.progress('', true)
    await call.out.answer({ found }, () => {
      const titles = ['', 'rows compared', 'pairs compared', 'merged', 'to look at', 'recall, estimated']
      const rows = found.map((each) => [
        each.object,
        ...[each.rows, each.pairs, each.merged, each.queued].map(counted),
        `${(each.recall * 100).toFixed(1)} %`,
      ])
      const heads = titles.map((title, i) => ({ title, isRight: i > 0 }))
      const waits = found.some(({ queued }) => queued > 0)
      return table(call.out, heads, rows) + (waits ? '\n\nLook at them with: holdfast duplicates list' : '')
    })
    return 0
  })
}

export function settings(call: Call): Promise<number> {
  const [, name, bits] = call.words
  return inWorkspace(call, async ({ holdfast: { duplicates }, actor }) => {
    if (name !== undefined && bits === undefined)
      throw new UsageError('Say from how many bits on: holdfast duplicates settings OBJECT BITS|never.')
    const set =
      name === undefined
        ? await duplicates.settings(actor)
        : await duplicates.setMergeFrom(actor, oneOf('object to compare', name, objects), bitsIn(bits ?? ''))
    await call.out.answer(set, () => say(call, set))
    return 0
  })
}

const say = (call: Call, set: Settings): string =>
  table(
    call.out,
    [{ title: '' }, { title: 'merged unseen from' }, { title: 'at least' }],
    objects.map((object) => {
      const { mergeFrom, least } = set[object]
      return [object, mergeFrom === null ? 'never' : `${mergeFrom} bits`, `${least} bits`]
    }),
  )

function bitsIn(given: string): number | null {
  if (given === 'never') return null
  const bits = Number(given)
  if (given.trim() !== '' && Number.isFinite(bits)) return bits
  throw new UsageError(`"${given}" is no number of bits: give one, such as 14.5, or "never".`)
}

const counted = (value: number): string => value.toLocaleString('en')
