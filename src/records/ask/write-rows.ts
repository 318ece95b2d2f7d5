// Rows written as JSON, from the bytes of their columns to the bytes of the answer: nothing in between is made a string, and only
// what has to be escaped is looked at twice.
import { type ByteRow, lengthAt } from '../../platform/index.ts'
import { type Form, type Member, momentOf, type Within } from './page.ts'

/** What is written for one column: what stands before and after its value; or where it is null that, and nothing of what it heads. */
type Step = { before: Buffer; form: Form; after: Buffer; ifNull: Buffer; heads: number }

/** How a row becomes an object. */
export type Writer = readonly Step[]

/** `close` stands at the end of each object, which may go on. */
export function writerOf(members: readonly (Member | Within)[], close = '}'): Writer {
  return members.flatMap((member, i): readonly Step[] => {
    const name = `${i === 0 ? '{' : ','}${JSON.stringify(member.name)}:`
    const end = i === members.length - 1 ? close : ''
    const ifNull = Buffer.from(`${name}null${end}`)
    if (!('members' in member))
      return [{ before: Buffer.from(name), form: member.form, after: Buffer.from(end), ifNull, heads: 0 }]
    const [first, ...rest] = writerOf(member.members, `}${end}`)
    if (!first) return []
    return [{ ...first, before: Buffer.concat([Buffer.from(name), first.before]), ifNull, heads: rest.length }, ...rest]
  })
}

// All is written here and then copied at its size.
let desk = Buffer.allocUnsafe(256 * 1024)
const largestDesk = 4 * 1024 * 1024
let at = 0
/** Bytes that a letter of a JavaScript string takes at most in UTF-8. */
const mostBytes = 3
/** More than what is put around a value, or into a moment. */
const spare = 64

function makeRoom(more: number): void {
  if (at + more <= desk.length) return
  const larger = Buffer.allocUnsafe(Math.max(desk.length * 2, at + more))
  desk.copy(larger, 0, 0, at)
  desk = larger
}

/** Rows as objects with commas between them, and what stands before and after. */
export type Part = { before: string; rows: readonly ByteRow[]; writer: Writer; after: string }

export function written(parts: readonly Part[]): Buffer {
  at = 0
  for (const { before, rows, writer, after } of parts) {
    writeText(before)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]
      if (i > 0) writeText(',')
      if (row) writeRow(row, writer)
    }
    writeText(after)
  }
  const whole = Buffer.allocUnsafe(at)
  desk.copy(whole, 0, 0, at)
  if (desk.length > largestDesk) desk = Buffer.allocUnsafe(256 * 1024)
  return whole
}

const [quote, backslash, space] = [0x22, 0x5c, 0x20]

function writeRow({ bytes, at: from }: ByteRow, writer: Writer): void {
  let value = from
  for (let i = 0; i < writer.length; i++) {
    const step = writer[i]
    if (!step) return
    const length = lengthAt(bytes, value)
    value += 4
    makeRoom(step.before.length + step.ifNull.length + step.after.length + Math.max(0, length) + spare)
    if (length < 0) {
      copy(step.ifNull, 0, step.ifNull.length)
      for (let heads = step.heads; heads > 0; heads--, i++) value += 4 + Math.max(0, lengthAt(bytes, value))
      continue
    }
    copy(step.before, 0, step.before.length)
    write[step.form](bytes, value, value + length)
    copy(step.after, 0, step.after.length)
    value += length
  }
}

/** From so many bytes on it is faster to have them copied. */
const few = 64

function copy(bytes: Buffer, from: number, to: number): void {
  if (to - from > few) bytes.copy(desk, at, from, to)
  else {
    const out = desk
    const ahead = at - from
    for (let i = from; i < to; i++) out[i + ahead] = bytes[i] ?? 0
  }
  at += to - from
}

const write: Readonly<Record<Form, (bytes: Buffer, from: number, to: number) => void>> = {
  plain(bytes, from, to) {
    desk[at++] = quote
    copy(bytes, from, to)
    desk[at++] = quote
  },
  text(bytes, from, to) {
    const out = desk
    const ahead = at + 1 - from
    out[at] = quote
    for (let i = from; i < to; i++) {
      const byte = bytes[i] ?? 0
      if (byte < space || byte === quote || byte === backslash)
        return writeText(JSON.stringify(bytes.toString('utf8', from, to)))
      out[i + ahead] = byte
    }
    at += 1 + to - from
    desk[at++] = quote
  },
  moment(bytes, from, to) {
    desk[at++] = quote
    if (isUsual(bytes, from, to)) {
      copy(bytes, from, from + daySize)
      desk[at++] = 0x54 // T
      copy(bytes, from + daySize + 1, from + daySize + 1 + timeSize)
      desk[at++] = 0x2e // the point before the milliseconds
      for (let i = 0; i < 3; i++) {
        const digit = from + daySize + timeSize + 2 + i
        desk[at++] = digit < to - zoneSize ? (bytes[digit] ?? zero) : zero
      }
      desk[at++] = 0x5a // Z
    } else writeText(momentOf(bytes.toString('latin1', from, to)))
    desk[at++] = quote
  },
  truth: (bytes, from) => (bytes[from] === 0x74 ? copy(yes, 0, yes.length) : copy(no, 0, no.length)),
  json: copy,
}

const [yes, no, zero] = [Buffer.from('true'), Buffer.from('false'), 0x30]
const [daySize, timeSize, zoneSize] = ['2026-11-21'.length, '09:30:00'.length, '+00'.length]

/** `2026-11-21 09:30:00.5+00`: a year of four digits, in UTC. */
const isUsual = (bytes: Buffer, from: number, to: number): boolean =>
  bytes[from + daySize] === space && bytes[to - 3] === 0x2b && bytes[to - 2] === zero && bytes[to - 1] === zero

/** There is room for what follows it too: the quotes and commas of a value. */
function writeText(text: string): void {
  makeRoom(text.length * mostBytes + spare)
  at += desk.write(text, at)
}
