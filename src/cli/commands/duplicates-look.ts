// Looking at pairs: those that wait, why two may be one, and that two never are.
import type { Pair } from '../../duplicates/index.ts'
import { told } from '../../platform/index.ts'
import type { Call } from '../command.ts'
import { inWords } from '../describe.ts'
import { objectNamed } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'
import { headed, headedFigures } from '../words/columns.ts'
import { says } from '../words/duplicates.ts'
import { reasonOf, recordsMeant } from './duplicates-words.ts'

export function list(call: Call): Promise<number> {
  const [, name] = call.words
  const limit = call.wholeNumber('limit', { least: 1, most: 200 }) ?? 50
  const after = call.option('after')
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const access = await holdfast.records.book.of(actor)
    const objects = name === undefined ? ['account', 'contact'] : [objectNamed(access, name).name]
    const pages = await Promise.all(
      objects.map(async (object) => ({
        object,
        ...(await holdfast.duplicates.list(actor, { object, limit, ...(after ? { after } : {}) })),
      })),
    )
    await call.out.answer({ pages }, () =>
      pages.every(({ pairs }) => pairs.length === 0)
        ? told(says.noPairs)
        : pages
            .filter(({ pairs }) => pairs.length > 0)
            .map(({ object, pairs, next }) => queueOf(call, object, pairs, next))
            .join('\n\n'),
    )
    return 0
  })
}

function queueOf(call: Call, object: string, pairs: readonly Pair[], next: string | null): string {
  const heads = [...headedFigures(0, 'bits'), { title: object }, ...headed('and', 'ids')]
  const rows = pairs.map(({ a, b, bits }) => [bits.toFixed(1), a.title ?? '–', b.title ?? '–', `${a.id} ${b.id}`])
  return table(call.out, heads, rows) + (next ? `\n${told(says.more(object, next))}` : '')
}

export function why(call: Call): Promise<number> {
  return inWorkspace(call, async (place) => {
    const { holdfast, actor } = place
    const { object, ids } = await recordsMeant(call, place)
    const [a = '', b = ''] = ids
    const why = await holdfast.duplicates.explain(actor, object.name, a, b)
    await call.out.answer(why, () => {
      const values = (given: readonly unknown[] | null) =>
        (given ?? []).map((value) => inWords(null, value) || '–').join(' | ')
      const rows = [
        [told(says.beforeLooking), '', signed(why.prior), '', ''],
        ...why.parts.map((part) => [
          part.field ?? told(says.otherEvidence),
          part.level ?? told(says.notYours),
          signed(part.bits),
          part.rarityBits === 0 ? '' : signed(part.rarityBits),
          values(part.values),
        ]),
        [told(says.score), why.because ?? '', signed(why.bits), '', ''],
      ]
      const heads = [...headed('evidence', 'found'), ...headedFigures(0, 'bits', 'rarity'), ...headed('asWritten')]
      return table(call.out, heads, rows)
    })
    return 0
  })
}

export function never(call: Call): Promise<number> {
  const because = reasonOf(call)
  return inWorkspace(call, async (place) => {
    const { holdfast, actor } = place
    const { object, ids } = await recordsMeant(call, place)
    const [a = '', b = ''] = ids
    const decided = await holdfast.duplicates.never(actor, object.name, a, b, because)
    await call.out.answer(decided, () => told(says.neverMerged(decided.a, decided.b)))
    return 0
  })
}

/** All digits: they add up to the score. */
const signed = (bits: number): string => `${bits > 0 ? '+' : ''}${bits.toFixed(3)}`
