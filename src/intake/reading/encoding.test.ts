import { describe, expect, test } from 'vitest'
import { openFile } from './index.ts'
import { openTable, rowsOf, testFiles } from './test-files.ts'

const write = testFiles()
const text = 'Razón social;País;Año\nLucía Muñoz;España;2024\nJosé Peña;México;2025\n'

async function read(content: string | Uint8Array) {
  const table = await openTable(await write(content))
  return { encoding: table.shape.encoding, cells: (await rowsOf(table)).map(({ cells }) => cells) }
}

const expected = [
  ['Lucía Muñoz', 'España', '2024'],
  ['José Peña', 'México', '2025'],
]

describe('encodings', () => {
  test('UTF-8 is read with and without its mark, and the mark is no part of the first header', async () => {
    expect(await read(text)).toEqual({ encoding: 'utf-8', cells: expected })
    const marked = await openTable(await write(`\ufeff${text}`))
    expect(marked.shape.columns[0]?.header).toBe('Razón social')
  })

  test('UTF-16 is read in both byte orders, marked or not', async () => {
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await read(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual({
      encoding: 'utf-16le',
      cells: expected,
    })
    expect(await read(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual({
      encoding: 'utf-16be',
      cells: expected,
    })
    expect(await read(little)).toEqual({ encoding: 'utf-16le', cells: expected })
    expect(await read(big)).toEqual({ encoding: 'utf-16be', cells: expected })
  })

  test('Windows-1252 is read, with the euro sign and curly quotes where Latin-1 has none', async () => {
    const bytes = Buffer.concat([Buffer.from('precio;nota\n'), Buffer.from([0x80, 0x31, 0x3b, 0x93, 0xe9, 0x94, 0x0a])])
    expect(await read(bytes)).toEqual({ encoding: 'windows-1252', cells: [['€1', '“é”']] })
  })

  test('a file that is plain ASCII for a megabyte is still found to be Windows-1252 by its last line', async () => {
    const plain = 'name,city\n'.concat('Acme,Lima\n'.repeat(120_000))
    const { encoding, cells } = await read(
      Buffer.concat([Buffer.from(plain), Buffer.from('Pe\xf1a,Bogot\xe1\n', 'latin1')]),
    )
    expect(encoding).toBe('windows-1252')
    expect(cells.at(-1)).toEqual(['Peña', 'Bogotá'])
  })

  test('a bad byte in the last line of a UTF-8 file is refused with its line, before any row is delivered', async () => {
    const good = 'name,city\n'.concat('Peña,Bogotá\n'.repeat(50_000))
    const path = await write(Buffer.concat([Buffer.from(good), Buffer.from('Jos\xe9,Lima\n', 'latin1')]))
    await expect(openFile(path)).rejects.toMatchObject({ code: 'broken_text', row: 50_002 })
  })

  test('a UTF-8 file cut in the middle of a character is refused', async () => {
    const path = await write(Buffer.from('name,city\nPeña,Lima\nJosé').subarray(0, -1))
    await expect(openFile(path)).rejects.toMatchObject({ code: 'broken_text', row: 3 })
  })

  test('a character that falls on the border of two reads stays whole', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const filler = 'x'.repeat((1 << 18) - 20 + shift)
      const { cells } = await read(`a,b\n${filler},😀😀é漢😀😀é漢😀😀\n`)
      expect(cells).toEqual([[filler, '😀😀é漢😀😀é漢😀😀']])
    }
  })

  test('text that is in no encoding we read, or holds zero bytes, is refused with its line', async () => {
    const odd = await write(Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0x41, 0x81, 0x8d, 0x2c, 0x42, 0x0a])]))
    await expect(openFile(odd)).rejects.toMatchObject({ code: 'unknown_encoding', row: 2 })
    await expect(openFile(await write('a,b\n1,2\n3,\0\n'))).rejects.toMatchObject({ code: 'zero_bytes', row: 3 })
  })
})
