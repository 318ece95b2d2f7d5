const dayMs = 86_400_000

/** The day so many days from now, in UTC. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  return dayFrom(at, -((at.getUTCDay() + 6) % 7))
}

export const isOpen = { field: 'status', op: 'not_in', value: ['done', 'dropped'] }
