// Files in, rows out. Knows nothing of customers: what a column means is decided by those who asked for its rows.
import { open } from 'node:fs/promises'
import { detectEncoding, type Encoding, readSample } from './encoding.ts'
import { type JsonList, openList } from './json-list.ts'
import { type JsonLines, looksLikeLines, openLines } from './lines.ts'
import { recognise } from './recognise.ts'
import { openDelimited, type Table, type TableReading } from './table.ts'
import { refuse } from './unreadable.ts'
import { openWorkbook, type Workbook } from './xlsx.ts'

export type { Encoding } from './encoding.ts'
export { isFormula, withoutGuard } from './formula.ts'
export { tableOfItems } from './items-table.ts'
export type { JsonList } from './json-list.ts'
export { lineFault } from './line-fault.ts'
export type { JsonLines, LineItem } from './lines.ts'
export type { Skip } from './skips.ts'
export type { Delimiter } from './split.ts'
export type { SourceRow, Table, TableShape } from './table.ts'
export { refuse, UnreadableFile } from './unreadable.ts'
export { readBoolean } from './values/boolean.ts'
export { type DateFault, type DateOrder, readDate } from './values/date.ts'
export { type Money, readMoney } from './values/money.ts'
export { type DecimalMark, type NumberFault, readNumber } from './values/number.ts'

export type Opened = Table | JsonList | JsonLines

/** What a person said of how the file is to be read, where the guess was wrong. */
export type FileReading = TableReading & { encoding?: Encoding }

/**
 * Opens a file by what it holds, never by its name: delimited text, an XLSX workbook, a JSON list or JSON lines.
 * Rows and items are streamed, and may be asked for more than once. Throws `UnreadableFile`, here or while reading.
 *
 * @example
 * const file = await openFile(path)
 * if (file.kind === 'table') for await (const { row, cells, skip } of file.rows()) …
 */
export const openFile = (path: string, reading: FileReading = {}): Promise<Opened> => openTogether().open(path, reading)

export type Opener = {
  open(path: string, reading?: FileReading): Promise<Opened>
  /** Names of the sheets of a workbook, in their order; none of any other file. */
  sheets(path: string): Promise<readonly string[]>
}

/** Opens what is read in one go. The sheets of one workbook share what it holds for all of them, and count towards its limits together. */
export function openTogether(): Opener {
  const workbooks = new Map<string, Promise<Workbook>>()
  const workbookAt = (path: string): Promise<Workbook> => {
    const opened = workbooks.get(path) ?? openWorkbook(path)
    workbooks.set(path, opened)
    return opened
  }
  return {
    async open(path, reading = {}) {
      const prefix = await readPrefix(path)
      return recognise(prefix) === 'zip' ? (await workbookAt(path)).open(reading) : openText(path, prefix, reading)
    },
    sheets: async (path) => (recognise(await readPrefix(path)) === 'zip' ? (await workbookAt(path)).sheets : []),
  }
}

async function openText(path: string, prefix: Buffer, reading: FileReading): Promise<Opened> {
  const encoding = reading.encoding ?? (await detectEncoding(path, prefix))
  const sample = await readSample(path, encoding, sampleLength)
  if (sample.isWhole && sample.text.trim() === '') throw refuse.empty()
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(sample.text)) return openDelimited(path, encoding, sample, reading)
  return looksLikeLines(sample) ? openLines(path, encoding) : openList(path, encoding)
}

const sampleLength = 1 << 20

async function readPrefix(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
