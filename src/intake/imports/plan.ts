// Which files there are, what each of them is, and in which order they are taken.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../platform/index.ts'
import { type Opened, openFile, UnreadableFile } from '../reading/index.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shapes/index.ts'

export type PlannedFile = { path: string; file: string; shape: Shape; opened: Opened; digest: string }
export type Unknown = { file: string; why: string }
export type Plan = { files: readonly PlannedFile[]; unknown: readonly Unknown[]; fingerprint: string }

/** Files, and the files of folders (not of folders in them). What nobody knows is listed, with why. */
export async function planImport(paths: readonly string[]): Promise<Plan> {
  const files: PlannedFile[] = []
  const unknown: Unknown[] = []
  for (const path of await filesAt(paths)) {
    const file = basename(path)
    try {
      const opened = await openFile(path)
      const shape = shapeOf(opened)
      if (shape) files.push({ path, file, shape, opened, digest: await digestOf(path) })
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

async function filesAt(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const at = await stat(path).catch(() => null)
    if (!at) throw new Failure('unreadable_file', { file: path, why: 'there is no such file or folder.' })
    if (!at.isDirectory()) found.push(path)
    else
      for (const entry of await readdir(path, { withFileTypes: true }))
        if (entry.isFile() && !entry.name.startsWith('.') && !/\.(md|txt)$/i.test(entry.name))
          found.push(join(path, entry.name))
  }
  return [...new Set(found)].sort()
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
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
