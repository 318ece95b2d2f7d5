// The sheets of a workbook, as the same rows that delimited text gives.
import { words } from '../../../dictionary/words.ts'
import { unpackFirst } from './recognise.ts'
import type { SplitRow } from './split.ts'
import { maxColumns } from './split.ts'
import { describeTable, judgeRows, type Table, type TableReading } from './table.ts'
import { refuse, UnreadableFile } from './unreadable.ts'
import { type CellFormat, formatOf, textOfNumber, unescapeCell } from './xlsx-cells.ts'
import { attribute, createXmlReader, type XmlHandlers } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

const rowsToSample = 2_000
const mostSheets = 50
/** Spreadsheet programs allow 31. */
const longestSheetName = 100
const maxSharedText = 64_000_000

export type Workbook = {
  /** Names of the sheets that can be seen, in their order; the first fifty. */
  sheets: readonly string[]
  /**
   * The sheet that is named, or the first with headings and rows under them, else the first that holds anything. Sheets of one workbook
   * share its texts, of which there is one copy however many are open.
   */
  open(reading?: TableReading): Promise<Table>
}

/** Throws `UnreadableFile`, here or where a sheet is opened or read. All that is read of it counts towards the limits of one file. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path)
  if (!zip.has('xl/workbook.xml')) throw notAWorkbook(zip)
  const book = await readBook(zip)
  const sheets = book.sheets.map(({ name }) => name)
  return {
    sheets,
    async open(reading = {}) {
      if (reading.sheet === undefined) return firstTable(zip, book, reading)
      const sheet = book.sheets.find(({ name }) => name === reading.sheet)
      if (!sheet) throw refuse.noSheet(reading.sheet, sheets)
      const table = await openSheet(zip, book, sheet, reading)
      if (table.shape.columns.length === 0) throw refuse.empty()
      return table
    },
  }
}

/** One that can't be read is passed over, as long as there is another. */
async function firstTable(zip: Zip, book: Book, reading: TableReading): Promise<Table> {
  let fallback: Table | undefined
  let fault: UnreadableFile | undefined
  for (const sheet of book.sheets) {
    try {
      const table = await openSheet(zip, book, sheet, reading)
      if (table.isPlausible) return table
      if (table.shape.columns.length > 0) fallback ??= table
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      fault ??= error
    }
  }
  if (!fallback) throw fault ?? refuse.empty()
  return fallback
}

function notAWorkbook(zip: Zip): UnreadableFile {
  if (zip.has('word/document.xml'))
    return refuse.looksLike(
      words('a Word document', 'un documento de Word', 'um documento do Word', 'dokumen Word'),
      words(
        'Export the data as CSV or XLSX.',
        'Exporte los datos como CSV o XLSX.',
        'Exporte os dados como CSV ou XLSX.',
        'Eksport data sebagai CSV atau XLSX.',
      ),
    )
  return refuse.looksLike(
    words(
      'a zip archive, not a workbook',
      'un archivo zip, no un libro',
      'um arquivo zip, não uma pasta de trabalho',
      'arkib zip, bukan buku kerja',
    ),
    unpackFirst,
  )
}

type Sheet = { name: string; part: string }
type Book = { sheets: Sheet[]; shared: string[]; formats: CellFormat[]; is1904: boolean }

async function openSheet(zip: Zip, book: Book, sheet: Sheet, { headerRow }: TableReading): Promise<Table> {
  const sample: SplitRow[] = []
  const numeric = new Set<number>()
  for await (const batch of readSheet(zip, book, sheet, (column) => numeric.add(column))) {
    sample.push(...batch)
    if (sample.length >= rowsToSample) break
  }
  const { layout, facts } = describeTable(sample, numeric, headerRow)
  const columns = sample.length === 0 ? [] : facts.columns
  const sheets = book.sheets.map(({ name }) => name)
  const form = { encoding: 'xlsx', delimiter: null, newline: null, sheet: sheet.name, sheets } as const
  return {
    kind: 'table',
    shape: { ...form, ...facts, columns },
    isPlausible: facts.headerRow > 0 && columns.length > 1 && sample.length > 1,
    rows: () => judgeRows(layout, readSheet(zip, book, sheet)),
  }
}

async function readBook(zip: Zip): Promise<Book> {
  const parts = new Map<string, string>()
  if (zip.has('xl/_rels/workbook.xml.rels'))
    await readPart(zip, 'xl/_rels/workbook.xml.rels', {
      open: (name, attributes) => {
        const target = attribute(attributes, 'Target') ?? ''
        if (name === 'Relationship') parts.set(attribute(attributes, 'Id') ?? '', partName(target))
      },
    })
  const sheets: Sheet[] = []
  let is1904 = false
  await readPart(zip, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return
      const part = parts.get(attribute(attributes, 'id') ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`
      const sheetName = (attribute(attributes, 'name') ?? '').replace(/[\p{C}]/gu, '').slice(0, longestSheetName)
      const isAnother = !sheets.some((each) => each.name === sheetName || each.part === part)
      if (zip.has(part) && isAnother && sheets.length < mostSheets) sheets.push({ name: sheetName, part })
    },
  })
  return { sheets, shared: await readSharedTexts(zip), formats: await readFormats(zip), is1904 }
}

async function readSharedTexts(zip: Zip): Promise<string[]> {
  const shared: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return shared
  let text = ''
  let length = 0
  let isText = false
  // Reading aids above East Asian words (rPh) are no part of the text.
  let isPhonetic = false
  await readPart(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name !== 'si') return
      shared.push(unescapeCell(text))
      length += text.length
      if (length > maxSharedText)
        throw refuse.workbookTooBig(
          words(
            'The workbook holds too much text to be opened at once.',
            'El libro tiene demasiado texto para abrirlo de una vez.',
            'A pasta de trabalho tem texto demais para abrir de uma vez.',
            'Buku kerja ada terlalu banyak teks untuk dibuka sekali gus.',
          ),
        )
    },
  })
  return shared
}

async function readFormats(zip: Zip): Promise<CellFormat[]> {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let isCellFormats = false
  if (!zip.has('xl/styles.xml')) return formats
  await readPart(zip, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'cellXfs') isCellFormats = true
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '')
      if (name === 'xf' && isCellFormats) formats.push(formatOf(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return formats
}

async function* readSheet(
  zip: Zip,
  book: Book,
  sheet: Sheet,
  onNumber?: (column: number) => void,
): AsyncGenerator<SplitRow[]> {
  let batch: SplitRow[] = []
  let cells: string[] = []
  let row = 0
  let column = -1
  let type = 'n'
  let format: CellFormat = 'plain'
  let value = ''
  let isValue = false

  const read = createXmlReader({
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        const reference = attribute(attributes, 'r')
        column = reference ? columnOf(reference) : column + 1
        if (column >= maxColumns) throw refuse.tooManyColumns(row, maxColumns)
        type = attribute(attributes, 't') ?? 'n'
        format = book.formats[Number(attribute(attributes, 's') ?? 0)] ?? 'plain'
        value = ''
      }
      // The formula itself (f) is passed over: its cached value is what the person saw.
      isValue = name === 'v' || name === 't'
    },
    text: (piece) => {
      if (isValue) value += piece
    },
    close: (name) => {
      isValue = false
      if (name === 'c' && value !== '') {
        while (cells.length < column) cells.push('')
        cells[column] = textOfCell()
      } else if (name === 'row' && cells.length > 0) batch.push({ row, cells })
    },
  })

  const decoder = new TextDecoder()
  for await (const chunk of zip.read(sheet.part)) {
    read(decoder.decode(chunk, { stream: true }))
    if (batch.length > 0) yield batch
    batch = []
  }

  function textOfCell(): string {
    if (type === 's') return book.shared[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n') return type === 'd' ? value : unescapeCell(value)
    if (format === 'plain') onNumber?.(column)
    return textOfNumber(value, format, book)
  }
}

async function readPart(zip: Zip, name: string, handlers: Partial<XmlHandlers>) {
  const read = createXmlReader({ open: () => {}, close: () => {}, text: () => {}, ...handlers })
  const decoder = new TextDecoder()
  for await (const chunk of zip.read(name)) read(decoder.decode(chunk, { stream: true }))
}

// 'worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml'
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

// 'AB12' is column 27, counted from 0.
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 0x40
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
