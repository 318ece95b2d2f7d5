// Names of files as people gave them: shown, never used as paths.
import { bookOf, calledIn } from '../imports/sheet-names.ts'
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
