// Comments on records. Whoever may see a record may say something about it; whoever is mentioned is told if they may see it too, and
// the writer is told of whom it did not reach.
import { words } from '../../../dictionary/words.ts'
import { type Access, type Actor, grantsFor } from '../../access/index.ts'
import { changeEntry } from '../../ledger/index.ts'
import { Failure, inOneTrip, isId, type Sql, statement, told } from '../../platform/index.ts'
import { type Collaborating, namesIn, namesOf, personOf } from '../collaborating.ts'
import { follow, followersOf, type News, tellOnce, unfollow } from '../notifications/store.ts'
import { type Comment, classOf, mayRead, mentionsIn, readableClasses, readableFields } from './comment.ts'
import {
  changedFields,
  commentsBetween,
  commentsById,
  commentsOf,
  deleteComment,
  editComment,
  insertComment,
  type Kept,
  keptIn,
  versionsOf,
} from './store.ts'

export type OfRecord = { object: string; record: string }
export type NewComment = OfRecord & { body: string; parent?: string; act?: string; isInternal?: boolean }
export type Between = OfRecord & {
  from: string | null
  before: string | null
  by: string | null
  search: string | null
  limit: number
}
/** `unreached`: people mentioned who may not see what was written, and so were not told. */
export type Written = { comment: Comment; unreached: { id: string; name: string | null }[] }

export type Comments = {
  /** The oldest first. Errors: record_unavailable, object_unavailable. */
  list(
    actor: Actor,
    of: OfRecord & { after: string | null; limit: number },
  ): Promise<{ data: Comment[]; next: string | null }>
  /** Those between two moments, the newest first, for a timeline of a record that the actor is known to see. */
  between(actor: Actor, of: Between): Promise<Comment[]>
  /** Errors: record_unavailable, not_allowed for programs that speak for nobody. */
  write(actor: Actor, comment: NewComment): Promise<Written>
  /** By its author alone. Errors: record_unavailable, not_allowed, stale_version. */
  edit(actor: Actor, id: string, change: { body: string; version: number }): Promise<Written>
  /** By its author, or who may delete such records. */
  remove(actor: Actor, id: string): Promise<void>
  /** What it said before, the oldest first. */
  history(actor: Actor, id: string): Promise<{ body: string; at: string }[]>
  followers(actor: Actor, of: OfRecord): Promise<{ data: { id: string; name: string }[]; isFollowing: boolean }>
  follow(actor: Actor, of: OfRecord): Promise<void>
  unfollow(actor: Actor, of: OfRecord): Promise<void>
}

const mostMentions = 20
const writing = { verb: 'comment on', object: 'record' } as const

export function openComments(with_: Collaborating): Comments {
  const { pool, records, clock, ids } = with_

  /** The record's id today, if the actor may see it. */
  async function seen(actor: Actor, { object, record }: OfRecord): Promise<string> {
    const today = isId(record) ? (await records.follow(actor, object, [record])).get(record) : undefined
    if (today === undefined) throw new Failure('record_unavailable', { object, id: record })
    return today
  }

  async function readable(actor: Actor, id: string): Promise<Kept> {
    const [rows = []] = isId(id) ? await inOneTrip(pool, actor.workspace, [commentsById(actor.workspace, [id])]) : []
    const kept = rows[0] ? keptIn(rows[0]) : null
    const isOpen = kept !== null && mayRead(await records.rights(actor), kept)
    if (!isOpen || (await lookedAt(records, actor, kept)) === null)
      throw new Failure('record_unavailable', { object: 'comment', id })
    return kept
  }

  async function shown(actor: Actor, user: string | null, kept: readonly Kept[]): Promise<Comment[]> {
    const named = kept.flatMap(({ authorId, mentions }) => [authorId, ...mentions])
    const [members = []] = await inOneTrip(pool, actor.workspace, [namesOf(actor.workspace, named)])
    const names = namesIn(members)
    return kept.map((each) => ({
      ...{ id: each.id, object: each.object, record: each.recordId, parent: each.parentId, act: each.actId },
      body: each.deletedAt === null ? each.body : null,
      isInternal: each.class === 'internal_note',
      author: { id: each.authorId, name: names.get(each.authorId) ?? null },
      ...{ at: each.createdAt, editedAt: each.editedAt, version: each.version },
      isDeleted: each.deletedAt !== null,
      isMine: each.authorId === user,
      people:
        each.deletedAt === null
          ? Object.fromEntries(each.mentions.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])))
          : {},
    }))
  }

  /** Whom of the mentioned it reaches, and whom not. */
  async function reach(actor: Actor, kept: Kept, mentions: readonly string[]) {
    const reached = await Promise.all(
      mentions.map(async (id) => {
        const person: Actor = {
          kind: 'user',
          workspace: actor.workspace,
          id,
          via: 'job',
          because: 'they are mentioned',
        }
        const access = await accessOf(with_, person)
        return access !== null && mayRead(access, kept) && (await lookedAt(records, person, kept)) !== null
      }),
    )
    return {
      reached: mentions.filter((_, i) => reached[i]),
      unreached: mentions.filter((_, i) => !reached[i]),
    }
  }

  /** The ledger's word of it, which is also what live news is made of. */
  const noted = (actor: Actor, kept: Kept, verb: 'created' | 'edited' | 'deleted', at: Date): Sql =>
    statement(
      changeEntry({ actor, id: ids.next(at.getTime()), at }, 'decision', 'comment', {
        ...{ verb, comment: kept.id, of: kept.object, record: kept.recordId, class: kept.class, fields: kept.fields },
      }),
    )

  const newsOf = (actor: Actor, kept: Kept, kind: 'mention' | 'comment', users: readonly string[], at: Date): News[] =>
    users
      .filter((userId) => userId !== kept.authorId)
      .map((userId) => ({
        ...{ userId, id: ids.next(at.getTime()), kind, key: `${kind}:${kept.id}`, object: kept.object },
        ...{ recordId: kept.recordId, commentId: kept.id, actId: null, count: 1, at: at.toISOString() },
        by: { kind: actor.kind === 'key' ? 'user' : actor.kind, id: kept.authorId },
      }))

  const telling = (actor: Actor, news: readonly News[]): Sql[] =>
    news.length > 0 ? [tellOnce(actor.workspace, news)] : []

  async function written(actor: Actor, kept: Kept, unreached: readonly string[]): Promise<Written> {
    const [[comment], [members = []]] = await Promise.all([
      shown(actor, kept.authorId, [kept]),
      inOneTrip(pool, actor.workspace, [namesOf(actor.workspace, unreached)]),
    ])
    if (!comment) throw new Failure('record_unavailable', { object: 'comment', id: kept.id })
    const names = namesIn(members)
    return { comment, unreached: unreached.map((id) => ({ id, name: names.get(id) ?? null })) }
  }

  return {
    async list(actor, { object, record, after, limit }) {
      const today = await seen(actor, { object, record })
      const access = await records.book.of(actor)
      const [classes, fields] = [readableClasses(access, object), readableFields(access, object)]
      const [rows = []] = await inOneTrip(pool, actor.workspace, [
        commentsOf(actor.workspace, { record: today, classes, fields, after, limit }),
      ])
      const kept = rows.slice(0, limit).map(keptIn)
      const data = await shown(actor, access.userId, kept)
      return { data, next: rows.length > limit ? (kept.at(-1)?.id ?? null) : null }
    },

    async between(actor, { object, record, ...span }) {
      const access = await records.book.of(actor)
      const [classes, fields] = [readableClasses(access, object), readableFields(access, object)]
      const [rows = []] = await inOneTrip(pool, actor.workspace, [
        commentsBetween(actor.workspace, { record, classes, fields, ...span }),
      ])
      return shown(actor, access.userId, rows.map(keptIn))
    },

    async write(actor, { object, record, body, parent, act, isInternal = false }) {
      const authorId = await personOf(with_, actor, writing)
      const recordId = await seen(actor, { object, record })
      const access = await records.book.of(actor)
      const mentions = mentionsOf(body)
      const fields = act === undefined ? [] : await fieldsOf(with_, access, { object, record: recordId, act })
      const at = clock()
      const kept: Kept = {
        ...{ id: ids.next(at.getTime()), object, recordId, fields, authorId, body, mentions, version: 1 },
        ...{ actId: act ?? null, class: classOf(isInternal), editedAt: null, deletedAt: null },
        parentId: parent === undefined ? null : await answered(actor, recordId, parent),
        createdAt: at.toISOString(),
      }
      if (!mayRead(access, kept)) throw new Failure('not_allowed', writing)
      const { reached, unreached } = await reach(actor, kept, mentions)
      const [followers = []] = await inOneTrip(pool, actor.workspace, [followersOf(actor.workspace, [recordId])])
      const others = followers.map((row) => row['user_id'] as string).filter((id) => !reached.includes(id)) // uuid column
      await inOneTrip(pool, actor.workspace, [
        insertComment(actor.workspace, kept),
        follow(actor.workspace, authorId, object, recordId, kept.createdAt),
        ...telling(actor, [
          ...newsOf(actor, kept, 'mention', reached, at),
          ...newsOf(actor, kept, 'comment', others, at),
        ]),
        noted(actor, kept, 'created', at),
      ])
      return written(actor, kept, unreached)
    },

    async edit(actor, id, { body, version }) {
      const kept = await readable(actor, id)
      const user = await personOf(with_, actor, writing)
      if (kept.authorId !== user || kept.deletedAt !== null)
        throw new Failure('not_allowed', { verb: 'edit', object: 'comment' })
      const stale = (ours: number) => new Failure('stale_version', { object: 'comment', yours: version, ours })
      if (kept.version !== version) throw stale(kept.version)
      const mentions = mentionsOf(body)
      const { reached, unreached } = await reach(actor, kept, mentions)
      const at = clock()
      const [done = []] = await inOneTrip(pool, actor.workspace, [
        editComment(actor.workspace, kept, body, mentions, at.toISOString()),
        ...telling(actor, newsOf(actor, kept, 'mention', reached, at)),
        noted(actor, kept, 'edited', at),
      ])
      if (done.length === 0) throw stale(version + 1)
      return written(actor, { ...kept, body, mentions, version: version + 1, editedAt: at.toISOString() }, unreached)
    },

    async remove(actor, id) {
      const kept = await readable(actor, id)
      const access = await records.book.of(actor)
      if (kept.authorId !== access.userId && grantsFor(access, kept.object, 'delete').length === 0)
        throw new Failure('not_allowed', { verb: 'delete', object: 'comment' })
      const at = clock()
      await inOneTrip(pool, actor.workspace, [
        deleteComment(actor.workspace, id, at.toISOString()),
        noted(actor, kept, 'deleted', at),
      ])
    },

    async history(actor, id) {
      const kept = await readable(actor, id)
      if (kept.deletedAt !== null) throw new Failure('record_unavailable', { object: 'comment', id })
      const [rows = []] = await inOneTrip(pool, actor.workspace, [versionsOf(actor.workspace, id)])
      return rows.map((row) => ({ body: row['body'] as string, at: row['at'] as string })) // text columns
    },

    async followers(actor, of) {
      const record = await seen(actor, of)
      const { userId } = await records.book.of(actor)
      const [rows = []] = await inOneTrip(pool, actor.workspace, [followersOf(actor.workspace, [record])])
      const data = rows.map((row) => ({ id: row['user_id'] as string, name: row['name'] as string })) // uuid, text
      return { data, isFollowing: data.some(({ id }) => id === userId) }
    },

    async follow(actor, of) {
      const record = await seen(actor, of)
      const user = await personOf(with_, actor, { verb: 'follow', object: of.object })
      await inOneTrip(pool, actor.workspace, [follow(actor.workspace, user, of.object, record, clock().toISOString())])
    },

    async unfollow(actor, { record }) {
      const user = await personOf(with_, actor, { verb: 'follow', object: 'record' })
      if (isId(record)) await inOneTrip(pool, actor.workspace, [unfollow(actor.workspace, user, record)])
    },
  }

  /** The comment that is answered: of the same record, and readable. An answer to an answer answers the first. */
  async function answered(actor: Actor, record: string, parent: string): Promise<string> {
    const kept = await readable(actor, parent)
    if (kept.recordId !== record) throw new Failure('record_unavailable', { object: 'comment', id: parent })
    return kept.parentId ?? kept.id
  }
}

function mentionsOf(body: string): string[] {
  const mentions = mentionsIn(body)
  if (mentions.length > mostMentions)
    throw new Failure('too_large', {
      what: told(
        words(
          'The list of people mentioned',
          'La lista de personas mencionadas',
          'A lista de pessoas mencionadas',
          'Senarai orang yang disebut',
        ),
      ),
      limit: told(
        words(`${mostMentions} people`, `${mostMentions} personas`, `${mostMentions} pessoas`, `${mostMentions} orang`),
      ),
    })
  return mentions
}

/** What the act changed of the record that the writer may read; a change they see nothing of is not there. */
async function fieldsOf(
  { pool }: Collaborating,
  access: Access,
  { object, record, act }: OfRecord & { act: string },
): Promise<string[]> {
  const w = access.actor.workspace
  const [rows = []] = isId(act) ? await inOneTrip(pool, w, [changedFields(w, act, record)]) : []
  const readable = new Set(readableFields(access, object))
  const fields = rows.flatMap((row) => row['fields'] as string[]).filter((field) => readable.has(field)) // text[]
  if (fields.length === 0) throw new Failure('record_unavailable', { object: 'change', id: act })
  return [...new Set(fields)]
}

const lookedAt = async (records: Collaborating['records'], actor: Actor, { object, recordId }: Kept) =>
  (await records.sights(actor, [{ object, ids: [recordId] }])).get(recordId) ?? null

async function accessOf({ records }: Collaborating, actor: Actor): Promise<Access | null> {
  try {
    return await records.book.of(actor)
  } catch (error) {
    if (error instanceof Failure && error.code === 'not_signed_in') return null
    throw error
  }
}
