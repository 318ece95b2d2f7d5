// Files for the tests of this folder, in a temporary folder that goes away with the test file.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Opened, openFile } from './index.ts'
import type { SourceRow, Table } from './table.ts'

/** Gives a function that writes content to a new file and says its path. */
export function testFiles(): (content: string | Uint8Array) => Promise<string> {
  let folder = ''
  let count = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-reading-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  return async (content) => {
    count += 1
    const path = join(folder, `${count}.dat`)
    await writeFile(path, content)
    return path
  }
}

export async function openTable(path: string): Promise<Table> {
  return expectKind(await openFile(path), 'table')
}

export async function rowsOf(table: Table): Promise<SourceRow[]> {
  return all(table.rows())
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

export function expectKind<K extends Opened['kind']>(opened: Opened, kind: K): Extract<Opened, { kind: K }> {
  if (opened.kind !== kind) throw new Error(`opened as ${opened.kind}, not as ${kind}`)
  // The kind was compared just above.
  return opened as Extract<Opened, { kind: K }>
}
