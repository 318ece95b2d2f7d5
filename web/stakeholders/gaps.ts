// What is missing in the picture of an account's people, the gravest first, each with what mends it. The server tells what the account
// lacks as far as the reader may know it; what can be said of single people is read off them here.
import type { Person, Stakeholders, ToldGap } from './people.ts'

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
  | 'noSponsor'
  | 'singleThreaded'
  | 'silentPrimary'
  | 'againstUs'
  | 'strangerDecides'
  | 'unverifiedPrimary'
  | 'noRoles'
export type Gap = { kind: GapKind; names: readonly string[]; mend: Mend }

const staleAfterMonths = 12

export function gapsIn({ people: everybody, gaps: told }: Stakeholders, today: string): Gap[] {
  const people = everybody.filter(({ isCurrent, part }) => isCurrent && part !== null)
  if (people.length === 0) return [{ kind: 'nobody', names: [], mend: { do: 'add' } }]
  const primaries = people.filter(({ isPrimary }) => isPrimary)
  const against = people.filter((each) => decides(each) && each.stance === 'detractor')
  const strangers = people.filter(
    (each) => decides(each) && !against.includes(each) && (each.strength === 'none' || each.strength === 'weak'),
  )
  const stale = primaries.filter(({ verifiedOn }) => verifiedOn !== undefined && isStale(verifiedOn, today))
  const roleless = people.filter(({ roles }) => roles !== undefined && (roles ?? []).length === 0)
  return [
    ...order.filter((each) => told.includes(each)).map((each) => accountGap(each, primaries)),
    ...against.map((each) => gap('againstUs', [each], { do: 'talk', id: each.id })),
    ...strangers.map((each) => gap('strangerDecides', [each], { do: 'talk', id: each.id })),
    ...stale.map((each) => gap('unverifiedPrimary', [each], { do: 'open', id: each.id })),
    ...(roleless[0] ? [gap('noRoles', roleless, { do: 'open', id: roleless[0].id })] : []),
  ]
}

const order: readonly ToldGap[] = [
  'no_primary_contact',
  'no_economic_buyer',
  'no_champion',
  'single_threaded',
  'primary_silent',
  'no_executive_sponsor',
]

function accountGap(told: ToldGap, primaries: readonly Person[]): Gap {
  const [first] = primaries
  const mends: { readonly [gap in ToldGap]: Gap } = {
    no_primary_contact: gap('noPrimary', [], { do: 'primary' }),
    no_economic_buyer: gap('noEconomicBuyer', [], { do: 'name', role: 'economic_buyer' }),
    no_champion: gap('noChampion', [], { do: 'name', role: 'champion' }),
    no_executive_sponsor: gap('noSponsor', [], { do: 'name', role: 'executive_sponsor' }),
    single_threaded: gap('singleThreaded', [], { do: 'add' }),
    primary_silent: gap('silentPrimary', primaries, first ? { do: 'talk', id: first.id } : { do: 'primary' }),
  }
  return mends[told]
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
