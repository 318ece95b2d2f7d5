import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, type Part } from './encoding.ts'

fc.configureGlobal({ seed: 9162 })

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt(),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.constant(null),
)

test('an encoding can be read back, so no two lists share one', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(decode(encode(parts))).toEqual(parts.map(asWritten))
    }),
    { numRuns: 1000 },
  )
})

test('moving a character across a boundary, or changing the kind of a value, changes the encoding', () => {
  const lists: Part[][] = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    ['abc', null],
    ['abc', ''],
    ['1'],
    [1],
    [Buffer.from('1')],
    [null],
    [],
  ]
  const spellings = lists.map((list) => encode(list).toString('hex'))
  expect(new Set(spellings).size).toBe(lists.length)
})

test('a whole number is spelled alike however the database driver hands it over', () => {
  expect(encode([7])).toEqual(encode([7n]))
  expect(encode([-0])).toEqual(encode([0n]))
  expect(encode(['é', 7, 0.5, null]).toString('hex')).toBe(
    '7300000002c3a9' + '690000000137' + '66000000083fe0000000000000' + '6e00000000',
  )
})

test('what cannot be written without loss is refused, by position', () => {
  expect(() => encode(['fine', Number.NaN])).toThrow('Part 1 is NaN')
  expect(() => encode([Number.POSITIVE_INFINITY])).toThrow('Part 0 is Infinity')
  expect(() => encode(['\ud800'])).toThrow('Part 0 is text with half a surrogate pair')
})

function asWritten(value: Part): Part {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value
}

function decode(bytes: Buffer): Part[] {
  const parts: Part[] = []
  for (let offset = 0; offset < bytes.length; ) {
    const length = bytes.readUInt32BE(offset + 1)
    const content = bytes.subarray(offset + 5, offset + 5 + length)
    parts.push(read(String.fromCharCode(bytes.readUInt8(offset)), content))
    offset += 5 + length
  }
  return parts
}

function read(kind: string, content: Buffer): Part {
  if (kind === 's') return content.toString('utf8')
  if (kind === 'b') return Buffer.from(content)
  if (kind === 'i') return BigInt(content.toString('utf8'))
  if (kind === 'f') return content.readDoubleBE()
  if (kind === 'n' && content.length === 0) return null
  throw new Error(`no part starts with ${kind}`)
}
