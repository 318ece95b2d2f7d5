// CSV as RFC 4180 has it, for spreadsheet programs: what they would take for a formula is put behind an apostrophe, which reading takes
// away again.
import { isFormula } from '../reading/index.ts'

export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

const quoted = (cell: string): string => {
  const text = isFormula(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
