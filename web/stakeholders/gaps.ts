// What is missing in the picture of an account's people, the gravest first, each with what mends it. Worked out only from what the
// reader may see: who sees no stances is told of no missing champion's stance.
import type { Person } from './people.ts'

/** What the one button beside a gap does: name somebody for a role, open a person, or write down a talk with them. */
export type Mend =
  | { do: 'name'; role: string }
  | { do: 'primary' }
  | { do: 'open'; id: string }
  | { do: 'talk'; id: string }
  | { do: 'add' }
export type GapKind =
  | 'nobody'
  | 'noPrimary'
  | 'noEconomicBuyer'
  | 'noChampion'
  | 'singleThreaded'
  | 'silentPrimary'
  | 'againstUs'
  | 'strangerDecides'
  | 'unverifiedPrimary'
  | 'noRoles'
export type Gap = { kind: GapKind; names: readonly string[]; mend: Mend }

const staleAfterMonths = 12

export function gapsIn(everybody: readonly Person[], today: string): Gap[] {
  const people = everybody.filter(({ isCurrent }) => isCurrent)
  const [first] = people
  if (!first) return [{ kind: 'nobody', names: [], mend: { do: 'add' } }]
  const primaries = people.filter(({ isPrimary }) => isPrimary)
  const knowsRoles = people.some(({ roles }) => roles !== undefined)
  const has = (role: string) => people.some(({ roles }) => roles?.includes(role))
  const deciders = people.filter(decides)
  const against = deciders.filter(({ stance }) => stance === 'detractor')
  const strangers = deciders.filter(({ strength }) => strength === 'none' || strength === 'weak')
  const close = people.filter(({ strength }) => strength === 'strong' || strength === 'good')
  const silent = primaries.filter(({ engagement }) => engagement === 'unresponsive')
  const stale = primaries.filter(({ verifiedOn }) => verifiedOn !== undefined && isStale(verifiedOn, today))
  const roleless = people.filter(({ roles }) => roles !== undefined && (roles ?? []).length === 0)
  const champions = people.filter(({ roles, stance }) => roles?.includes('champion') || stance === 'champion')
  return [
    ...(first.isPrimary !== undefined && primaries.length === 0 ? [gap('noPrimary', [], { do: 'primary' })] : []),
    ...(knowsRoles && !has('economic_buyer')
      ? [gap('noEconomicBuyer', [], { do: 'name', role: 'economic_buyer' })]
      : []),
    ...(knowsRoles && champions.length === 0 ? [gap('noChampion', [], { do: 'name', role: 'champion' })] : []),
    ...(first.strength !== undefined && close.length < 2 ? [gap('singleThreaded', close, { do: 'add' })] : []),
    ...silent.map((each) => gap('silentPrimary', [each], { do: 'talk', id: each.id })),
    ...against.map((each) => gap('againstUs', [each], { do: 'talk', id: each.id })),
    ...strangers
      .filter((each) => !against.includes(each))
      .map((each) => gap('strangerDecides', [each], { do: 'talk', id: each.id })),
    ...stale.map((each) => gap('unverifiedPrimary', [each], { do: 'open', id: each.id })),
    ...(roleless[0] ? [gap('noRoles', roleless, { do: 'open', id: roleless[0].id })] : []),
  ]
}

const gap = (kind: GapKind, people: readonly Person[], mend: Mend): Gap => ({
  kind,
  names: people.map(({ name }) => name),
  mend,
})

const decides = ({ roles, canDecide, influence }: Person): boolean =>
  canDecide === true ||
  influence === 'decisive' ||
  (roles ?? []).some((role) => role === 'economic_buyer' || role === 'decision_maker')

function isStale(verifiedOn: string | null, today: string): boolean {
  if (verifiedOn === null) return true
  const due = new Date(`${verifiedOn}T00:00:00Z`)
  due.setUTCMonth(due.getUTCMonth() + staleAfterMonths)
  return due.toISOString().slice(0, 10) < today
}
