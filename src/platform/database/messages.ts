// What a client says to PostgreSQL about prepared statements, written one after the other into one buffer: message by message, each
// would be a buffer of its own and a write of its own, which costs a small request more than the words themselves.

/** A parameter as it is sent: a text, bytes in the type's own binary form, or null. */
export type Written = string | Buffer | null

let desk = Buffer.allocUnsafe(64 * 1024)
const largestDesk = 4 * 1024 * 1024
let at = 0

/** Bytes that a letter of a JavaScript string takes at most in UTF-8. */
const mostBytes = 3

/** What `write` says, to be sent as it is. */
export function messages(write: () => void): Buffer {
  at = 0
  write()
  const said = Buffer.from(desk.subarray(0, at))
  if (desk.length > largestDesk) desk = Buffer.allocUnsafe(64 * 1024)
  return said
}

export function parse(name: string, text: string): void {
  const start = begin('P')
  ended(name)
  ended(text)
  int16(0) // the types of parameters are for the server to find
  end(start)
}

export function bind(statement: string, values: readonly Written[]): void {
  const start = begin('B')
  ended('') // of the portal
  ended(statement)
  const isBinary = values.some((value) => typeof value === 'object' && value !== null)
  int16(isBinary ? values.length : 0)
  if (isBinary) for (const value of values) int16(typeof value === 'object' && value !== null ? 1 : 0)
  int16(values.length)
  for (const value of values) parameter(value)
  int16(0) // every column is answered in text
  end(start)
}

/** The columns of what was bound. */
export function describe(): void {
  const start = begin('D')
  ended('P')
  end(start)
}

/** All rows of what was bound. */
export function execute(): void {
  const start = begin('E')
  ended('')
  int32(0)
  end(start)
}

/** Forgets a prepared statement; that there was none is no error. */
export function close(statement: string): void {
  const start = begin('C')
  ended(`S${statement}`)
  end(start)
}

export function sync(): void {
  end(begin('S'))
}

/** Where the length of the message belongs, which covers itself and all that follows. */
function begin(kind: string): number {
  makeRoom(5)
  desk[at] = kind.charCodeAt(0)
  at += 5
  return at - 4
}

function end(start: number): void {
  desk.writeInt32BE(at - start, start)
}

function parameter(value: Written): void {
  if (value === null) {
    int32(-1)
  } else if (typeof value === 'string') {
    makeRoom(4 + value.length * mostBytes)
    const length = desk.write(value, at + 4, 'utf8')
    desk.writeInt32BE(length, at)
    at += 4 + length
  } else {
    int32(value.length)
    makeRoom(value.length)
    at += value.copy(desk, at)
  }
}

/** A text that ends with a zero. */
function ended(text: string): void {
  makeRoom(1 + text.length * mostBytes)
  at += desk.write(text, at, 'utf8')
  desk[at] = 0
  at += 1
}

function int16(value: number): void {
  makeRoom(2)
  at = desk.writeInt16BE(value > 32_767 ? value - 65_536 : value, at)
}

function int32(value: number): void {
  makeRoom(4)
  at = desk.writeInt32BE(value, at)
}

function makeRoom(more: number): void {
  if (at + more <= desk.length) return
  const larger = Buffer.allocUnsafe(Math.max(desk.length * 2, at + more))
  desk.copy(larger, 0, 0, at)
  desk = larger
}
