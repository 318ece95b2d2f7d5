import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSplitter, type Delimiter, maxColumns, maxRowLength, type SplitRow } from './split.ts'

function split(text: string, delimiter: Delimiter = ',', pieceLength = text.length): SplitRow[] {
  const splitter = createSplitter({ delimiter, newline: '\n' })
  const rows: SplitRow[] = []
  for (let at = 0; at < text.length; at += pieceLength) rows.push(...splitter.push(text.slice(at, at + pieceLength)))
  return [...rows, ...splitter.end()]
}

describe('splitting', () => {
  test('a row is named by the line on which it starts, across quoted line breaks and blank lines', () => {
    expect(split('a,b\n\n"x\ny",1\r\n\r\n"p","q\n\n"\nlast,\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 3, cells: ['x\ny', '1'] },
      { row: 6, cells: ['p', 'q\n\n'] },
      { row: 9, cells: ['last', ''] },
    ])
  })

  test('a stray quotation mark does not swallow the rows after it', () => {
    expect(split('5" pipe,a\n"said "hi" there",b\nnext,c').map(({ cells }) => cells)).toEqual([
      ['5" pipe', 'a'],
      ['said hi" there"', 'b'],
      ['next', 'c'],
    ])
  })

  test('a quotation mark that is never closed is refused, naming the row that opens it', () => {
    expect(() => split('a,b\nc,"d\ne,f\n')).toThrow(expect.objectContaining({ code: 'unclosed_quote', row: 2 }))
  })

  test('a row or a quoted cell that grows beyond all sense is refused before the memory is', () => {
    const long = 'x'.repeat(maxRowLength + 1)
    expect(() => split(`a\n${long}\n`)).toThrow(expect.objectContaining({ code: 'row_too_long', row: 2 }))
    expect(() => split(`a\nb,"${long}`, ',', 1 << 16)).toThrow(
      expect.objectContaining({ code: 'row_too_long', row: 2 }),
    )
    expect(() => split(`a\nb,"${long}"\n`)).toThrow(expect.objectContaining({ code: 'row_too_long', row: 2 }))
    expect(() => split(`a\n${','.repeat(maxColumns)}\n`)).toThrow(
      expect.objectContaining({ code: 'too_many_columns', row: 2 }),
    )
  })

  test('whatever is written comes back, from the line it was written on, however the text is cut into pieces', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '漢', '😀', '"', ',', ';', '\n', '\r\n', ' ', '=', '0'),
      maxLength: 8,
    })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    const form = fc.record({
      delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      blankLines: fc.array(fc.nat(2), { maxLength: 12 }),
      pieceLength: fc.integer({ min: 1, max: 40 }),
      quoteAll: fc.boolean(),
    })
    fc.assert(
      fc.property(table, form, (rows, { delimiter, newline, blankLines, pieceLength, quoteAll }) => {
        let text = ''
        const written: SplitRow[] = []
        for (const [position, cells] of rows.entries()) {
          text += newline.repeat(blankLines[position] ?? 0)
          const mustQuote = (cell: string) => quoteAll || /["\n\r,;\t|]/.test(cell) || cells.length === 1
          written.push({ row: text.split('\n').length, cells })
          text += cells.map((cell) => (mustQuote(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
          text += newline
        }
        expect(split(text, delimiter, pieceLength)).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })
})
