// The number of a key, which is what an index holds in its stead: eight bytes instead of three texts. The same as PostgreSQL's
// `hashtextextended('<object> <kind> <key>', 0)`, cut to the 53 bits that are exact in JavaScript. Two keys may have one number, rarely:
// a number only proposes, as a key does.
type Key = { kind: string; key: string }
export type NumberedKey = Key & { number: number }

export const numbered = (object: string, { kind, key }: Key): NumberedKey => ({
  kind,
  key,
  number: keyNumber(object, kind, key),
})

const start = 0x9e3779b9 + 3923095
const wordsABlock = 12
/** Cut off a number's upper half, so that 53 bits are left. */
const upperBits = 0x1fffff
const upper = 2 ** 32

let desk = Buffer.allocUnsafe(1024)
/** Bytes that a letter of a JavaScript string takes at most in UTF-8. */
const mostBytes = 3

export function keyNumber(object: string, kind: string, key: string): number {
  const text = `${object} ${kind} ${key}`
  if (text.length * mostBytes > desk.length) desk = Buffer.allocUnsafe(text.length * mostBytes * 2)
  return numberOf(desk, writeText(text))
}

/** Almost every key is of plain letters, which are written faster one by one than by a call out of JavaScript. */
function writeText(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return desk.write(text, 0, 'utf8')
    desk[i] = code
  }
  return text.length
}

/** Bob Jenkins' lookup3, as PostgreSQL has it in `hash_bytes_extended`. */
function numberOf(bytes: Buffer, length: number): number {
  let a = (start + length) | 0
  let [b, c] = [a, a]
  let at = 0
  for (; length - at >= wordsABlock; at += wordsABlock) {
    a = (a + wordAt(bytes, at)) | 0
    b = (b + wordAt(bytes, at + 4)) | 0
    c = (c + wordAt(bytes, at + 8)) | 0
    a = ((a - c) ^ turned(c, 4)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ turned(a, 6)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ turned(b, 8)) | 0
    b = (b + a) | 0
    a = ((a - c) ^ turned(c, 16)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ turned(a, 19)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ turned(b, 4)) | 0
    b = (b + a) | 0
  }
  // Of what is left, the lowest byte of the third word is kept for the length.
  for (let i = 0; i < length - at; i++) {
    const byte = bytes[at + i] ?? 0
    if (i < 4) a = (a + (byte << (8 * i))) | 0
    else if (i < 8) b = (b + (byte << (8 * (i - 4)))) | 0
    else c = (c + (byte << (8 * (i - 7)))) | 0
  }
  c = ((c ^ b) - turned(b, 14)) | 0
  a = ((a ^ c) - turned(c, 11)) | 0
  b = ((b ^ a) - turned(a, 25)) | 0
  c = ((c ^ b) - turned(b, 16)) | 0
  a = ((a ^ c) - turned(c, 4)) | 0
  b = ((b ^ a) - turned(a, 14)) | 0
  c = ((c ^ b) - turned(b, 24)) | 0
  return (b & upperBits) * upper + (c >>> 0)
}

const wordAt = (bytes: Buffer, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)

const turned = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))
