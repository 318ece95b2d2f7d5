// Ties that a merge folded, or took away as senseless, come back where they lead to different records again.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { ident, raw, sql, statement } from '../../platform/index.ts'
import { type Batch, presence, settle } from '../change/claims.ts'
import { load } from '../change/find.ts'
import type { RecordState } from '../change/record-state.ts'
import { recordStatements } from '../change/write.ts'
import { survivor } from '../survivorship.ts'
import { actOf, actsUndone, type Forest, forestOf } from './forest.ts'
import { alsoHistory, inWorkspace, type Joining, send } from './joining.ts'
import { leadsTo } from './move.ts'
import { openInquiry } from './questions.ts'
import { redirectsOf } from './redirects.ts'
import { identityOf, type ReferenceTo } from './registry.ts'
import { settleSides, sideStatements, takeOut } from './take-out.ts'

const t = raw('t')

/** Ties of one object to the root of what is parted, by any of these references. */
export async function unfold(joining: Joining, parted: Forest, references: readonly ReferenceTo[]): Promise<void> {
  const [first] = references
  if (!first) return
  const { tx, access } = joining
  const { object } = first
  const { root } = parted
  const undone = actsUndone(parted)
  const rows = await tx.query(
    statement(sql`select distinct r.id, r.into_id, r.to_id, r.act_id from customer.${ident(object.name)} t join records.redirect r on r.workspace_id = t.workspace_id and r.to_id = t.id
      where ${inWorkspace(joining, t)} and (${leadsToAny(references, root)})`),
  )
  if (rows.length === 0) return
  const ids = rows.flatMap((row) => [row['id'] as string, row['to_id'] as string]) // uuid columns
  const states = await load(tx, access, object, [...new Set(ids)])
  await learnNamed(joining, object, states.values())
  for (const folded of new Set(rows.map((row) => row['to_id'] as string))) {
    const whole = forestOf(folded, [], rows)
    const record = states.get(folded)
    const out = record
      ? [...whole.branches].filter(([id, { into, act }]) => undone.has(act) || isApart(joining, record, id, into))
      : []
    if (out.length === 0) continue
    await unfoldOne(joining, { ...whole, out: out.map(([id]) => id) }, states)
  }
}

const leadsToAny = (references: readonly ReferenceTo[], root: string) =>
  references.map((each) => leadsTo(each, t, [root])).reduce((all, each) => sql`${all} or ${each}`)

async function unfoldOne(joining: Joining, forest: Forest, all: ReadonlyMap<string, RecordState>): Promise<void> {
  const states = new Map(
    [forest.root, ...forest.out].flatMap((id) => {
      const state = all.get(id)
      return state ? [[id, state] as const] : []
    }),
  )
  const batch: Batch = { ...joining.batch, redirects: joining.redirects, history: [] }
  const taken = await takeOut(joining, { forest, states, inquiry: openInquiry('stay'), mayAsk: () => false })
  settleSides(batch, taken)
  const name = states.get(forest.root)?.object.name ?? ''
  await send(joining, [...sideStatements(joining, taken), ...alsoHistory(joining, name, batch.history)])
}

/** Whether two ties that were folded tie different records, by what was claimed of each before. */
function isApart(joining: Joining, record: RecordState, one: string, other: string): boolean {
  return identityOf(record.object).some((field) => {
    const [a, b] = [one, other].map((id) => {
      const own = [...record.sources.values()].filter((source) => (source.home ?? record.id) === id)
      return survivor(field, { id }, own, joining.redirects)
    })
    return a !== null && b !== null && a !== b
  })
}

/** Where everything that these claim leads today, but for the ids that are about to lead nowhere. */
async function learnNamed(joining: Joining, object: ManifestObject, records: Iterable<RecordState>): Promise<void> {
  const named = [...records].flatMap((record) =>
    [...record.sources.values()].flatMap(({ claims }) =>
      [...object.fields.values()].flatMap((field) => {
        const id = field.to ? claims[field.name] : null
        return typeof id === 'string' && !joining.redirects.has(id) && !joining.cut?.has(id) ? [id] : []
      }),
    ),
  )
  const known = await redirectsOf(joining.tx, joining.access.actor.workspace, [...new Set(named)])
  for (const [old, to] of known) joining.redirects.set(old, to)
}

/** What these merges took away because it tied a record to itself. */
export async function bringBackSenseless(joining: Joining, forest: Forest, object: string): Promise<void> {
  const { tx, access, batch } = joining
  const acts = [...new Set(forest.out.map((id) => actOf(forest, id)))]
  const rows = await tx.query(
    statement(
      sql`select object, record_id from ledger.history where workspace_id = ${access.actor.workspace} and act_id = any(${acts}::uuid[]) and verb = 'deleted' and object <> ${object}`,
    ),
  )
  for (const [name, some] of Map.groupBy(rows, (row) => row['object'] as string)) {
    const tie = access.manifest.objects.get(name)
    if (!tie) continue
    const states = await load(
      tx,
      access,
      tie,
      some.map((row) => row['record_id'] as string),
    ) // uuid column
    await learnNamed(joining, tie, states.values())
    const history: Batch['history'] = []
    for (const record of states.values()) {
      if (record.deletedAt === null) continue
      const changed: Record<string, readonly [unknown, unknown]> = settle(record, tie.fields.keys(), joining.redirects)
      const isSensible = tie.rules.every((rule) => rule.holds(record.values))
      if (isSensible) changed['deleted_at'] = presence(record, null)
      if (Object.keys(changed).length === 0) continue
      record.version += 1
      const verb = isSensible ? ('restored' as const) : ('updated' as const)
      const { speaker: system } = batch
      history.push({ record, verb, version: record.version, system, localId: record.id, changed, claimsBefore: null })
    }
    await send(joining, [...recordStatements(joining.context, states.values()), ...alsoHistory(joining, name, history)])
  }
}
