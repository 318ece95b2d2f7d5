// Where the table starts. Trackers kept by hand have titles and merged headings above the row that names the columns.
import { kindOf, kindsOfColumns } from './columns.ts'
import type { SplitRow } from './split.ts'

const rowsToTry = 30
const rowsToJudgeBy = 60

/**
 * The position in `rows` of the row that names the columns: texts, all different, filled throughout, that are no
 * values of the columns under them, over rows that fit their width. -1 where no row is like that.
 */
export function findHeader(rows: SplitRow[]): number {
  const widths = rows.map(filledWidth)
  const isOneColumn = widths.every((width) => width <= 1)
  let best = -1
  let bestScore = 0
  for (let position = 0; position < Math.min(rows.length, rowsToTry); position += 1) {
    const row = rows[position]
    const width = widths[position] ?? 0
    if (!row || width === 0 || (width === 1 && !isOneColumn)) continue
    const names = row.cells.slice(0, width).map((cell) => cell.trim())
    if (!names.every(canNameColumn)) continue
    const score = judge(names, rows.slice(position + 1, position + 1 + rowsToJudgeBy)) - position * 0.05
    if (score > bestScore) {
      best = position
      bestScore = score
    }
  }
  return best === -1 ? -1 : firstAlike(rows, best)
}

/** How many cells a row has up to its last filled one. */
export function filledWidth({ cells }: SplitRow): number {
  for (let index = cells.length - 1; index >= 0; index -= 1) if (cells[index]?.trim()) return index + 1
  return 0
}

// A year may head a column of figures; any other number, a date or an address is a value.
function canNameColumn(cell: string): boolean {
  const kind = kindOf(cell)
  return kind === 'text' || kind === 'blank' || /^(19|20)\d\d$/.test(cell)
}

function judge(names: string[], below: SplitRow[]): number {
  const width = names.length
  const filled = names.filter((name) => name !== '')
  const fullness = filled.length / width
  if (fullness < 0.5) return 0
  const different = new Set(filled.map((name) => name.toLowerCase())).size / width
  if (below.length === 0) return fullness + different

  const others = below.filter(({ cells }) => names.some((name, index) => name !== (cells[index] ?? '').trim()))
  const fit = share(others, (row) => filledWidth(row) <= width && filledWidth(row) * 2 > width)
  const kinds = kindsOfColumns(others, width)
  const contrast = kinds.filter((kind) => kind !== 'text' && kind !== 'blank').length / width
  const values = names.map((_, index) => new Set(others.map(({ cells }) => (cells[index] ?? '').trim())))
  const novelty = names.filter((name, index) => name !== '' && !values[index]?.has(name)).length / width
  return 3 * fit + 2 * fullness + 2 * contrast + novelty + different
}

// A header repeated further down may fit the rows under it better than its first printing did.
function firstAlike(rows: SplitRow[], position: number): number {
  const text = (row: SplitRow | undefined) =>
    row?.cells
      .map((cell) => cell.trim())
      .join('\n')
      .trimEnd()
  return rows.findIndex((row) => text(row) === text(rows[position]))
}

function share<T>(items: T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length
}
