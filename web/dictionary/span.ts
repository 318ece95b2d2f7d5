import { useLanguage } from '../words/language.tsx'

const units: Readonly<Record<string, 'hour' | 'day' | 'month' | 'year'>> = {
  h: 'hour',
  d: 'day',
  mo: 'month',
  y: 'year',
}

/** A length of time as the dictionary writes it (`30d`, `12mo`, `6y`), in the reader's words. */
export function useSpan(): (span: string) => string {
  const { locale } = useLanguage()
  return (span) => {
    const [, count = '', unit = ''] = /^(\d+)(h|d|mo|y)$/.exec(span) ?? []
    const named = units[unit]
    if (!named) return span
    return new Intl.NumberFormat(locale, { style: 'unit', unit: named, unitDisplay: 'long' }).format(Number(count))
  }
}
