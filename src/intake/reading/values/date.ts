// Calendar days as people write them. Which of 03/04 is the month is a fact about the column, never about the value.

export type DateOrder = 'dmy' | 'mdy' | 'ymd'
export type DateFault = 'invalid_date' | 'ambiguous_date'

/**
 * Reads a day, with or without a time behind it (the day is taken as written, not moved between time zones).
 * Year first and month names are read whatever the order; `03/04/2026` needs `'dmy'` or `'mdy'`, and without an order
 * is `ambiguous_date` unless one of the two can't be a month. A day that is not in the calendar is `invalid_date`.
 */
export function readDate(text: string, order: DateOrder | null): { iso: string } | { fault: DateFault } {
  const trimmed = text.trim()
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:[T ]+\d.*)?$/.exec(trimmed)
  if (yearFirst) return onCalendar(yearFirst[1], yearFirst[3], yearFirst[4])
  const compact = order === 'ymd' ? /^(\d{4})(\d\d)(\d\d)(?:T\d.*)?$/.exec(trimmed) : null
  if (compact) return onCalendar(compact[1], compact[2], compact[3])
  const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)(?:[T, ]+\d{1,2}:.*)?$/.exec(trimmed)
  if (yearLast) return readYearLast(yearLast, order)
  return readNamedMonth(trimmed) ?? { fault: 'invalid_date' }
}

/** What one value tells of its column's order; `'either'` where day and month could change places. */
export function orderEvidence(text: string): DateOrder | 'either' | null {
  const parts = /^\s*(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)/.exec(text)
  const [, first = '', , second = '', third = ''] = parts ?? []
  if (!parts) return null
  if (first.length === 4) return third.length <= 2 ? 'ymd' : null
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return null
  const [a, b] = [Number(first), Number(second)]
  if (a > 31 || b > 31 || (a > 12 && b > 12)) return null
  if (a > 12) return 'dmy'
  return b > 12 ? 'mdy' : 'either'
}

function readYearLast(parts: RegExpExecArray, order: DateOrder | null): { iso: string } | { fault: DateFault } {
  const [, first = '', , second = '', year = ''] = parts
  if (order === 'ymd') return { fault: 'invalid_date' }
  const isDayFirst = order === 'dmy' || (order === null && Number(first) > 12)
  const isMonthFirst = order === 'mdy' || (order === null && Number(second) > 12)
  if (!isDayFirst && !isMonthFirst && first !== second) return { fault: 'ambiguous_date' }
  return isMonthFirst && !isDayFirst ? onCalendar(year, first, second) : onCalendar(year, second, first)
}

// '24 April 2024', 'Apr 24, 2024', '24 de abril de 2024', '3-Mac-26', '2026 Ogos 3'.
function readNamedMonth(text: string): { iso: string } | undefined {
  const words = fold(text)
    .replace(/(\d)(?:st|nd|rd|th|º|°|ª)(?!\p{L})/gu, '$1')
    .split(/[\s,./-]+/)
  const parts = words.filter((word) => word !== '' && !fillers.has(word))
  if (parts.length !== 3) return undefined
  const at = parts.findIndex((part) => /^\p{L}{3,}$/u.test(part))
  const month = monthNamed(parts[at])
  const numbers = parts.filter((_, index) => index !== at)
  if (!month || !numbers.every((number) => /^\d+$/.test(number))) return undefined
  const [first = '', second = ''] = numbers
  const read = first.length === 4 ? onCalendar(first, String(month), second) : onCalendar(second, String(month), first)
  return 'iso' in read ? read : undefined
}

function onCalendar(year = '', month = '', day = ''): { iso: string } | { fault: 'invalid_date' } {
  if (month.length > 2 || day.length > 2 || (year.length !== 4 && year.length !== 2)) return { fault: 'invalid_date' }
  const [y, m, d] = [fullYear(year), Number(month), Number(day)]
  const isReal = y >= 1000 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
  return isReal ? { iso: `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : { fault: 'invalid_date' }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

// Two figures mean 1969 to 2068, as in POSIX.
function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900)
}

const fillers = new Set(['de', 'del', 'of'])

// English, Spanish, Portuguese, Malay; any beginning of three letters or more stands for the month.
const monthNames = [
  ['january', 'enero', 'janeiro', 'januari'],
  ['february', 'febrero', 'fevereiro', 'februari'],
  ['march', 'marzo', 'marco', 'mac'],
  ['april', 'abril'],
  ['may', 'mayo', 'maio', 'mei'],
  ['june', 'junio', 'junho', 'jun'],
  ['july', 'julio', 'julho', 'julai'],
  ['august', 'agosto', 'ogos', 'ogo'],
  ['september', 'septiembre', 'setiembre', 'setembro', 'sept'],
  ['october', 'octubre', 'outubro', 'oktober'],
  ['november', 'noviembre', 'novembro'],
  ['december', 'diciembre', 'dezembro', 'disember'],
]

function monthNamed(word = ''): number {
  if (word === '') return 0
  return monthNames.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
