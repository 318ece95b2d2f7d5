// The first sheet of a workbook that holds a table, as the same rows that delimited text gives.
import { words } from '../../../dictionary/words.ts'
import { unpackFirst } from './recognise.ts'
import type { SplitRow } from './split.ts'
import { maxColumns } from './split.ts'
import { describeTable, judgeRows, type Table, type TableReading } from './table.ts'
import { refuse } from './unreadable.ts'
import { type CellFormat, formatOf, textOfNumber, unescapeCell } from './xlsx-cells.ts'
import { attribute, createXmlReader, type XmlHandlers } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

const rowsToSample = 2_000
const sheetsToTry = 50
const maxSharedText = 64_000_000

/** Opens an XLSX workbook at the sheet that is named, or its first visible one with a header and rows, else the first that holds anything. */
export async function openWorkbook(path: string, reading: TableReading = {}): Promise<Table> {
  const zip = await openZip(path)
  if (!zip.has('xl/workbook.xml')) {
    if (zip.has('word/document.xml'))
      throw refuse.looksLike(
        words('a Word document', 'un documento de Word', 'um documento do Word', 'dokumen Word'),
        words(
          'Export the data as CSV or XLSX.',
          'Exporte los datos como CSV o XLSX.',
          'Exporte os dados como CSV ou XLSX.',
          'Eksport data sebagai CSV atau XLSX.',
        ),
      )
    throw refuse.looksLike(
      words(
        'a zip archive, not a workbook',
        'un archivo zip, no un libro',
        'um arquivo zip, não uma pasta de trabalho',
        'arkib zip, bukan buku kerja',
      ),
      unpackFirst,
    )
  }
  const workbook = await readWorkbook(zip)
  let fallback: Table | undefined
  const named = workbook.sheets.filter((sheet) => sheet.name === reading.sheet)
  for (const sheet of (named.length > 0 ? named : workbook.sheets).slice(0, sheetsToTry)) {
    const { table, isPlausible } = await openSheet(zip, workbook, sheet, reading)
    if (isPlausible) return table
    if (table.shape.columns.length > 0) fallback ??= table
  }
  if (!fallback) throw refuse.empty()
  return fallback
}

type Sheet = { name: string; part: string }
type Workbook = { sheets: Sheet[]; shared: string[]; formats: CellFormat[]; is1904: boolean }

async function openSheet(
  zip: Zip,
  workbook: Workbook,
  sheet: Sheet,
  { headerRow }: TableReading,
): Promise<{ table: Table; isPlausible: boolean }> {
  const sample: SplitRow[] = []
  const numeric = new Set<number>()
  for await (const batch of readSheet(zip, workbook, sheet, (column) => numeric.add(column))) {
    sample.push(...batch)
    if (sample.length >= rowsToSample) break
  }
  const { layout, facts } = describeTable(sample, numeric, headerRow)
  const columns = sample.length === 0 ? [] : facts.columns
  const sheets = workbook.sheets.slice(0, sheetsToTry).map(({ name }) => name)
  const form = { encoding: 'xlsx', delimiter: null, newline: null, sheet: sheet.name, sheets } as const
  const shape = { ...form, ...facts, columns }
  return {
    table: { kind: 'table', shape, rows: () => judgeRows(layout, readSheet(zip, workbook, sheet)) },
    isPlausible: facts.headerRow > 0 && columns.length > 1 && sample.length > 1,
  }
}

async function readWorkbook(zip: Zip): Promise<Workbook> {
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
      if (zip.has(part)) sheets.push({ name: attribute(attributes, 'name') ?? '', part })
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
  workbook: Workbook,
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
        format = workbook.formats[Number(attribute(attributes, 's') ?? 0)] ?? 'plain'
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
    if (type === 's') return workbook.shared[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n') return type === 'd' ? value : unescapeCell(value)
    if (format === 'plain') onNumber?.(column)
    return textOfNumber(value, format, workbook)
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
