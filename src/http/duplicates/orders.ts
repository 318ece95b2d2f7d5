// What is asked of duplicates in words of JSON. The shape is read here; what it means, the room and the door know.
import { z } from 'zod'
import { systems } from '../../../dictionary/index.ts'
import type { MergeOrder, UnmergeOptions, UnmergeOrder } from '../../duplicates/index.ts'
import { shapeOf } from '../../platform/index.ts'

export const reason = z.string().trim().min(1).max(500)

const id = z.string().min(1).max(100)
const choice = z.union([
  z.strictObject({ from: id }),
  z.strictObject({ source: z.strictObject({ system: z.enum(systems), localId: z.string().min(1).max(500) }) }),
  z.strictObject({ value: z.unknown() }),
])
const merge = z.strictObject({
  object: z.string().min(1).max(48),
  ids: z.array(id).min(1).max(100),
  into: id.optional(),
  choices: z.record(z.string().max(48), choice).optional(),
  because: reason,
})
const readsMerge = shapeOf(merge)
const readsPreview = shapeOf(merge.extend({ because: reason.default('a preview') }))

/** A preview needs no reason: nothing of it is kept. */
export function readMerge(body: unknown, { isPreview = false } = {}): MergeOrder & { object: string } {
  const read = isPreview ? readsPreview(body) : readsMerge(body)
  return read as MergeOrder & { object: string } // optional keys come out as possibly undefined, which the door treats as absent
}

const answers = z.union([z.literal('stay'), z.record(z.string().max(500), id)])
const readsUnmerge = shapeOf(
  z.union([
    z.strictObject({ act: id, answers: answers.optional(), because: reason.optional() }),
    z.strictObject({
      object: z.string().min(1).max(48),
      ids: z.array(id).min(1).max(100),
      answers: answers.optional(),
      because: reason.optional(),
    }),
  ]),
)

export function readUnmerge(body: unknown): { order: UnmergeOrder; options: Omit<UnmergeOptions, 'alongside'> } {
  const { answers, because, ...order } = readsUnmerge(body)
  return {
    order,
    options: { ...(answers === undefined ? {} : { answers }), ...(because === undefined ? {} : { because }) },
  }
}
