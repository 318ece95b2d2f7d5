// A recurring import: a file that somebody brings every so many days, because nothing connects the system that it comes from.
import type { Settings } from '../orders/order.ts'

export type Recurring = {
  id: string
  name: string
  ownerId: string
  ownerName: string | null
  everyDays: number
  /** ISO day on which the first file is due. */
  beginsOn: string
  /** A folder of its own in the workspace's inbox; null where files are only uploaded. */
  folder: string | null
  /** Where that is, under the installation's data folder. */
  path: string | null
  settings: Pick<Settings, 'currency' | 'questions'>
  /** Where its file may be mailed to; null where it may not. */
  mail: KeptMail | null
  /** The latest import of it that was done. */
  last: { id: string; name: string; finishedAt: string } | null
}

/** What is kept of an address: what it is made from, and what it is looked up by. */
export type KeptAddress = { nonce: string; digest: string }

/** `senders`: addresses and domains that may send; none for whoever knows the address. */
export type KeptMail = KeptAddress & { senders: readonly string[] }

/** What is kept of one. */
export type KeptRecurring = Omit<Recurring, 'ownerName' | 'path' | 'last'>

export type Due = { dueOn: string; state: 'on_time' | 'due' | 'late'; daysLate: number }

/** Files come in by the folders in here, one for each workspace. */
export const inbox = 'inbox'

const dayMs = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The day after `days` days, as an ISO day. */
export const daysAfter = (day: string, days: number): string => dayOf(Date.parse(day.slice(0, 10)) + days * dayMs)

/** When the next file has to come: so many days after the last one came, or on the day it begins. Days are those of UTC. */
export function dueOf(
  { last, beginsOn, everyDays }: Pick<Recurring, 'last' | 'beginsOn' | 'everyDays'>,
  now: Date,
): Due {
  const dueOn = last ? daysAfter(last.finishedAt, everyDays) : beginsOn
  const late = Math.round((Date.parse(dayOf(now.getTime())) - Date.parse(dueOn)) / dayMs)
  return { dueOn, state: late > 0 ? 'late' : late === 0 ? 'due' : 'on_time', daysLate: Math.max(late, 0) }
}
