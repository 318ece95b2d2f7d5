// Everything about one person on one page, cut to what the reader may see: a trip for the person and what hangs on them, and one for
// the first page of their timeline's changes.
import type { Access, Actor } from '../access/index.ts'
import { Failure, isId } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { readable, type Wish } from './readable.ts'

/** The person's record with its lists as JSON text; lists that a role may not read are absent. Errors: record_unavailable. */
export async function contactPage(records: Records, actor: Actor, id: string): Promise<string> {
  const access = await records.book.of(actor)
  const today = isId(id) ? (await records.follow(actor, 'contact', [id])).get(id) : undefined
  if (today === undefined) throw new Failure('record_unavailable', { object: 'contact', id })
  const { data } = await records.ask(actor, {
    from: 'contact',
    select: wishedBy(access),
    where: { field: 'id', op: 'is', value: today },
    limit: 1,
  })
  if (data === '[]') throw new Failure('record_unavailable', { object: 'contact', id })
  return `{"contact":${data.slice(1, -1)}}`
}

function wishedBy(access: Access) {
  const contact = access.manifest.objects.get('contact')
  if (!contact) throw new Failure('object_unavailable', { object: 'contact' })
  const own = [...contact.fields.keys()].filter((name) => name !== 'reports_to')
  return readable(access, contact, [...own, 'version', 'created_at', 'updated_at', ...lists])
}

const newest = (field: string) => [{ field, dir: 'desc' as const }]
const account: Wish = { relation: 'account', select: ['name', 'tier', 'lifecycle_stage', 'owner'] }
const user = (relation: string): Wish => ({ relation, select: ['name'] })
const person = (relation: string): Wish => ({ relation, select: ['name', 'title', 'department'] })

const lists: readonly Wish[] = [
  // The line upwards: three above this person, which is as deep as lists nest.
  {
    relation: 'reports_to',
    select: [
      ...['name', 'title'],
      { relation: 'reports_to', select: ['name', 'title', { relation: 'reports_to', select: ['name', 'title'] }] },
    ],
  },
  {
    relation: 'direct_reports',
    select: ['name', 'title', 'department', 'status'],
    order: [{ field: 'name' }],
    limit: 50,
  },
  user('relationship_owner'),
  user('verified_by'),
  {
    relation: 'accounts',
    select: [account, 'roles', 'stance', 'strength', 'is_primary', 'is_current', 'since', 'until', 'version'],
    order: newest('is_current'),
    limit: 50,
  },
  { relation: 'connections', select: ['kind', 'note', person('other')], limit: 50 },
  { relation: 'connected_from', select: ['kind', 'note', person('contact')], limit: 50 },
  {
    relation: 'attendances',
    select: [
      'attended',
      { relation: 'interaction', select: ['kind', 'happened_at', 'subject', 'tone', account, user('author')] },
    ],
    order: newest('created_at'),
    limit: 25,
  },
  {
    relation: 'tickets',
    select: ['number', 'subject', 'status', 'priority', 'opened_at', 'solved_at', 'is_escalated', account],
    order: newest('opened_at'),
    limit: 10,
  },
  {
    relation: 'survey_responses',
    select: ['kind', 'score', 'category', 'comment', 'responded_at', account],
    order: newest('responded_at'),
    limit: 10,
  },
  {
    relation: 'tasks',
    select: ['name', 'due_on', 'done_on', 'status', 'priority', user('owner'), account],
    order: newest('due_on'),
    limit: 20,
  },
]
