/** The four languages every text that people see is written in, from the first day. */
export const languages = ['en', 'es', 'pt', 'ms'] as const
export type Language = (typeof languages)[number]

/** One meaning in four languages: English, Spanish, Brazilian Portuguese, Malay. */
export type Words = Readonly<Record<Language, string>>

export const words = (en: string, es: string, pt: string, ms: string): Words => ({ en, es, pt, ms })

/** What a workspace says in the one language it speaks. */
export const inEveryLanguage = (text: string): Words => words(text, text, text, text)

/** What may be said in one language alone, or in each. */
export const sayIn = (text: Words | string, language: Language): string =>
  typeof text === 'string' ? text : text[language]

/** Lower case, no accents, only letters and digits, single spaces: how words are compared, never how they are shown. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The nearest of `names` to a mistyped one, for "did you mean"; null when nothing is near. */
export function nearest(name: string, names: Iterable<string>): string | null {
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution))
    }
    previous = row
  }
  return previous[b.length] ?? limit
}
