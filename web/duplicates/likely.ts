// How sure bits of evidence make one, as people say it.
import type { Speech } from '../words/language.tsx'

/** The probability that such odds come to; never quite certain. */
export function likely(bits: number, { locale }: Speech): string {
  const share = 1 / (1 + 2 ** -bits)
  const format = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value)
  if (share > 0.999) return `> ${format(0.999, 1)}`
  return share < 0.001 ? `< ${format(0.001, 1)}` : format(share, share > 0.99 ? 1 : 0)
}

/** With its sign, to a tenth: `+3.2`, `−17`. */
export const signed = (bits: number, { locale }: Speech): string =>
  new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(bits)
