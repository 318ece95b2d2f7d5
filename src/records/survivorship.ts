// Which claim becomes the record's value. The policy, in full:
//  1. A field settled by authority (most): the word of its authoritative source wins, then what a person typed, then all others.
//     A field settled by verification (a person's e-mail, phone, title): whoever verified last wins, wherever they wrote it;
//     claims nobody verified lose to all that somebody did.
//  2. Among equals a claim that somebody chose in a merge wins, then the claim said last; a claim without a time loses to one with.
//  3. Among those still equal the later act wins, then the names of system and record, so that the answer never depends on order.
import type { ManifestField } from '../../dictionary/index.ts'
import { type Canonical, type Mark, markOf, type RecordState, type SourceState } from './change/record-state.ts'
import { follow, type Redirects } from './merge/redirects.ts'

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

/** The claim that becomes the record's value; none where nobody claims anything that can be one. */
export function winner(
  field: ManifestField,
  record: Pick<RecordState, 'id'>,
  sources: Iterable<SourceState>,
  redirects: Redirects,
): Claim | null {
  const claims = claimsOn(field, sources)
  return (field.options.acyclic ? claims.find((claim) => canStand(claim, record, redirects)) : claims[0]) ?? null
}

/** The golden value: null where nobody claims anything. A reference leads to where the record it names is today. */
export function survivor(
  field: ManifestField,
  record: Pick<RecordState, 'id'>,
  sources: readonly SourceState[],
  redirects: Redirects,
): Canonical {
  const value = onlyClaim(field, sources) ?? winner(field, record, sources, redirects)?.value ?? null
  return field.to && typeof value === 'string' ? follow(redirects, value) : value
}

/** Where one source alone speaks of the record there is nothing to settle; undefined where there may be. */
function onlyClaim(field: ManifestField, sources: readonly SourceState[]): Canonical {
  const [only, other] = sources
  return only && !other && !only.isGone && !field.options.acyclic ? only.claims[field.name] : undefined
}

/** A merge may leave claims that put a record above itself. */
const canStand = (claim: Claim, { id }: Pick<RecordState, 'id'>, redirects: Redirects): boolean =>
  !claim.setAsideBy && !(typeof claim.value === 'string' && follow(redirects, claim.value) === id)

export function compareClaims(field: ManifestField, a: Claim, b: Claim): number {
  const first =
    field.settledBy === 'verification'
      ? later(a.verifiedOn, b.verifiedOn)
      : authority(field, a.system) - authority(field, b.system)
  return (
    Number(Boolean(a.setAsideBy)) - Number(Boolean(b.setAsideBy)) ||
    first ||
    later(a.chosenBy ?? null, b.chosenBy ?? null) ||
    later(a.saidAt, b.saidAt) ||
    later(a.act, b.act) ||
    order(`${a.system} ${a.localId}`, `${b.system} ${b.localId}`)
  )
}

export const authority = (field: ManifestField, system: string): number =>
  system === field.source ? 0 : system === 'hand' ? 1 : 2

/** Negative where `a` is later; unknown is earliest. ISO texts of one form sort as their times do. */
const later = (a: string | null, b: string | null): number => order(b ?? '', a ?? '')
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
