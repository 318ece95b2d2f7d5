// A record gives back what others brought into it, in memory: each source record to the side it came with, and what was said
// while they were one to the side it concerns. Only where nothing tells is it asked.
import { matchKeysOf, mayBeSame } from '../../matching/index.ts'
import { type Row, type Sql, sql, statement } from '../../platform/index.ts'
import { newSource } from '../change/claims.ts'
import {
  type Canonical,
  type ClaimsBefore,
  copyOfClaims,
  type Mark,
  markOf,
  type RecordState,
  type SourceState,
  sourceName,
} from '../change/record-state.ts'
import { survivor, winner } from '../survivorship.ts'
import { actOf, type Forest, possibleSides, sideOf } from './forest.ts'
import type { Inquiry } from './questions.ts'
import type { Redirects } from './redirects.ts'

/** The states of all sides by id, the root's with all claims, and what the ledger says of the time since. */
export type Parting = {
  forest: Forest
  states: ReadonlyMap<string, RecordState>
  since: Since
  redirects: Redirects
  inquiry: Inquiry
  /** Whether the actor may be asked about a field. */
  mayAsk(field: string): boolean
}

/** By source: what it had said before each act on it; null where the act was its first. In the order of the acts. */
type Since = ReadonlyMap<string, readonly { act: string; before: ClaimsBefore | null }[]>

/** The first words of sources, and what was said under the records' own ids, since an act. */
export const historySince = (workspace: string, ids: readonly string[], act: string): Sql =>
  statement(sql`select h.act_id, h.system, h.local_id, h.claims_before from ledger.history h
    where h.workspace_id = ${workspace} and h.record_id = any(${ids}::uuid[]) and h.act_id >= ${act} and h.verb in ('created', 'updated', 'merged')
      and not (h.changed ? 'belongs_to') and (h.claims_before is null or h.local_id = any(${ids}::text[]))
    order by h.act_id, h.n`)

export function sinceOf(rows: readonly Row[]): Since {
  const since = new Map<string, { act: string; before: ClaimsBefore | null }[]>()
  for (const row of rows) {
    const name = sourceName(row['system'] as string, row['local_id'] as string) // text columns
    const known = since.get(name) ?? []
    known.push({ act: row['act_id'] as string, before: row['claims_before'] as ClaimsBefore | null }) // written by the door
    since.set(name, known)
  }
  return since
}

/** Answers how each source stood, by name, of which claims were moved. */
export function part(parting: Parting): Map<string, ClaimsBefore> {
  const { forest, states } = parting
  const root = states.get(forest.root)
  if (!root) return new Map()
  const edits = editsOf(parting, root)
  const touched = new Map<string, ClaimsBefore>()
  for (const { source } of edits) touched.set(sourceName(source.system, source.localId), copyOfClaims(source))
  const sideOfClaim = takeEditsBack(parting, root, edits)
  const newcomers = [...root.sources.values()].filter((source) => isNewcomer(parting, root, source))
  for (const source of [...root.sources.values()])
    if (!newcomers.includes(source)) moveSource(parting, root, source, sideOf(forest, source.home ?? root.id))
  for (const source of newcomers) moveSource(parting, root, source, sideOfNewcomer(parting, source))
  for (const edit of edits) putEdit(parting, edit, sideOfClaim.get(edit) ?? root.id, touched)
  for (const state of states.values()) {
    forgetDecisions(parting, state)
    for (const source of state.sources.values()) if (isSpent(forest, source)) source.isGone = true
  }
  return touched
}

/** Whether it is what somebody said of a record of ours by its own id: a person typing, or a program that knows no other name. */
const isTyped = ({ root, branches }: Forest, { localId }: SourceState): boolean =>
  localId === root || branches.has(localId)

/** What was typed into a merged record: one field's claim, to be given to the side it concerns. */
type Edit = {
  source: SourceState
  host: string
  field: string
  value: Canonical
  mark: Mark
  possible: readonly string[]
}

/** A person's claims are kept under the id of the record they typed into; those made since may concern any that it had become. */
function editsOf({ forest }: Parting, root: RecordState): Edit[] {
  return [...root.sources.values()].flatMap((source) => {
    const host = source.localId
    if (!isTyped(forest, source)) return []
    return Object.entries(source.claims).flatMap(([field, value]) => {
      const mark = markOf(source, field)
      // The merge's own choices are edits too: they go with it.
      const possible = possibleSides(forest, host, `${mark.act}~`)
      return possible.length > 1 ? [{ source, host, field, value, mark, possible }] : []
    })
  })
}

/** Takes the edits out, so that every source says what it said before; then finds whose value each had changed. */
function takeEditsBack(parting: Parting, root: RecordState, edits: readonly Edit[]): Map<Edit, string> {
  const { forest, inquiry, since } = parting
  for (const { source, field, possible } of edits) {
    delete source.claims[field]
    delete source.marks[field]
    source.isDirty = true
    const [from = ''] = possible.flatMap((id) => actOf(forest, id) || []).sort()
    const known = since.get(sourceName(source.system, source.localId)) ?? []
    const before = known.find((each) => each.act >= from)?.before
    if (!before || !(field in before.claims)) continue
    const { act, saidAt, verifiedOn } = before
    source.claims[field] = before.claims[field]
    source.marks[field] = before.marks[field] ?? { act, saidAt, verifiedOn }
  }
  const sides = new Map<Edit, string>()
  for (const edit of edits) {
    const field = root.object.fields.get(edit.field)
    if (!field || isChoice(parting, edit)) continue
    const was = winner(field, root, root.sources.values(), parting.redirects)
    const source = was && root.sources.get(sourceName(was.system, was.localId))
    const side = source ? sideOf(forest, source.home ?? root.id) : null
    if (side && edit.possible.includes(side)) {
      sides.set(edit, side)
      continue
    }
    const matter = parting.mayAsk(edit.field)
      ? ({ kind: 'field', field: edit.field, value: edit.value } as const)
      : null
    sides.set(edit, inquiry.decide(edit.field, edit.possible, sideOf(forest, edit.host), matter))
  }
  return sides
}

/** Chosen in a merge that is taken apart: it settled what is a question no more. */
const isChoice = ({ forest }: Parting, { mark }: Edit): boolean =>
  forest.out.some((id) => actOf(forest, id) === mark.act)

function putEdit(parting: Parting, edit: Edit, side: string, touched: Map<string, ClaimsBefore>): void {
  const state = parting.states.get(side)
  if (!state || isChoice(parting, edit)) return
  const host = sideOf(parting.forest, edit.host) === side ? edit.host : side
  const name = sourceName(edit.source.system, host)
  const source = state.sources.get(name) ?? newSource({ system: edit.source.system, localId: host }, edit.mark.act)
  if (!source.isNew && !touched.has(name)) touched.set(name, copyOfClaims(source))
  state.sources.set(name, source)
  source.claims[edit.field] = edit.value
  source.marks[edit.field] = edit.mark
  source.isDirty = true
}

/** Whether a source first spoke of the record while it was merged. */
function isNewcomer({ forest, since }: Parting, root: RecordState, source: SourceState): boolean {
  const host = source.home ?? root.id
  if (isTyped(forest, source)) return false
  const first = since.get(sourceName(source.system, source.localId))?.[0]
  return first?.before === null && possibleSides(forest, host, first.act).length > 1
}

/** By the id of ours that it carries, by who looks like it, by what somebody says. */
function sideOfNewcomer(parting: Parting, source: SourceState): string {
  const { forest, states, inquiry, since } = parting
  const host = source.home ?? forest.root
  const first = since.get(sourceName(source.system, source.localId))?.[0]?.act ?? ''
  const possible = possibleSides(forest, host, first)
  const named = possible.filter((id) => source.localId.includes(id))
  if (named.length === 1 && named[0]) return named[0]
  const alike = possible.filter((id) => {
    const state = states.get(id)
    return state && isAlike(state, source, parting.redirects)
  })
  if (alike.length === 1 && alike[0]) return alike[0]
  const { system, localId } = source
  const mayAsk = Object.keys(source.claims).some(parting.mayAsk)
  const matter = mayAsk ? ({ kind: 'source', system, localId } as const) : null
  return inquiry.decide(sourceName(system, localId), possible, sideOf(forest, host), matter)
}

function isAlike(state: RecordState, source: SourceState, redirects: Redirects): boolean {
  const { name } = state.object
  const sources = [...state.sources.values()].filter((each) => !each.isGone)
  const values = Object.fromEntries(
    [...state.object.fields.values()].map((field) => [field.name, survivor(field, state, sources, redirects)]),
  )
  const keys = new Set(matchKeysOf(name, values).map(({ kind, key }) => `${kind} ${key}`))
  return (
    matchKeysOf(name, source.claims).some(({ kind, key }) => keys.has(`${kind} ${key}`)) &&
    mayBeSame(name, source.claims, values)
  )
}

function moveSource({ states }: Parting, root: RecordState, source: SourceState, side: string): void {
  const to = states.get(side)
  const name = sourceName(source.system, source.localId)
  if (!to || to === root) return
  root.sources.delete(name)
  to.sources.set(name, {
    ...source,
    home: source.home === side || source.home === null ? null : source.home,
    isDirty: true,
  })
}

/** A person's source that has nothing left to say was made by what is moved. */
const isSpent = (forest: Forest, source: SourceState): boolean =>
  source.isDirty && isTyped(forest, source) && Object.keys(source.claims).length === 0

/** Choices between claims end with the merge they were made in. */
function forgetDecisions({ forest }: Parting, state: RecordState): void {
  const acts = new Set(forest.out.map((id) => actOf(forest, id)))
  for (const source of state.sources.values())
    for (const [name, mark] of Object.entries(source.marks)) {
      const { chosenBy, ...rest } = mark
      if (chosenBy === undefined || !acts.has(chosenBy)) continue
      source.marks[name] = rest
      source.isDirty = true
    }
}
