// CSV as RFC 4180 has it. A text that a spreadsheet program would take for a formula stands behind an apostrophe, which reading it
// back takes away again; numbers are numbers.
import { isFormula } from '../intake/reading/index.ts'
import type { Cell, Column, Row } from './columns.ts'

export async function* csvOf(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Row[]>,
  { isFile }: { isFile: boolean },
): AsyncGenerator<string> {
  yield (isFile ? byteOrderMark : '') + csvLine(columns.map(({ title }) => title))
  for await (const rows of pages)
    yield rows.map((row) => csvLine(columns.map((column) => textOf(column, column.of(row))))).join('')
}

/** By which spreadsheet programs know UTF-8; a pipe has no use for it. */
const byteOrderMark = '\uFEFF'

function textOf({ kind }: Column, cell: Cell): string {
  if (cell === null) return ''
  const text = Array.isArray(cell) ? listText(cell) : String(cell)
  const isNumber = kind === 'integer' || kind === 'decimal'
  return !isNumber && isFormula(text) ? `'${text}` : text
}

/** With semicolons between, as people write lists; one that holds such a mark itself is written so that it can be told apart. */
export const listText = (values: readonly string[]): string =>
  values.some((value) => /[;,|]|^\[/.test(value)) ? JSON.stringify(values) : values.join('; ')

const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

const quoted = (text: string): string => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
