// The first page of the day, by what somebody may see: single accounts of their own, all of them, or groups alone.
import { type Access, type Actor, grantsFor } from '../../access/index.ts'
import type { Clock } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { type CsmHome, csmHome } from './csm.ts'
import { type ExecutiveHome, executiveHome } from './executive.ts'
import { type LeaderHome, leaderHome } from './leader.ts'

export const homeKinds = ['csm', 'leader', 'executive'] as const
export type HomeKind = (typeof homeKinds)[number]
export type Home = CsmHome | LeaderHome | ExecutiveHome

/** `kind`: another of the three, for who wants it; whatever it asks, the door answers under the actor's rights. */
export async function home(records: Records, actor: Actor, clock: Clock, kind?: HomeKind): Promise<Home> {
  const pages = { csm: csmHome, leader: leaderHome, executive: executiveHome }
  return pages[kind ?? kindFor(await records.book.of(actor))](records, actor, clock())
}

function kindFor(access: Access): HomeKind {
  const listing = grantsFor(access, 'account', 'list')
  if (listing.length === 0 && grantsFor(access, 'account', 'measure').length > 0) return 'executive'
  return listing.some(({ rows }) => rows === 'all') ? 'leader' : 'csm'
}
