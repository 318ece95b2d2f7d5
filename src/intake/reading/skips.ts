// Rows of a sheet that are no data: what a person reads as furniture. They are delivered and named, so that the
// preview can show that nothing was dropped unseen.
import { isNumeric, type Kind } from './columns.ts'
import { filledWidth } from './header.ts'
import type { SplitRow } from './split.ts'

export type Skip =
  | 'title_row'
  | 'merged_header'
  | 'header'
  | 'blank_cells'
  | 'section_row'
  | 'repeated_header'
  | 'totals_row'

/** What is known of the table when its rows are judged. `header` is undefined where no row names the columns. */
export type Layout = { header: SplitRow | undefined; width: number; kinds: Kind[]; hasSections: boolean }

/** Says for each row whether it is data (`undefined`) or which kind of furniture. */
export function createSkipJudge(layout: Layout): (row: SplitRow) => Skip | undefined {
  const headerRow = layout.header?.row ?? 0
  const names = (layout.header?.cells ?? []).map((cell) => cell.trim())
  const [firstName = '', secondName = ''] = names
  const textColumns = layout.kinds.flatMap((kind, index) => (kind === 'text' || kind === 'email' ? [index] : []))

  return (row) => {
    const { cells } = row
    const first = cells[0] ?? ''
    if (row.row <= headerRow) return aboveTable(row, headerRow)
    // Nearly all rows leave here: the first two cells are filled, are no header, and the first is no word for a total.
    if (first !== '' && (cells[1] ?? '') !== '' && !mayOpenTotal(first) && first.trim() !== firstName) return undefined
    const width = filledWidth(row)
    if (width === 0) return 'blank_cells'
    if (isRepeatedHeader(cells)) return 'repeated_header'
    if (isTotal(cells, width)) return 'totals_row'
    return layout.hasSections && isSectionHeading(row) ? 'section_row' : undefined
  }

  function isRepeatedHeader(cells: string[]): boolean {
    if (names.length < 2 || (cells[0] ?? '').trim() !== firstName || (cells[1] ?? '').trim() !== secondName)
      return false
    return names.every((name, index) => (cells[index] ?? '').trim() === name)
  }

  function isTotal(cells: string[], width: number): boolean {
    const first = cells.findIndex((cell) => cell.trim() !== '')
    const isNamed = totalWords.test((cells[first] ?? '').trim())
    const figures = cells.slice(isNamed ? first + 1 : first, width).filter((cell) => cell.trim() !== '')
    if (figures.length === 0 || !figures.every(isNumeric)) return false
    // Without the word: figures only, none in the first column, and nothing that says whose they are.
    return isNamed || (first > 0 && textColumns.length > 0 && textColumns.every((index) => !cells[index]?.trim()))
  }
}

/** One filled cell, in the first column, that is no number: the heading of the rows under it. */
export function isSectionHeading(row: SplitRow): boolean {
  return filledWidth(row) === 1 && !isNumeric(row.cells[0] ?? '')
}

function aboveTable(row: SplitRow, headerRow: number): Skip {
  if (row.row === headerRow) return 'header'
  const filled = row.cells.filter((cell) => cell.trim() !== '').length
  if (filled === 0) return 'blank_cells'
  return filled === 1 ? 'title_row' : 'merged_header'
}

// English, Spanish, Portuguese, Malay. The whole cell: 'Total Energies' is a customer.
const totalWords =
  /^(?:(?:grand|sub|overall)[\s-]?)?(?:total(?:es|s|is)?|sum|suma|soma|sub-?total|jumlah)(?:\s+(?:general|geral|besar|keseluruhan|kecil|final|gran))?[\s:=]*(?:\(?\d*\)?)$/i

const totalInitials = new Set([...'tsgojTSGOJ '])

function mayOpenTotal(cell: string): boolean {
  return totalInitials.has(cell.charAt(0)) && totalWords.test(cell.trim())
}
