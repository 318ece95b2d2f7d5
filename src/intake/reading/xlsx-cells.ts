// What a cell of a workbook shows as text: dates by their number format, numbers as Excel rounds them, the cached
// value of a formula.
import { readNumber } from './values/number.ts'

export type CellFormat = 'date' | 'time' | 'plain'

/** What a number format makes of a number: built-in formats by id, custom ones by their code. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
      return 'date'
    return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : 'plain'
  }
  // Quoted text, escaped characters, colours and conditions are no part of the format; [h] counts hours.
  const bare =
    code
      .split(';', 1)[0]
      ?.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .toLowerCase() ?? ''
  if (/general|[#0?]/.test(bare.replace(/s\.0+/g, 's'))) return 'plain'
  if (/[yd]|mmm/.test(bare)) return 'date'
  return /[hs]/.test(bare) ? 'time' : /^m+$/.test(bare) ? 'date' : 'plain'
}

/** The text of a number cell. Numbers come as exact decimals with a point; dates as `2026-03-04`, with time if any. */
export function textOfNumber(raw: string, format: CellFormat, { is1904 = false } = {}): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (format === 'date' && number >= 0 && number < 2_958_466) return textOfSerial(number, is1904)
  if (format === 'time' && number >= 0 && number < 1) return timeOfDay(Math.round(number * secondsPerDay))
  if (Number.isSafeInteger(number)) return String(number)
  // Excel keeps 15 digits; the file may hold the float's tail (1234.5600000000001).
  const short = Number(number.toPrecision(15))
  const read = readNumber(String(short), '.')
  return 'value' in read ? read.value : String(short)
}

/** Excel writes characters that XML can't hold as `_x000D_`. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => {
    const code = Number.parseInt(hex, 16)
    return code === 0 ? '' : String.fromCharCode(code)
  })
}

const secondsPerDay = 86_400

function textOfSerial(serial: number, is1904: boolean): string {
  const seconds = Math.round(serial * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  const time = seconds % secondsPerDay
  // Day 1 is 1900-01-01, and Excel counts a 29 February 1900 that never was (day 60).
  const shift = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(shift + day * secondsPerDay * 1000).toISOString().slice(0, 10)
  return time === 0 ? date : `${date}T${timeOfDay(time)}`
}

function timeOfDay(seconds: number): string {
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
