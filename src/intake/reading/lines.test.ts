import { describe, expect, test } from 'vitest'
import { openFile } from './index.ts'
import { all, expectKind, testFiles } from './test-files.ts'

const write = testFiles()

async function read(content: string) {
  const lines = expectKind(await openFile(await write(content)), 'lines')
  return all(lines.items())
}

describe('JSON lines', () => {
  test('each line is an item named by its line; blank lines are nothing', async () => {
    expect(await read('{"id":1}\n\n{"id":2,"tags":[{"a":1}]}\r\n{"id":3}')).toEqual([
      { row: 1, item: { id: 1 } },
      { row: 3, item: { id: 2, tags: [{ a: 1 }] } },
      { row: 4, item: { id: 3 } },
    ])
  })

  test('a bad line is a fault of that line, even the first, and the rest is read', async () => {
    expect(await read('{"id":\n{"id":2}\nnonsense\n{"id":4}\n{"id":5}\n{"id":6')).toEqual([
      { row: 1, fault: 'not_json' },
      { row: 2, item: { id: 2 } },
      { row: 3, fault: 'not_json' },
      { row: 4, item: { id: 4 } },
      { row: 5, item: { id: 5 } },
      { row: 6, fault: 'not_json' },
    ])
  })

  test('a line too long or too deep is a fault of that line, and is not held in memory', async () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const long = `{"a":"${'x'.repeat(40_000_000)}"}`
    expect(await read(`{"id":1}\n${deep}\n${long}\n{"id":4}\n{"id":5}\n{"id":6}\n`)).toEqual([
      { row: 1, item: { id: 1 } },
      { row: 2, fault: 'too_deep' },
      { row: 3, fault: 'too_long' },
      { row: 4, item: { id: 4 } },
      { row: 5, item: { id: 5 } },
      { row: 6, item: { id: 6 } },
    ])
  })

  test('a single object on a line is one item; a list on a line is a list', async () => {
    expect(await read('{"id":1}\n')).toEqual([{ row: 1, item: { id: 1 } }])
    expect((await openFile(await write('{"object":"list","data":[{"id":1}]}'))).kind).toBe('list')
    expect((await openFile(await write('{"object":"list","data":[\n{"id":1}\n]}'))).kind).toBe('list')
  })
})
