import type { Access, Actor } from '../access/index.ts'
import { inOneTrip } from '../platform/index.ts'
import { type Asking, outdated, withAccess } from './ask/ask.ts'

/** What the actor may do at this very moment, for rooms that answer with more than what passes the door. Errors: not_signed_in. */
export const rights = (asking: Pick<Asking, 'book' | 'pool'>, actor: Actor): Promise<Access> =>
  withAccess(asking, actor, async (access) => {
    const [versions = []] = await inOneTrip(asking.pool, actor.workspace, [asking.book.versionNow(actor.workspace)])
    return asking.book.isCurrent(access, versions) ? access : outdated
  })
