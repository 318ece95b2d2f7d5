import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunked } from './damage.fixture.ts'
import { archiveOf } from './tar.fixture.ts'
import { untar } from './tar.ts'

test('an archive reads the same however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.integer({ min: 1, max: 1_500 }), async (content, size) => {
      const entries = await read(archiveOf('base/1/1259', Buffer.from(content)), size)
      expect(entries).toEqual([{ path: 'base/1/1259', kind: 'file', mode: 0o600, content: Buffer.from(content) }])
    }),
  )
})

test('a size of 8 GB and more, written as a binary number, is understood', async () => {
  const content = Buffer.from('short')
  const archive = archiveOf('big', content, (header) => {
    header.fill(0, 124, 136)
    header.writeUInt8(0x80, 124)
    header.writeUInt8(content.length, 135)
  })
  expect(await read(archive)).toMatchObject([{ path: 'big', content }])
})

test.each([
  ['an absolute path', '/etc/passwd'],
  ['a step up', 'base/../../x'],
  ['a Windows path', 'C:\\x'],
  ['no name', ''],
])('%s is refused', async (_, path) => {
  await expect(read(archiveOf(path, Buffer.from('x')))).rejects.toMatchObject({ code: 'unsafe_path' })
})

test('a symbolic link is refused', async () => {
  const link = archiveOf('pg_tblspc/1', Buffer.alloc(0), (header) => header.write('2', 156))
  await expect(read(link)).rejects.toMatchObject({ code: 'unsafe_path' })
})

test('a damaged header is refused by the entry before it, and a missing end as cut short', async () => {
  const archive = archiveOf('first', Buffer.from('x'))
  const second = archiveOf('second', Buffer.from('y'))
  second.write('0000777', 100)
  const both = Buffer.concat([archive.subarray(0, 1024), second])
  await expect(read(both)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('after first') })
  await expect(read(archive.subarray(0, 1024))).rejects.toMatchObject({ code: 'cut_short' })
  await expect(read(archive.subarray(0, 700))).rejects.toMatchObject({ code: 'cut_short' })
})

async function read(archive: Buffer, chunkSize = archive.length) {
  const entries: { path: string; kind: string; mode: number; content: Buffer }[] = []
  for await (const { content, ...entry } of untar(chunked(archive, chunkSize))) {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    entries.push({ ...entry, content: Buffer.concat(chunks) })
  }
  return entries
}
