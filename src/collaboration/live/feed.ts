// Who listens, and telling them. One look at the ledger a turn serves all listeners of the process, and none is made while nobody
// listens. Before anybody is told anything, their session and their rights are asked again; who has lost them is let go.
import type { Actor } from '../../access/index.ts'
import {
  type Clock,
  Failure,
  floorOfTime,
  isId,
  type Log,
  momentOfId,
  type Pool,
  type Repeated,
  repeat,
  sql,
  statement,
} from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { actsSince, forgetOld, inboxesSince, looksBackMs, type NewAct } from './tail.ts'
import { type LiveEvent, toldTo } from './told.ts'

export type Listener = {
  actor: Actor
  /** The browser's session it hangs on, if any. */
  session: string | null
  /** `mark` is where to go on from after a lost connection. */
  hear(event: LiveEvent | { event: 'ready' | 'reset' }, mark: string): void
  /** Nothing follows. */
  end(because: 'rights' | 'stopping'): void
}

export type Feed = {
  /** Answers how to stop listening. Errors: too_many_requests, not_signed_in. */
  listen(listener: Listener, after: string | null): Promise<() => void>
  /** Lets everybody go. */
  stop(): Promise<void>
}

export type FeedOf = {
  system: Pool
  records: Records
  clock: Clock
  log: Log
  /** Which of these sessions are still open. */
  openSessions(sessions: readonly string[]): Promise<ReadonlySet<string>>
  everyMs?: number
}

export const mostStreamsEach = 8
const mostStreams = 5_000
/** Who was away longer reads everything again. */
const longestAwayMs = 5 * 60_000

export function openFeed(of: FeedOf): Feed {
  const { system, records, clock, log, everyMs = 400 } = of
  const listeners = new Set<Listener>()
  /** How many streams each has, those being opened among them. */
  const places = new Map<string, number>()
  const told = new Map<string, unknown>()
  let turns: Repeated | null = null
  let mark = floorOfTime(clock())

  const leave = (listener: Listener) => {
    if (!listeners.delete(listener)) return
    freePlace(listener)
    if (listeners.size > 0) return
    void turns?.stop()
    turns = null
  }
  const takePlace = (listener: Listener) => {
    const own = places.get(nameOf(listener)) ?? 0
    if (own >= mostStreamsEach || listeners.size >= mostStreams) throw new Failure('too_many_requests', { seconds: 30 })
    places.set(nameOf(listener), own + 1)
  }
  const freePlace = (listener: Listener) => {
    const left = (places.get(nameOf(listener)) ?? 1) - 1
    if (left > 0) places.set(nameOf(listener), left)
    else places.delete(nameOf(listener))
  }
  const letGo = (listener: Listener, because: 'rights' | 'stopping') => {
    leave(listener)
    listener.end(because)
  }

  async function turn(): Promise<void> {
    const all = [...listeners]
    if (all.length === 0) return
    await Promise.all([dropClosed(all), dropOutdated(all)])
    const workspaces = [...new Set(all.map(({ actor }) => actor.workspace))]
    const { acts } = await actsSince(system, workspaces, lookingBack(), told)
    for (const { act } of acts) told.set(act, null)
    forgetOld(told, clock())
    mark = floorOfTime(clock()) // no act's own: of which there was one is for those to know who may
    const groups = Map.groupBy(
      all.filter((each) => listeners.has(each)),
      nameOf,
    )
    await Promise.all([...groups.values()].map((some) => tell(some, acts)))
    await tellInboxes([...listeners])
  }

  const lookingBack = () => new Date(clock().getTime() - looksBackMs)

  /** All streams of one person are told the same, worked out once. */
  async function tell(some: readonly Listener[], acts: readonly NewAct[]): Promise<void> {
    const [first] = some
    const own = acts.filter(({ workspace }) => workspace === first?.actor.workspace)
    if (!first || own.length === 0) return
    const events = await eventsFor(first, own)
    for (const listener of some)
      if (events === null) letGo(listener, 'rights')
      else for (const event of events) if (listeners.has(listener)) listener.hear(event, mark)
  }

  async function tellInboxes(all: readonly Listener[]): Promise<void> {
    const users = await Promise.all(
      all.map(async (listener) => ({ listener, user: (await records.book.of(listener.actor)).userId })),
    )
    const people = users.flatMap(({ listener, user }) => (user ? [{ workspace: listener.actor.workspace, user }] : []))
    const news = await inboxesSince(system, people, lookingBack(), told)
    for (const { stamp } of news) told.set(stamp, null)
    const fresh = new Set(news.map(({ workspace, user }) => `${workspace} ${user}`))
    for (const { listener, user } of users)
      if (fresh.has(`${listener.actor.workspace} ${user}`)) listener.hear({ event: 'notified' }, mark)
  }

  /** Null where the actor may no longer enter. */
  async function eventsFor({ actor }: Listener, acts: readonly NewAct[]): Promise<LiveEvent[] | null> {
    try {
      return await toldTo(records, await records.book.of(actor), acts)
    } catch (error) {
      if (error instanceof Failure && error.code === 'not_signed_in') return null
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'live news could not be told')
      return [] // they ask again with the next news
    }
  }

  async function dropClosed(all: readonly Listener[]): Promise<void> {
    const sessions = [...new Set(all.flatMap(({ session }) => session ?? []))]
    const open = sessions.length > 0 ? await of.openSessions(sessions) : new Set<string>()
    for (const each of all) if (each.session !== null && !open.has(each.session)) letGo(each, 'rights')
  }

  /** Rights that moved are read anew, and whoever has none any more is let go, whether or not there is news. */
  async function dropOutdated(all: readonly Listener[]): Promise<void> {
    const { text, values } = statement(
      sql`select workspace_id as workspace, version::text as version from access.workspace where workspace_id = any(${[...new Set(all.map(({ actor }) => actor.workspace))]}::uuid[])`,
    )
    const { rows } = await system.query<{ workspace: string; version: string }>(text, [...values])
    const versions = new Map(rows.map(({ workspace, version }) => [workspace, version]))
    await Promise.all(
      all.map(async (listener) => {
        const { actor } = listener
        const isIn = await mayEnter(records, actor, { version: versions.get(actor.workspace) })
        if (!isIn) letGo(listener, 'rights')
      }),
    )
  }

  /** What happened before anybody of a workspace listened is no news. */
  async function passOver(workspace: string): Promise<void> {
    if (listeners.size === 0) mark = floorOfTime(clock())
    if ([...listeners].some(({ actor }) => actor.workspace === workspace)) return
    for (const { act } of (await actsSince(system, [workspace], lookingBack())).acts) told.set(act, null)
  }

  async function catchUp(listener: Listener, after: string): Promise<void> {
    const at = isId(after) ? momentOfId(after).getTime() : 0
    if (clock().getTime() - at > longestAwayMs) return listener.hear({ event: 'reset' }, mark)
    const { acts, isCut } = await actsSince(system, [listener.actor.workspace], new Date(at - looksBackMs))
    if (isCut) return listener.hear({ event: 'reset' }, mark)
    for (const event of (await eventsFor(listener, acts)) ?? []) listener.hear(event, mark)
  }

  return {
    async listen(listener, after) {
      takePlace(listener)
      try {
        await records.book.of(listener.actor)
        await passOver(listener.actor.workspace)
      } catch (error) {
        freePlace(listener)
        throw error
      }
      listeners.add(listener)
      turns ??= repeat({ name: 'telling live news', everyMs, work: turn, log })
      listener.hear({ event: 'ready' }, mark)
      if (after !== null) await catchUp(listener, after)
      return () => leave(listener)
    },
    async stop() {
      const running = turns
      for (const listener of [...listeners]) letGo(listener, 'stopping')
      await running?.stop()
    },
  }
}

const nameOf = ({ actor }: Listener): string => `${actor.workspace} ${actor.kind} ${actor.id}`

async function mayEnter({ book }: Records, actor: Actor, now: { version: string | undefined }): Promise<boolean> {
  try {
    const access = await book.of(actor)
    if (book.isCurrent(access, [now])) return true
    await book.of(actor)
    return true
  } catch (error) {
    if (error instanceof Failure && error.code === 'not_signed_in') return false
    throw error
  }
}
