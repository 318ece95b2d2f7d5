// Days and moments as the language writes them in figures, for typing; kept as ISO days, and as local moments without a zone.

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
export const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)

/** `2026-12-31` → `31/12/2026` in Spanish. */
export const writeDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...figures, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** What somebody typed → an ISO day; null where it is none. An ISO day is understood in every language. */
export function readDay(text: string, locale: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const [first, second, third, ...more] = text.trim().split(/\s*[./\-\s]\s*/)
  if (!first || !second || !third || more.length > 0 || ![first, second, third].every((each) => /^\d+$/.test(each)))
    return null
  const typed = Object.fromEntries(orderIn(locale).map((part, i) => [part, [first, second, third][i]]))
  return dayOf(typed['year'], typed['month'], typed['day'])
}

/** `2026-12-31T14:30` → `31/12/2026 14:30`. */
export const writeMoment = (moment: string, locale: string): string =>
  `${writeDay(moment.slice(0, 10), locale)} ${moment.slice(11, 16)}`

/** A day and an hour, in 24 hours or in twelve with `pm`; a day alone is its beginning. */
export function readMoment(text: string, locale: string): string | null {
  const [, dayText = '', hourText, minuteText, half] =
    /^(.*?)(?:[\sT]+(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?\s?m\.?)?)?\s*$/i.exec(text.trim()) ?? []
  const day = readDay(dayText, locale)
  const hour = hourText === undefined ? 0 : inDay(Number(hourText), half)
  const minute = Number(minuteText ?? 0)
  if (!day || hour > 23 || minute > 59) return null
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const figures = { day: '2-digit', month: '2-digit', year: 'numeric' } as const

const orderIn = (locale: string): string[] =>
  new Intl.DateTimeFormat(locale, { ...figures, timeZone: 'UTC' })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []))

/** Null for a day that is in no calendar. Of a year in two figures the century is this one. */
function dayOf(year = '', month = '', day = ''): string | null {
  const whole = year.length === 2 ? `20${year}` : year
  const text = `${whole.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return whole.length === 4 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}

function inDay(hour: number, half: string | undefined): number {
  if (!half) return hour
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}
