import { describe, expect, test } from 'vitest'
import { openFile } from './index.ts'
import { openTable, rowsOf, testFiles } from './test-files.ts'

const write = testFiles()

async function read(content: string) {
  const table = await openTable(await write(content))
  const rows = await rowsOf(table)
  return { ...table.shape, rows, skips: rows.flatMap(({ row, skip }) => (skip ? [[row, skip]] : [])) }
}

describe('the shape of a table', () => {
  test('the delimiter is the one that cuts evenly, not the one that occurs most', async () => {
    const decimalCommas = await read('Nombre;ARR;Nota\nA, B y C;1,50;x, y\nD;2,75;z\nE;3,10;w\n')
    expect(decimalCommas.delimiter).toBe(';')
    expect((await read('a\tb\n1,5\t2\n3,5\t4\n')).delimiter).toBe('\t')
    expect((await read('who|what\nAna; Bo|x, y\nCy; Di|z, w\n')).delimiter).toBe('|')
    expect((await read('sep=;\nname;note\nAna;a,b,c\n')).delimiter).toBe(';')
  })

  test('line endings of every kind are read', async () => {
    for (const newline of ['\n', '\r\n', '\r'] as const) {
      const table = await read(['name,score', 'Ana,1', '', 'Bo,2', ''].join(newline))
      expect(table.newline).toBe(newline)
      expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
        [2, 'Ana', '1'],
        [4, 'Bo', '2'],
      ])
    }
  })

  test('a table without a header keeps its first row', async () => {
    const table = await read('1,ana@acme.io,2024-01-02\n2,bo@acme.io,2024-02-03\n')
    expect(table.headerRow).toBe(0)
    expect(table.columns.map(({ header }) => header)).toEqual(['Column 1', 'Column 2', 'Column 3'])
    expect(table.rows).toHaveLength(2)
  })

  test('a header with an unnamed column, years for names or a hostile name is still the header', async () => {
    expect((await read(',name,city\n1,Ana,Lima\n2,Bo,Cali\n')).columns[0]?.header).toBe('Column 1')
    expect((await read('Account,2024,2025\nAcme,10,20\nBeta,30,40\n')).headerRow).toBe(1)
    const hostile = await read('__proto__,constructor\n1,2\n')
    expect(hostile.columns.map(({ header }) => header)).toEqual(['__proto__', 'constructor'])
    expect(hostile.rows).toEqual([{ row: 2, cells: ['1', '2'] }])
  })

  test('the order of dates is decided by a day above 12, in this column or else in another', async () => {
    const table = await read(
      'Start,Renews,Signed\n03/04/2024,25/04/2025,2024-01-02\n05/06/2024,07/06/2025,2024-01-03\n',
    )
    expect(table.dateOrder).toEqual(['dmy', 'dmy', 'ymd'])
    expect((await read('Start,Name\n03/04/2024,a\n05/06/2024,b\n')).dateOrder).toEqual([null, null])
  })

  test('one slip does not unsettle a column of dates, but a column that contradicts itself stays undecided', async () => {
    const slip = `Renews,Name\n${'04/25/2024,a\n'.repeat(9)}13/01/2026,b\n`
    expect((await read(slip)).dateOrder[0]).toBe('mdy')
    const torn = 'Renews,Start\n04/25/2024,01/31/2024\n25/04/2024,01/30/2024\n'
    expect((await read(torn)).dateOrder).toEqual([null, 'mdy'])
  })

  test('the decimal mark is decided by column, through currencies, brackets and grouping', async () => {
    const table = await read('ARR;Fee;Seats\n-28.471,00;RM 240,966.13;12\n1.234,50;($85,983);1300\n2.000;$1,000;7\n')
    expect(table.decimalMark.slice(0, 2)).toEqual([',', '.'])
    expect((await read('Name;ARR\na;1.234\nb;2.345\n')).decimalMark[1]).toBeNull()
  })
})

describe('rows that are no data', () => {
  const tracker = [
    'Renewals 2026,,,',
    '',
    'Company,,Money,',
    'Account,Renews,ARR,E-mail',
    '-- North --,,,',
    'Acme,2026-01-31,"$1,200.50",ana@acme.io,,,',
    ',,,',
    'Total Energies,2026-02-28,"$2,000",bo@total.example',
    'Account,Renews,ARR,E-mail',
    'Split,2026-03-31,$3,000,cy@split.example',
    'Subtotal,,"$3,200.50",',
    ',,"$9,200.50",',
  ].join('\n')

  test('titles, headings, sections, blanks, repeated headers and totals are delivered with what they are', async () => {
    const { skips, headerRow } = await read(tracker)
    expect(headerRow).toBe(4)
    expect(skips).toEqual([
      [1, 'title_row'],
      [3, 'merged_header'],
      [4, 'header'],
      [5, 'section_row'],
      [7, 'blank_cells'],
      [9, 'repeated_header'],
      [11, 'totals_row'],
      [12, 'totals_row'],
    ])
  })

  test('a row with a value beyond the last column is ragged; empty cells there are no fault', async () => {
    const { rows } = await read(tracker)
    expect(rows.filter(({ ragged }) => ragged).map(({ row }) => row)).toEqual([10])
  })

  test('a plain list of names is no list of section headings', async () => {
    const { skips, rows } = await read('Name,City,Phone\nAcme,,\nBeta,,\nGamma,Lima,\nDelta,,\n')
    expect([skips, rows.length]).toEqual([[], 4])
  })

  test('a table of figures only, or a row with nothing but its number, is no total', async () => {
    expect((await read('id,score\n1,10\n2,\n,7\n')).skips).toEqual([])
    expect((await read('No,Name,City\n1,Acme,Lima\n2,,\n3,Beta,Cali\n')).skips).toEqual([])
  })

  test('totals are known in four languages', async () => {
    for (const word of ['TOTAL', 'Grand total:', 'Suma', 'Total geral', 'Jumlah', 'Subtotal', 'Total (12)'])
      expect((await read(`Name,Owner,ARR\nAcme,Ana,5\nBeta,Bo,7\n${word},,12\n`)).skips).toEqual([[4, 'totals_row']])
  })
})

describe('what can’t be read', () => {
  test('an empty file is refused', async () => {
    for (const nothing of ['', '\n\n', ' \r\n', '\ufeff'])
      await expect(openFile(await write(nothing))).rejects.toMatchObject({ code: 'empty_file' })
  })

  test('a file that is something else under a table’s name is refused by what it looks like', async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    const looks: [string | Uint8Array, RegExp][] = [
      [old, /old Excel workbook/],
      ['%PDF-1.7\n', /a PDF/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /PNG picture/],
      ['<!DOCTYPE html><table><tr><td>Name</td></tr></table>', /web page/],
      [Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ]
    for (const [content, what] of looks) await expect(openFile(await write(content))).rejects.toThrow(what)
  })

  test('a cell of ten megabytes and six thousand columns are refused with their line', async () => {
    const wide = `${Array.from({ length: 6_000 }, (_, index) => `c${index}`).join(',')}\n1\n`
    await expect(openFile(await write(wide))).rejects.toMatchObject({ code: 'too_many_columns', row: 1 })
    const long = await openTable(await write(`name,note\n${'Ana,x\n'.repeat(200_000)}Bo,"${'x'.repeat(10_000_000)}"\n`))
    await expect(rowsOf(long)).rejects.toMatchObject({ code: 'row_too_long', row: 200_002 })
  })
})
