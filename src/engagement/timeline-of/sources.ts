// What a timeline is made of: for each kind of record when it happened, how it hangs on an account and on a contact, who did it, what
// of it is shown and which of its words are searched.
import type { Wish } from '../readable.ts'

type Condition = Record<string, unknown>

export type Source = {
  kind: 'interaction' | 'ticket' | 'survey_response' | 'task'
  at: string
  /** Conditions of its belonging, by the id that is given; null where it belongs to none of this object. */
  of: Readonly<Record<'account' | 'contact', (id: string) => Condition>>
  /** The colleague's field. */
  by: string | null
  shown: readonly Wish[]
  words: readonly string[]
}

const is = (field: string) => (id: string) => ({ field, op: 'is', value: id })
/** Of a contact's entries: which of their accounts it was for. */
export const ofAccount: Wish = { relation: 'account', select: ['name'] }
const person = (relation: string): Wish => ({ relation, select: ['name'] })

export const sources: readonly Source[] = [
  {
    kind: 'interaction',
    at: 'happened_at',
    of: { account: is('account'), contact: (id) => ({ some: 'attendances', where: is('contact')(id) }) },
    by: 'author',
    shown: [
      ...['direction', 'subject', 'tone', 'duration_minutes', 'decided', 'promised', 'concerns', 'is_logged_in_time'],
      person('author'),
    ],
    words: ['subject', 'notes', 'decided', 'promised', 'concerns'],
  },
  {
    kind: 'ticket',
    at: 'opened_at',
    of: { account: is('account'), contact: is('requester') },
    by: 'assignee',
    shown: [...['number', 'subject', 'status', 'priority', 'solved_at', 'is_escalated'], person('requester')],
    words: ['number', 'subject', 'description', 'resolution'],
  },
  {
    kind: 'survey_response',
    at: 'responded_at',
    of: { account: is('account'), contact: is('contact') },
    by: null,
    shown: ['score', 'category', 'comment', person('contact')],
    words: ['comment', 'survey'],
  },
  {
    kind: 'task',
    at: 'created_at',
    of: { account: is('account'), contact: is('contact') },
    by: 'owner',
    shown: ['name', 'due_on', 'done_on', 'status', 'priority', person('owner')],
    words: ['name', 'details'],
  },
]

/** What an account's own dates tell of its use of the product. */
export const milestones = ['onboarding_completed_on', 'went_live_on', 'last_business_review_on'] as const
