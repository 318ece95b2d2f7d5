// Looking at pairs: those that wait, why two may be one, and that two never are.
import type { Pair } from '../../duplicates/index.ts'
import type { Call } from '../command.ts'
import { inWords } from '../describe.ts'
import { objectNamed } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'
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
        ? 'No pair waits. Look for some with: holdfast duplicates find'
        : pages
            .filter(({ pairs }) => pairs.length > 0)
            .map(({ object, pairs, next }) => queueOf(call, object, pairs, next))
            .join('\n\n'),
    )
    return 0
  })
}

function queueOf(call: Call, object: string, pairs: readonly Pair[], next: string | null): string {
  const heads = [{ title: 'Bits', isRight: true }, { title: object }, { title: 'and' }, { title: 'Ids' }]
  const rows = pairs.map(({ a, b, bits }) => [bits.toFixed(1), a.title ?? '–', b.title ?? '–', `${a.id} ${b.id}`])
  return table(call.out, heads, rows) + (next ? `\nMore: holdfast duplicates list ${object} --after ${next}` : '')
}

export function why(call: Call): Promise<number> {
  return inWorkspace(call, async (place) => {
    const { holdfast, actor } = place
    const { object, ids } = await recordsMeant(call, place)
    const [a = '', b = ''] = ids
    const told = await holdfast.duplicates.explain(actor, object.name, a, b)
    await call.out.answer(told, () => {
      const values = (given: readonly unknown[] | null) =>
        (given ?? []).map((value) => inWords(null, value) || '–').join(' | ')
      const rows = [
        ['before looking', '', signed(told.prior), '', ''],
        ...told.parts.map((part) => [
          part.field ?? 'other evidence',
          part.level ?? 'not yours to read',
          signed(part.bits),
          part.rarityBits === 0 ? '' : signed(part.rarityBits),
          values(part.values),
        ]),
        ['score', told.because ?? '', signed(told.bits), '', ''],
      ]
      const heads = ['Evidence', 'Found', 'Bits', 'Rarity', 'As written'].map((title, i) => ({
        title,
        isRight: i === 2 || i === 3,
      }))
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
    await call.out.answer(
      decided,
      () => `${decided.a} and ${decided.b} are never merged, whatever they are merged into.`,
    )
    return 0
  })
}

/** All digits: they add up to the score. */
const signed = (bits: number): string => `${bits > 0 ? '+' : ''}${bits.toFixed(3)}`
