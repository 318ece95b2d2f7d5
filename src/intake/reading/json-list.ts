// A JSON list: a bare array, or the array of records inside an object as billing and support systems export it.
import { decodeFile, type Encoding } from './encoding.ts'
import { createCursor, type JsonCursor } from './json-cursor.ts'
import { refuse } from './unreadable.ts'

export type JsonList = {
  kind: 'list'
  /** The member that holds the list, such as `data` or `organizations`; empty for a bare array. */
  key: string
  /** The small members before the list, such as `has_more` or `count`. */
  head: Record<string, unknown>
  sample: unknown[]
  /** `row` is the item's ordinal, counted from 1. Throws `UnreadableFile` naming the line of a broken item. */
  items(): AsyncGenerator<{ row: number; item: unknown }>
}

const sampleSize = 100
const maxHeadLength = 65_536

/** Opens a JSON list. Throws `UnreadableFile` where no array of records stands at the top level. */
export async function openList(path: string, encoding: Encoding): Promise<JsonList> {
  const pieces = decodeFile(path, encoding)
  try {
    const cursor = createCursor(pieces)
    const { key, head, isEmpty } = await findList(cursor)
    const sample: unknown[] = []
    for await (const { row, item } of isEmpty ? [] : readItems(cursor)) {
      sample.push(item)
      if (row === sampleSize) break
    }
    return { kind: 'list', key, head, sample, items: () => streamItems(path, encoding) }
  } finally {
    await pieces.return(undefined)
  }
}

async function* streamItems(path: string, encoding: Encoding): AsyncGenerator<{ row: number; item: unknown }> {
  const pieces = decodeFile(path, encoding)
  try {
    const cursor = createCursor(pieces)
    const { isBare, isEmpty } = await findList(cursor)
    if (!isEmpty) yield* readItems(cursor)
    if (!isBare && !isEmpty) await readMembers(cursor)
    if (!(await cursor.isAtEnd())) throw refuse.badJson(cursor.line(), 'something follows the end of the list')
  } finally {
    await pieces.return(undefined)
  }
}

// Leaves the cursor behind the bracket that opens the list.
async function findList(cursor: JsonCursor) {
  if ((await cursor.take('[{')) === '[') return { key: '', head: {}, isBare: true, isEmpty: false }
  const members: [string, unknown][] = []
  const list = await readMembers(cursor, members)
  const key = list ?? members.find(([, value]) => Array.isArray(value) && value.length === 0)?.[0]
  if (key === undefined) throw refuse.noList()
  // fromEntries defines its members, so that a key such as __proto__ is only a key.
  return { key, head: Object.fromEntries(members), isBare: false, isEmpty: list === undefined }
}

// Reads the members of an object into `members`, up to its end or to an array of records, whose key it gives back.
// Without `members` nothing is kept and no list is looked for.
async function readMembers(cursor: JsonCursor, members?: [string, unknown][]): Promise<string | undefined> {
  if ((await cursor.peek()) === ',') await cursor.take(',')
  while ((await cursor.peek()) !== '}') {
    const key = String(parse(await cursor.value(), cursor.line))
    await cursor.take(':')
    if (members && (await cursor.peek()) === '[') {
      await cursor.take('[')
      if (/[[{]/.test(await cursor.peek())) return key
      const scalars: unknown[] = []
      for await (const { item } of readItems(cursor)) if (scalars.length < sampleSize) scalars.push(item)
      members.push([key, scalars])
    } else {
      const raw = await cursor.value()
      const value = parse(raw, cursor.line)
      if (raw.length <= maxHeadLength) members?.push([key, value])
    }
    if ((await cursor.peek()) === ',') await cursor.take(',')
  }
  await cursor.take('}')
  return undefined
}

// From behind the opening bracket to behind the closing one.
async function* readItems(cursor: JsonCursor): AsyncGenerator<{ row: number; item: unknown }> {
  if ((await cursor.peek()) === ']') {
    await cursor.take(']')
    return
  }
  for (let row = 1; ; row += 1) {
    const raw = await cursor.value()
    yield { row, item: parse(raw, cursor.line) }
    if ((await cursor.take(',]')) === ']') return
  }
}

function parse(raw: string, line: () => number): unknown {
  try {
    return JSON.parse(raw)
  } catch (fault) {
    const what = raw === '' ? 'a value is missing' : fault instanceof Error ? fault.message : 'it can’t be parsed'
    throw refuse.badJson(line(), what)
  }
}
