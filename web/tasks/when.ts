// When a task is due, as a day is lived: what is late, what is today, what comes this week, later, or at no time.
export const whens = ['late', 'today', 'week', 'later', 'someday'] as const
export type When = (typeof whens)[number]

const dayMs = 86_400_000

/** `today` and the day are written YYYY-MM-DD. The next seven days are this week. */
export function whenDue(day: string | null | undefined, today: string): When {
  if (!day) return 'someday'
  if (day < today) return 'late'
  if (day === today) return 'today'
  return (Date.parse(day) - Date.parse(today)) / dayMs <= 7 ? 'week' : 'later'
}

/** The day it is where the reader is. */
export function todayHere(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
