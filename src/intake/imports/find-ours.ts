// Records by our own ids, as an export of this or of another workspace names them: one that is here, and that the actor may see, is
// that record; any other is known by the name it had there.

import { manifest } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import type { Change, Records } from '../../records/index.ts'
import type { Part } from './shape.ts'
import { ownName } from './shapes/holdfast-export.ts'

/** One look-up an object, however many rows and references. */
export async function findOurs(
  records: Records,
  actor: Actor,
  parts: readonly Part[],
): Promise<ReadonlyMap<Part, Change>> {
  const wanted = new Map<string, Set<string>>()
  const want = (object: string, id: string) => wanted.set(object, (wanted.get(object) ?? new Set()).add(id))
  const ours = parts.flatMap((part) => (part.ours ? [{ part, ours: part.ours }] : []))
  for (const { part, ours: own } of ours) {
    want(part.object, own.id)
    for (const [field, id] of Object.entries(own.references)) want(targetOf(part.object, field), id)
  }
  const here = new Map(
    await Promise.all(
      [...wanted].map(async ([object, ids]) => [object, await records.follow(actor, object, [...ids])] as const),
    ),
  )
  return new Map(
    ours.map(({ part, ours: own }) => {
      const references = Object.entries(own.references).map(([field, id]) => {
        const to = targetOf(part.object, field)
        return [field, here.get(to)?.get(id) ?? ownName(to, id)] as const
      })
      const values = { ...part.change.values, ...Object.fromEntries(references) }
      const known = here.get(part.object)?.get(own.id)
      const { source, ...change } = part.change
      return [part, known ? { ...change, verb: 'update' as const, id: known, values } : { ...part.change, values }]
    }),
  )
}

const targetOf = (object: string, field: string): string => manifest.objects.get(object)?.fields.get(field)?.to ?? ''
