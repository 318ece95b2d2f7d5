// What a file gives to its import: itself, or those sheets of a workbook that are taken, each read, mapped and refused by itself.
import type { Access } from '../../access/index.ts'
import { bookOf, calledIn } from '../imports/sheet-names.ts'
import { type FileReading, type Opener, openTogether, refuse, UnreadableFile } from '../reading/index.ts'
import { type OrderedFile, type SheetFound, sheetOf } from './order.ts'
import { type Recognition, type Remembering, recogniseFile, troubleOf } from './recognise.ts'

export type Source = Recognition & { reading: FileReading }
export type Sources = {
  sources: readonly Source[]
  /** What was found of each sheet; null where there are not several. */
  sheets: readonly SheetFound[] | null
  /** The sheet that would be read where none is named. */
  main: string | null
}

export type Wanted = {
  reading: FileReading
  /** Sheets that somebody names. One that is not there is a fault of the file. */
  named?: readonly string[] | undefined
  /** Sheets that were taken the last time, as far as there are any of these. */
  before?: readonly string[]
  /** How many more sources the import takes. */
  room: number
}

export async function sourcesIn(
  path: string,
  { reading, named, before = [], room }: Wanted,
  access: Access,
  remembering: Remembering,
): Promise<Sources> {
  const opener = openTogether()
  const recognise = async (as: FileReading): Promise<Source> => ({
    ...(await recogniseFile(opener, path, as, access, remembering)),
    reading: as,
  })
  const names = await sheetsAt(opener, path)
  const main = names.length > 0 ? await mainSheet(opener, path) : null
  if (main === null || (names.length === 1 && !named))
    return { sources: [await recognise(reading)], sheets: null, main }
  const again = before.filter((name) => names.includes(name))
  const wanted = named ?? (again.length > 0 ? again : undefined)
  const found = new Map<string, Source>()
  for (const sheet of wanted ?? names) found.set(sheet, await recognise({ ...reading, sheet }))
  const why = new Map([...found].map(([name, source]) => [name, wanted ? null : whyNot(source)]))
  const sound = [...found.keys()].filter((name) => !why.get(name))
  const proposed = wanted ?? (sound.length > 0 ? sound : [main])
  const taken = new Set(proposed.slice(0, room))
  const left = (name: string) =>
    why.get(name) ??
    (proposed.includes(name) ? troubleOf(refuse.noRoom(mostFiles)) : named ? null : troubleOf(refuse.notBefore()))
  return {
    sources: [...found].flatMap(([name, source]) => (taken.has(name) ? [source] : [])),
    sheets: names.map((name) => ({ name, why: taken.has(name) ? null : left(name) })),
    main,
  }
}

/** Files and sheets that one import takes. */
export const mostFiles = 50

/** What keeps a sheet from being taken unasked. */
function whyNot({ failure, isPlausible, recognised, mapping }: Source) {
  if (failure) return failure
  if (!isPlausible) return troubleOf(refuse.noTable())
  return recognised?.shape || mapping ? null : troubleOf(refuse.noMeaning())
}

/** None of a file that can't be opened: recognising it says why. */
const sheetsAt = (opener: Opener, path: string): Promise<readonly string[]> => unlessUnreadable(opener.sheets(path), [])

async function mainSheet(opener: Opener, path: string): Promise<string | null> {
  const opened = await unlessUnreadable(opener.open(path), null)
  return opened?.kind === 'table' ? (opened.shape.sheet ?? null) : null
}

async function unlessUnreadable<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof UnreadableFile) return otherwise
    throw error
  }
}

/** A file of the import for each source, in place of the upload that they came in. The first is the upload's own row, if that is to go. */
export function filesOf(
  upload: OrderedFile,
  { sources, sheets, main }: Sources,
  { files, idOf }: { files: readonly OrderedFile[]; idOf(n: number): string },
): OrderedFile[] {
  return sources.map(({ isPlausible: _, ...source }, n) => {
    const file = { ...upload, ...source, sheets: sheets ?? upload.sheets, id: idOf(n) }
    return { ...file, ...calls(file, main, files) }
  })
}

/** A file read as is said in it; one that is of another sheet than before is called by that. */
export async function recogniseAs(
  path: string,
  file: OrderedFile,
  o: { access: Access; files: readonly OrderedFile[]; remembering: Remembering },
): Promise<OrderedFile> {
  const opener = openTogether()
  const { isPlausible: _, ...found } = await recogniseFile(opener, path, file.reading, o.access, o.remembering)
  const anew = { ...file, ...found }
  const isOfSeveral = (found.recognised?.sheets.length ?? 0) > 1
  return isOfSeveral ? { ...anew, ...calls(anew, await mainSheet(opener, path), o.files) } : anew
}

/** What a source is called, and what its rows are known by when they come again. */
function calls(file: OrderedFile, main: string | null, files: readonly OrderedFile[]) {
  const sheet = sheetOf(file)
  if (sheet === null) return { name: file.name, dataset: file.dataset }
  const name = calledIn(bookOf(file.name), sheet, main)
  const dataset = calledIn(bookOf(file.dataset), sheet, main)
  const isTaken = files.some((each) => each.storedAs !== file.storedAs && each.dataset === dataset)
  return { name, dataset: isTaken ? name : dataset }
}
