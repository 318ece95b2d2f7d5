// Many merges in one transaction, each an act of its own, in their order and as if they came one after the other. What they begin
// with is read together, which is most of what a merge costs. For programs: nobody looks at what came of each.
import type { ManifestObject } from '../../../dictionary/index.ts'
import type { Access, Actor } from '../../access/index.ts'
import { Failure, type Tx, transact } from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import { authoriseObject } from '../change/authorise.ts'
import { type Changing, retried } from '../change/change.ts'
import { find } from '../change/find.ts'
import { absorb, type Group, leadOn, referredTo } from './absorb.ts'
import { hangingOn } from './hanging.ts'
import {
  type Alongside,
  checkSight,
  draftsOf,
  groupOf,
  idsOf,
  type MergeOrder,
  sidesOf,
  startJoining,
  underWay,
  write,
} from './merge.ts'
import { redirectsOf } from './redirects.ts'
import { spread } from './spread.ts'

export type PlainMerge = Pick<MergeOrder, 'ids' | 'because'>

/**
 * All of them or, where one is refused, none. Answers those that were left, to be merged one by one: what lies above such a record
 * may be another of these, and would be read before it is merged.
 */
export async function mergeMany(
  door: Changing,
  actor: Actor,
  objectName: string,
  orders: readonly PlainMerge[],
  { alongside }: { alongside?: Alongside } = {},
): Promise<PlainMerge[]> {
  return retried(() =>
    withAccess(door, actor, async (access) => {
      const object = access.manifest.objects.get(objectName)
      if (object?.kind !== 'records') throw new Failure('object_unavailable', { object: objectName })
      authoriseObject(access, objectName, new Set(['update', 'delete']))
      const work = async (tx: Tx) => {
        const version = tx.query(door.book.versionNow(actor.workspace))
        const drafts = orders.map((order) => draftsOf(object, order))
        await find(tx, access, drafts.flat())
        if (!door.book.isCurrent(access, await version)) return outdated
        const all = orders.map((order, i) => ({ order, group: groupOf(access, object, drafts[i] ?? [], order) }))
        const ids = idsOf(all.map(({ group }) => group))
        if (new Set(ids).size < ids.length) throw new Failure('nothing_to_merge', { object: objectName })
        const { left = [], plain = [] } = Object.groupBy(all, (each) =>
          isUnder(object, each.group) ? 'left' : 'plain',
        )
        await mergeInTurn(door, tx, access, plain, alongside)
        return left.map(({ order }) => order)
      }
      return transact(door.pool, actor.workspace, work, { plans: 'fresh' })
    }),
  )
}

/** Whether any source says of these that a record of their own object is above them, or beside. */
function isUnder(object: ManifestObject, { master, losers }: Group): boolean {
  const names = [...object.fields.values()].filter((field) => field.to === object.name).map((field) => field.name)
  return [master, ...losers].some((record) =>
    names.some(
      (name) =>
        (record.values[name] ?? null) !== null ||
        [...record.sources.values()].some((source) => (source.claims[name] ?? null) !== null),
    ),
  )
}

async function mergeInTurn(
  door: Changing,
  tx: Tx,
  access: Access,
  merges: readonly { order: PlainMerge; group: Group }[],
  alongside: Alongside | undefined,
): Promise<void> {
  const groups = merges.map(({ group }) => group)
  const hangingOf = await hangingOn(tx, access, groups[0]?.master.object.name ?? '', idsOf(groups))
  const known = await redirectsOf(tx, access.actor.workspace, referredTo(groups))
  let after = 0
  const merging = merges.map(({ order: { because }, group }) => {
    const hanging = hangingOf(sidesOf(group))
    // What one moved, the next may move again, and its act is to sort after.
    const joining = startJoining(door, tx, access, { group, because, after: Math.max(after, hanging.changedAt) })
    after = Date.parse(joining.batch.at) + 1
    for (const [old, to] of known) joining.redirects.set(old, to)
    leadOn(joining.redirects, [group])
    return { group, joining, references: hanging.references }
  })
  await alongside?.(tx, await underWay(merging))
  const written: Promise<void>[] = []
  try {
    for (const { group, joining, references } of merging) {
      await absorb(joining.batch, group)
      const writing = write(joining, group)
      writing.catch(() => {}) // looked at below
      written.push(writing)
      if (references.length > 0) await spread(joining, [group], references)
      await checkSight(joining, group.master)
    }
  } finally {
    await Promise.all(written) // the first fault is thrown as what it is, before what failed for want of it
  }
}
