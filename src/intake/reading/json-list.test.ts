import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openFile } from './index.ts'
import { createCursor } from './json-cursor.ts'
import { all, expectKind, testFiles } from './test-files.ts'

const write = testFiles()

async function read(content: string) {
  const list = expectKind(await openFile(await write(content)), 'list')
  const items = await all(list.items())
  return { ...list, items: items.map(({ item }) => item), rows: items.map(({ row }) => row) }
}

describe('JSON lists', () => {
  test('a billing list, a support list and a bare array are all lists, and say what stood before them', async () => {
    const billing = await read('{"object":"list","has_more":false,"data":[\n{"id":"a"},\n{"id":"b"}\n]}\n')
    expect(billing).toMatchObject({ key: 'data', head: { object: 'list', has_more: false }, rows: [1, 2] })
    expect(billing.items).toEqual([{ id: 'a' }, { id: 'b' }])
    const support = await read('{ "count": 1, "tags": ["x", "y"], "organizations": [ {"id": 1} ], "next_page": null }')
    expect(support).toMatchObject({ key: 'organizations', head: { count: 1, tags: ['x', 'y'] }, items: [{ id: 1 }] })
    expect(await read('[\n  {"id": 1},\n  {"id": 2}\n]')).toMatchObject({
      key: '',
      head: {},
      items: [{ id: 1 }, { id: 2 }],
    })
  })

  test('an empty list is a list', async () => {
    expect(await read('[]')).toMatchObject({ key: '', items: [], sample: [] })
    expect(await read('{"object":"list","data":[],"has_more":false}')).toMatchObject({ key: 'data', items: [] })
  })

  test('the sample is the beginning, and the items can be read again', async () => {
    const list = expectKind(
      await openFile(await write(JSON.stringify(Array.from({ length: 250 }, (_, id) => ({ id }))))),
      'list',
    )
    expect(list.sample).toHaveLength(100)
    for (const _ of [1, 2]) expect(await all(list.items())).toHaveLength(250)
  })

  test('a broken item, a list cut short and what follows its end are refused with their line', async () => {
    const refusal = async (content: string) => {
      const list = expectKind(await openFile(await write(content)), 'list')
      return all(list.items())
    }
    const good = `[${'{"id":1},\n'.repeat(150)}`
    await expect(refusal(`${good}{"id":tru}]`)).rejects.toMatchObject({ code: 'not_json', row: 151 })
    await expect(refusal(`${good}{"id":`)).rejects.toMatchObject({ code: 'cut_short', row: 151 })
    await expect(refusal(`${good}{"id":2}`)).rejects.toMatchObject({ code: 'cut_short', row: 151 })
    await expect(refusal(`${good}{"id":2}\n] {}`)).rejects.toMatchObject({ code: 'not_json', row: 152 })
    await expect(refusal(`${good},]`)).rejects.toMatchObject({ code: 'not_json', row: 151 })
    await expect(refusal('{"data":[{"id":1}')).rejects.toMatchObject({ code: 'cut_short' })
  })

  test('an object without a list, a value too long and one nested too deep are refused', async () => {
    await expect(openFile(await write('{"a":\n{"b":1}\n}'))).rejects.toMatchObject({ code: 'no_list' })
    await expect(openFile(await write(`[${'['.repeat(100)}${']'.repeat(100)}]`))).rejects.toMatchObject({
      code: 'too_deep',
    })
    await expect(openFile(await write(`[{"a":"${'x'.repeat(17_000_000)}"}]`))).rejects.toMatchObject({
      code: 'item_too_long',
    })
  })

  test('a member called __proto__ is a member like any other', async () => {
    const list = await read('{"__proto__":{"polluted":true},"data":[{"__proto__":{"polluted":true}}]}')
    expect(Object.keys(list.head)).toEqual(['__proto__'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('any list comes back whole, however its text is cut into pieces', async () => {
    const lists = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 1, 2),
        async (list, length, indent) => {
          const text = JSON.stringify(list, null, indent)
          async function* pieces() {
            for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
          }
          const cursor = createCursor(pieces())
          await cursor.take('[')
          const read: unknown[] = []
          while ((await cursor.peek()) !== ']') {
            read.push(JSON.parse(await cursor.value()))
            if ((await cursor.peek()) === ',') await cursor.take(',')
          }
          expect(JSON.stringify(read)).toBe(JSON.stringify(list))
        },
      ),
      { numRuns: 300 },
    )
  })
})
