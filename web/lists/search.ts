// Reading and writing the parts of a list's address.
import { type GroupBy, parseWhere, periods, printWhere, type Where } from '../../src/question/index.ts'

/** The condition; null where there is none, undefined where it is not one, and the server says why. */
export function readWhere(text: string | undefined): Where | null | undefined {
  if (!text) return null
  try {
    return parseWhere(text)
  } catch {
    return undefined
  }
}

/** As text; nothing where the condition asks nothing. */
export const writeWhere = (where: Where | null): string =>
  where === null || ('all' in where && where.all.length === 0) ? '' : printWhere(where)

export type Sorting = { field: string; isDown: boolean }

export const readOrder = (text: string): readonly Sorting[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((each) => (each.startsWith('-') ? { field: each.slice(1), isDown: true } : { field: each, isDown: false }))

export type Wished = { path: string; width?: number }

const widths = { least: 60, most: 800 }

/** `name:240,tier` */
export const readColumns = (text: string): readonly Wished[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((each) => {
      const [path = '', width] = each.split(':')
      return width ? { path, width: clampWidth(Number(width)) } : { path }
    })

export const writeColumns = (columns: readonly Wished[]): string =>
  columns.map(({ path, width }) => (width ? `${path}:${Math.round(width)}` : path)).join(',')

export const clampWidth = (width: number): number =>
  Number.isFinite(width) ? Math.min(widths.most, Math.max(widths.least, width)) : widths.least

/** `tier` or `renewal_date by quarter` */
export function readGroup(text: string | undefined): GroupBy | null {
  if (!text) return null
  const [field = '', word, period] = text.split(' ')
  const by = periods.find((each) => each === period)
  return word === 'by' && by ? { field, by } : field
}
