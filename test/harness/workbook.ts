// A workbook for tests that send one.
import { strToU8, zipSync } from 'fflate'

type Cell = string | number | { day: number }

/** An Excel file as small as one can be. Sheets by their names, rows of cells; a `day` is a number that is shown as one. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const names = Object.keys(sheets)
  const cell = (value: Cell, at: string) =>
    typeof value === 'string'
      ? `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
      : typeof value === 'number'
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" s="1"><v>${value.day}</v></c>`
  const sheetXml = (rows: readonly (readonly Cell[])[]) =>
    rows
      .map((row, y) => {
        const cells = row.map((value, x) => cell(value, `${'ABCDEFGH'.charAt(x)}${y + 1}`))
        return `<row r="${y + 1}">${cells.join('')}</row>`
      })
      .join('')
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="t" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  }
  for (const [i, name] of names.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${sheetXml(sheets[name] ?? [])}</sheetData></worksheet>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
