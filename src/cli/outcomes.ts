// What became of the rows of files, in words.
import type { Counts, Reject } from '../intake/index.ts'
import { told } from '../platform/index.ts'
import { countOf, rowsIn, says } from './words/imports.ts'

export function countsInWords({ rows, ...counts }: Counts): string {
  const names = Object.keys(countOf) as (keyof typeof countOf)[] // its own keys
  const parts = names.flatMap((name) => (counts[name] > 0 ? told(countOf[name](counts[name])) : []))
  return `${told(rowsIn(rows))}: ${parts.join(', ')}`
}

const mostShown = 20

export function rejectsInWords(rejects: readonly Reject[]): string[] {
  if (rejects.length === 0) return []
  const shown = rejects
    .slice(0, mostShown)
    .map(({ file, row, message }) => `  ${told(says.aboutRow(file, row, message))}`)
  const more = rejects.length > mostShown ? [`  ${told(says.more(rejects.length - mostShown))}`] : []
  return [told(says.refused), ...shown, ...more]
}
