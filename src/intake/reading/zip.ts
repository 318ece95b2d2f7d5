// Reads single entries of a zip by its central directory, streamed. What an archive claims about itself is not
// believed: entries are counted as they unpack, and an entry that grows out of all proportion is refused.

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { words } from '../../../dictionary/words.ts'
import { refuse, UnreadableFile } from './unreadable.ts'

type Entry = { method: number; flags: number; packed: number; offset: number }
export type Zip = { has(name: string): boolean; read(name: string): AsyncGenerator<Buffer> }

const maxEntries = 10_000
const maxDirectory = 16_000_000
const maxUnpacked = 2_000_000_000
/** Sheets of equal rows pack 1:100 and better; a small file may be as tight as it likes. */
const maxRatio = 400
const ratioCountsFrom = 64_000_000

/** Opens a zip archive. Throws `UnreadableFile` for one that is cut short, encrypted or a bomb. */
export async function openZip(path: string): Promise<Zip> {
  const file = await open(path)
  try {
    const entries = await readDirectory(file)
    const isTooMuch = watchAll((await file.stat()).size)
    return { has: (name) => entries.has(name), read: (name) => readEntry(path, entries.get(name), name, isTooMuch) }
  } finally {
    await file.close()
  }
}

/** Whether an entry that has unpacked so far is too much with all others; entries may share their bytes. Read again it is no more. */
type Watch = (name: string, unpacked: number) => boolean

function watchAll(size: number): Watch {
  const most = new Map<string, number>()
  let all = 0
  return (name, unpacked) => {
    const before = most.get(name) ?? 0
    if (unpacked > before) {
      most.set(name, unpacked)
      all += unpacked - before
    }
    return all > maxUnpacked || (all > ratioCountsFrom && all > size * maxRatio)
  }
}

async function* readEntry(
  path: string,
  entry: Entry | undefined,
  name: string,
  isTooMuch: Watch,
): AsyncGenerator<Buffer> {
  if (!entry)
    throw refuse.brokenWorkbook(
      words(
        `its part ${name} is missing`,
        `le falta la parte ${name}`,
        `falta a parte ${name}`,
        `bahagian ${name} tiada`,
      ),
    )
  if (entry.flags & 1)
    throw refuse.brokenWorkbook(
      words(
        'it is locked with a password',
        'está protegido con contraseña',
        'está protegida por senha',
        'ia dikunci dengan kata laluan',
      ),
    )
  if (entry.method !== 0 && entry.method !== 8)
    throw refuse.brokenWorkbook(
      words(
        'it is packed in an unusual way',
        'está comprimido de un modo inusual',
        'está compactada de um modo incomum',
        'ia dimampatkan dengan cara luar biasa',
      ),
    )
  if (entry.packed === 0) return
  const start = await startOfContent(path, entry)
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 })
  const content = entry.method === 0 ? packed : packed.pipe(createInflateRaw())
  packed.on('error', (fault) => content.destroy(fault))
  let unpacked = 0
  try {
    for await (const chunk of content) {
      unpacked += chunk.length
      const isBomb = unpacked > ratioCountsFrom && unpacked > entry.packed * maxRatio
      if (isBomb || isTooMuch(name, unpacked))
        throw refuse.workbookTooBig(
          words(
            'The workbook unpacks to far more than it should.',
            'El libro ocupa al descomprimirse mucho más de lo debido.',
            'A pasta de trabalho, descompactada, ocupa muito mais do que deveria.',
            'Buku kerja mengembang jauh lebih besar daripada sepatutnya.',
          ),
        )
      yield chunk
    }
  } catch (fault) {
    throw fault instanceof UnreadableFile
      ? fault
      : refuse.brokenWorkbook(
          words(
            'its content is damaged or cut short',
            'su contenido está dañado o cortado',
            'o conteúdo está danificado ou cortado',
            'kandungannya rosak atau terpotong',
          ),
        )
  } finally {
    packed.destroy()
    content.destroy()
  }
}

// The local header repeats the name and may have other extra fields than the directory.
async function startOfContent(path: string, entry: Entry): Promise<number> {
  const file = await open(path)
  try {
    const header = await readAt(file, entry.offset, 30)
    if (header.readUInt32LE(0) !== 0x04034b50) throw refuse.brokenWorkbook(damagedDirectory)
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tailStart = Math.max(0, size - 65_557)
  const tail = await readAt(file, tailStart, size - tailStart)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end === -1 || end + 22 > tail.length)
    throw refuse.brokenWorkbook(
      words(
        'its end is missing, so it was cut short',
        'le falta el final, así que quedó cortado',
        'falta o final, portanto foi cortada',
        'hujungnya tiada, jadi ia terpotong',
      ),
    )
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (offset === 0xffffffff || count === 0xffff) {
    const locator = tail.lastIndexOf(Buffer.from('PK\x06\x07'), end)
    if (locator === -1 || locator + 20 > end) throw refuse.brokenWorkbook(damagedDirectory)
    const large = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
    count = Number(large.readBigUInt64LE(32))
    length = Number(large.readBigUInt64LE(40))
    offset = Number(large.readBigUInt64LE(48))
  }
  if (count > maxEntries || length > maxDirectory)
    throw refuse.workbookTooBig(
      words(
        'The workbook has too many parts.',
        'El libro tiene demasiadas partes.',
        'A pasta de trabalho tem partes demais.',
        'Buku kerja ada terlalu banyak bahagian.',
      ),
    )
  const entries = readEntries(await readAt(file, offset, length), count)
  for (const { offset: start, packed } of entries.values())
    if (!(start + packed <= size)) throw refuse.brokenWorkbook(cutShort)
  return entries
}

function readEntries(directory: Buffer, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw refuse.brokenWorkbook(damagedDirectory)
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const entry: Entry = {
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    }
    const unpacked = directory.readUInt32LE(at + 24)
    widen(entry, unpacked, directory.subarray(nameEnd, extraEnd))
    entries.set(directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'), entry)
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return entries
}

// Zip64: sizes that don't fit 32 bits stand in an extra field, only those that don't, in this order.
function widen(entry: Entry, unpacked: number, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4 + (unpacked === 0xffffffff ? 8 : 0)
    if (entry.packed === 0xffffffff && next + 8 <= extra.length) {
      entry.packed = Number(extra.readBigUInt64LE(next))
      next += 8
    }
    if (entry.offset === 0xffffffff && next + 8 <= extra.length) entry.offset = Number(extra.readBigUInt64LE(next))
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  if (!Number.isSafeInteger(position)) throw refuse.brokenWorkbook(damagedDirectory)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead < length) throw refuse.brokenWorkbook(cutShort)
  return buffer
}

const damagedDirectory = words(
  'its directory is damaged',
  'su índice está dañado',
  'o índice está danificado',
  'direktorinya rosak',
)
const cutShort = words('it was cut short', 'quedó cortado', 'foi cortada', 'ia terpotong')
