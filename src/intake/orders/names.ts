// Names of files as people gave them: shown, never used as paths.
import type { OrderedFile } from './order.ts'

/** Without folders and control characters, and other than those that are there. */
export function freeName(given: string, files: readonly Pick<OrderedFile, 'name'>[]): string {
  const bare = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}]/gu, '')
    .slice(0, 200)
    .trim()
  const name = bare === '' ? 'file' : bare
  const taken = new Set(files.map((file) => file.name))
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) if (!taken.has(`${n} ${name}`)) return `${n} ${name}`
}

/** Rows that were refused, mended and sent again belong to the file they came from. */
export const datasetOf = (name: string): string => name.replace(/\.rejected(?=(\.[a-z]+)?$)/i, '')

export const rejectedName = (name: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.rejected.csv`
