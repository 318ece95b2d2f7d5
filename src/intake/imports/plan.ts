// Which files there are, what each of them is, and in which order they are taken.
import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Manifest, manifest as products, words } from '../../../dictionary/index.ts'
import { Failure, told } from '../../platform/index.ts'
import { guessMapping } from '../mapping/guess.ts'
import { mappedShape } from '../mapping/read.ts'
import { type Opened, openFile, type Table, tableOfItems, UnreadableFile } from '../reading/index.ts'
import { digestOf } from '../uploads/uploads.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shapes/index.ts'

export type PlannedFile = { path: string; file: string; shape: Shape; opened: Opened; digest: string }
export type Unknown = { file: string; why: string }
export type Plan = { files: readonly PlannedFile[]; unknown: readonly Unknown[]; fingerprint: string }

/** Files, and the files of folders (not of folders in them). What nobody knows is listed, with why. */
export async function planImport(paths: readonly string[], manifest: Manifest = products): Promise<Plan> {
  const files: PlannedFile[] = []
  const unknown: Unknown[] = []
  for (const path of await filesAt(paths)) {
    const file = basename(path)
    try {
      const opened = await openFile(path)
      const shape = shapeOf(opened)
      const known = shape ? { shape, opened } : await guessedShape(asTable(opened), manifest)
      if (known) files.push({ path, file, ...known, digest: await digestOf(path) })
      else unknown.push({ file, why: headersOf(opened) })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      unknown.push({ file, why: error.message })
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

/** What the columns mean, guessed: the operator's files are taken as they come. */
async function guessedShape(table: Table | null, manifest: Manifest): Promise<{ shape: Shape; opened: Table } | null> {
  const mapping = table && (await guessMapping(table, { manifest, mayFill: () => true }))
  return table && mapping ? { shape: mappedShape(mapping, manifest), opened: table } : null
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
