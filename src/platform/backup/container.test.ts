import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BackupHead, readBackupHead, readContainer, writeContainer } from './container.ts'
import { chunked, flipByte } from './damage.fixture.ts'

const head: BackupHead = {
  format: 'rows',
  version: 1,
  postgres: 18,
  createdAt: '2026-03-01T10:00:00.000Z',
  about: { schema: '0007', company: 'Žluťoučký kůň' },
}
// Random, so that compression cannot hide a boundary; larger than a few chunks.
const parts = new Map([
  ['empty', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['large', randomBytes(1_500_000)],
])

let folder = ''
let file = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-container-'))
  file = join(folder, 'test.backup')
})

afterEach(() => rm(folder, { recursive: true }))

test('parts come back as they were written, under the same head', async () => {
  await write()
  const found = new Map<string, Buffer>()
  const said = await readContainer(file, async ({ name, content }) => {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    found.set(name, Buffer.concat(chunks))
  })
  expect(said).toEqual(head)
  expect([...found.keys()]).toEqual([...parts.keys()])
  for (const [name, bytes] of parts) expect(found.get(name)?.equals(bytes), name).toBe(true)
  expect(await readBackupHead(file)).toEqual(head)
})

test('a changed bit is refused wherever it is', async () => {
  const { bytes } = await write()
  const places = [
    ...Array.from({ length: 40 }, (_, i) => Math.floor((i * bytes) / 40)),
    bytes - 34,
    bytes - 33,
    bytes - 1,
  ]
  for (const at of places) {
    const drain = readContainer(await flipByte(file, at), async ({ content }) => {
      for await (const _ of content);
    })
    await expect(drain, `byte ${at}`).rejects.toMatchObject({ name: 'BackupRefused' })
  }
})

test('a source that fails leaves no file, not even an unfinished one', async () => {
  const failing = async function* () {
    yield randomBytes(600_000)
    throw new Error('the server went away')
  }
  await expect(writeContainer(file, head, (put) => put('part', failing()))).rejects.toThrow('the server went away')
  expect(await readdir(folder)).toEqual([])
})

test('a reader that gives up half-way through a part is let go', async () => {
  await write()
  const giveUp = readContainer(file, async ({ name, content }) => {
    for await (const _ of content) if (name === 'large') throw new Error('enough')
  })
  await expect(giveUp).rejects.toThrow('enough')
})

function write() {
  return writeContainer(file, head, async (put) => {
    for (const [name, bytes] of parts) await put(name, chunked(bytes, 10_000))
  })
}
