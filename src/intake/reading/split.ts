// Delimited text into rows, piece by piece. Written here rather than taken from a CSV library because a rejected row
// must be named by the physical line on which it starts, across quoted line breaks and blank lines, because a stray
// quotation mark must not swallow the rows after it unseen, and because a million rows should take seconds.
import { refuse } from './unreadable.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
export type SplitRow = { row: number; cells: string[] }

export const maxColumns = 5_000
export const maxRowLength = 4_000_000

/**
 * Takes text in pieces and gives back the rows completed by each. Wholly empty lines yield nothing but are counted.
 * What follows a closing quotation mark up to the next delimiter is kept as written. Throws `UnreadableFile`.
 */
export function createSplitter({ delimiter, newline }: { delimiter: Delimiter; newline: '\n' | '\r' }) {
  const delimiterCode = delimiter.charCodeAt(0)
  const newlineCode = newline.charCodeAt(0)
  let rest = ''
  let row = 1

  return {
    push: (text: string): SplitRow[] => split(text, false),
    end: (): SplitRow[] => split('', true),
  }

  function split(text: string, isEnd: boolean): SplitRow[] {
    const buffer = rest + text
    const rows: SplitRow[] = []
    let at = 0
    let quote = buffer.indexOf('"')
    while (at < buffer.length) {
      let stop = buffer.indexOf(newline, at)
      if (stop === -1) {
        if (!isEnd) break
        stop = buffer.length
      }
      if (quote !== -1 && quote < at) quote = buffer.indexOf('"', at)
      if (quote === -1 || quote > stop) {
        const end = beforeReturn(buffer, at, stop)
        if (end > at) rows.push(bounded({ row, cells: buffer.slice(at, end).split(delimiter) }, end - at))
        row += 1
        at = stop + 1
        continue
      }
      const quoted = splitQuoted(buffer, at, isEnd)
      if (!quoted) {
        if (isEnd) throw refuse.unclosedQuote(row)
        break
      }
      rows.push(bounded({ row, cells: quoted.cells }, quoted.next - at))
      row += quoted.lines
      at = quoted.next
    }
    rest = buffer.slice(at)
    if (rest.length > maxRowLength) throw refuse.recordTooLong(row, maxRowLength)
    return rows
  }

  // The row that starts at `at` and has a quotation mark on its first line; undefined while its end is not in sight.
  function splitQuoted(buffer: string, at: number, isEnd: boolean) {
    const cells: string[] = []
    let lines = 1
    for (;;) {
      let cell = ''
      if (buffer.charCodeAt(at) === quoteCode) {
        const closed = readQuotedCell(buffer, at, isEnd)
        if (!closed) return undefined
        cell = closed.text
        lines += countOf(newline, buffer, at, closed.next)
        at = closed.next
      }
      let stop = at
      while (stop < buffer.length) {
        const code = buffer.charCodeAt(stop)
        if (code === delimiterCode || code === newlineCode) break
        stop += 1
      }
      if (stop === buffer.length && !isEnd) return undefined
      const isLast = stop === buffer.length || buffer.charCodeAt(stop) === newlineCode
      const end = isLast ? beforeReturn(buffer, at, stop) : stop
      cells.push(end > at ? cell + buffer.slice(at, end) : cell)
      at = stop + 1
      if (isLast) return { cells, lines, next: at }
    }
  }

  function bounded(split: SplitRow, length: number): SplitRow {
    if (length > maxRowLength) throw refuse.recordTooLong(split.row, maxRowLength)
    if (split.cells.length > maxColumns) throw refuse.tooManyColumns(split.row, maxColumns)
    return split
  }
}

const quoteCode = 0x22
const returnCode = 0x0d

// From the opening mark at `at` to behind the closing one; a doubled mark stands for one.
function readQuotedCell(buffer: string, at: number, isEnd: boolean): { text: string; next: number } | undefined {
  let text = ''
  let from = at + 1
  for (;;) {
    const close = buffer.indexOf('"', from)
    if (close === -1) return undefined
    if (close + 1 === buffer.length && !isEnd) return undefined
    if (buffer.charCodeAt(close + 1) !== quoteCode) return { text: text + buffer.slice(from, close), next: close + 1 }
    text += buffer.slice(from, close + 1)
    from = close + 2
  }
}

function beforeReturn(buffer: string, at: number, stop: number): number {
  return stop > at && buffer.charCodeAt(stop - 1) === returnCode ? stop - 1 : stop
}

function countOf(character: string, text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf(character, from); at !== -1 && at < to; at = text.indexOf(character, at + 1)) count += 1
  return count
}
