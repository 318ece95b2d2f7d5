// What became of the rows of files, in words.
import type { Counts, Reject } from '../intake/index.ts'

export function countsInWords({ rows, ...counts }: Counts): string {
  const parts = Object.entries(counts).flatMap(([name, n]) => (n > 0 ? `${n} ${name}` : []))
  return `${rows} ${rows === 1 ? 'row' : 'rows'}: ${parts.join(', ')}`
}

const mostShown = 20

export function rejectsInWords(rejects: readonly Reject[]): string[] {
  if (rejects.length === 0) return []
  const shown = rejects.slice(0, mostShown).map(({ file, row, message }) => `  ${file}, row ${row}: ${message}`)
  const more = rejects.length > mostShown ? [`  … and ${rejects.length - mostShown} more; all of them with --json`] : []
  return ['Refused:', ...shown, ...more]
}
