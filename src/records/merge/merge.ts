// Merging: records that are one become one. The stages in their order; one transaction, one act, nothing dropped. A preview is
// this very run, rolled back.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { words } from '../../../dictionary/words.ts'
import { type Access, type Actor, grantsFor } from '../../access/index.ts'
import { changeEntries, type ReadLog } from '../../ledger/index.ts'
import {
  Failure,
  ident,
  inOneStatement,
  type Row,
  raw,
  sql,
  statement,
  type Tx,
  told,
  transact,
} from '../../platform/index.ts'
import { outdated, startCompiling, withAccess } from '../ask/ask.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import { authorise, authoriseObject } from '../change/authorise.ts'
import { type Changing, historyEntry, retried, startBatch } from '../change/change.ts'
import type { Draft } from '../change/draft.ts'
import { find } from '../change/find.ts'
import { answersOf, replayed } from '../change/idempotency.ts'
import { checkMeaning } from '../change/meaning.ts'
import type { RecordState } from '../change/record-state.ts'
import { settleReferences } from '../change/references.ts'
import { shape } from '../change/shape.ts'
import { absorb, absorbStatements, type Group, learnRedirects } from './absorb.ts'
import { applyChoices, authoriseChoices, type Choices, chosenClaims, heldChoices, typedValues } from './choices.ts'
import { type Dependants, dependantsOf, dependantsPlan } from './dependants.ts'
import { explain, type FieldOutcome } from './explain.ts'
import { type Hanging, hangingOn } from './hanging.ts'
import { type Joining, keepMerged, send } from './joining.ts'
import { setLoopsAside } from './loops.ts'
import { noRedirects } from './redirects.ts'
import { spread } from './spread.ts'

export type MergeOrder = {
  /** Ids of the records, old ones too; at most 100. */
  ids: readonly string[]
  /** The one whose id stays; the oldest where none is named. */
  into?: string
  /** Fields settled by hand; all others are settled by the policy. */
  choices?: Choices
  because: string
}

export type Merged = {
  act: string
  object: string
  /** The record that stays, and those that lead to it now. */
  id: string
  merged: readonly string[]
  version: number
  /** What the actor may read of it, and why it is so. */
  fields: readonly FieldOutcome[]
  /** What came over from the others, of what the actor may see. */
  dependants: readonly Dependants[]
  /** Choices that a more authoritative source outweighs; they stay among the claims. */
  held: readonly string[]
}

/** A merge under way, for who has something to add to its act. */
export type UnderWay = {
  actor: Actor
  object: string
  id: string
  act: string
  at: string
  /** The records by their ids today, each with all the ids that lead to it. */
  sides: ReadonlyMap<string, readonly string[]>
}

/** Of one object and one actor, if there are several. */
export type Alongside = (tx: Tx, merges: readonly UnderWay[]) => Promise<void>

export type MergeOptions = {
  /** Everything is done and taken back, and the answer is what would have been. */
  isRehearsal?: boolean
  /** Runs in the transaction once the records are locked; a failure it throws stops the merge. */
  alongside?: Alongside
  /** Whoever repeats a merge under its key is told what was done the first time. Errors: idempotency_conflict. */
  idempotencyKey?: string
}

const mostRecords = 100

export async function merge(
  door: Changing & { readLog: ReadLog },
  actor: Actor,
  objectName: string,
  order: MergeOrder,
  options: MergeOptions = {},
): Promise<Merged> {
  let rehearsed: { merged: Merged; classes: ReadonlySet<string> } | null = null
  try {
    return await retried(() =>
      withAccess(door, actor, async (access) => {
        const object = access.manifest.objects.get(objectName)
        if (object?.kind !== 'records') throw new Failure('object_unavailable', { object: objectName })
        authoriseObject(access, objectName, new Set(['update', 'delete']))
        const drafts = draftsOf(object, order)
        const work = async (tx: Tx) => {
          const version = tx.query(door.book.versionNow(actor.workspace))
          const found = await find(tx, access, drafts)
          if (!door.book.isCurrent(access, await version)) return outdated
          // Asked once the records are locked: the same merge, sent twice at once, has been done by then.
          const key = options.isRehearsal ? undefined : options.idempotencyKey
          const asked = { object: objectName, order }
          const replay =
            key === undefined ? null : replayed<Merged>(await tx.query(answersOf(access, [key])), key, asked)
          if (replay) return replay
          settleReferences(drafts, found.references, new Map())
          const group = groupOf(access, object, drafts, order)
          const hanging = (await hangingOn(tx, access, objectName, idsOf([group])))(sidesOf(group))
          const joining = startJoining(door, tx, access, { group, because: order.because, after: hanging.changedAt })
          await learnRedirects(joining, [group])
          await options.alongside?.(tx, await underWay([{ joining, group }]))
          const done = await carryOut(joining, { group, drafts, order, hanging })
          rehearsed = options.isRehearsal ? done : null
          if (rehearsed) throw takenBack
          if (key !== undefined) await keepMerged(joining, key, { asked, answer: done.merged })
          return done.merged
        }
        return transact(door.pool, actor.workspace, work, { plans: 'fresh' })
      }),
    )
  } catch (error) {
    if (error !== takenBack || !rehearsed) throw error
    return toldOf(door, actor, rehearsed)
  }
}

/** Thrown to roll a rehearsal back. */
const takenBack = new Error('a rehearsal is rolled back')

/** What was shown has been read, although nothing of it was kept. */
async function toldOf(
  door: Changing & { readLog: ReadLog },
  actor: Actor,
  { merged, classes }: { merged: Merged; classes: ReadonlySet<string> },
): Promise<Merged> {
  const at = door.clock()
  const ids = [merged.id, ...merged.merged]
  if (classes.size > 0)
    await door.readLog.record([
      {
        actor,
        id: door.ids.next(at.getTime()),
        at,
        object: merged.object,
        classes: [...classes].sort(),
        recordIds: ids,
      },
    ])
  return merged
}

/** The master's draft is first and carries the values given by hand. */
export function draftsOf(object: ManifestObject, { ids, into, choices = {} }: MergeOrder): Draft[] {
  const all = [...new Set([...(into ? [into] : []), ...ids])]
  if (all.length > mostRecords)
    throw new Failure('too_large', {
      what: told(words('A merge', 'Una fusión', 'Uma mesclagem', 'Penggabungan')),
      limit: told(
        words(`${mostRecords} records`, `${mostRecords} registros`, `${mostRecords} registros`, `${mostRecords} rekod`),
      ),
    })
  const [first, ...others] = into ? all : all.sort()
  const values = typedValues(choices)
  return shape(object, [
    ...(first ? [{ verb: 'restore' as const, id: first, values }] : []),
    ...others.map((id) => ({ verb: 'restore' as const, id })),
  ])
}

export function groupOf(access: Access, object: ManifestObject, drafts: readonly Draft[], order: MergeOrder): Group {
  const records = new Map<string, RecordState>()
  for (const { record, change } of drafts) {
    if (!record?.maySee || record.deletedAt !== null)
      throw new Failure('record_unavailable', { object: object.name, id: change.id ?? '' })
    records.set(record.id, record)
  }
  const all = [...records.values()]
  if (!all.every((record) => record.mayUpdate.includes(true) && record.mayDelete))
    throw new Failure('not_allowed', { verb: 'merge', object: object.name })
  const [oldest] = [...records.keys()].sort()
  const master = order.into ? drafts[0]?.record : records.get(oldest ?? '')
  if (!master || all.length < 2) throw new Failure('nothing_to_merge', { object: object.name })
  if (order.choices) authoriseChoices(access, object, all, order.choices)
  judge(access, drafts)
  return { master, losers: all.filter((record) => record !== master) }
}

/** Values given by hand are judged as those of any change. */
function judge(access: Access, drafts: readonly Draft[]): void {
  const [first] = drafts
  if (!first || Object.keys(first.change.values ?? {}).length === 0) return
  const typed = [{ ...first, change: { ...first.change, verb: 'update' as const } }]
  authorise(access, typed)
  checkMeaning(typed)
  const faults = typed.flatMap((draft) => draft.faults)
  if (faults.length > 0) throw new Failure('record_refused', { faults })
}

export const idsOf = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ master, losers }) => [master.id, ...losers.map(({ id }) => id)])

export const sidesOf = ({ master, losers }: Group) => ({ staying: [master.id], going: losers.map(({ id }) => id) })

/** `after`: milliseconds that its act must not come before. */
export function startJoining(
  door: Changing,
  tx: Tx,
  access: Access,
  { group, because, after }: { group: Group; because: string; after: number },
): Joining {
  const records = new Map([group.master, ...group.losers].map((record) => [record.id, record]))
  const redirects = new Map<string, string>()
  const batch = { ...startBatch(door, access, records, noRedirects, after), redirects }
  const context = { actor: access.actor, id: batch.act, at: new Date(batch.at), because }
  return { tx, access, context, batch, redirects, place: 0 }
}

export async function underWay(merging: readonly { joining: Joining; group: Group }[]): Promise<UnderWay[]> {
  const [first] = merging
  if (!first) return []
  const { tx, access } = first.joining
  const ids = idsOf(merging.map(({ group }) => group))
  const rows = await tx.query(
    statement(
      sql`select id, to_id from records.redirect where workspace_id = ${access.actor.workspace} and to_id = any(${ids}::uuid[])`,
      { prepared: true },
    ),
  )
  const leading = Map.groupBy(rows, (row) => row['to_id'] as string) // uuid columns
  return merging.map(({ joining: { batch }, group }) => ({
    actor: access.actor,
    object: group.master.object.name,
    id: group.master.id,
    act: batch.act,
    at: batch.at,
    sides: new Map(
      idsOf([group]).map((id) => [id, [id, ...(leading.get(id) ?? []).map((row) => row['id'] as string)]]),
    ),
  }))
}

type Carrying = { group: Group; drafts: readonly Draft[]; order: MergeOrder; hanging: Hanging }

async function carryOut(joining: Joining, { group, drafts, order, hanging }: Carrying) {
  const { tx, access, batch } = joining
  const { master, losers } = group
  const object = master.object.name
  const lost = losers.map(({ id }) => id)
  const counting = dependantsPlan(access, hanging.references, lost).map(({ of, statement }) => ({
    of,
    rows: tx.query(statement),
  }))
  const byId = new Map(drafts.flatMap(({ change, record }) => (record ? [[change.id ?? '', record] as const] : [])))
  const chosen = chosenClaims(master.object, byId, order.choices ?? {})
  const typed = drafts[0]?.values ?? {}
  await absorb(batch, group, async () => {
    applyChoices(batch, master, typed, chosen)
    await setLoopsAside(joining, [master])
  })
  const counted = await Promise.all(counting.map(async ({ of, rows }) => dependantsOf(of, total(await rows))))
  await write(joining, group)
  await spread(joining, [group], hanging.references)
  await checkSight(joining, master)
  const explaining = explain(access, master, { act: batch.act, redirects: joining.redirects })
  const [row] = await tx.query(explaining.statement)
  const merged: Merged = {
    act: batch.act,
    object,
    id: master.id,
    merged: lost,
    version: master.version,
    fields: explaining.read(row),
    dependants: counted.filter(({ count }) => count > 0),
    held: heldChoices(batch, master, typed, chosen),
  }
  return { merged, classes: explaining.classes }
}

/** The group as it is from now on, and the act with its history. */
export function write(joining: Joining, group: Group): Promise<void> {
  const { context, batch } = joining
  const { master, losers } = group
  const details = { into: master.id, merged: losers.map(({ id }) => id) }
  const entries = changeEntries(context, 'merge', master.object.name, details, batch.history.map(historyEntry))
  return send(joining, [...absorbStatements(joining, [group]), statement(inOneStatement(entries))])
}

const total = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + Number(row['count']), 0)

/** As after any change: nobody moves a record out of their own sight. */
export async function checkSight({ tx, access }: Joining, { object, id }: RecordState): Promise<void> {
  const grants = grantsFor(access, object.name, 'update').map((grant) => grant.rows)
  if (grants.includes('all')) return
  const frame = openFrame(
    startCompiling(access, 'list', {}, () => new Date(0)),
    object.name,
    true,
  )
  const alias = raw(frame.alias)
  const seen = await tx.query(
    statement(
      sql`select 1 from customer.${ident(object.name)} ${alias} where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = ${id} and ${anyScope(frame, grants)}`,
    ),
  )
  if (seen.length === 0) throw new Failure('not_allowed', { verb: 'move out of your own records', object: object.name })
}
