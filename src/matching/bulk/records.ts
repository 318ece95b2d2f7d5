// Columns laid out row by row: all numbers of a record lie in one or two lines of memory, so that fetching a record from the middle
// of a million costs one look and not one for each field.
import type { Columns } from '../columns.ts'

export type Records = {
  /** The columns that hold anything, in the order of each record's numbers. */
  names: readonly string[]
  cells: Int32Array
}

export function rowByRow({ numbers, rows }: Columns): Records {
  const names = Object.keys(numbers).filter((name) => numbers[name]?.some((number) => number !== 0))
  const cells = new Int32Array(new SharedArrayBuffer(Math.max(rows * names.length * 4, 4)))
  names.forEach((name, place) => {
    const column = numbers[name] as Int32Array // one of these columns
    for (let row = 0, at = place; row < rows; row++, at += names.length) cells[at] = column[row] as number // a row of it
  })
  return { names, cells }
}
