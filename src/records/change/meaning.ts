// Stage 4: do the values make sense together? What a person types is judged with the record as it would become; what another
// system says is judged by its own word, so that a disagreement between systems is kept as claims instead of being refused.
import type { ManifestField, ManifestObject } from '../../../dictionary/index.ts'
import { faultOf, ident, type SqlFragment, sql, statement, type Tx } from '../../platform/index.ts'
import { type Draft, refuse, sound } from './draft.ts'
import { type Canonical, sourceName } from './record-state.ts'

export function checkMeaning(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.change.verb === 'delete' || draft.change.verb === 'restore') continue
    // Of what is not there, or not to be seen, nothing more is said.
    if (draft.faults.some(({ code }) => code === 'record_unavailable')) continue
    checkRequired(draft)
    checkRules(draft)
  }
}

function checkRequired(draft: Draft): void {
  for (const field of requiredOf(draft.object)) {
    const isGiven = field.name in draft.values || draft.references.some((reference) => reference.field === field.name)
    const isEmptied = field.name in draft.values && draft.values[field.name] === null
    if (isEmptied || (!draft.record && !isGiven)) {
      if (!draft.faults.some((fault) => fault.field === field.name)) refuse(draft, 'missing_required', field)
    }
  }
}

const required = new WeakMap<ManifestObject, readonly ManifestField[]>()

function requiredOf(object: ManifestObject): readonly ManifestField[] {
  const known = required.get(object)
  if (known) return known
  const fields = [...object.fields.values()].filter((field) => field.required === true && !field.serverOwned)
  required.set(object, fields)
  return fields
}

function checkRules(draft: Draft): void {
  if (draft.object.rules.length === 0) return
  const system = draft.source?.system ?? 'hand'
  const own = draft.source
    ? draft.record?.sources.get(sourceName(draft.source.system, draft.source.localId))?.claims
    : undefined
  const before =
    system === 'hand' || system === 'holdfast' ? draft.record?.values : draft.change.isWhole ? undefined : own
  const record: Record<string, Canonical> = { ...before, ...draft.values }
  for (const rule of draft.object.rules) {
    const isTouched = rule.fields.some((name) => name in draft.values)
    if (isTouched && !rule.holds(record)) draft.faults.push(faultOf(rule.code, rule.fields[0] ?? null, rule.say))
  }
}

const deepest = 200

/** Chains of one record under another must end: one statement reads every ancestor, the batch's own edges lie over them. */
export async function checkLoops(tx: Tx, workspace: string, drafts: readonly Draft[]): Promise<void> {
  const [first] = drafts
  for (const field of first ? acyclicOf(first.object) : []) {
    const edges = new Map(
      sound(drafts).flatMap((draft) =>
        draft.record && typeof draft.values[field.name] === 'string' ? [[draft.record.id, draft] as const] : [],
      ),
    )
    if (edges.size === 0) continue
    const starts = [...edges.values()].map((draft) => draft.values[field.name])
    const rows = await tx.query(statement(ancestors(workspace, field.object, field.name, starts), { prepared: true }))
    const above = new Map(rows.map((row) => [row['id'] as string, row['parent'] as string | null])) // uuid columns
    for (const [id, draft] of edges) above.set(id, draft.values[field.name] as string) // a reference's canonical value
    for (const [id, draft] of edges) if (leadsBack(id, above)) refuse(draft, 'reference_loop', field)
  }
}

const acyclic = new WeakMap<ManifestObject, readonly ManifestField[]>()

function acyclicOf(object: ManifestObject): readonly ManifestField[] {
  const known = acyclic.get(object)
  if (known) return known
  const fields = [...object.fields.values()].filter((field) => field.options.acyclic)
  acyclic.set(object, fields)
  return fields
}

/** Whether a change says what stands above a record that others may stand under: beside another such one, each might close the other's circle. */
export const maySayAbove = ({ object, change: { verb, values = {} } }: Draft): boolean =>
  verb !== 'create' && acyclicOf(object).some(({ name }) => name in values)

export const ancestors = (workspace: string, object: string, field: string, starts: readonly unknown[]): SqlFragment =>
  sql`with recursive up as (
      select a.id, a.${ident(field)} as parent, 1 as depth from customer.${ident(object)} a where a.workspace_id = ${workspace} and a.id = any(${starts}::uuid[])
      union select a.id, a.${ident(field)}, up.depth + 1 from up join customer.${ident(object)} a on a.workspace_id = ${workspace} and a.id = up.parent where up.depth < ${deepest}
    ) select distinct id, parent from up`

export function leadsBack(id: string, above: ReadonlyMap<string, string | null>): boolean {
  let at = above.get(id)
  for (let steps = 0; at && steps <= deepest; steps++) {
    if (at === id) return true
    at = above.get(at)
  }
  return Boolean(at)
}
