// Spreadsheet programs take cells that begin so for formulas, and run them.
const opening = /^'*[=+\-@\t\r]/

export const isFormula = (cell: string): boolean => opening.test(cell)

/** The cell before it was made harmless by an apostrophe in front. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && opening.test(cell) ? cell.slice(1) : cell
