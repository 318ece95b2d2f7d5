// What shapes of tables share: cells by header, and the words other systems use for yes, times and money.
import { minorUnits } from '../../../../dictionary/index.ts'
import type { Opened } from '../../reading/index.ts'
import type { Reading } from '../shape.ts'

export type Cells = Readonly<Record<string, string>>

/** Whether a table has all these columns. */
export const hasColumns = (opened: Opened, ...headers: string[]): boolean =>
  opened.kind === 'table' && headers.every((header) => opened.shape.columns.some((column) => column.header === header))

/** Rows as header → trimmed cell; what is no data is passed on as skipped. */
export async function* eachRow(opened: Opened, say: (cells: Cells, row: number) => Reading): AsyncGenerator<Reading> {
  if (opened.kind !== 'table') return
  const headers = opened.shape.columns
  for await (const { row, cells, skip } of opened.rows()) {
    if (skip) yield { row, skip }
    else yield say(Object.fromEntries(headers.map(({ header, index }) => [header, (cells[index] ?? '').trim()])), row)
  }
}

/** Values without the blanks: a system's empty cell says nothing. */
export const filled = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  )

/** Major units as text → money; undefined where either part is missing. */
export function moneyOf(amount: string, currency: string) {
  const minor = amount === '' || currency === '' ? null : minorUnits(amount, currency)
  return minor === null ? undefined : { amount: minor, currency }
}

/** Any written moment → ISO; undefined where it is none. */
export function momentOf(text: unknown): string | undefined {
  const at =
    typeof text === 'number'
      ? new Date(text * 1000)
      : typeof text === 'string' && text !== ''
        ? new Date(text)
        : new Date(Number.NaN)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

export const dayOf = (text: unknown): string | undefined => momentOf(text)?.slice(0, 10)

/** "Yes" only: an unticked box in an export says nothing about consent. */
export const isTicked = (text: string): true | undefined =>
  ['1', 'true', 'yes'].includes(text.toLowerCase()) ? true : undefined

/** A company's own domain, of an address or a web site; undefined for none. */
export const hostOf = (text: string): string | undefined =>
  text === ''
    ? undefined
    : text
        .replace(/^[a-z]+:\/\//i, '')
        .replace(/[/?#].*$/, '')
        .replace(/^.*@/, '')
