// Texts by code, without a string or a Map kept: the bytes lie one after another, and an open table of codes finds them again. A
// million addresses take 40 MB this way and a third of the time that a Map of strings takes.
import { sharedInts } from './columns.ts'

/** Texts by code: the bytes of code c are `bytes[starts[c] … starts[c + 1])`. Code 0 is no text. */
export type Texts = {
  readonly starts: Int32Array
  readonly bytes: Uint8Array
  /** Which letters are in a text, a bit each: enough to see that two texts are far apart without reading them. */
  readonly letters: Int32Array
  /** The same for letters that are in a text twice or more. */
  readonly twice: Int32Array
}

/** Texts as they are written, without what is worked out of them. */
export type Written = Pick<Texts, 'starts' | 'bytes'>

const encoder = new TextEncoder()

/** Gives each distinct text a code, from 1. */
export function createTexts() {
  let bytes = new Uint8Array(new SharedArrayBuffer(1 << 12))
  let starts = sharedInts(1 << 8)
  /** Codes, each with its hash beside it, at the place the hash says or the next free one. */
  let table = new Int32Array(1 << 9)
  let scratch = new Uint8Array(1 << 8)
  let codes = 0

  /** Writes the text into `scratch` and answers its length. */
  const write = (text: string): number => {
    if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 4)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) return encoder.encodeInto(text, scratch).written
      scratch[i] = unit
    }
    return text.length
  }

  const isText = (code: number, from: Uint8Array, start: number, length: number): boolean => {
    const own = starts[code] as number // a code given before
    if ((starts[code + 1] as number) - own !== length) return false
    for (let i = 0; i < length; i++) if (bytes[own + i] !== from[start + i]) return false
    return true
  }

  const add = (from: Uint8Array, start: number, length: number): number => {
    const code = ++codes
    if (code + 2 > starts.length) starts = sharedInts(starts.length * 2, starts)
    const own = starts[code] as number
    while (own + length > bytes.length) bytes = grownShared(bytes)
    for (let i = 0; i < length; i++) bytes[own + i] = from[start + i] as number
    starts[code + 1] = own + length
    return code
  }

  /** The code of these bytes, given now where they are new. */
  const find = (from: Uint8Array, start: number, length: number): number => {
    const hash = hashOf(from, start, length)
    let place = (hash << 1) & (table.length - 1)
    for (let code = table[place] as number; code !== 0; code = table[place] as number) {
      if (table[place + 1] === hash && isText(code, from, start, length)) return code
      place = (place + 2) & (table.length - 1)
    }
    const code = add(from, start, length)
    table[place] = code
    table[place + 1] = hash
    if (codes * 4 > table.length) table = widened(table)
    return code
  }

  return {
    codeOf: (text: string): number => (text === '' ? 0 : find(scratch, 0, write(text))),
    /** For each code of texts gathered elsewhere the code here. */
    codesOf({ starts: theirs, bytes: from }: Written): Int32Array {
      const own = new Int32Array(theirs.length - 1)
      for (let code = 1; code < own.length; code++) {
        const start = theirs[code] as number
        own[code] = find(from, start, (theirs[code + 1] as number) - start)
      }
      return own
    },
    size: () => codes + 1,
    /** A copy of what there is, after which there is nothing; what was handed out before is not valid any more. */
    take(): Written {
      const taken = { starts: starts.slice(0, codes + 2), bytes: bytes.slice(0, starts[codes + 1] as number) }
      table.fill(0)
      codes = 0
      return taken
    },
    /** What there is so far; it is never written again, so it is no copy. */
    finish: (): Texts => ({
      starts: starts.subarray(0, codes + 2),
      bytes: bytes.subarray(0, Math.max(starts[codes + 1] ?? 0, 1)),
      ...lettersOf(codes, starts, bytes),
    }),
  }
}

function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let mixed = 0x811c9dc5
  for (let i = start; i < start + length; i++) mixed = Math.imul(mixed ^ (bytes[i] as number), 0x01000193)
  return mixed ^ (mixed >>> 15)
}

function widened(table: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(table.length * 2)
  for (let at = 0; at < table.length; at += 2) {
    if (table[at] === 0) continue
    let place = ((table[at + 1] as number) << 1) & (wide.length - 1)
    while (wide[place] !== 0) place = (place + 2) & (wide.length - 1)
    wide[place] = table[at] as number
    wide[place + 1] = table[at + 1] as number
  }
  return wide
}

function lettersOf(codes: number, starts: Int32Array, bytes: Uint8Array): Pick<Texts, 'letters' | 'twice'> {
  const [letters, twice] = [sharedInts(codes + 1), sharedInts(codes + 1)]
  for (let code = 1; code <= codes; code++) {
    let [found, again] = [0, 0]
    for (let i = starts[code] ?? 0; i < (starts[code + 1] ?? 0); i++) {
      const letter = 1 << ((bytes[i] ?? 0) & 31)
      again |= found & letter
      found |= letter
    }
    letters[code] = found
    twice[code] = again
  }
  return { letters, twice }
}

function grownShared(array: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const larger = new Uint8Array(new SharedArrayBuffer(array.length * 2))
  larger.set(array)
  return larger
}
