// How old what we know of a person is (CON-7): right for a year after somebody made sure, and to be verified after eighteen months.
import type { Row } from '../api/answers.ts'

export const staleAfterMonths = 12
export const expiredAfterMonths = 18

export type Freshness = 'fresh' | 'stale' | 'expired' | 'never' | 'hidden'

export function freshnessOf(contact: Row, today: string): Freshness {
  const verified = contact['last_verified_on']
  if (verified === undefined) return 'hidden'
  if (typeof verified !== 'string') return 'never'
  if (after(verified, expiredAfterMonths) < today) return 'expired'
  return after(verified, staleAfterMonths) < today ? 'stale' : 'fresh'
}

function after(day: string, months: number): string {
  const due = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  due.setUTCMonth(due.getUTCMonth() + months)
  return due.toISOString().slice(0, 10)
}
