// A table from delimited text: a sample decides the shape, then the rows are streamed from the start.
import { dateOrders, decimalMarks, kindsOfColumns } from './columns.ts'
import { detectDelimiter, detectNewline } from './delimiter.ts'
import { decodeFile, type Encoding } from './encoding.ts'
import { filledWidth, findHeader } from './header.ts'
import type { LineFault } from './line-fault.ts'
import { createSkipJudge, isSectionHeading, type Layout, type Skip } from './skips.ts'
import { createSplitter, type Delimiter, type SplitRow } from './split.ts'
import { refuse } from './unreadable.ts'
import type { DateOrder } from './values/date.ts'
import type { DecimalMark } from './values/number.ts'

/** One row that is not wholly empty. */
export type SourceRow = {
  /** The physical line on which the row starts, counted from 1; in a workbook, the sheet's row number. */
  row: number
  /**
   * As written, untrimmed; may be shorter or longer than the columns. Cells share memory with the piece of the file
   * they came from: keep what you need of a batch, not single cells of millions of rows.
   */
  cells: string[]
  /** Set where the row is no data. */
  skip?: Skip
  /** Set where a cell beyond the last column is filled, so that values may stand in the wrong column. */
  ragged?: true
  /** Set where the row itself can't be read: a line that is no JSON. */
  fault?: LineFault
}

export type TableShape = {
  encoding: Encoding | 'xlsx' | 'json'
  /** Null in a workbook, as is `newline`. */
  delimiter: Delimiter | null
  newline: '\n' | '\r\n' | '\r' | null
  /** The sheet's name, in a workbook, and those of all that can be chosen. */
  sheet?: string
  sheets?: readonly string[]
  /** The line of the row that names the columns; 0 where none does. */
  headerRow: number
  /** Headers are trimmed; an unnamed column is called `Column 3`. */
  columns: { index: number; header: string }[]
  /** By column; null where it has no dates or where nothing decides. */
  dateOrder: (DateOrder | null)[]
  /** By column; null where it has no numbers or where nothing decides. */
  decimalMark: (DecimalMark | null)[]
}

export type Table = {
  kind: 'table'
  shape: TableShape
  /** Of a sheet: it has headings and rows under them, so that it is no cover and no note. */
  isPlausible?: boolean
  rows(): AsyncGenerator<SourceRow>
}

/** What a person said of a file, where the guess was wrong. */
export type TableReading = { delimiter?: Delimiter; sheet?: string; headerRow?: number }

/** Opens delimited text. `sample` is the beginning of the file, and `isWhole` whether it is all of it. */
export function openDelimited(
  path: string,
  encoding: Encoding,
  sample: { text: string; isWhole: boolean },
  reading: TableReading = {},
): Table {
  const newline = detectNewline(sample.text)
  const form = { newline: newline === '\r' ? newline : '\n', delimiter: '' } as const
  const delimiter = reading.delimiter ?? detectDelimiter(sample.text, form.newline)
  const splitter = createSplitter({ newline: form.newline, delimiter })
  const rows = splitter.push(sample.text)
  if (sample.isWhole) rows.push(...splitter.end())
  if (rows.length === 0 && sample.isWhole) throw refuse.empty()

  const { layout, facts } = describeTable(rows, new Set(), reading.headerRow)
  return {
    kind: 'table',
    shape: { encoding, delimiter, newline, ...facts },
    rows: () => judgeRows(layout, splitFile(path, encoding, { delimiter, newline: form.newline })),
  }
}

/** What a sample of rows tells of the table; `numeric` are columns whose numbers need no guessing, 0 a header row that is none. */
export function describeTable(sample: SplitRow[], numeric: ReadonlySet<number> = new Set(), headerRow?: number) {
  const position = headerRow === undefined ? findHeader(sample) : sample.findIndex(({ row }) => row === headerRow)
  const header = sample[position]
  const body = sample.slice(position + 1, position + 1 + rowsToDescribeBy)
  const width = header ? filledWidth(header) : Math.max(...sample.map(filledWidth), 1)
  const kinds = kindsOfColumns(body, width)
  const headings = body.filter(isSectionHeading).length
  const layout: Layout = { header, width, kinds, hasSections: width > 2 && headings * 3 < body.length }
  return {
    layout,
    facts: {
      headerRow: header?.row ?? 0,
      columns: kinds.map((_, index) => ({ index, header: header?.cells[index]?.trim() || `Column ${index + 1}` })),
      dateOrder: dateOrders(body, kinds),
      decimalMark: decimalMarks(body, kinds).map((mark, index) => (numeric.has(index) ? '.' : mark)),
    },
  }
}

/** Flags the rows of a table. The header itself is delivered only where something stands above it. */
export async function* judgeRows(layout: Layout, batches: AsyncIterable<SplitRow[]>): AsyncGenerator<SourceRow> {
  const skipOf = createSkipJudge(layout)
  let isFirst = true
  for await (const batch of batches) {
    for (const row of batch) {
      const skip = skipOf(row)
      const isSimpleHeader = skip === 'header' && isFirst
      isFirst = false
      if (isSimpleHeader) continue
      if (skip) yield { ...row, skip }
      else yield isRagged(row.cells, layout.width) ? { ...row, ragged: true } : row
    }
  }
}

const rowsToDescribeBy = 2_000

async function* splitFile(path: string, encoding: Encoding, form: { delimiter: Delimiter; newline: '\n' | '\r' }) {
  const splitter = createSplitter(form)
  for await (const text of decodeFile(path, encoding)) yield splitter.push(text)
  yield splitter.end()
}

function isRagged(cells: string[], width: number): boolean {
  for (let index = width; index < cells.length; index += 1) if (cells[index]?.trim()) return true
  return false
}
