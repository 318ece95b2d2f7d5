// The people of one account and the lines between them, as the map draws them. What the reader's role may not see is undefined here:
// a stance that is hidden is not a stance that nobody knows.
import type { Row } from '../api/answers.ts'
import type { Book } from '../values/book.tsx'

export type Person = {
  /** The contact's id: lines are drawn between contacts. */
  id: string
  /** The id of their part at this account. */
  part: string
  name: string
  title: string | null | undefined
  department: string | null | undefined
  roles: readonly string[] | null | undefined
  stance: string | null | undefined
  strength: string | null | undefined
  isPrimary: boolean | null | undefined
  isCurrent: boolean
  boss: { id: string; name: string | null } | null | undefined
  influence: string | null | undefined
  canDecide: boolean | null | undefined
  controlsBudget: boolean | null | undefined
  engagement: string | null | undefined
  verifiedOn: string | null | undefined
}
/** `from` has the ear of, or took over from, `to`; see the list of kinds. */
export type Tie = { id: string; from: string; to: string; kind: string; note: string | null | undefined }
export type Stakeholders = { people: readonly Person[]; ties: readonly Tie[] }

type Selected = string | { relation: string; select: readonly Selected[] }
export type Question = {
  from: string
  select: readonly Selected[]
  where: { field: string; op: 'is'; value: string }
  limit: number
}

const partFields = ['roles', 'stance', 'strength', 'is_primary', 'is_current'] as const
const contactFields = [
  'name',
  'title',
  'department',
  'renewal_influence',
  'can_decide_renewal',
  'controls_budget',
  'engagement',
  'last_verified_on',
] as const
const most = 200

/** Asked as far as the reader may read: one name too many and the whole question is refused. */
export function peopleQuestion(book: Book, account: string): Question {
  const may = (object: string, names: readonly string[]) => names.filter((name) => book.field(object, name))
  const boss = book.field('contact', 'reports_to') ? [{ relation: 'reports_to', select: ['name'] }] : []
  return {
    from: 'account_contact',
    select: [
      ...may('account_contact', partFields),
      { relation: 'contact', select: [...may('contact', contactFields), ...boss] },
    ],
    where: { field: 'account', op: 'is', value: account },
    limit: most,
  }
}

export function tiesQuestion(book: Book, account: string): Question | null {
  if (!['contact', 'other', 'kind'].every((name) => book.field('contact_connection', name))) return null
  const note = book.field('contact_connection', 'note') ? ['note'] : []
  return {
    from: 'contact_connection',
    select: ['contact', 'other', 'kind', ...note],
    where: { field: 'account', op: 'is', value: account },
    limit: most,
  }
}

type PartRow = Row & {
  roles?: readonly string[] | null
  stance?: string | null
  strength?: string | null
  is_primary?: boolean | null
  is_current?: boolean | null
  contact?: ContactRow | null
}
type ContactRow = {
  id: string
  name?: string | null
  title?: string | null
  department?: string | null
  renewal_influence?: string | null
  can_decide_renewal?: boolean | null
  controls_budget?: boolean | null
  engagement?: string | null
  last_verified_on?: string | null
  reports_to?: { id: string; name?: string | null } | null
}

/** Somebody who is listed twice is drawn once: as the part that still holds, else the first. */
export function peopleIn(rows: readonly Row[]): Person[] {
  const people = new Map<string, Person>()
  for (const row of rows as readonly PartRow[]) {
    // as asked for above
    const person = row.contact && personOf(row, row.contact)
    if (person && !(people.get(person.id)?.isCurrent ?? false)) people.set(person.id, person)
  }
  return [...people.values()].sort(byStanding)
}

function personOf(part: PartRow, contact: ContactRow): Person {
  return {
    id: contact.id,
    part: part.id,
    name: contact.name ?? '',
    title: contact.title,
    department: contact.department,
    roles: part.roles,
    stance: part.stance,
    strength: part.strength,
    isPrimary: part.is_primary,
    isCurrent: part.is_current !== false,
    boss: contact.reports_to && { id: contact.reports_to.id, name: contact.reports_to.name ?? null },
    influence: contact.renewal_influence,
    canDecide: contact.can_decide_renewal,
    controlsBudget: contact.controls_budget,
    engagement: contact.engagement,
    verifiedOn: contact.last_verified_on,
  }
}

/** Who is there before who has gone, the primary contact first, then by name. */
const byStanding = (one: Person, other: Person): number =>
  Number(other.isCurrent) - Number(one.isCurrent) ||
  Number(other.isPrimary === true) - Number(one.isPrimary === true) ||
  one.name.localeCompare(other.name)

export function tiesIn(rows: readonly Row[], people: readonly Person[]): Tie[] {
  const known = new Set(people.map(({ id }) => id))
  return (rows as readonly TieRow[]).flatMap(({ id, contact, other, kind, note }) =>
    // as asked for above
    known.has(contact) && known.has(other) ? [{ id, from: contact, to: other, kind, note }] : [],
  )
}

type TieRow = Row & { contact: string; other: string; kind: string; note?: string | null }

/** Whether making `boss` the manager of `id` would send the lines round in a circle. */
export function wouldCircle(people: readonly Person[], id: string, boss: string): boolean {
  const bossOf = new Map(people.map((each) => [each.id, each.boss?.id ?? null]))
  for (let at: string | null | undefined = boss, steps = 0; at && steps <= people.length; steps++) {
    if (at === id) return true
    at = bossOf.get(at)
  }
  return false
}
