// Ways a backup can be wrong, for tests; each leaves the original as it is.

import { copyFile, open } from 'node:fs/promises'
import { readContainer, writeContainer } from './container.ts'

/** A copy with one bit of one byte changed. */
export async function flipByte(file: string, at: number): Promise<string> {
  const copy = `${file}-flipped-${at}`
  await copyFile(file, copy)
  const handle = await open(copy, 'r+')
  const byte = Buffer.alloc(1)
  await handle.read(byte, 0, 1, at)
  byte.writeUInt8(byte.readUInt8() ^ 0x10)
  await handle.write(byte, 0, 1, at)
  await handle.close()
  return copy
}

/** A backup whose own checksum is right although one part is not: damage done before the file was written. */
export async function replacePart(
  file: string,
  copy: string,
  name: string,
  change: (bytes: Buffer) => Buffer,
): Promise<void> {
  const parts: { name: string; bytes: Buffer }[] = []
  const head = await readContainer(file, async (part) => {
    const chunks: Buffer[] = []
    for await (const chunk of part.content) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    parts.push({ name: part.name, bytes: part.name === name ? change(bytes) : bytes })
  })
  await writeContainer(copy, head, async (put) => {
    for (const part of parts) await put(part.name, chunked(part.bytes))
  })
}

/** Bytes as a stream of chunks of one size. */
export async function* chunked(bytes: Buffer, size = bytes.length): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
