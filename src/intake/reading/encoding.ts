// Which characters the bytes stand for. The whole file is checked before the first row is delivered (a pass at
// disk speed), so that a bad byte in the last line is found before anything has been taken in, not after.
import { isAscii, isUtf8 } from 'node:buffer'
import { words } from '../../../dictionary/words.ts'
import { piecesOf } from '../../platform/index.ts'
import { refuse } from './unreadable.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The file's encoding, by byte-order mark, else by what its bytes can be. Throws `UnreadableFile`. */
export async function detectEncoding(path: string, prefix: Buffer): Promise<Encoding> {
  const marked = byteOrderMark(prefix)
  if (marked === 'utf-32')
    throw refuse.looksLike(
      words('UTF-32 text', 'texto UTF-32', 'texto UTF-32', 'teks UTF-32'),
      words(
        'Save it again as “CSV UTF-8”.',
        'Guárdelo de nuevo como “CSV UTF-8”.',
        'Salve de novo como “CSV UTF-8”.',
        'Simpan semula sebagai “CSV UTF-8”.',
      ),
    )
  if (marked && marked !== 'utf-8') return marked
  const wide = marked ? undefined : unmarkedUtf16(prefix)
  if (wide) return wide

  let offset = 0
  let isKnownUtf8 = marked === 'utf-8'
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of piecesOf(path)) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    const whole = isAscii(bytes) ? bytes.length : endOfLastCharacter(bytes)
    if (whole < bytes.length || !isAscii(bytes)) {
      const characters = bytes.subarray(0, whole)
      if (!isUtf8(characters)) return await judgeBroken({ path, bytes, offset, isKnownUtf8 })
      isKnownUtf8 ||= !isAscii(characters)
    }
    tail = Buffer.from(bytes.subarray(whole)) // a copy: the next piece stands where this one did
    offset += whole
  }
  return tail.length > 0 ? judgeBroken({ path, bytes: tail, offset, isKnownUtf8 }) : 'utf-8'
}

/** The file's text in pieces, without the byte-order mark. Throws `UnreadableFile` at bytes that are no text. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let row = 1
  for await (const chunk of piecesOf(path)) {
    const text = decodePart(() => decoder.decode(chunk, { stream: true }))
    const zero = text.indexOf('\0')
    if (zero !== -1) throw refuse.zeroBytes(row + countNewlines(text, zero))
    row += countNewlines(text, text.length)
    yield text
  }
  const rest = decodePart(() => decoder.decode())
  if (rest) yield rest

  function decodePart(decode: () => string): string {
    try {
      return decode()
    } catch {
      throw refuse.badBytes(row)
    }
  }
}

/** The first `length` characters or a little more; `isWhole` when that is all there is. */
export async function readSample(path: string, encoding: Encoding, length: number) {
  let text = ''
  for await (const piece of decodeFile(path, encoding)) {
    text += piece
    if (text.length >= length) return { text, isWhole: false }
  }
  return { text, isWhole: true }
}

function byteOrderMark(prefix: Buffer): Encoding | 'utf-32' | undefined {
  const mark = prefix.subarray(0, 4).toString('latin1')
  if (mark === '\xff\xfe\0\0' || mark === '\0\0\xfe\xff') return 'utf-32'
  if (mark.startsWith('\xff\xfe')) return 'utf-16le'
  if (mark.startsWith('\xfe\xff')) return 'utf-16be'
  return mark.startsWith('\xef\xbb\xbf') ? 'utf-8' : undefined
}

// Text in Latin letters written as UTF-16 has a zero in every other byte.
function unmarkedUtf16(prefix: Buffer): Encoding | undefined {
  let even = 0
  let odd = 0
  for (let index = 0; index < prefix.length; index += 1) {
    if (prefix[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const pairs = prefix.length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : undefined
}

// Where the last character that is complete ends: the rest of a UTF-8 sequence may come with the next chunk.
function endOfLastCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

// Bytes that are not UTF-8 mean Windows-1252, unless the text around them is UTF-8: then they are a fault, and
// reading the file as Windows-1252 would garble every accent in it.
async function judgeBroken(found: { path: string; bytes: Buffer; offset: number; isKnownUtf8: boolean }) {
  let good = 0
  let bad = 0
  let firstBad = -1
  let firstUndefined = -1
  for (let from = 0; from < found.bytes.length; ) {
    const newline = found.bytes.indexOf(0x0a, from)
    const to = newline === -1 ? found.bytes.length : newline
    const line = found.bytes.subarray(from, to)
    if (!isUtf8(line)) {
      bad += 1
      if (firstBad === -1) firstBad = from
      if (firstUndefined === -1 && line.some((byte) => undefinedInWindows1252.has(byte))) firstUndefined = from
    } else if (!isAscii(line)) good += 1
    from = to + 1
  }
  if (found.isKnownUtf8 || good > bad) throw refuse.badBytes(await lineAt(found.path, found.offset + firstBad))
  if (firstUndefined !== -1) throw refuse.unknownEncoding(await lineAt(found.path, found.offset + firstUndefined))
  return 'windows-1252' as const
}

const undefinedInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

async function lineAt(path: string, offset: number): Promise<number> {
  if (offset === 0) return 1
  let line = 1
  for await (const chunk of piecesOf(path, offset)) for (const byte of chunk) if (byte === 0x0a) line += 1
  return line
}

function countNewlines(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
