// One timeline of an account or a contact: what was said, asked, answered, promised and changed, the newest first. Each kind is asked
// for a page of its own in one trip and the pages are laid together; a page ends where a moment ends, so that the next begins before it.
import { words } from '../../../dictionary/words.ts'
import { type Access, type Actor, grantsFor, readableField } from '../../access/index.ts'
import type { Comments } from '../../collaboration/index.ts'
import { Failure, floorOfTime, isId, told } from '../../platform/index.ts'
import type { Answer, HistoryItem, Records } from '../../records/index.ts'
import { readable } from '../readable.ts'
import { milestones, ofAccount, type Source, sources } from './sources.ts'

export const timelineKinds = [...sources.map(({ kind }) => kind), 'change', 'comment', 'milestone'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export type TimelineOf = {
  object: 'account' | 'contact'
  id: string
  kinds?: readonly TimelineKind[]
  /** Of interactions, these kinds alone: call, meeting … */
  interactions?: readonly string[]
  /** A colleague: who wrote, answered or did it. */
  by?: string
  /** A contact it was with. */
  with?: string
  /** Days or moments; `to` is not included if it is a moment. */
  from?: string
  to?: string
  search?: string
  /** Where the last page ended. */
  after?: string
  limit: number
}

export type TimelineEntry = { kind: TimelineKind; at: string; id: string } & Record<string, unknown>
export type Timeline = { data: TimelineEntry[]; next: string | null }

type With = { records: Records; comments: Pick<Comments, 'between'> }
/** What a page lies between: moments, the later not included. */
type Span = { from: string | null; before: string | null; limit: number }

/** Most of one moment that a page takes: what an import brought at once is shown at once. */
const mostAtOnce = 500

/** Errors: record_unavailable, object_unavailable, invalid_question. */
export async function timeline({ records, comments }: With, actor: Actor, asked: TimelineOf): Promise<Timeline> {
  const access = await records.book.of(actor)
  const id = isId(asked.id) ? (await records.follow(actor, asked.object, [asked.id])).get(asked.id) : undefined
  if (id === undefined) throw new Failure('record_unavailable', { object: asked.object, id: asked.id })
  const of: TimelineOf = { ...asked, id }
  const span = { from: momentOf(of.from, 'from'), before: earlier(momentOf(of.to, 'to'), of.after), limit: of.limit }
  const page = await entriesIn({ records, comments }, actor, access, of, span)
  const sorted = page.sort(newestFirst)
  if (sorted.length <= of.limit) return { data: sorted, next: null }
  const last = sorted[of.limit - 1]?.at ?? ''
  const isAt = { from: last, before: justAfter(last), limit: mostAtOnce }
  // The whole of its last moment belongs to a page; where a kind's own page may have cut it, it is asked for by itself.
  const tie = sorted[of.limit]?.at === last ? await entriesIn({ records, comments }, actor, access, of, isAt) : null
  const kept = sorted.filter(({ at }) => (tie ? at > last : at >= last))
  return { data: [...kept, ...(tie ?? []).sort(newestFirst)], next: last }
}

async function entriesIn(
  { records, comments }: With,
  actor: Actor,
  access: Access,
  of: TimelineOf,
  span: Span,
): Promise<TimelineEntry[]> {
  const wants = (kind: TimelineKind) => of.kinds === undefined || of.kinds.includes(kind)
  const asked = sources.flatMap((source) => {
    const question = wants(source.kind) ? questionOf(access, source, of, span) : null
    return question ? [{ source, question }] : []
  })
  const isPlain = of.search === undefined && of.with === undefined && of.interactions === undefined
  const [answers, changes, said, dates] = await Promise.all([
    asked.length > 0 ? records.askTogether(actor, asked) : [],
    wants('change') && isPlain ? changesIn(records, actor, of, span) : [],
    wants('comment') && of.with === undefined && of.interactions === undefined
      ? comments.between(actor, {
          object: of.object,
          record: of.id,
          ...span,
          by: of.by ?? null,
          search: of.search ?? null,
        })
      : [],
    wants('milestone') && of.object === 'account' && isPlain && of.by === undefined
      ? milestonesIn(records, actor, access, of, span)
      : [],
  ])
  return [
    ...asked.flatMap(({ source }, i) => entriesOf(source, answers[i])),
    ...changes.map(({ act, at, verb, actor, via, because, changed }) => ({
      ...{ kind: 'change' as const, at, id: act, verb, actor, via, because, changed },
    })),
    ...said.map(({ at, id, ...comment }) => ({ kind: 'comment' as const, at, id, ...comment })),
    ...dates,
  ]
}

function questionOf(access: Access, source: Source, of: TimelineOf, { from, before, limit }: Span) {
  const object = access.manifest.objects.get(source.kind)
  const hangs = source.of[of.object](of.id)
  if (!object || grantsFor(access, source.kind, 'list').length === 0) return null
  const may = (name: string) => name === 'created_at' || readableField(access, source.kind, name, 'list') !== null
  const ways = [hangs, ...(of.with ? [source.of.contact(of.with)] : [])]
  const needed = [source.at, ...ways.flatMap((way) => ('field' in way ? [String(way['field'])] : []))]
  if (of.by && !source.by) return null
  if (![...needed, ...(of.by && source.by ? [source.by] : [])].every(may)) return null
  if (ways.some((way) => 'some' in way) && !isOpenWay(access)) return null
  const words = of.search === undefined ? null : wordsIn(of.search, source.words.filter(may))
  if (words?.length === 0) return null
  if (of.interactions && (source.kind !== 'interaction' || !may('kind'))) return null
  const field = source.at
  return {
    from: source.kind,
    select: [
      source.at,
      ...(may('kind') && object.fields.has('kind') ? ['kind'] : []),
      ...readable(access, object, of.object === 'contact' ? [...source.shown, ofAccount] : source.shown),
    ],
    where: {
      all: [
        ...ways,
        ...(from ? [{ field, op: 'gte', value: from }] : []),
        ...(before ? [{ field, op: 'lt', value: before }] : [{ field, op: 'not_empty' }]),
        ...(of.by && source.by ? [{ field: source.by, op: 'is', value: of.by }] : []),
        ...(of.interactions ? [{ field: 'kind', op: 'in', value: of.interactions }] : []),
        ...(words ?? []),
      ],
    },
    order: [{ field, dir: 'desc' }],
    limit: Math.min(limit + 1, 1_000),
  }
}

/** Who may not read who attended can't ask by it. */
const isOpenWay = (access: Access): boolean =>
  ['contact', 'interaction'].every((name) => readableField(access, 'attendance', name, 'list') !== null)

/** Each word somewhere in the fields that may be read; of no such field, nothing is found. */
function wordsIn(search: string, fields: readonly string[]): object[] {
  if (fields.length === 0) return []
  const words = search.split(/\s+/).filter(Boolean).slice(0, 6)
  return words.map((value) => ({ any: fields.map((field) => ({ field, op: 'contains', value })) }))
}

function entriesOf({ kind, at }: Source, answer: Answer | undefined): TimelineEntry[] {
  const rows = JSON.parse(answer?.data ?? '[]') as Record<string, unknown>[] // records as selected
  return rows.map(({ kind: form, [at]: moment, id, ...rest }) => ({
    ...{ kind, at: new Date(String(moment)).toISOString(), id: String(id), ...rest },
    ...(form === undefined ? {} : { form }),
  }))
}

async function changesIn(records: Records, actor: Actor, of: TimelineOf, span: Span): Promise<readonly HistoryItem[]> {
  const { items } = await records.history(actor, of.object, of.id, {
    ...(span.from ? { since: floorOfTime(new Date(span.from)) } : {}),
    ...(span.before ? { before: floorOfTime(new Date(span.before)) } : {}),
    ...(of.by ? { by: of.by } : {}),
    limit: Math.min(span.limit + 1, 200),
  })
  return items
}

/** Days of an account that mark a step in its use, and the first day it used the product at all. */
async function milestonesIn(
  records: Records,
  actor: Actor,
  access: Access,
  of: TimelineOf,
  { from, before }: Span,
): Promise<TimelineEntry[]> {
  const names = milestones.filter((name) => readableField(access, 'account', name, 'list'))
  const seesUse = ['account', 'day'].every((name) => readableField(access, 'usage_day', name, 'list'))
  const own = { field: 'id', op: 'is', value: of.id }
  const [account, use] = await records.askTogether(actor, [
    { question: { from: 'account', select: names.length > 0 ? names : ['id'], where: own, limit: 1 } },
    ...(seesUse
      ? [
          {
            question: {
              ...{ from: 'usage_day', select: ['day'], order: [{ field: 'day' }], limit: 1 },
              where: { field: 'account', op: 'is', value: of.id },
            },
          },
        ]
      : []),
  ])
  const [dates = {}] = JSON.parse(account?.data ?? '[]') as Record<string, string | null>[] // as selected
  const [first] = JSON.parse(use?.data ?? '[]') as { id: string; day: string }[] // as selected
  const days = [...names.map((name) => [name, dates[name]] as const), ['first_used_on', first?.day] as const]
  return days.flatMap(([milestone, day]): TimelineEntry[] => {
    const at = day ? `${day}T00:00:00.000Z` : ''
    const isIn = day && (!from || at >= from) && (!before || at < before)
    return isIn ? [{ kind: 'milestone', at, id: `${milestone}:${day}`, milestone }] : []
  })
}

const newestFirst = (a: TimelineEntry, b: TimelineEntry): number =>
  a.at < b.at ? 1 : a.at > b.at ? -1 : a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.id < b.id ? 1 : -1

/** A day is its beginning as `from`, and the beginning of the next as `to`. */
function momentOf(given: string | undefined, at: 'from' | 'to'): string | null {
  if (given === undefined) return null
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given)
  const moment = Date.parse(isDay ? `${given}T00:00:00Z` : given)
  if (Number.isNaN(moment))
    throw new Failure('invalid_question', {
      at,
      why: told(
        words(
          'give a day or a moment',
          'dé un día o un momento',
          'informe um dia ou um momento',
          'beri hari atau saat',
        ),
      ),
    })
  return new Date(moment + (isDay && at === 'to' ? 86_400_000 : 0)).toISOString()
}

function earlier(to: string | null, after: string | undefined): string | null {
  if (after === undefined) return to
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(after) || Number.isNaN(Date.parse(after)))
    throw new Failure('invalid_cursor', {})
  return to !== null && to < after ? to : after
}

const justAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString()
