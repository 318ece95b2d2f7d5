// A JSON list, or JSON lines, as a table: one column for each name that its first items have, names within names with a point between.
// Own names only; a list of plain values is one cell, with semicolons.
import type { JsonList } from './json-list.ts'
import type { JsonLines } from './lines.ts'
import { maxColumns } from './split.ts'
import type { SourceRow, Table } from './table.ts'

/** Null where the items are no objects. */
export function tableOfItems(opened: JsonList | JsonLines): Table | null {
  const names = new Set<string>()
  for (const item of opened.sample) for (const name of Object.keys(cellsOf(item))) names.add(name)
  if (names.size === 0) return null
  const columns = [...names].slice(0, maxColumns).map((header, index) => ({ index, header }))
  return {
    kind: 'table',
    shape: {
      encoding: 'json',
      delimiter: null,
      newline: null,
      headerRow: 0,
      columns,
      dateOrder: columns.map(() => 'ymd'),
      decimalMark: columns.map(() => '.'),
    },
    async *rows(): AsyncGenerator<SourceRow> {
      for await (const line of opened.items()) {
        if ('fault' in line) {
          yield { row: line.row, cells: [], fault: line.fault }
          continue
        }
        const named = cellsOf(line.item)
        const cells = columns.map(({ header }) => named[header] ?? '')
        // Half of a character, which no database keeps as it is.
        const isBroken = cells.some((cell) => !cell.isWellFormed())
        yield { row: line.row, cells, ...(isBroken ? { fault: 'broken_text' as const } : {}) }
      }
    },
  }
}

const deepest = 4

function cellsOf(item: unknown, into: Record<string, string> = Object.create(null), before = '', depth = 0) {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return into
  for (const [name, value] of Object.entries(item)) {
    const header = before + name
    if (Array.isArray(value)) into[header] = value.filter(isPlain).map(String).join('; ')
    else if (isPlain(value)) into[header] = String(value)
    else if (depth < deepest) cellsOf(value, into, `${header}.`, depth + 1)
  }
  return into
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
