// A place in JSON text that arrives in pieces. It finds where values end without building them, so that a list of any
// length can be read one item at a time; each value is then parsed by itself.
import { endOfString, maxDepth } from './json-depth.ts'
import { refuse } from './unreadable.ts'

const maxValueLength = 16_000_000

export type JsonCursor = ReturnType<typeof createCursor>

export function createCursor(pieces: AsyncIterator<string>) {
  let text = ''
  let at = 0
  let linesBefore = 1
  let isOver = false

  return { peek, take, value, line, isAtEnd }

  /** The next character that is no white space. Throws where the text is over. */
  async function peek(): Promise<string> {
    if (await isAtEnd()) throw refuse.cutShort(line())
    return text.charAt(at)
  }

  async function isAtEnd(): Promise<boolean> {
    for (;;) {
      while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
      if (at < text.length) return false
      if (!(await refill(at))) return true
    }
  }

  /** Steps over one of these characters, and says which. */
  async function take(expected: string): Promise<string> {
    const found = await peek()
    if (!expected.includes(found)) throw refuse.badJson(line(), `${found} where ${[...expected].join(' or ')} belongs`)
    at += 1
    return found
  }

  /** The text of the value that starts here, and steps over it. */
  async function value(): Promise<string> {
    await peek()
    const start = line()
    const scan = { at, depth: 0 }
    for (;;) {
      const end = endOfValue(scan)
      if (end !== -1) {
        const raw = text.slice(at, end)
        at = end
        return raw
      }
      const before = at
      if (text.length - at > maxValueLength) throw refuse.itemTooLong(start, maxValueLength)
      if (!(await refill(at))) throw refuse.cutShort(line(text.length))
      scan.at -= before
    }
  }

  /** The line of a position in the text at hand; of the present one unless told. */
  function line(position = at): number {
    let lines = linesBefore
    for (
      let newline = text.indexOf('\n');
      newline !== -1 && newline < position;
      newline = text.indexOf('\n', newline + 1)
    )
      lines += 1
    return lines
  }

  // Drops what stands before `from`, which must be the present position, and adds the next piece.
  async function refill(from: number): Promise<boolean> {
    if (isOver) return false
    const next = await pieces.next()
    if (next.done) {
      isOver = true
      return false
    }
    linesBefore = line(from)
    text = text.slice(from) + next.value
    at = 0
    return true
  }

  // Scans on from where the last scan stopped; -1 where the value goes on in the next piece.
  function endOfValue(scan: { at: number; depth: number }): number {
    while (scan.at < text.length) {
      const code = text.charCodeAt(scan.at)
      if (code === quote) {
        const close = endOfString(text, scan.at)
        if (close === -1) return -1
        scan.at = close
        if (scan.depth === 0) return close + 1
      } else if (code === openBrace || code === openBracket) {
        scan.depth += 1
        if (scan.depth > maxDepth) throw refuse.tooDeep(line(scan.at), maxDepth)
      } else if (code === closeBrace || code === closeBracket) {
        if (scan.depth === 0) return scan.at
        scan.depth -= 1
        if (scan.depth === 0) return scan.at + 1
      } else if (scan.depth === 0 && (code === comma || isSpace(code))) return scan.at
      scan.at += 1
    }
    return -1
  }
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
