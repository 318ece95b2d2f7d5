// Fields settled by hand in a merge. What is typed, or taken from a lesser source, is a person's claim and wins as far as a
// person's may. Among claims of the field's own source, none of which a person's could beat, the chosen one is marked.
import type { ManifestField, ManifestObject } from '../../../dictionary/index.ts'
import { type Access, readableField } from '../../access/index.ts'
import { Failure } from '../../platform/index.ts'
import { mayUpdateField } from '../change/authorise.ts'
import { type Batch, newSource } from '../change/claims.ts'
import { type Canonical, isEqual, type RecordState, sourceName } from '../change/record-state.ts'
import type { SourceKey } from '../change/types.ts'
import { type Claim, claimsOn } from '../survivorship.ts'

/** The value of one of the records, of one source record, or a new one. */
export type Choice = { from: string } | { source: SourceKey } | { value: unknown }

export type Choices = Readonly<Record<string, Choice>>

/** The values that are given outright; they are read and judged as any other change. */
export const typedValues = (choices: Choices): Record<string, unknown> =>
  Object.fromEntries(Object.entries(choices).flatMap(([name, each]) => ('value' in each ? [[name, each.value]] : [])))

/** Refuses choices for fields that the actor may not read or write, exactly as if they did not exist, or by right. */
export function authoriseChoices(
  access: Access,
  object: ManifestObject,
  records: readonly RecordState[],
  choices: Choices,
): void {
  for (const name of Object.keys(choices)) {
    const field = object.fields.get(name)
    if (!field || !readableField(access, object.name, name, 'list'))
      throw new Failure('field_unavailable', { object: object.name, field: name, near: null })
    const isOpen = !field.serverOwned && !field.from && records.every((record) => mayUpdateField(access, record, field))
    if (!isOpen) throw new Failure('not_allowed', { verb: 'choose', object: `${object.name}.${name}` })
  }
}

/** The claims chosen, found while each record still has its own. */
export function chosenClaims(
  object: ManifestObject,
  records: ReadonlyMap<string, RecordState>,
  choices: Choices,
): Map<ManifestField, Claim | null> {
  const chosen = new Map<ManifestField, Claim | null>()
  for (const [name, choice] of Object.entries(choices)) {
    const field = object.fields.get(name)
    if (!field || 'value' in choice) continue
    const states = 'from' in choice ? [records.get(choice.from)] : [...records.values()]
    const claims = states.flatMap((record) => (record ? claimsOn(field, record.sources.values()) : []))
    const found =
      'from' in choice
        ? claims[0]
        : claims.find((each) => each.system === choice.source.system && each.localId === choice.source.localId)
    if (!found && ('source' in choice || !states[0]))
      throw new Failure('record_unavailable', {
        object: object.name,
        id: 'from' in choice ? choice.from : sourceName(choice.source.system, choice.source.localId),
      })
    chosen.set(field, found ?? null)
  }
  return chosen
}

/** Puts the choices among the master's claims. */
export function applyChoices(
  batch: Batch,
  master: RecordState,
  values: Readonly<Record<string, Canonical>>,
  chosen: ReadonlyMap<ManifestField, Claim | null>,
): void {
  for (const [field, claim] of chosen) {
    if (claim && claim.system === field.source && field.settledBy !== 'verification') mark(batch, master, field, claim)
    else sayByHand(batch, master, field.name, claim?.value ?? null)
  }
  for (const [name, value] of Object.entries(values)) sayByHand(batch, master, name, value)
}

/** Choices that a more authoritative source outweighs: they stay among the claims. */
export function heldChoices(
  batch: Batch,
  master: RecordState,
  values: Readonly<Record<string, Canonical>>,
  chosen: ReadonlyMap<ManifestField, Claim | null>,
): string[] {
  const wanted = [
    ...Object.entries(values),
    ...[...chosen].map(([field, claim]) => [field.name, claim?.value ?? null] as const),
  ]
  return wanted.flatMap(([name, value]) => (isEqual(leadingTo(batch, value), master.values[name]) ? [] : [name]))
}

const leadingTo = (batch: Batch, value: Canonical): Canonical =>
  typeof value === 'string' ? (batch.redirects.get(value) ?? value) : value

function mark(batch: Batch, master: RecordState, field: ManifestField, claim: Claim): void {
  const source = master.sources.get(sourceName(claim.system, claim.localId))
  if (!source) return
  const { act, saidAt, verifiedOn } = claim
  source.marks[field.name] = { ...source.marks[field.name], act, saidAt, verifiedOn, chosenBy: batch.act }
  source.isDirty = true
}

function sayByHand(batch: Batch, master: RecordState, name: string, value: Canonical): void {
  const key = { system: batch.speaker, localId: master.id }
  const source = master.sources.get(sourceName(key.system, key.localId)) ?? newSource(key, batch.act)
  master.sources.set(sourceName(key.system, key.localId), source)
  source.claims[name] = value
  source.marks[name] = { act: batch.act, saidAt: batch.at, verifiedOn: batch.at.slice(0, 10) }
  source.isDirty = true
}
