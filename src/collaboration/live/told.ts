// What one listener may be told of new acts: records they see now, and changes in what they may read of them.
import { z } from 'zod'
import { type Access, grantsFor, readableUnder } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import { mayRead } from '../comments/comment.ts'
import type { NewAct } from './tail.ts'

export type LiveEvent =
  /** `records` is null where they are too many to tell one by one: the lists of this object are to be read again. */
  | { event: 'changed'; object: string; records: { id: string; verb: string }[] | null }
  | { event: 'commented'; on: { object: string; id: string } }
  /** There is something new in the listener's inbox. */
  | { event: 'notified' }

/** More records of one object at a time than this are told as "many". */
export const mostRecords = 200

export async function toldTo(records: Records, access: Access, acts: readonly NewAct[]): Promise<LiveEvent[]> {
  const touched = acts.flatMap((act) => act.touches.map((touch) => ({ ...touch, object: act.object })))
  const readable = touched.filter(({ object, verb, fields }) => isTold(access, object, verb, fields))
  const byObject = Map.groupBy(readable, ({ object }) => object)
  const looked = [...byObject].map(([object, some]) => ({ object, ids: some.map(({ record }) => record) }))
  const comments = acts.flatMap(commentIn).filter((comment) => mayRead(access, comment))
  const commented = comments.map(({ object, record }) => ({ object, ids: [record] }))
  const seen = await records.sights(access.actor, [...looked, ...commented])
  const talk = comments
    .filter(({ record }) => seen.has(record))
    .map(({ object, record }): LiveEvent => ({ event: 'commented', on: { object, id: record } }))
  const changes = [...byObject].flatMap(([object, some]): LiveEvent[] => {
    // The last word on a record stands: what was made and changed at once is there.
    const last = new Map(some.filter(({ record }) => seen.has(record)).map(({ record, verb }) => [record, verb]))
    if (last.size === 0) return []
    const changed = [...last].map(([id, verb]) => ({ id, verb }))
    return [{ event: 'changed', object, records: changed.length > mostRecords ? null : changed }]
  })
  return [...changes, ...talk]
}

const commentDetails = z.object({
  of: z.string(),
  record: z.uuid(),
  class: z.enum(['general', 'internal_note']),
  fields: z.array(z.string()),
})

/** Acts on comments say of what they are. */
function commentIn({ object, details }: NewAct) {
  const read = object === 'comment' ? commentDetails.safeParse(details) : null
  return read?.success ? [{ ...read.data, object: read.data.of }] : []
}

/** As in a record's history: a change in nothing that may be read is not told at all, unless the record itself came or went. */
export function isTold(access: Access, object: string, verb: string, changed: readonly string[]): boolean {
  const grants = grantsFor(access, object, 'list')
  if (grants.length === 0) return false
  if (verb !== 'updated' || changed.includes('deleted_at')) return true
  const fields = access.manifest.objects.get(object)?.fields
  return changed.some((name) => {
    const field = fields?.get(name)
    return field !== undefined && readableUnder(grants, field.sensitivity) === 'every'
  })
}
