// An XLSX workbook, written while its rows are read, with text in its cells instead of a table of shared ones, which would have to be
// known whole. Texts that look like formulas carry Excel's own mark for "this is text" (quotePrefix), so that they are shown as they are
// and stay text when somebody edits them.
import { isFormula } from '../intake/reading/index.ts'
import type { Cell, Column, Row } from './columns.ts'
import { listText } from './csv.ts'
import { type Entry, zipOf } from './zip.ts'

export const xlsxOf = (columns: readonly Column[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Uint8Array> =>
  zipOf(partsOf(columns, pages))

/** A sheet, and another where it is full; then what says how many there are. */
async function* partsOf(columns: readonly Column[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Entry> {
  const coming = pages[Symbol.asyncIterator]()
  let waiting: readonly Row[] = []
  const isMore = async () => {
    while (waiting.length === 0) {
      const page = await coming.next()
      if (page.done) return false
      waiting = page.value
    }
    return true
  }
  async function* sheet() {
    yield head +
      rowXml(
        1,
        columns.map(({ title }) => textCell(title)),
      )
    for (let row = 1; row < mostRows && (await isMore()); ) {
      const taken = waiting.slice(0, mostRows - row)
      waiting = waiting.slice(taken.length)
      const first = row + 1
      row += taken.length
      yield taken
        .map((each, i) =>
          rowXml(
            first + i,
            columns.map((column) => cellXml(column, column.of(each))),
          ),
        )
        .join('')
    }
    yield foot
  }
  const sheets: string[] = []
  do {
    sheets.push(`sheet${sheets.length + 1}`)
    yield { name: `xl/worksheets/${sheets.at(-1)}.xml`, contents: sheet() }
  } while (await isMore())
  yield whole('[Content_Types].xml', contentTypes(sheets))
  yield whole('_rels/.rels', packageRels)
  yield whole('xl/workbook.xml', workbook(sheets))
  yield whole('xl/_rels/workbook.xml.rels', workbookRels(sheets))
  yield whole('xl/styles.xml', styles)
}

const whole = (name: string, text: string): Entry => ({
  name,
  contents: (async function* () {
    yield text
  })(),
})

/** As many as a sheet has. */
const mostRows = 1_048_576
/** The longest text of a cell. */
const longestText = 32_767

const rowXml = (n: number, cells: readonly string[]): string => `<row r="${n}">${cells.join('')}</row>`

/** Places among `cellXfs` of the styles. */
const style = { day: 1, moment: 2, text: 3 } as const

function cellXml({ kind }: Column, cell: Cell): string {
  if (cell === null || cell === '') return '<c/>'
  if (kind === 'integer' || kind === 'decimal') return numberCell(String(cell))
  if (kind === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  if (kind === 'date' || kind === 'moment') return dateCell(kind, String(cell))
  return textCell(Array.isArray(cell) ? listText(cell) : String(cell))
}

/** Numbers with more digits than a spreadsheet keeps are texts. */
const numberCell = (text: string): string =>
  text.replace(/\D/g, '').replace(/^0+/, '').length <= 15 ? `<c><v>${text}</v></c>` : textCell(text)

function dateCell(kind: 'date' | 'moment', text: string): string {
  const at = Date.parse(kind === 'date' ? `${text}T00:00:00Z` : text)
  // Spreadsheets count days from 1900 on, to the second; what is earlier or finer stays text.
  const isKept = !Number.isNaN(at) && at >= Date.UTC(1900, 2, 1) && at % 1_000 === 0
  return isKept
    ? `<c s="${kind === 'date' ? style.day : style.moment}"><v>${at / 86_400_000 + 25_569}</v></c>`
    : textCell(text)
}

function textCell(text: string): string {
  const isGuarded = isFormula(text)
  // Whoever reads it takes one apostrophe before a formula for a guard, so a text that has one of its own gets another.
  const told = isGuarded && text.startsWith("'") ? `'${text}` : text
  const shown = told.length > longestText ? `${told.slice(0, longestText - 1)}…` : told
  return `<c t="inlineStr"${isGuarded ? ` s="${style.text}"` : ''}><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`
}

/** What XML can't hold is written as Excel writes it, and so is a text that only looks like it. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(unwritable, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .toWellFormed()
    .replace(/[&<>]/g, (one) => entities[one] ?? one)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that XML can't hold
const unwritable = /[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const offices = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const head = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
const foot = '</sheetData></worksheet>'

const contentTypes = (sheets: readonly string[]): string =>
  `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((sheet) => `<Override PartName="/xl/worksheets/${sheet}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`

const packageRels = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${offices}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbook = (sheets: readonly string[]): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${offices}"><sheets>${sheets.map((sheet, i) => `<sheet name="${sheet}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`

const workbookRels = (sheets: readonly string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${sheets.map((sheet, i) => `<Relationship Id="rId${i + 1}" Type="${offices}/worksheet" Target="worksheets/${sheet}.xml"/>`).join('')}<Relationship Id="styles" Type="${offices}/styles" Target="styles.xml"/></Relationships>`

/** Plain, a day, a moment, and text that is to stay text. */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`
