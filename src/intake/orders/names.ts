// Names of files as people gave them: shown, never used as paths. A name holds no slash, so what follows one is a sheet.
import type { OrderedFile } from './order.ts'

/** Without folders and control characters, and other than those that are there. */
export function freeName(given: string, files: readonly Pick<OrderedFile, 'name'>[]): string {
  const bare = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}]/gu, '')
    .slice(0, 200)
    .trim()
  const name = bare === '' ? 'file' : bare
  const taken = new Set(files.map((file) => bookOf(file.name)))
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) if (!taken.has(`${n} ${name}`)) return `${n} ${name}`
}

/** The workbook that a source is of, or the file that it is. */
export const bookOf = (name: string): string => name.split('/', 1)[0] ?? name

/** The sheet that is read where none is named bears the workbook's own name, whichever others are taken beside it. */
export const calledIn = (book: string, sheet: string | null, main: string | null): string =>
  sheet === null || sheet === main ? book : `${book}/${sheet}`

/** Rows that were refused, mended and sent again belong to the file or sheet they came from. */
export function datasetOf(name: string): string {
  const [, book, sheet = null] = /^(.+\.xlsx)(?: \((.+)\))?\.rejected\.csv$/i.exec(name) ?? []
  return book ? calledIn(book, sheet, null) : name.replace(/\.rejected(?=(\.[a-z]+)?$)/i, '')
}

export function rejectedName(name: string): string {
  const book = bookOf(name)
  if (name !== book) return `${book} (${name.slice(book.length + 1)}).rejected.csv`
  return `${/\.xlsx$/i.test(name) ? name : name.replace(/\.[a-z0-9]{1,5}$/i, '')}.rejected.csv`
}
