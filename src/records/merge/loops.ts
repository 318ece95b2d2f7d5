// A merge can put a record above itself: the head of a chain and a link below it become one. The claims that would close the
// circle are set aside — they are read, and count again once the merge is taken apart — and the next claim stands.
import { statement } from '../../platform/index.ts'
import { ancestors, leadsBack } from '../change/meaning.ts'
import { markOf, type RecordState, sourceName } from '../change/record-state.ts'
import { winner } from '../survivorship.ts'
import type { Joining } from './joining.ts'
import { follow } from './redirects.ts'

/** For one record whose claims are all there and not settled yet. */
export async function setLoopsAside(joining: Joining, record: RecordState): Promise<void> {
  for (const field of record.object.fields.values()) {
    if (!field.options.acyclic) continue
    for (;;) {
      const claim = winner(field, record, record.sources.values(), joining.redirects)
      if (typeof claim?.value !== 'string') break
      const to = follow(joining.redirects, claim.value)
      const rows = await joining.tx.query(
        statement(ancestors(joining.access.actor.workspace, field.object, field.name, [to])),
      )
      const above = new Map(
        rows.flatMap((row) => {
          const [id, parent] = [row['id'] as string, row['parent'] as string | null] // uuid columns
          const now = follow(joining.redirects, id)
          return now === id ? [[id, parent && follow(joining.redirects, parent)] as const] : []
        }),
      )
      if (!leadsBack(record.id, above.set(record.id, to))) break
      const source = record.sources.get(sourceName(claim.system, claim.localId))
      if (!source) break
      source.marks[field.name] = { ...markOf(source, field.name), setAsideBy: joining.batch.act }
      source.isDirty = true
    }
  }
}
