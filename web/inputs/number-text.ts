/** `1.250,5` in Spanish → `1250.5`; null where it is no number. */
export function plainNumber(text: string, locale: string): string | null {
  const { group, decimal } = signsOf(locale)
  const bare = text
    .replace(/[\s\u00a0\u202f’']/g, '')
    .replace(/^\u2212/, '-')
    .replace(/%$/, '')
  // One sign that may be either, as in `12.5` where the comma is usual, is read by what stands behind it.
  const isOther = group === '.' && !bare.includes(decimal) && /^-?\d+\.\d{1,2}$/.test(bare)
  const plain = isOther ? bare : bare.replaceAll(group, '').replace(decimal, '.')
  return /^-?\d{1,15}(\.\d*)?$/.test(plain) ? plain.replace(/\.$/, '') : null
}

/** `1250.5` → as the language writes it, without grouping, which is in the way while one types. */
export const writtenNumber = (plain: string, locale: string): string =>
  plain.replace(/\.0+$/, '').replace('.', signsOf(locale).decimal)

function signsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5)
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group') || ',', decimal: sign('decimal') || '.' }
}
