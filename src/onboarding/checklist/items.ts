// The rules of the checklist: what of an onboarding the data itself says is done. Pure; what the reader may not see is undefined and
// leaves its item unknown to them.
type Titled = { id: string; name?: string | null }

export type OnboardingRow = {
  id: string
  name?: string | null
  begun_on: string
  due_on?: string | null
  completed_on?: string | null
  owner?: Titled | null
  steps?: readonly {
    id: string
    item: Item
    done_on: string | null
    note?: string | null
    done_by?: Titled | null
  }[]
  account?: {
    id: string
    name?: string | null
    lifecycle_stage?: string | null
    technical_environment?: string | null
    contacts?: readonly Link[]
    connections?: readonly { contact?: string | null; other?: string | null }[]
    objectives?: readonly (Titled & { target?: string | null })[]
    interactions?: readonly { id: string; subject?: string | null; happened_at: string }[]
  } | null
}

type Link = {
  roles?: readonly string[] | null
  is_primary?: boolean | null
  is_current?: boolean | null
  contact?: (Titled & { email?: string | null; reports_to?: string | null }) | null
}

export const items = [
  'primary_contact',
  'kickoff_contacts',
  'kickoff_held',
  'stakeholder_map',
  'technical_environment',
  'success_criteria',
] as const
export type Item = (typeof items)[number]

export type ItemState = {
  item: Item
  /** `unknown`: the reader may not see what it is read from. */
  state: 'done' | 'open' | 'unknown'
  /** Whether the data says so, or somebody ticked it. */
  by: 'data' | 'hand' | null
  /** The records that show it. */
  shownBy: readonly { object: string; id: string; title: string | null }[]
  doneOn: string | null
  doneBy: Titled | null
  note: string | null
}

type Account = NonNullable<OnboardingRow['account']>
type Shown = { object: string; id: string; title: string | null }
/** The records that show it to be done; none where it is not; null where that can't be read. */
type Rule = (account: Account, onboarding: OnboardingRow, now: Date) => readonly Shown[] | null

const rules: Readonly<Record<Item, Rule>> = {
  primary_contact({ contacts }) {
    if (!contacts) return null
    const primary = current(contacts).filter((link) => link.is_primary && link.roles?.length)
    if (primary.some((link) => link.contact?.email === undefined)) return null
    return primary.filter((link) => link.contact?.email).flatMap(personOf)
  },
  kickoff_contacts({ contacts }) {
    if (!contacts) return null
    const ready = current(contacts).filter((link) => link.contact && link.roles?.length)
    return ready.length >= 2 ? ready.flatMap(personOf) : []
  },
  kickoff_held({ interactions }, { begun_on }, now) {
    if (!interactions) return null
    return interactions
      .filter(({ happened_at }) => happened_at.slice(0, 10) >= begun_on && happened_at <= now.toISOString())
      .map(({ id, subject }) => ({ object: 'interaction', id, title: subject ?? null }))
  },
  stakeholder_map({ contacts, connections }) {
    if (!contacts || !connections) return null
    const people = current(contacts)
    const placed = new Set(
      [
        ...people.flatMap(({ contact }) => (contact?.reports_to ? [contact.id, contact.reports_to] : [])),
        ...connections.flatMap(({ contact, other }) => [contact, other]),
      ].filter((id) => typeof id === 'string'),
    )
    const shown = people.filter(({ contact }) => contact && placed.has(contact.id))
    return shown.length >= 2 ? shown.flatMap(personOf) : []
  },
  technical_environment({ id, name, technical_environment }) {
    if (technical_environment === undefined) return null
    return technical_environment ? [{ object: 'account', id, title: name ?? null }] : []
  },
  success_criteria({ objectives }) {
    if (!objectives) return null
    return objectives
      .filter(({ target }) => target)
      .map(({ id, name }) => ({ object: 'objective', id, title: name ?? null }))
  },
}

const current = (links: readonly Link[]): readonly Link[] => links.filter((link) => link.is_current !== false)
const personOf = ({ contact }: Link): Shown[] =>
  contact ? [{ object: 'contact', id: contact.id, title: contact.name ?? null }] : []

/** Every item in its order. What the data says counts; what it does not say, somebody may have ticked. */
export function itemsOf(onboarding: OnboardingRow, now: Date): ItemState[] {
  const { account, steps = [] } = onboarding
  return items.map((item): ItemState => {
    const shownBy = account ? rules[item](account, onboarding, now) : null
    const nobody = { shownBy: shownBy ?? [], doneOn: null, doneBy: null, note: null }
    if (shownBy && shownBy.length > 0) return { item, state: 'done', by: 'data', ...nobody }
    const ticked = steps.find((step) => step.item === item && step.done_on !== null)
    if (!ticked) return { item, state: shownBy ? 'open' : 'unknown', by: null, ...nobody }
    const { done_on: doneOn, done_by: doneBy = null, note = null } = ticked
    return { item, state: 'done', by: 'hand', shownBy: [], doneOn, doneBy, note }
  })
}
