import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile, openTogether } from './index.ts'
import { expectKind, openTable, rowsOf, testFiles } from './test-files.ts'
import { formatOf, textOfNumber } from './xlsx-cells.ts'

const write = testFiles()

type Parts = {
  sheets: { name: string; xml: string; state?: string }[]
  shared?: string
  styles?: string
  properties?: string
}

function workbook({ sheets, shared, styles, properties = '' }: Parts): Uint8Array {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="t" Target="worksheets/part${i + 1}.xml"/>`,
  )
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook>${properties}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...(shared ? { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` } : {}),
    ...(styles ? { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` } : {}),
  }
  for (const [i, { xml }] of sheets.entries())
    parts[`xl/worksheets/part${i + 1}.xml`] = `<worksheet><sheetData>${xml}</sheetData></worksheet>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`

const renewals: Parts = {
  sheets: [
    { name: 'Cover', xml: `<row r="2">${text('B2', 'Customer list')}</row>` },
    {
      name: 'Hidden',
      state: 'hidden',
      xml: `<row r="1">${text('A1', 'x')}${text('B1', 'y')}</row><row r="2"><c r="A2"><v>1</v></c></row>`,
    },
    {
      name: 'Renewals',
      xml: [
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>${text('D1', 'Active')}</row>`,
        '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>45321</v></c><c r="C2"><f>B2*2</f><v>1234.5600000000001</v></c><c r="D2" t="b"><v>1</v></c></row>',
        '<row r="4"><c r="A4" t="str"><f>A2</f><v>Beta &amp; Co_x000D_</v></c><c r="B4" s="2"><v>45321.75</v></c><c r="D4" t="e"><v>#REF!</v></c></row>',
      ].join(''),
    },
  ],
  shared:
    '<si><t>Account</t></si><si><r><t>Ren</t></r><r><t xml:space="preserve">ews</t></r></si><si><t>ARR</t></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy h:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
}

describe('workbooks', () => {
  test('the first visible sheet with a table is read, with dates, shared texts and the cached values of formulas', async () => {
    const table = await openTable(await write(workbook(renewals)))
    expect(table.shape).toMatchObject({ sheet: 'Renewals', headerRow: 1, dateOrder: [null, 'ymd', null, null] })
    expect(table.shape.columns.map(({ header }) => header)).toEqual(['Account', 'Renews', 'ARR', 'Active'])
    expect(table.shape.decimalMark[2]).toBe('.')
    expect(await rowsOf(table)).toEqual([
      { row: 2, cells: ['東京', '2024-01-30', '1234.56', 'TRUE'] },
      { row: 4, cells: ['Beta & Co\r', '2024-01-30T18:00:00', '', '#REF!'] },
    ])
  })

  test('a workbook of a Macintosh counts its days from 1904', async () => {
    const xml = `<row>${text('A1', 'Name')}${text('B1', 'Day')}</row><row>${text('A2', 'Ana')}<c r="B2" s="1"><v>43859</v></c></row>`
    const parts = { ...renewals, properties: '<workbookPr date1904="1"/>', sheets: [{ name: 'S', xml }] }
    const rows = await rowsOf(await openTable(await write(workbook(parts))))
    expect(rows).toEqual([{ row: 2, cells: ['Ana', '2024-01-30'] }])
  })

  test('number formats are told apart: dates, times, and numbers with letters about them', () => {
    expect([14, 22, 45, 0, 10].map((id) => formatOf(id, undefined))).toEqual(['date', 'date', 'time', 'plain', 'plain'])
    const codes = [
      'dd/mm/yyyy',
      'mmm-yy',
      'h:mm AM/PM',
      '[h]:mm',
      '#,##0.00 "days"',
      '[Red]-0.00',
      '_-* #,##0\\ "dkk"',
      'General',
    ]
    expect(codes.map((code) => formatOf(200, code))).toEqual([
      'date',
      'date',
      'time',
      'time',
      'plain',
      'plain',
      'plain',
      'plain',
    ])
    expect([59, 60, 61, 1].map((day) => textOfNumber(String(day), 'date'))).toEqual([
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '1900-01-01',
    ])
    expect(textOfNumber('0.75', 'time')).toBe('18:00:00')
    expect(textOfNumber('1.2E-5', 'plain')).toBe('0.000012')
  })

  test('a bomb, a document type, a column beyond reason and a damaged archive are refused', async () => {
    const zeros = { ...renewals, sheets: [{ name: 'S', xml: `${' '.repeat(10_000)}<x/>`.repeat(7_000) }] }
    await expect(openFile(await write(workbook(zeros)))).rejects.toMatchObject({ code: 'workbook_too_big' })
    const laughs = { ...renewals, sheets: [{ name: 'S', xml: '<!DOCTYPE x [<!ENTITY a "b">]>' }] }
    await expect(openFile(await write(workbook(laughs)))).rejects.toMatchObject({ code: 'broken_workbook' })
    const wide = { ...renewals, sheets: [{ name: 'S', xml: `<row r="1">${text('XFD1', 'far')}</row>` }] }
    await expect(openFile(await write(workbook(wide)))).rejects.toMatchObject({ code: 'too_many_columns' })
    const whole = workbook(renewals)
    await expect(openFile(await write(whole.subarray(0, whole.length - 200)))).rejects.toMatchObject({
      code: 'broken_workbook',
    })
    const damaged = Uint8Array.from(whole, (byte, at) => (at > 60 && at < 400 ? byte ^ 0x5a : byte))
    await expect(openFile(await write(damaged))).rejects.toMatchObject({ code: 'broken_workbook' })
  })

  const people = (name: string) =>
    `<row r="1">${text('A1', 'Name')}${text('B1', 'City')}</row><row r="2">${text('A2', name)}${text('B2', 'Oslo')}</row>`

  test('any sheet that can be seen is opened by its name, one beside another; one that is not there is not', async () => {
    const path = await write(
      workbook({ ...renewals, sheets: [...renewals.sheets, { name: 'People', xml: people('Ana') }] }),
    )
    const { open, sheets } = openTogether()
    expect(await sheets(path)).toEqual(['Cover', 'Renewals', 'People'])
    const tables = await Promise.all(
      ['Renewals', 'People', 'Cover'].map(async (sheet) => expectKind(await open(path, { sheet }), 'table')),
    )
    expect(tables.map(({ isPlausible }) => isPlausible)).toEqual([true, true, false])
    const [renewed, ana] = await Promise.all(tables.map(rowsOf))
    expect([renewed?.length, ana]).toEqual([2, [{ row: 2, cells: ['Ana', 'Oslo'] }]])
    await expect(open(path, { sheet: 'Hidden' })).rejects.toMatchObject({
      code: 'no_such_sheet',
      message: expect.stringContaining('“Cover”, “Renewals”, “People”'),
    })
    expect(await sheets(await write('a,b\n1,2\n'))).toEqual([])
  })

  test('a sheet that can’t be read is passed over where another can', async () => {
    const far = `<row r="1">${text('XFD1', 'far')}</row>`
    const sheets = [
      { name: 'Far', xml: far },
      { name: 'People', xml: people('Ana') },
    ]
    expect((await openTable(await write(workbook({ sheets })))).shape.sheet).toBe('People')
  })

  test('sheets that are harmless one by one, and a bomb together, are refused', async () => {
    const xml = `${people('Ana')}${`${' '.repeat(15_000)}<x/>`.repeat(2_200)}`
    const path = await write(workbook({ sheets: ['A', 'B'].map((name) => ({ name, xml })) }))
    expect(await openFile(path, { sheet: 'B' })).toMatchObject({ isPlausible: true })
    const { open } = openTogether()
    for (const _ of ['once', 'again']) expect(await open(path, { sheet: 'A' })).toMatchObject({ isPlausible: true })
    await expect(open(path, { sheet: 'B' })).rejects.toMatchObject({ code: 'workbook_too_big' })
  })

  test('another kind of archive, and a workbook that holds nothing, are refused', async () => {
    const archive = zipSync({ 'data.csv': strToU8('a,b\n') })
    await expect(openFile(await write(archive))).rejects.toThrow(/zip archive/)
    await expect(openFile(await write(workbook({ sheets: [{ name: 'S', xml: '' }] })))).rejects.toMatchObject({
      code: 'empty_file',
    })
  })
})
