// What goes under a hash must have one spelling only: two different lists that encode to the same bytes would let an
// entry be exchanged for another unseen. So every part carries its kind and its length, and what cannot be written
// without loss is refused.

export type Part = string | number | bigint | Buffer | null

/**
 * The canonical bytes of a list: per part one kind letter, a 4-byte big-endian length, then the content.
 *
 * - `s` text as UTF-8, `b` bytes as they are, `n` null (length 0)
 * - `i` a whole number in decimal, the same for `7` and `7n`, because an int8 may reach us as either; `-0` is `0`
 * - `f` any other number, as 8 bytes of IEEE 754, big-endian
 *
 * Throws a RangeError on NaN, infinities and text with half a surrogate pair: none has a faithful spelling.
 */
export function encode(parts: readonly Part[]): Buffer {
  const spelled = parts.map(spell)
  const bytes = Buffer.allocUnsafe(spelled.reduce((sum, part) => sum + PREFIX + part.length, 0))
  let offset = 0
  for (const { kind, length, content } of spelled) {
    offset = bytes.writeUInt8(kind, offset)
    offset = bytes.writeUInt32BE(length, offset)
    offset += typeof content === 'string' ? bytes.write(content, offset, 'utf8') : content.copy(bytes, offset)
  }
  return bytes
}

type Spelled = { kind: number; length: number; content: string | Buffer }

const PREFIX = 5
const TEXT = 's'.charCodeAt(0)
const BYTES = 'b'.charCodeAt(0)
const WHOLE = 'i'.charCodeAt(0)
const FRACTION = 'f'.charCodeAt(0)
const NOTHING = 'n'.charCodeAt(0)

function spell(part: Part, position: number): Spelled {
  if (part === null) return { kind: NOTHING, length: 0, content: '' }
  if (typeof part === 'string') return spellText(part, position)
  if (typeof part === 'bigint') return spellWhole(part)
  if (typeof part === 'number') return spellNumber(part, position)
  return { kind: BYTES, length: part.length, content: part }
}

function spellText(text: string, position: number): Spelled {
  if (!text.isWellFormed())
    throw new RangeError(
      `Part ${position} is text with half a surrogate pair, which UTF-8 cannot hold; repair it with toWellFormed().`,
    )
  return { kind: TEXT, length: Buffer.byteLength(text), content: text }
}

function spellNumber(value: number, position: number): Spelled {
  if (!Number.isFinite(value))
    throw new RangeError(`Part ${position} is ${value}; seal a finite number, or null where there is none.`)
  if (Number.isInteger(value)) return spellWhole(BigInt(value))
  const content = Buffer.allocUnsafe(8)
  content.writeDoubleBE(value)
  return { kind: FRACTION, length: content.length, content }
}

function spellWhole(value: bigint): Spelled {
  const content = value.toString()
  return { kind: WHOLE, length: content.length, content }
}
