import { asTable } from '../imports/plan.ts'
import { type FileReading, openFile } from '../reading/index.ts'

export type FileRows = {
  headers: readonly string[]
  rows: readonly { row: number; cells: readonly string[]; skip: string | null; isRagged: boolean }[]
}

const most = 50
const longestCell = 500

/** The first rows as they stand in the file, with what is no data marked as such. */
export async function rowsOfFile(path: string, reading: FileReading): Promise<FileRows> {
  const table = asTable(await openFile(path, reading))
  const rows: { row: number; cells: string[]; skip: string | null; isRagged: boolean }[] = []
  if (table)
    for await (const { row, cells, skip, ragged } of table.rows()) {
      rows.push({
        row,
        cells: cells.map((cell) => cell.slice(0, longestCell)),
        skip: skip ?? null,
        isRagged: ragged ?? false,
      })
      if (rows.length >= most) break
    }
  return { headers: table?.shape.columns.map(({ header }) => header) ?? [], rows }
}
