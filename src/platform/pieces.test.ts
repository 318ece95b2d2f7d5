import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

test('a file comes whole and in order, in one piece of memory, and no further than asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-pieces-'))
  try {
    const path = join(folder, 'file')
    const content = randomBytes(1_000_003)
    await writeFile(path, content)
    const copies: Buffer[] = []
    const memories = new Set<ArrayBufferLike>()
    for await (const piece of piecesOf(path)) {
      copies.push(Buffer.from(piece))
      memories.add(piece.buffer)
    }
    expect(Buffer.concat(copies).equals(content)).toBe(true)
    expect(copies.length).toBeGreaterThan(3)
    expect(memories.size).toBe(1)
    let length = 0
    for await (const piece of piecesOf(path, 300_000)) length += piece.length
    expect(length).toBe(300_000)
    for await (const piece of piecesOf(path)) {
      length = piece.length // and no more is wanted
      break
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
