// Columns laid out row by row: all numbers of a record lie in one line of memory or two, so that fetching a record from the middle
// of a million costs one look and not one for each field. Behind its numbers stands a sketch of the blocks it is in: a byte for each
// rule, four to a number. Where no byte of two records is equal, no rule has brought them together, which is so for most.
import type { Columns } from '../columns.ts'
import type { Blocks } from './blocking.ts'

export type Records = {
  /** The columns that hold anything, in the order of each record's numbers. */
  names: readonly string[]
  /** Numbers of the sketch, which stand behind the columns. */
  sketchWidth: number
  /** Numbers from one record to the next. */
  stride: number
  cells: Int32Array
}

export const rulesPerNumber = 4

export function rowByRow({ numbers, rows }: Columns, { rules, blockOf }: Pick<Blocks, 'rules' | 'blockOf'>): Records {
  const names = Object.keys(numbers).filter((name) => numbers[name]?.some((number) => number !== 0))
  const sketchWidth = Math.ceil(rules.length / rulesPerNumber)
  const stride = lineOf(names.length + sketchWidth)
  const cells = new Int32Array(new SharedArrayBuffer(Math.max(rows * stride * 4, 4)))
  const columns = names.map((name) => numbers[name] as Int32Array) // names of these
  for (let row = 0; row < rows; row++) {
    const at = row * stride
    for (let place = 0; place < columns.length; place++)
      cells[at + place] = (columns[place] as Int32Array)[row] as number
    for (let rule = 0; rule < rules.length; rule++) {
      const block = blockOf[row * rules.length + rule] as number
      // Who is in no block meets nobody there, so that the byte may be any that others seldom have.
      const byte = (block === 0 ? Math.imul(row, 0x9e3779b1) >>> 24 : block) & 0xff
      const sketch = at + columns.length + Math.trunc(rule / rulesPerNumber)
      cells[sketch] = (cells[sketch] as number) | (byte << (8 * (rule % rulesPerNumber)))
    }
  }
  return { names, sketchWidth, stride, cells }
}

/** Sixteen numbers are a line of memory; a record that fits in one should not lie across two. */
const lineOf = (numbers: number): number => (numbers > 8 && numbers < 16 ? 16 : numbers)
