// Views: saved once, read by many. Each reader is shown a view cut to their own rights, and it runs under them; what was left out is
// counted, so that nobody takes a longer list for the one that was meant.
import type { Actor } from '../../access/index.ts'
import { Failure, inOneTrip, isId } from '../../platform/index.ts'
import type { Answer, LeftOut } from '../../records/index.ts'
import { type Collaborating, namesIn, namesOf, personOf } from '../collaborating.ts'
import {
  defaultsOf,
  deleteView,
  insertView,
  type Kept,
  keptIn,
  type Reader,
  setDefault,
  updateView,
  viewOf,
  viewsOf,
} from './store.ts'
import { type Audience, columnOf, type Definition, questionOf, readDefinition, type View } from './view.ts'

export type ViewChange = { name?: string; audience?: Audience; definition?: unknown; version?: number }
export type NewView = { object: string; name: string; audience: Audience; definition: unknown }

export type Views = {
  /** Own ones and those shared with the actor, of objects they may ask for. Errors: not_allowed, for programs of nobody. */
  list(actor: Actor, object: string | null): Promise<View[]>
  /** Errors: record_unavailable. */
  get(actor: Actor, id: string): Promise<View>
  /** Its author must be able to ask what it asks. Errors: invalid_question, field_unavailable, object_unavailable. */
  create(actor: Actor, view: NewView): Promise<View>
  /** For its owner, and of shared ones who administers the structure. Errors: also not_allowed, stale_version. */
  update(actor: Actor, id: string, change: ViewChange): Promise<View>
  remove(actor: Actor, id: string): Promise<void>
  /** The view that the actor begins with; null for none. */
  setDefault(actor: Actor, object: string, view: string | null): Promise<void>
  /** The view's records or groups, under the actor's rights. */
  run(actor: Actor, id: string, page: { after?: string; limit?: number }): Promise<{ answer: Answer; leftOut: LeftOut }>
}

export function openViews(with_: Collaborating): Views {
  const { pool, records, clock, ids } = with_

  async function readerOf(actor: Actor): Promise<Reader> {
    const user = await personOf(with_, actor, { verb: 'keep', object: 'view' })
    return { workspace: actor.workspace, user, team: await teamOf(with_, actor, user) }
  }

  async function keptOf(reader: Reader, id: string): Promise<Kept> {
    const [rows = []] = isId(id) ? await inOneTrip(pool, reader.workspace, [viewOf(reader, id)]) : []
    if (!rows[0]) throw new Failure('record_unavailable', { object: 'view', id })
    return keptIn(rows[0])
  }

  async function shown(actor: Actor, reader: Reader, kept: readonly Kept[]): Promise<View[]> {
    const [defaults = [], members = []] = await inOneTrip(pool, reader.workspace, [
      defaultsOf(reader),
      namesOf(
        reader.workspace,
        kept.map(({ ownerId }) => ownerId),
      ),
    ])
    const names = namesIn(members)
    const isDefault = new Set(defaults.map((row) => row['view_id']))
    const views = await Promise.all(
      kept.map(async (each) => {
        const cut = await cutTo(with_, actor, each)
        const { ownerId, id, object, name, audience, version, updatedAt } = each
        return (
          cut && {
            ...{ id, object, name, audience, version, updatedAt },
            isMine: ownerId === reader.user,
            owner: { id: ownerId, name: names.get(ownerId) ?? null },
            isDefault: isDefault.has(id),
            ...cut,
          }
        )
      }),
    )
    return views.filter((view) => view !== null)
  }

  async function shownOne(actor: Actor, reader: Reader, kept: Kept): Promise<View> {
    const [view] = await shown(actor, reader, [kept])
    if (!view) throw new Failure('record_unavailable', { object: 'view', id: kept.id })
    return view
  }

  return {
    async list(actor, object) {
      const reader = await readerOf(actor)
      const [rows = []] = await inOneTrip(pool, reader.workspace, [viewsOf(reader, object)])
      return shown(actor, reader, rows.map(keptIn))
    },
    async get(actor, id) {
      const reader = await readerOf(actor)
      return shownOne(actor, reader, await keptOf(reader, id))
    },
    async create(actor, { object, name, audience, definition }) {
      const reader = await readerOf(actor)
      const at = clock()
      const kept: Kept = {
        ...{ id: ids.next(at.getTime()), object, name, audience, version: 1, updatedAt: at.toISOString() },
        ownerId: reader.user,
        teamId: teamFor(reader, audience),
        definition: await askable(with_, actor, object, definition),
      }
      await inOneTrip(pool, reader.workspace, [insertView(reader.workspace, kept)])
      return shownOne(actor, reader, kept)
    },
    async update(actor, id, change) {
      const reader = await readerOf(actor)
      const kept = await keptOf(reader, id)
      const view = await shownOne(actor, reader, kept)
      await requireKeeper(with_, actor, view)
      const yours = change.version ?? kept.version
      if (yours !== kept.version) throw new Failure('stale_version', { object: 'view', yours, ours: kept.version })
      // Who can't see all of it would throw away what they don't see.
      if (change.definition !== undefined && !view.isMine && Object.values(view.leftOut).some((n) => n > 0))
        throw new Failure('not_allowed', { verb: 'change', object: 'view' })
      const audience = change.audience ?? kept.audience
      const next: Kept = {
        ...kept,
        name: change.name ?? kept.name,
        audience,
        teamId: audience === kept.audience ? kept.teamId : teamFor(reader, audience),
        definition:
          change.definition === undefined
            ? kept.definition
            : await askable(with_, actor, kept.object, change.definition),
        version: kept.version + 1,
        updatedAt: clock().toISOString(),
      }
      const [done = []] = await inOneTrip(pool, reader.workspace, [updateView(reader.workspace, next)])
      if (done.length === 0) throw new Failure('stale_version', { object: 'view', yours, ours: kept.version + 1 })
      return shownOne(actor, reader, next)
    },
    async remove(actor, id) {
      const reader = await readerOf(actor)
      await requireKeeper(with_, actor, await shownOne(actor, reader, await keptOf(reader, id)))
      await inOneTrip(pool, reader.workspace, deleteView(reader.workspace, id, clock().toISOString()))
    },
    async setDefault(actor, object, view) {
      const reader = await readerOf(actor)
      if (view !== null && (await shownOne(actor, reader, await keptOf(reader, view))).object !== object)
        throw new Failure('record_unavailable', { object: 'view', id: view })
      await inOneTrip(pool, reader.workspace, [setDefault(reader, object, view)])
    },
    async run(actor, id, page) {
      const reader = await readerOf(actor)
      const { object, definition, leftOut } = await shownOne(actor, reader, await keptOf(reader, id))
      const answer = await records.ask(actor, { ...questionOf(object, definition), ...page })
      return { answer, leftOut }
    },
  }
}

/** What the reader may use of it; null where that is not even its object. */
async function cutTo({ records }: Collaborating, actor: Actor, { object, definition }: Kept) {
  const cut = await records.trim(actor, questionOf(object, definition))
  if (!cut) return null
  const { from: _, select = [], limit: __, after: ___, asOf: ____, ...question } = cut.question
  const isList = !definition.question.group && !definition.question.measure
  const isReadable = new Set(select.map(columnOf))
  const columns = definition.columns.filter(({ field }) => isReadable.has(field))
  const grouping = definition.grouping?.filter((field) => isReadable.has(field))
  const { density } = definition
  return {
    definition: {
      question,
      columns: isList ? columns : [],
      ...(grouping ? { grouping } : {}),
      ...(density ? { density } : {}),
    },
    leftOut: {
      ...cut.leftOut,
      columns: isList ? definition.columns.length - columns.length : 0,
      grouping: cut.leftOut.grouping + (isList ? (definition.grouping?.length ?? 0) - (grouping?.length ?? 0) : 0),
    },
  }
}

/** The definition, once the door has taken its question from this author as a whole. */
async function askable({ records }: Collaborating, actor: Actor, object: string, given: unknown): Promise<Definition> {
  const definition = readDefinition(given)
  await records.ask(actor, { ...questionOf(object, definition), limit: 1 })
  return definition
}

async function requireKeeper({ records }: Collaborating, actor: Actor, view: View): Promise<void> {
  if (view.isMine) return
  const { roles } = await records.book.of(actor)
  if (!roles.some(({ administers }) => administers.includes('structure')))
    throw new Failure('not_allowed', { verb: 'change', object: 'view' })
}

/** Who is in no team shares with none. */
function teamFor({ team }: Reader, audience: Audience): string | null {
  if (audience !== 'team') return null
  if (team === null) throw new Failure('not_allowed', { verb: 'share with a team', object: 'view' })
  return team
}

async function teamOf({ records }: Collaborating, actor: Actor, user: string): Promise<string | null> {
  // Whoever may not read users is in a team all the same.
  const asked = { kind: 'job' as const, workspace: actor.workspace, id: 'views', via: 'job' as const }
  const { data } = await records.ask(
    { ...asked, because: 'views are shared with teams' },
    { from: 'user', select: ['team'], where: { field: 'id', op: 'is', value: user } },
  )
  const [found] = JSON.parse(data) as { team: string | null }[] // as selected
  return found?.team ?? null
}
