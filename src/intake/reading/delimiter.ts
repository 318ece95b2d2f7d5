// The delimiter is the one that cuts most rows into the same number of cells, and into more than one.
import { createSplitter, type Delimiter, type SplitRow } from './split.ts'
import { UnreadableFile } from './unreadable.ts'

const candidates: Delimiter[] = [',', ';', '\t', '|']
const rowsToJudge = 200

/** Which delimiter the text uses; a comma where there is a single column. */
export function detectDelimiter(text: string, newline: '\n' | '\r'): Delimiter {
  const declared = /^sep=([,;\t|])\r?[\n\r]/i.exec(text)?.[1]
  const scored = candidates.map((delimiter) => ({ delimiter, score: evenness(trySplit(text, delimiter, newline)) }))
  const best = scored.reduce((leader, next) => (next.score > leader.score ? next : leader))
  return candidates.find((delimiter) => delimiter === declared) ?? best.delimiter
}

/** The line ending of the first line; `'\r'` alone only where the text has no other. */
export function detectNewline(text: string): '\n' | '\r\n' | '\r' {
  const at = text.indexOf('\n')
  if (at === -1) return text.includes('\r') ? '\r' : '\n'
  return text[at - 1] === '\r' ? '\r\n' : '\n'
}

// The share of rows that have the commonest width, weighed down for narrow widths: a decimal comma in every row of a
// file with semicolons gives two even columns too.
function evenness(rows: SplitRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) best = Math.max(best, (count / rows.length) * (1 - 1 / width))
  return best
}

// A wrong guess may meet quotation marks that never close; that only speaks against the guess.
function trySplit(text: string, delimiter: Delimiter, newline: '\n' | '\r'): SplitRow[] {
  try {
    return createSplitter({ delimiter, newline }).push(text).slice(0, rowsToJudge)
  } catch (fault) {
    if (fault instanceof UnreadableFile) return []
    throw fault
  }
}
