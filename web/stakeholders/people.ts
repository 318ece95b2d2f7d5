// The people of one account and the lines between them, as the map draws them. What the reader's role may not see is undefined here:
// a stance that is hidden is not a stance that nobody knows.
export type Person = {
  /** The contact's id: lines are drawn between contacts. */
  id: string
  /** The id of their part at this account; null for who belongs to another and is tied to somebody here. */
  part: string | null
  name: string
  title: string | null | undefined
  department: string | null | undefined
  roles: readonly string[] | null | undefined
  stance: string | null | undefined
  strength: string | null | undefined
  isPrimary: boolean | null | undefined
  /** False for who has left the company. */
  isCurrent: boolean
  boss: { id: string; name: string | null } | null | undefined
  influence: string | null | undefined
  canDecide: boolean | null | undefined
  verifiedOn: string | null | undefined
  /** The day of the last talk with them about this account; null where there was none. */
  lastTouch: string | null | undefined
}
/** `from` has the ear of, or took over from, `to`; see the list of kinds. */
export type Tie = { id: string; from: string; to: string; kind: string }
export type Stakeholders = { people: readonly Person[]; ties: readonly Tie[]; gaps: readonly ToldGap[] }
export type ToldGap =
  | 'no_primary_contact'
  | 'no_economic_buyer'
  | 'no_champion'
  | 'no_executive_sponsor'
  | 'single_threaded'
  | 'primary_silent'

/** As the server tells it. */
export type ToldMap = {
  people: readonly ToldPerson[]
  lines: readonly { kind: string; from: string; to: string; id: string | null }[]
  gaps: readonly ToldGap[]
}
type ToldPerson = {
  contact: string
  id: string | null
  name?: string | null
  title?: string | null
  department?: string | null
  status?: string | null
  roles?: readonly string[] | null
  stance?: string | null
  strength?: string | null
  is_primary?: boolean | null
  renewal_influence?: string | null
  can_decide_renewal?: boolean | null
  last_verified_on?: string | null
  lastTouch?: string | null
}

export function stakeholdersIn({ people, lines, gaps }: ToldMap): Stakeholders {
  const nameOf = new Map(people.map(({ contact, name }) => [contact, name ?? null]))
  const bossOf = new Map(
    lines.flatMap(({ kind, from, to }) =>
      kind === 'reports_to' ? [[from, { id: to, name: nameOf.get(to) ?? null }]] : [],
    ),
  )
  const drawn = new Map<string, Person>()
  // Somebody who is listed twice is drawn once.
  for (const told of people)
    if (!drawn.has(told.contact)) drawn.set(told.contact, personOf(told, bossOf.get(told.contact) ?? null))
  const ties = lines.flatMap(({ kind, from, to, id }) =>
    id !== null && drawn.has(from) && drawn.has(to) ? [{ id, from, to, kind }] : [],
  )
  return { people: [...drawn.values()].sort(byStanding), ties, gaps }
}

const personOf = (told: ToldPerson, boss: Person['boss']): Person => ({
  id: told.contact,
  part: told.id,
  name: told.name ?? '',
  title: told.title,
  department: told.department,
  roles: told.roles,
  stance: told.stance,
  strength: told.strength,
  isPrimary: told.is_primary,
  isCurrent: told.status !== 'left',
  boss,
  influence: told.renewal_influence,
  canDecide: told.can_decide_renewal,
  verifiedOn: told.last_verified_on,
  lastTouch: told.lastTouch,
})

/** Who is there before who has gone, the primary contact first, then by name. */
const byStanding = (one: Person, other: Person): number =>
  Number(other.isCurrent) - Number(one.isCurrent) ||
  Number(other.isPrimary === true) - Number(one.isPrimary === true) ||
  one.name.localeCompare(other.name)

/** Whether making `boss` the manager of `id` would send the lines round in a circle. */
export function wouldCircle(people: readonly Person[], id: string, boss: string): boolean {
  const bossOf = new Map(people.map((each) => [each.id, each.boss?.id ?? null]))
  for (let at: string | null | undefined = boss, steps = 0; at && steps <= people.length; steps++) {
    if (at === id) return true
    at = bossOf.get(at)
  }
  return false
}
