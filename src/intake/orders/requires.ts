// What has to hold of a file before something is done with it.
import { words } from '../../../dictionary/words.ts'
import { type Deed, Failure, told } from '../../platform/index.ts'
import { bookOf } from '../imports/sheet-names.ts'
import { type OrderedFile, sheetOf, stateOfFile } from './order.ts'
import { mostFiles } from './sources.ts'

const largestFile = 50 * 2 ** 30

export function requireContents(file: OrderedFile, step: Deed): void {
  if (file.removedAt) throw new Failure('step_unavailable', { state: stateOfFile(file), step })
}

export function requireSize(size: number): void {
  if (size > largestFile)
    throw new Failure('too_large', {
      what: told(words('The file', 'El archivo', 'O arquivo', 'Fail ini')),
      limit: told(words(`${largestFile} bytes`, `${largestFile} bytes`, `${largestFile} bytes`, `${largestFile} bait`)),
    })
}

/** @param files how many sources the import would have. */
export function requireRoom(files: number): void {
  if (files > mostFiles)
    throw new Failure('too_large', {
      what: told(words('The import', 'La importación', 'A importação', 'Import ini')),
      limit: told(
        words(
          `${mostFiles} files and sheets`,
          `${mostFiles} archivos y hojas`,
          `${mostFiles} arquivos e planilhas`,
          `${mostFiles} fail dan helaian`,
        ),
      ),
    })
}

/** Sheets that the workbook has, and that none of the others is. */
export function requireSheets(file: OrderedFile, wanted: readonly string[], others: readonly OrderedFile[] = []): void {
  const names = file.sheets?.map(({ name }) => name) ?? file.recognised?.sheets ?? []
  const sheets = names.filter((name) => !others.some((other) => sheetOf(other) === name))
  const sheet = wanted.find((each) => !sheets.includes(each))
  if (sheet === undefined && wanted.length > 0) return
  const free = sheets.map((name) => `“${name}”`).join(', ') || '–'
  throw new Failure('sheet_unavailable', { sheet: sheet ?? '', file: bookOf(file.name), sheets: free })
}
