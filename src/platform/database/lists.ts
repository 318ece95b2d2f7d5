// Lists of values as PostgreSQL takes them in binary: it reads them without looking for quotes and escapes in every letter, and they are
// written here without putting any in.

/** Types whose values are written here; any other goes as text. */
const oids: Readonly<Record<string, number>> = { text: 25, uuid: 2950, integer: 23, bigint: 20, jsonb: 3802 }

const headerSize = 20
const jsonbVersion = 1
/** Bytes that a letter of a JavaScript string takes at most in UTF-8. */
const mostBytes = 3

// Every list is put together here and then copied at its size.
let desk = Buffer.allocUnsafe(64 * 1024)
const largestDesk = 4 * 1024 * 1024

/** The values as a parameter of the type `<type>[]`. */
export const listOf = (type: string, values: readonly unknown[]): unknown => binaryArray(type, values) ?? values

/** Null where they can't be written so. */
function binaryArray(type: string, values: readonly unknown[]): Buffer | null {
  const oid = oids[type]
  if (oid === undefined || values.length === 0) return null
  let at = headerSize
  let hasNull = false
  const write =
    type === 'uuid'
      ? writeUuid
      : type === 'integer'
        ? writeInteger
        : type === 'bigint'
          ? writeBigint
          : type === 'jsonb'
            ? writeJson
            : writeText
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (value === null || value === undefined) {
      hasNull = true
      makeRoom(at, 4)
      at = desk.writeInt32BE(-1, at)
      continue
    }
    const next = write(value, at)
    if (next === null) return null
    at = next
  }
  desk.writeInt32BE(1, 0) // dimensions
  desk.writeInt32BE(hasNull ? 1 : 0, 4)
  desk.writeInt32BE(oid, 8)
  desk.writeInt32BE(values.length, 12)
  desk.writeInt32BE(1, 16) // the first place is 1
  const written = Buffer.from(desk.subarray(0, at))
  if (desk.length > largestDesk) desk = Buffer.allocUnsafe(64 * 1024)
  return written
}

function makeRoom(at: number, more: number): void {
  if (at + more <= desk.length) return
  const larger = Buffer.allocUnsafe(Math.max(desk.length * 2, at + more))
  desk.copy(larger, 0, 0, at)
  desk = larger
}

function writeText(value: unknown, at: number): number | null {
  if (typeof value !== 'string') return null
  makeRoom(at, 4 + value.length * mostBytes)
  const end = at + 4 + desk.write(value, at + 4, 'utf8')
  desk.writeInt32BE(end - at - 4, at)
  return end
}

function writeJson(value: unknown, at: number): number | null {
  if (typeof value !== 'string') return null
  makeRoom(at, 5 + value.length * mostBytes)
  desk[at + 4] = jsonbVersion
  const end = at + 5 + desk.write(value, at + 5, 'utf8')
  desk.writeInt32BE(end - at - 4, at)
  return end
}

function writeInteger(value: unknown, at: number): number | null {
  if (typeof value !== 'number' || (value | 0) !== value) return null
  makeRoom(at, 8)
  desk.writeInt32BE(4, at)
  return desk.writeInt32BE(value, at + 4)
}

function writeBigint(value: unknown, at: number): number | null {
  if (!Number.isSafeInteger(value)) return null
  const number = value as number // as just looked at
  makeRoom(at, 12)
  desk.writeInt32BE(8, at)
  desk.writeInt32BE(Math.floor(number / 2 ** 32), at + 4)
  return desk.writeUInt32BE(number >>> 0, at + 8)
}

const uuidLength = 36
/** Where in a text of that length its bytes stand, two digits each; between the others are dashes. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

function writeUuid(value: unknown, at: number): number | null {
  if (typeof value !== 'string' || value.length !== uuidLength) return null
  if (value[8] !== '-' || value[13] !== '-' || value[18] !== '-' || value[23] !== '-') return null
  makeRoom(at, 4 + places.length)
  let to = desk.writeInt32BE(places.length, at)
  for (const place of places) {
    const high = digitOf(value.charCodeAt(place))
    const low = digitOf(value.charCodeAt(place + 1))
    if (high < 0 || low < 0) return null
    desk[to] = high * 16 + low
    to += 1
  }
  return to
}

const digits = new Int8Array(128).fill(-1)
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digits[digit.charCodeAt(0)] = value
  digits[digit.toUpperCase().charCodeAt(0)] = value
}
const digitOf = (code: number): number => digits[code] ?? -1

const needsEscape = /["\\]/
const escaped = /["\\]/g

/** The same in PostgreSQL's text form, for lists whose type only the database knows; null where something else than texts is in them. */
export function textArray(values: readonly unknown[]): string | null {
  let text = '{'
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (i > 0) text += ','
    if (value === null || value === undefined) text += 'NULL'
    else if (typeof value !== 'string') return null
    else text += needsEscape.test(value) ? `"${value.replace(escaped, '\\$&')}"` : `"${value}"`
  }
  return `${text}}`
}
