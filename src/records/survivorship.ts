// Which claim becomes the record's value. The policy, in full:
//  1. A field settled by authority (most): the word of its authoritative source wins, then what a person typed, then all others.
//     A field settled by verification (a person's e-mail, phone, title): whoever verified last wins, wherever they wrote it;
//     claims nobody verified lose to all that somebody did.
//  2. Among equals the claim said last wins; a claim without a time loses to one with.
//  3. Among those still equal the later act wins, then the names of system and record, so that the answer never depends on order.
import type { ManifestField } from '../../dictionary/index.ts'
import { type Canonical, type Mark, markOf, type SourceState } from './change/record-state.ts'

export type Claim = Mark & {
  system: string
  localId: string
  file: string | null
  /** Lines of the file, where its rows have no ids. */
  rows: readonly number[]
  value: Canonical
}

/** All claims on a field, the winning one first. */
export function claimsOn(field: ManifestField, sources: Iterable<SourceState>): Claim[] {
  const claims: Claim[] = []
  for (const source of sources) {
    if (source.isGone || !(field.name in source.claims)) continue
    claims.push({
      system: source.system,
      localId: source.localId,
      file: source.file,
      rows: source.rows,
      value: source.claims[field.name],
      ...markOf(source, field.name),
    })
  }
  return claims.length > 1 ? claims.sort((a, b) => compareClaims(field, a, b)) : claims
}

/** The golden value: null where nobody claims anything. */
export const survivor = (field: ManifestField, sources: Iterable<SourceState>): Canonical =>
  claimsOn(field, sources)[0]?.value ?? null

function compareClaims(field: ManifestField, a: Claim, b: Claim): number {
  const first =
    field.settledBy === 'verification'
      ? later(a.verifiedOn, b.verifiedOn)
      : authority(field, a.system) - authority(field, b.system)
  return (
    first ||
    later(a.saidAt, b.saidAt) ||
    later(a.act, b.act) ||
    order(`${a.system} ${a.localId}`, `${b.system} ${b.localId}`)
  )
}

const authority = (field: ManifestField, system: string): number =>
  system === field.source ? 0 : system === 'hand' ? 1 : 2

/** Negative where `a` is later; unknown is earliest. ISO texts of one form sort as their times do. */
const later = (a: string | null, b: string | null): number => order(b ?? '', a ?? '')
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
