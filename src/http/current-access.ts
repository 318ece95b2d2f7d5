// What the actor may do at this very moment, for answers that don't pass the door: they too must not outlive a revoked right.
import type { Access, Actor } from '../access/index.ts'
import { Failure, inOneTrip } from '../platform/index.ts'
import type { Shell } from './shell.ts'

export async function currentAccess({ holdfast }: Shell, actor: Actor): Promise<Access> {
  const { book } = holdfast.records
  for (let attempt = 0; attempt < 5; attempt++) {
    const access = await book.of(actor)
    const [versions = []] = await inOneTrip(holdfast.app, actor.workspace, [book.versionNow(actor.workspace)])
    if (book.isCurrent(access, versions)) return access
  }
  throw new Failure('database_away', {})
}
