// Every date of the demo is told as days before today, so that it looks as fresh next year as it does now.

export type Calendar = {
  today: string
  /** The day that many days ago; a day to come where negative. */
  day(daysAgo: number): string
  /** A moment of that day, UTC. */
  moment(daysAgo: number, hour: number, minute?: number): string
  /** 0 is Sunday. */
  weekday(daysAgo: number): number
  /** How many days ago an ISO day was. */
  ago(day: string): number
}

const dayLength = 86_400_000

export function calendarFrom(today: string): Calendar {
  const midnight = Date.parse(`${today}T00:00:00Z`)
  if (Number.isNaN(midnight)) throw new RangeError(`"${today}" is no day. Give today as YYYY-MM-DD.`)
  const at = (daysAgo: number) => new Date(midnight - Math.round(daysAgo) * dayLength)
  return {
    today,
    day: (daysAgo) => at(daysAgo).toISOString().slice(0, 10),
    moment: (daysAgo, hour, minute = 0) => {
      const moment = at(daysAgo)
      moment.setUTCHours(Math.floor(hour), Math.floor(minute), Math.floor((minute * 60) % 60))
      return moment.toISOString()
    },
    weekday: (daysAgo) => at(daysAgo).getUTCDay(),
    ago: (day) => Math.round((midnight - Date.parse(`${day}T00:00:00Z`)) / dayLength),
  }
}

/** The same day some months on, or the last of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
