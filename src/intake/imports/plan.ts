// Which files there are, what each of them is, and in which order they are taken.
import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Manifest, manifest as products, words } from '../../../dictionary/index.ts'
import { Failure, told } from '../../platform/index.ts'
import { guessMapping } from '../mapping/guess.ts'
import { externalId, type Mapping } from '../mapping/mapping.ts'
import { mappedShape } from '../mapping/read.ts'
import {
  type Opened,
  type Opener,
  openTogether,
  refuse,
  type Table,
  tableOfItems,
  UnreadableFile,
} from '../reading/index.ts'
import { digestOf } from '../uploads/uploads.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shapes/index.ts'
import { calledIn } from './sheet-names.ts'

export type PlannedFile = {
  path: string
  /** What it is called; a sheet by its workbook and itself. */
  file: string
  shape: Shape
  /** Where its columns mean what a mapping says. */
  mapping: Mapping | null
  opened: Opened
  digest: string
}
export type Unknown = { file: string; why: string }
export type Plan = { files: readonly PlannedFile[]; unknown: readonly Unknown[]; fingerprint: string }

/** Files, the sheets of workbooks, and the files of folders (not of folders in them). What nobody knows is listed, with why. */
export async function planImport(paths: readonly string[], manifest: Manifest = products): Promise<Plan> {
  const files: PlannedFile[] = []
  const unknown: Unknown[] = []
  const opener = openTogether()
  for (const path of await filesAt(paths)) {
    const digest = await digestOf(path)
    for (const { file, sheet } of await sourcesAt(opener, path)) {
      const known = await knownAs(opener, path, { sheet, manifest })
      if ('why' in known) unknown.push({ file, why: known.why })
      else files.push({ path, file, digest, ...known })
    }
  }
  files.sort((a, b) => a.shape.rank - b.shape.rank || (a.file < b.file ? -1 : 1))
  const fingerprint = createHash('sha256')
    .update(files.map((each) => `${each.file} ${each.digest}`).join('\n'))
    .digest('hex')
  return { files, unknown, fingerprint }
}

/** Errors: unreadable_file. */
export async function filesAt(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const at = await stat(path).catch(() => null)
    if (!at)
      throw new Failure('unreadable_file', {
        file: path,
        why: told(
          words(
            'there is no such file or folder.',
            'no existe ese archivo o carpeta.',
            'não existe esse arquivo ou pasta.',
            'tiada fail atau folder itu.',
          ),
        ),
      })
    if (!at.isDirectory()) found.push(path)
    else
      for (const entry of await readdir(path, { withFileTypes: true }))
        if (entry.isFile() && !entry.name.startsWith('.') && !/\.(md|txt)$/i.test(entry.name))
          found.push(join(path, entry.name))
  }
  return [...new Set(found)].sort()
}

/** JSON is a table too, where its items are objects. */
export const asTable = (opened: Opened): Table | null => (opened.kind === 'table' ? opened : tableOfItems(opened))

/** A file, or the sheets of a workbook with several; the one that is read where none is named is called as the workbook. */
async function sourcesAt(opener: Opener, path: string): Promise<{ file: string; sheet: string | null }[]> {
  const book = basename(path)
  try {
    const sheets = await opener.sheets(path)
    if (sheets.length < 2) return [{ file: book, sheet: null }]
    const main = await opener.open(path)
    const own = main.kind === 'table' ? (main.shape.sheet ?? null) : null
    return sheets.map((sheet) => ({ file: calledIn(book, sheet, own), sheet }))
  } catch (error) {
    if (error instanceof UnreadableFile) return [{ file: book, sheet: null }] // opening it says why
    throw error
  }
}

type Known = Pick<PlannedFile, 'shape' | 'mapping' | 'opened'>

/** A known export, or columns that mean what is guessed: the operator's files are taken as they come. */
async function knownAs(
  opener: Opener,
  path: string,
  { sheet, manifest }: { sheet: string | null; manifest: Manifest },
): Promise<Known | { why: string }> {
  try {
    const opened = await opener.open(path, sheet === null ? {} : { sheet })
    const shape = shapeOf(opened)
    if (shape) return { shape, mapping: null, opened }
    const table = asTable(opened)
    if (sheet !== null && !table?.isPlausible) return { why: refuse.noTable().message }
    const mapping = table && (await guessMapping(table, { manifest, mayFill: () => true }))
    return table && mapping
      ? { shape: mappedShape(mapping, manifest), mapping, opened: table }
      : { why: headersOf(opened) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { why: error.message }
    throw error
  }
}

/** Object → the file in which its records have ids, for the files of one import that refer to them. */
export function idsOf(files: readonly PlannedFile[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { file, mapping } of files)
    for (const { to } of mapping?.columns ?? []) {
      const object = to?.field === externalId && mapping?.records.find((each) => each.name === to.record)?.object
      if (object && !found.has(object)) found.set(object, file)
    }
  return found
}

const headersOf = (opened: Opened): string =>
  opened.kind === 'table'
    ? `its columns are not known: ${opened.shape.columns
        .map((column) => column.header)
        .slice(0, 12)
        .join(
          ', ',
        )}. A sheet of customers needs a company name with ARR or renewal date; a sheet of people a name and an e-mail.`
    : 'it holds JSON of a kind that is not known.'
