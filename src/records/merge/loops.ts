// A merge can put a record above itself: the head of a chain and a link below it become one. The claims that would close the
// circle are set aside — they are read, and are weighed again with every merge and unmerge — and the next claim stands.
import type { ManifestField } from '../../../dictionary/index.ts'
import { statement } from '../../platform/index.ts'
import { ancestors, leadsBack } from '../change/meaning.ts'
import { markOf, type RecordState, sourceName } from '../change/record-state.ts'
import { type Claim, winner } from '../survivorship.ts'
import type { Joining } from './joining.ts'
import { follow } from './redirects.ts'

/** For records whose claims are all there and not settled yet. Where two of them make a circle, the later one is cut. */
export async function setLoopsAside(joining: Joining, records: readonly RecordState[]): Promise<void> {
  const [first] = records
  for (const field of first?.object.fields.values() ?? []) {
    if (!field.options.acyclic) continue
    for (const record of records) weighAnew(record, field.name)
    for (const record of records) await cutLoop(joining, field, record, records)
  }
}

async function cutLoop(
  joining: Joining,
  field: ManifestField,
  record: RecordState,
  records: readonly RecordState[],
): Promise<void> {
  for (;;) {
    const claim = standing(joining, field, record)
    if (!claim) return
    // What the tables say of these records themselves is not so any more.
    const now = new Map(records.map((each) => [each.id, standing(joining, field, each)?.to ?? null]))
    const above = await chainsAbove(
      joining,
      field,
      [...now.values()].filter((to) => to !== null),
    )
    for (const [id, to] of now) above.set(id, to)
    if (!leadsBack(record.id, above)) return
    const source = record.sources.get(sourceName(claim.system, claim.localId))
    if (!source) return
    source.marks[field.name] = { ...markOf(source, field.name), setAsideBy: joining.batch.act }
    source.isDirty = true
  }
}

/** The claim that would win as things are, and where it leads. */
function standing(joining: Joining, field: ManifestField, record: RecordState): (Claim & { to: string }) | null {
  const claim = winner(field, record, record.sources.values(), joining.redirects)
  return typeof claim?.value === 'string' ? { ...claim, to: follow(joining.redirects, claim.value) } : null
}

async function chainsAbove(
  joining: Joining,
  field: ManifestField,
  starts: readonly string[],
): Promise<Map<string, string | null>> {
  const { tx, access, redirects } = joining
  const rows = await tx.query(statement(ancestors(access.actor.workspace, field.object, field.name, starts)))
  return new Map(
    rows.flatMap((row) => {
      const [id, parent] = [row['id'] as string, row['parent'] as string | null] // uuid columns
      return follow(redirects, id) === id ? [[id, parent && follow(redirects, parent)] as const] : []
    }),
  )
}

function weighAnew(record: RecordState, name: string): void {
  for (const source of record.sources.values()) {
    const mark = source.marks[name]
    if (!mark?.setAsideBy) continue
    const { setAsideBy: _, ...rest } = mark
    source.marks[name] = rest
    source.isDirty = true
  }
}
