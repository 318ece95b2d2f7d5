import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'
import { inWords } from './describe.ts'
import type { Output } from './output.ts'
import { pairs, table } from './table.ts'

const plain: Pick<Output, 'width' | 'style'> = { width: null, style: (_, text) => text }
// Only these two are asked for by tables.
const out = plain as Output

test('columns are aligned by characters, numbers to the right, and nothing stands after the last', () => {
  const rows = [
    ['Añil', '1,200'],
    ['B', '7'],
  ]
  expect(table(out, [{ title: 'name' }, { title: 'arr', isRight: true }], rows)).toBe(
    ['name    arr', 'Añil  1,200', 'B         7'].join('\n'),
  )
})

test('a value can neither move the cursor nor recolour the terminal', () => {
  const hostile = 'a\u001b[2Jb\u001b]0;title\u0007c\rd\u009b31me'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that must be gone
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/
  expect(table(out, [{ title: 'x' }], [[hostile]])).not.toMatch(control)
  expect(pairs(out, [['x', hostile]])).not.toMatch(control)
})

test('on a terminal long cells are cut, elsewhere they are whole', () => {
  const long = 'x'.repeat(100)
  expect(table(out, [{ title: 'x' }], [[long]])).toContain(long)
  expect(table({ ...out, width: 80 }, [{ title: 'x' }], [[long]])).toContain(`${'x'.repeat(59)}…`)
})

test('CSV is quoted where a cell holds a comma, a quote or a line break', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",\r\n')
})

test('money is said in major units, grouped, with its currency', () => {
  expect(inWords(null, { amount: 123_456_789, currency: 'USD' })).toBe('1,234,567.89 USD')
  expect(inWords(null, { amount: -1_000, currency: 'JPY' })).toBe('-1,000 JPY')
  expect(inWords(null, { amount: 1_234_567, currency: 'KWD' })).toBe('1,234.567 KWD')
})
