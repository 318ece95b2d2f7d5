// The people at an account as a map: who they are, whom they report to, what else binds them, when we last met them, and what is
// missing. One trip; what a reader may not know is absent, and no gap is told of what they can't see.
import { type Access, type Actor, readableField } from '../access/index.ts'
import { type Clock, Failure, isId } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { readable, type Wish } from './readable.ts'

export type Gap =
  | 'no_primary_contact'
  | 'no_economic_buyer'
  | 'no_champion'
  | 'no_executive_sponsor'
  | 'single_threaded'
  | 'primary_silent'
export type Person = {
  /** The contact's id; of people elsewhere who are tied to somebody here, `isElsewhere`. */
  contact: string
  /** The record of their part at this account, to be changed. */
  id: string | null
  version: number | null
  isElsewhere: boolean
  /** The day of the last exchange they were part of, at this account. */
  lastTouch?: string | null
} & Record<string, unknown>
export type Line = { kind: string; from: string; to: string; id: string | null; version: number | null }
export type StakeholderMap = { people: Person[]; lines: Line[]; gaps: Gap[] }

/** Fewer people than this met within the days below hang the relationship on one thread. */
const fewestThreads = 2
const quietDays = 90
const primaryQuietDays = 60

/** Errors: record_unavailable, object_unavailable. */
export async function stakeholders(records: Records, actor: Actor, id: string, clock: Clock): Promise<StakeholderMap> {
  const access = await records.book.of(actor)
  const today = isId(id) ? (await records.follow(actor, 'account', [id])).get(id) : undefined
  if (today === undefined) throw new Failure('record_unavailable', { object: 'account', id })
  const asked = questionsOf(access, today)
  if (!asked) return { people: [], lines: [], gaps: [] }
  const [parts, touches] = await records.askTogether(
    actor,
    asked.map((question) => ({ question })),
  )
  const rows = JSON.parse(parts?.data ?? '[]') as Part[] // as selected
  const last = touches && new Map((JSON.parse(touches.data) as Touch[]).map((each) => [each.contact, each.last])) // as grouped
  const here = rows.flatMap(({ id, version, contact, ...part }): Person[] => {
    if (!contact) return []
    const { id: person, version: _, reports_to: __, connections: ___, connected_from: ____, ...own } = contact
    const touched = last ? { lastTouch: last.get(person) ?? null } : {}
    return [{ contact: person, id, version, isElsewhere: false, ...own, ...part, ...touched }]
  })
  const lines = linesOf(rows)
  const known = new Set(here.map(({ contact }) => contact))
  const elsewhere = new Map(
    rows
      .flatMap(tiedTo)
      .filter((each) => !known.has(each.id))
      .map((each) => [each.id, each]),
  )
  return {
    people: [
      ...here,
      ...[...elsewhere.values()].map(({ id, ...own }) => ({
        ...{ contact: id, id: null, version: null, isElsewhere: true, ...own },
      })),
    ],
    lines,
    gaps: gapsOf(access, here, last !== undefined, clock()),
  }
}

type Named = { id: string; name?: string | null; title?: string | null }
type Tie = { id: string; kind?: string; version: number; other?: Named | null; contact?: Named | null }
type Contact = Named & { version: number; reports_to?: Named | null; connections?: Tie[]; connected_from?: Tie[] }
type Part = { id: string; version: number; contact?: Contact | null } & Record<string, unknown>
type Touch = { contact: string; last: string | null }

const named = ['name', 'title', 'department']
/** Ties are of an account: what binds two people at another is not shown here. */
const tie = (account: string, relation: string, end: string): Wish => ({
  relation,
  select: ['kind', 'version', { relation: end, select: named }],
  where: { field: 'account', op: 'is', value: account },
  limit: 50,
})
const wishFor = (account: string): readonly Wish[] => [
  ...['version', 'roles', 'stance', 'strength', 'is_primary', 'since'],
  {
    relation: 'contact',
    select: [
      ...[
        'version',
        ...named,
        'email',
        'status',
        'engagement',
        'renewal_influence',
        'can_decide_renewal',
        'controls_budget',
      ],
      ...['administers_product', 'do_not_contact', 'last_verified_on'],
      { relation: 'reports_to', select: named },
      tie(account, 'connections', 'other'),
      tie(account, 'connected_from', 'contact'),
    ],
  },
]

function questionsOf(access: Access, id: string): object[] | null {
  const object = access.manifest.objects.get('account_contact')
  const may = (of: string, names: readonly string[], verb: 'list' | 'measure') =>
    names.every((name) => readableField(access, of, name, verb))
  if (!object || !may('account_contact', ['account', 'contact'], 'list')) return null
  const isCurrent = { not: { field: 'is_current', op: 'is', value: false } }
  const here = { field: 'account', op: 'is', value: id }
  const people = {
    ...{ from: 'account_contact', select: readable(access, object, wishFor(id)), limit: 500 },
    where: may('account_contact', ['is_current'], 'list') ? { all: [here, isCurrent] } : here,
  }
  const seesTouches =
    may('attendance', ['contact', 'interaction'], 'measure') &&
    may('interaction', ['account', 'happened_at'], 'measure')
  const touches = {
    ...{ from: 'attendance', group: ['contact'], measure: { last: { max: 'interaction.happened_at' } } },
    where: {
      all: [
        { field: 'interaction.account', op: 'is', value: id },
        { field: 'contact', op: 'not_empty' },
      ],
    },
  }
  return seesTouches ? [people, touches] : [people]
}

/** Each tie once, whichever of its two ends it was found at. */
function linesOf(rows: readonly Part[]): Line[] {
  const lines = rows.flatMap(({ contact }): Line[] => {
    if (!contact) return []
    const { id: own, reports_to: above, connections = [], connected_from: others = [] } = contact
    const ties = [
      ...connections.map((each) => ({ ...each, from: own, to: each.other?.id })),
      ...others.map((each) => ({ ...each, from: each.contact?.id, to: own })),
    ]
    return [
      ...(above ? [{ kind: 'reports_to', from: own, to: above.id, id: null, version: null }] : []),
      ...ties.flatMap(({ id, kind = 'tie', version, from, to }) =>
        from && to ? [{ kind, from, to, id, version }] : [],
      ),
    ]
  })
  return [...new Map(lines.map((line) => [line.id ?? `${line.from} ${line.to}`, line])).values()]
}

const tiedTo = ({ contact }: Part): Named[] =>
  contact
    ? [
        contact.reports_to,
        ...(contact.connections ?? []).map(({ other }) => other),
        ...(contact.connected_from ?? []).map(({ contact: from }) => from),
      ].filter((each) => each !== null && each !== undefined)
    : []

function gapsOf(access: Access, people: readonly Person[], seesTouches: boolean, now: Date): Gap[] {
  const reads = (object: string, name: string) => readableField(access, object, name, 'list') !== null
  const staying = people.filter((each) => each['status'] !== 'left')
  const hasRole = (role: string) => staying.some((each) => Array.isArray(each['roles']) && each['roles'].includes(role))
  const isWithin = (days: number) => (each: Person) =>
    typeof each.lastTouch === 'string' && now.getTime() - Date.parse(each.lastTouch) <= days * 86_400_000
  const gaps: Gap[] = []
  if (reads('account_contact', 'is_primary')) {
    const primary = staying.filter((each) => each['is_primary'] === true)
    if (primary.length === 0) gaps.push('no_primary_contact')
    else if (seesTouches && !primary.every(isWithin(primaryQuietDays))) gaps.push('primary_silent')
  }
  if (reads('account_contact', 'roles')) {
    if (!hasRole('economic_buyer')) gaps.push('no_economic_buyer')
    const isChampion = (each: Person) => each['stance'] === 'champion'
    // Who may not read how people stand can't tell that none of them is on our side.
    if (reads('account_contact', 'stance') && !hasRole('champion') && !staying.some(isChampion))
      gaps.push('no_champion')
    if (!hasRole('executive_sponsor')) gaps.push('no_executive_sponsor')
  }
  if (seesTouches && staying.filter(isWithin(quietDays)).length < fewestThreads) gaps.push('single_threaded')
  return gaps
}
