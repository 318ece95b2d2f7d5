// What the API answers, as far as these pages read it. A field or a list that the reader's role may not see is absent.
import type { FieldTypeName, MeasureName, Money, Operator } from '../../dictionary/index.ts'

export type Person = { name: string; email: string; role: string }

/** Told to who is not signed in; `demo` only where the server serves the demo company. */
export type Welcome = { demo: { password: string; people: readonly Person[] } | null }

export type Me = {
  userId: string | null
  /** What the role administers: members, settings and the like. */
  administers: readonly string[]
  name: string
  email: string
  roles: readonly string[]
  workspace: { slug: string; name: string; currency: string; timezone: string }
  may: Readonly<Record<string, readonly string[]>>
  /** How far they have come in the tour; null for who is nobody's person. */
  tour: { step: number; isOver: boolean } | null
}

export type Field = {
  name: string
  type: FieldTypeName
  of?: Exclude<FieldTypeName, 'computed'>
  to?: string
  label: string
  describe: string
  required: boolean
  sortable: boolean
  groupable: boolean
  operators: readonly Operator[]
  measures: readonly MeasureName[]
  mayCreate: boolean
  mayUpdate: boolean
  options: { maxLength?: number; min?: number; max?: number }
  terms?: readonly { value: string; label: string }[]
}
export type DescribedObject = {
  name: string
  plural: string
  label: string
  labelPlural: string
  title: string
  kind: 'records' | 'facts'
  describe: string
  may: readonly string[]
  fields: readonly Field[]
  relations: readonly DescribedRelation[]
}
/** `one`: over a reference of this object; `many`: over a reference of theirs to it. */
export type DescribedRelation = { name: string; to: string; kind: 'one' | 'many'; field: string }

export type Row = { id: string } & Readonly<Record<string, unknown>>
export type Page = { data: readonly Row[]; next: string | null }

export type Claim = {
  system: string
  localId: string
  file: string | null
  /** Lines of the file, where it came from one. */
  rows: readonly number[]
  value: unknown
  /** When the system says it was so; null where it does not say. */
  saidAt: string | null
  /** When we were told. */
  heardAt: string | null
  verifiedOn: string | null
}
export type FieldSources = {
  field: string
  value: unknown
  from: Claim | null
  others: readonly Claim[]
  authority: string
  settledBy: 'recency' | 'verification'
}

export type Named = { id: string; name?: string | null }
export type AccountContact = Row & {
  roles?: readonly string[] | null
  stance?: string | null
  is_primary?: boolean | null
  is_current?: boolean | null
  contact?: (Named & { title?: string | null; email?: string | null; phone?: string | null }) | null
}
export type Usage = {
  day: string
  daily_active?: number | null
  weekly_active?: number | null
  monthly_active?: number | null
  actions?: number | null
}
export type SurveyResponse = Row & {
  kind?: string | null
  score?: number | null
  category?: string | null
  comment?: string | null
  responded_at?: string | null
  contact?: Named | null
}

export type AccountRecord = Row & {
  name?: string
  contacts?: readonly AccountContact[]
  team?: readonly (Row & { role?: string | null; user?: Named | null })[]
  contracts?: readonly Row[]
  subscriptions?: readonly Row[]
  opportunities?: readonly Row[]
  invoices?: readonly Row[]
  tickets?: readonly Row[]
  survey_responses?: readonly SurveyResponse[]
  objectives?: readonly Row[]
  tasks?: readonly Row[]
  interactions?: readonly Row[]
  usage?: readonly Usage[]
}

export type Change = {
  at: string
  act: string
  verb: string
  actor: { kind: string; id: string }
  via: string
  because?: string | null
  source?: { system: string; localId: string }
  changed: Readonly<Record<string, { from: unknown; to: unknown }>>
}
export type TimelineEntry =
  | { at: string; kind: 'interaction' | 'ticket' | 'survey_response' | 'invoice'; id: string }
  | ({ at: string; kind: 'change' } & Change)

export type Account360 = {
  account: AccountRecord
  ticketCounts?: Readonly<Record<string, number>>
  summary: {
    arr?: Money | null
    renewalInDays?: number | null
    lastNps?: { score: number; category: string | null; at: string | null } | null
    openTickets?: number
    activePeople?: { day: string | null; weekly: number | null; monthly: number | null }
  }
  timeline: readonly TimelineEntry[]
}
