// The checklist of one onboarding, and the progress of all of them: one question each, however many items and onboardings there are.
import type { Access, Actor } from '../../access/index.ts'
import { readable, type Wish } from '../../engagement/index.ts'
import { type Clock, Failure, isId } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { type ItemState, itemsOf, type OnboardingRow } from './items.ts'

type Working = { records: Records; clock: Clock }

export type Progress = {
  id: string
  name: string | null
  account: { id: string; name: string | null } | null
  owner: { id: string; name: string | null } | null
  begunOn: string
  dueOn: string | null
  completedOn: string | null
  done: number
  of: number
  /** Items that are not done. */
  open: readonly string[]
}

export type Checklist = Progress & { items: readonly ItemState[] }

/** Errors: record_unavailable, object_unavailable. */
export async function checklist(working: Working, actor: Actor, id: string): Promise<Checklist> {
  const [row] = isId(id)
    ? (await rowsOf(working.records, actor, { where: { field: 'id', op: 'is', value: id } })).rows
    : []
  if (!row) throw new Failure('record_unavailable', { object: 'onboarding', id })
  const items = itemsOf(row, working.clock())
  return { ...progressOf(row, items), items }
}

export type Portfolio = { isOpen?: boolean; owner?: string; after?: string; limit?: number }

/** A page of onboardings, those that began first at the top. */
export async function progress(
  { records, clock }: Working,
  actor: Actor,
  { isOpen, owner, after, limit = 50 }: Portfolio = {},
): Promise<{ data: readonly Progress[]; next: string | null }> {
  const all = [
    ...(isOpen === undefined ? [] : [{ field: 'completed_on', op: isOpen ? 'empty' : 'not_empty' }]),
    ...(owner === undefined ? [] : [{ field: 'owner', op: 'is', value: owner }]),
  ]
  const page = await rowsOf(records, actor, {
    where: { all },
    order: [{ field: 'begun_on' }],
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return { data: page.rows.map((row) => progressOf(row, itemsOf(row, clock()))), next: page.next }
}

function progressOf(row: OnboardingRow, items: readonly ItemState[]): Progress {
  const titled = (one: { id: string; name?: string | null } | null | undefined) =>
    one ? { id: one.id, name: one.name ?? null } : null
  return {
    id: row.id,
    name: row.name ?? null,
    account: titled(row.account),
    owner: titled(row.owner),
    begunOn: row.begun_on,
    dueOn: row.due_on ?? null,
    completedOn: row.completed_on ?? null,
    done: items.filter(({ state }) => state === 'done').length,
    of: items.length,
    open: items.filter(({ state }) => state !== 'done').map(({ item }) => item),
  }
}

export async function rowsOf(
  records: Records,
  actor: Actor,
  page: object,
): Promise<{ rows: OnboardingRow[]; next: string | null }> {
  const select = wishedBy(await records.book.of(actor))
  const { data, next } = await records.ask(actor, { from: 'onboarding', select, ...page })
  return { rows: JSON.parse(data), next } // as selected
}

function wishedBy(access: Access) {
  const onboarding = access.manifest.objects.get('onboarding')
  const select = onboarding ? readable(access, onboarding, wished) : []
  if (select.length === 0) throw new Failure('object_unavailable', { object: 'onboarding' })
  return select
}

const wished: readonly Wish[] = [
  'id',
  'name',
  'begun_on',
  'due_on',
  'completed_on',
  { relation: 'owner', select: ['name'] },
  { relation: 'steps', select: ['item', 'done_on', 'note', { relation: 'done_by', select: ['name'] }], limit: 50 },
  {
    relation: 'account',
    select: [
      'name',
      'lifecycle_stage',
      'technical_environment',
      {
        relation: 'contacts',
        select: ['roles', 'is_primary', 'is_current', { relation: 'contact', select: ['name', 'email', 'reports_to'] }],
        limit: 200,
      },
      { relation: 'connections', select: ['contact', 'other'], limit: 50 },
      {
        relation: 'objectives',
        select: ['name', 'target'],
        where: { field: 'kind', op: 'is', value: 'success_criterion' },
        limit: 20,
      },
      {
        relation: 'interactions',
        select: ['subject', 'happened_at'],
        where: { field: 'kind', op: 'in', value: ['call', 'meeting', 'training', 'business_review'] },
        order: [{ field: 'happened_at', dir: 'desc' }],
        limit: 20,
      },
    ],
  },
]
