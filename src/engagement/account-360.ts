// Everything about one account on one page: the record, its people, money, tickets, words and use, cut to what the reader may see.
// All of it is asked in one trip, whatever the page shows.
import { type Access, type Actor, grantsFor } from '../access/index.ts'
import { type Clock, Failure } from '../platform/index.ts'
import type { Answer, Listed, Records } from '../records/index.ts'
import { readable, type Wish, type WishedList } from './readable.ts'
import { type AccountPage, summaryOf } from './summary.ts'
import { timelineOf } from './timeline.ts'

/**
 * The page as JSON: `account` (its record and nested lists, as the database wrote it; lists a role may not read are absent),
 * `ticketCounts` by status, `summary` (see summary.ts) and `timeline` (at most 50 entries, newest first; an entry names a record of a
 * list by kind and id, or is a change of the account). Of the lists those that are named, or all; what is made of a list is absent with
 * it. Errors: record_unavailable, object_unavailable.
 */
export async function account360(
  records: Records,
  actor: Actor,
  id: string,
  { clock, lists = accountLists }: { clock: Clock; lists?: readonly AccountList[] | undefined },
): Promise<Buffer> {
  const asking: Asking = { records, actor, clock, named: new Set(lists) }
  const access = await records.book.of(actor)
  try {
    return await pageOf(asking, access, id)
  } catch (error) {
    const now = await records.book.of(actor)
    // The rights shrank between composing and asking: composed again with what is left of them.
    if (error instanceof Failure && error.code === 'field_unavailable' && now.version !== access.version)
      return pageOf(asking, now, id)
    throw error
  }
}

type Asking = { records: Records; actor: Actor; clock: Clock; named: ReadonlySet<string> }

/** Of the page's fifty entries, so many may be changes: the rest of them is a page of history away. */
const mostChanges = 10

async function pageOf(asking: Asking, access: Access, id: string): Promise<Buffer> {
  const { records, actor, clock, named } = asking
  const select = wishedBy(access, named)
  const page = { from: 'account', select, where: { field: 'id', op: 'is', value: id }, limit: 1 }
  const byStatus = named.has('tickets') ? ticketsByStatus(access, id) : null
  const { record, history, answers } = await records.together(actor, {
    record: page,
    history: { object: 'account', id, limit: mostChanges },
    questions: byStatus ? [{ question: byStatus }] : [],
  })
  const [tickets] = answers
  if (record.bytes.length === nothing.length) {
    // The id of an account that was merged leads to the one it became.
    const today = (await records.follow(actor, 'account', [id])).get(id)
    if (today === undefined || today === id) throw new Failure('record_unavailable', { object: 'account', id })
    return pageOf(asking, access, today)
  }
  const counts = tickets ? countsIn(tickets.data) : null
  const account = lookedInto(record)
  const more = [
    ...(counts ? [`"ticketCounts":${JSON.stringify(counts)}`] : []),
    `"summary":${JSON.stringify(summaryOf(account, counts, clock()))}`,
    `"timeline":${JSON.stringify(timelineOf(account, history.items))}`,
  ]
  return Buffer.concat([Buffer.from('{"account":'), record.bytes.subarray(1, -1), Buffer.from(`,${more.join(',')}}`)])
}

const nothing = '[]'

/** What of the page its summary and timeline are made of; the rest is passed on as the database wrote it. */
function lookedInto({ data, parts }: Answer): AccountPage {
  if (!parts) return (JSON.parse(data) as AccountPage[])[0] ?? {} // as selected, like all that is read here
  const { own, lists } = parts
  return {
    arr: own('arr'),
    renewal_date: own('renewal_date'),
    survey_responses: rowsOf(lists.get('survey_responses'), (get) => ({
      id: get('id'),
      kind: get('kind'),
      score: get('score'),
      category: get('category'),
      responded_at: get('responded_at'),
    })),
    tickets: rowsOf(lists.get('tickets'), (get) => ({ id: get('id'), opened_at: get('opened_at') })),
    interactions: rowsOf(lists.get('interactions'), (get) => ({ id: get('id'), happened_at: get('happened_at') })),
    invoices: rowsOf(lists.get('invoices'), (get) => ({ id: get('id'), issued_on: get('issued_on') })),
    usage: rowsOf(
      lists.get('usage'),
      (get) => ({ day: get('day'), weekly_active: get('weekly_active'), monthly_active: get('monthly_active') }),
      1,
    ),
  } as AccountPage
}

type Get = (member: string) => unknown

const rowsOf = <T>(list: Listed | undefined, make: (get: Get) => T, most?: number): T[] | undefined =>
  list?.rows.slice(0, most).map((row) => make((member) => list.read(row, member)))

/** The question how many tickets stand in which status, where the actor may ask it. */
function ticketsByStatus(access: Access, id: string): Record<string, unknown> | null {
  if (readable(access, objectOf(access, 'ticket'), ['account', 'status']).length < 2) return null
  if (grantsFor(access, 'ticket', 'measure').length === 0) return null
  return {
    from: 'ticket',
    where: { field: 'account', op: 'is', value: id },
    group: ['status'],
    measure: { tickets: { count: '*' } },
  }
}

function countsIn(data: string): Record<string, number> {
  const groups = JSON.parse(data) as { status: string | null; tickets: number }[] // as grouped
  return Object.fromEntries(groups.map((group) => [group.status ?? 'unknown', group.tickets]))
}

type Selects = Map<string, ReturnType<typeof readable>>
/** Composed once for a set of rights and lists; people of one role ask for the same page. */
const composed = new WeakMap<Access['roles'], { version: string; selects: Selects }>()
const mostComposed = 20

function wishedBy(access: Access, named: ReadonlySet<string>): ReturnType<typeof readable> {
  const known = composed.get(access.roles)
  const selects: Selects = known?.version === access.version ? known.selects : new Map()
  composed.set(access.roles, { version: access.version, selects })
  const own = lists.filter(({ relation }) => named.has(relation))
  const key = own.map(({ relation }) => relation).join()
  const account = objectOf(access, 'account')
  const select =
    selects.get(key) ??
    readable(access, account, [...account.fields.keys(), 'version', 'created_at', 'updated_at', ...own])
  if (selects.size < mostComposed) selects.set(key, select)
  return select
}

function objectOf(access: Access, name: string) {
  const object = access.manifest.objects.get(name)
  if (!object) throw new Failure('object_unavailable', { object: name })
  return object
}

const newest = (field: string) => [{ field, dir: 'desc' as const }]
const user: Wish = { relation: 'user', select: ['name', 'email', 'title'] }
const owner: Wish = { relation: 'owner', select: ['name'] }

const lists = [
  {
    relation: 'contacts',
    select: [
      'roles',
      'stance',
      'strength',
      'is_primary',
      'is_current',
      {
        relation: 'contact',
        select: [
          'name',
          'title',
          'email',
          'phone',
          'status',
          'engagement',
          'can_decide_renewal',
          'do_not_contact',
          'last_verified_on',
        ],
      },
    ],
    order: newest('is_primary'),
    limit: 50,
  },
  { relation: 'team', select: ['role', user] },
  {
    relation: 'contracts',
    select: [
      'name',
      'number',
      'status',
      'starts_on',
      'renewal_date',
      'ends_on',
      'auto_renews',
      'arr',
      'payment_status',
    ],
    order: newest('renewal_date'),
    limit: 5,
  },
  {
    relation: 'subscriptions',
    select: ['name', 'status', 'quantity', 'unit_price', 'arr', 'current_period_ends_on', 'cancels_at_period_end'],
    order: newest('current_period_ends_on'),
    limit: 10,
  },
  {
    relation: 'opportunities',
    select: ['name', 'kind', 'stage', 'amount', 'probability', 'closes_on', owner],
    where: { field: 'is_closed', op: 'is', value: false },
    order: [{ field: 'closes_on' }],
    limit: 10,
  },
  {
    relation: 'invoices',
    select: ['number', 'status', 'issued_on', 'due_on', 'paid_on', 'total', 'outstanding'],
    order: newest('issued_on'),
    limit: 6,
  },
  {
    relation: 'tickets',
    select: ['number', 'subject', 'kind', 'status', 'priority', 'opened_at', 'solved_at', 'is_escalated'],
    order: newest('opened_at'),
    limit: 10,
  },
  {
    relation: 'survey_responses',
    select: ['kind', 'score', 'category', 'comment', 'responded_at', { relation: 'contact', select: ['name'] }],
    order: newest('responded_at'),
    limit: 10,
  },
  {
    relation: 'objectives',
    select: ['name', 'kind', 'target', 'current', 'due_on', 'status'],
    order: [{ field: 'due_on' }],
    limit: 10,
  },
  {
    relation: 'tasks',
    select: ['name', 'due_on', 'status', 'priority', owner],
    where: { field: 'status', op: 'not_in', value: ['done', 'dropped'] },
    order: [{ field: 'due_on' }],
    limit: 20,
  },
  {
    relation: 'interactions',
    select: ['kind', 'direction', 'happened_at', 'subject', 'tone', { relation: 'author', select: ['name'] }],
    order: newest('happened_at'),
    limit: 20,
  },
  {
    relation: 'usage',
    select: ['day', 'daily_active', 'weekly_active', 'monthly_active', 'actions'],
    order: newest('day'),
    limit: 90,
  },
] as const satisfies readonly WishedList[]

export type AccountList = (typeof lists)[number]['relation']
/** The lists of the page, by the names of their relations. */
export const accountLists: readonly AccountList[] = lists.map(({ relation }) => relation)
