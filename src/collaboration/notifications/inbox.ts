// What a person was told, shown under the rights they have when they look: a notification of what they may no longer see is not there.
import type { Actor } from '../../access/index.ts'
import { inOneTrip, isId } from '../../platform/index.ts'
import { type Collaborating, namesIn, namesOf, personOf } from '../collaborating.ts'
import { mayRead } from '../comments/comment.ts'
import { commentsById, keptIn } from '../comments/store.ts'
import { inboxOf, type Kind, markRead, type News, notesOf, type Told, tellOnce, toldIn } from './store.ts'

export type Notification = {
  id: string
  kind: Kind
  at: string
  isRead: boolean
  /** How many things it tells of at once. */
  count: number
  record: { object: string; id: string; title: string | null } | null
  comment: { id: string; excerpt: string } | null
  by: { kind: string; id: string; name: string | null } | null
  /** What whoever handed something over wrote for those it concerns; of an import, what it is called. */
  note: string | null
}

export type Notifications = {
  list(
    actor: Actor,
    page: { after: string | null; limit: number; unread: boolean },
  ): Promise<{ data: Notification[]; next: string | null; unread: number }>
  /** At most 99. */
  unread(actor: Actor): Promise<number>
  read(actor: Actor, ids: readonly string[] | 'all'): Promise<number>
  /**
   * Tells people of something, for other rooms and jobs: of a record, if it is of one, and once for each `key`. Whoever may not see the
   * record when they look is shown nothing.
   */
  tell(actor: Actor, news: Telling): Promise<void>
}

export type Telling = {
  to: readonly string[]
  kind: Kind
  key: string
  object: string | null
  record: string | null
  act?: string
  count?: number
  /** What it is about, where that is no record. */
  note?: string
  /** Who did it, where it is told of by another. */
  by?: { kind: string; id: string }
}

const mostUnread = 99
const excerptLength = 140

export function openNotifications(with_: Collaborating): Notifications {
  const { pool, records, clock, ids } = with_

  /** In their order, without those that the actor may see no more. */
  async function shown(actor: Actor, told: readonly Told[]): Promise<Notification[]> {
    const access = await records.book.of(actor) // asked anew for their inbox
    const looked = [...Map.groupBy(told, ({ object }) => object)].flatMap(([object, some]) =>
      object === null ? [] : [{ object, ids: some.flatMap(({ recordId }) => recordId ?? []) }],
    )
    const handedOver = told.filter(({ kind }) => kind === 'assigned' || kind === 'released')
    const [sights, [comments = [], members = [], notes = []]] = await Promise.all([
      records.sights(actor, looked, { titles: true }),
      inOneTrip(pool, actor.workspace, [
        commentsById(
          actor.workspace,
          told.flatMap(({ commentId }) => commentId ?? []),
        ),
        namesOf(
          actor.workspace,
          told.flatMap(({ by }) => (by?.kind === 'user' ? [by.id] : [])),
        ),
        notesOf(
          actor.workspace,
          handedOver.flatMap(({ actId }) => actId ?? []),
        ),
      ]),
    ])
    const readable = new Map(
      comments
        .map(keptIn)
        .filter((each) => each.deletedAt === null && mayRead(access, each))
        .map((each) => [each.id, each]),
    )
    const names = namesIn(members)
    const noteOf = new Map(notes.map((row) => [row['id'], row['because'] as string])) // uuid and text columns
    return told.flatMap(
      ({ id, kind, at, isRead, count, object, recordId, commentId, actId, by, note }): Notification[] => {
        // Who had it before knows that it went, and may see it no more: that much is said, and not of which.
        const unseen = kind === 'released' ? null : undefined
        const record = recordId === null ? null : (sights.get(recordId) ?? unseen)
        const comment = commentId === null ? null : readable.get(commentId)
        if (record === undefined || comment === undefined) return []
        return [
          {
            ...{ id, kind, at, isRead, count },
            record: record && { object: object ?? record.object, id: record.id, title: record.title },
            comment: comment && { id: comment.id, excerpt: comment.body.slice(0, excerptLength) },
            by: by && { ...by, name: names.get(by.id) ?? null },
            note: note ?? noteOf.get(actId) ?? null,
          },
        ]
      },
    )
  }

  async function toldTo(actor: Actor, page: { after: string | null; limit: number; unread: boolean }) {
    const user = await personOf(with_, actor, { verb: 'be told of', object: 'notification' })
    const [rows = []] = await inOneTrip(pool, actor.workspace, [inboxOf(actor.workspace, user, page)])
    return rows.map(toldIn)
  }

  async function countUnread(actor: Actor): Promise<number> {
    const told = await toldTo(actor, { after: null, limit: mostUnread, unread: true })
    return told.length === 0 ? 0 : (await shown(actor, told)).length
  }

  return {
    async list(actor, page) {
      const told = await toldTo(actor, page)
      const last = told.length === page.limit ? told.at(-1) : undefined
      const [data, unread] = await Promise.all([shown(actor, told), countUnread(actor)])
      return { data, next: last?.stamp ?? null, unread }
    },
    unread: countUnread,
    async read(actor, given) {
      const user = await personOf(with_, actor, { verb: 'be told of', object: 'notification' })
      const which = given === 'all' ? given : given.filter(isId)
      await inOneTrip(pool, actor.workspace, [markRead(actor.workspace, user, which, clock().toISOString())])
      return countUnread(actor)
    },
    async tell(
      actor,
      { to, kind, key, object, record, act, note, count = 1, by = { kind: actor.kind, id: actor.id } },
    ) {
      const at = clock()
      const news = [...new Set(to)].map(
        (userId): News => ({
          ...{ userId, id: ids.next(at.getTime()), kind, key, object, count, at: at.toISOString() },
          recordId: record,
          commentId: null,
          actId: act ?? null,
          by,
          ...(note === undefined ? {} : { note }),
        }),
      )
      if (news.length > 0) await inOneTrip(pool, actor.workspace, [tellOnce(actor.workspace, news)])
    },
  }
}
