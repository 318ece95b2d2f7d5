// Just enough XML for the parts of a workbook, read in pieces. Document types are refused, so entities can't expand.
import { words } from '../../../dictionary/words.ts'
import { refuse } from './unreadable.ts'

export type XmlHandlers = {
  /** A start tag; `attributes` is their text, for `attribute` to look into. An empty element is followed by `close`. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Text as it stands, entities resolved; a run may come in several calls. */
  text(text: string): void
}

const maxPending = 4_000_000

/** Takes XML in pieces and calls the handlers; names come without their namespace prefix. */
export function createXmlReader(handlers: XmlHandlers): (piece: string) => void {
  let rest = ''

  return (piece) => {
    const buffer = rest + piece
    let at = 0
    for (;;) {
      const start = buffer.indexOf('<', at)
      if (start === -1) break
      const end = endOfTag(buffer, start)
      if (end === -1) {
        // The run of text before the tag can go already.
        if (start > at) handlers.text(unescapeXml(buffer.slice(at, start)))
        at = start
        break
      }
      if (start > at) handlers.text(unescapeXml(buffer.slice(at, start)))
      readTag(buffer, start, end)
      at = end
    }
    rest = buffer.slice(at)
    if (rest.length > maxPending)
      throw refuse.brokenWorkbook(
        words(
          'a cell in it is too long',
          'una celda suya es demasiado larga',
          'uma célula dela é longa demais',
          'satu selnya terlalu panjang',
        ),
      )
  }

  function readTag(buffer: string, start: number, end: number) {
    const next = buffer[start + 1]
    if (next === '?') return
    if (next === '!') {
      if (buffer.startsWith('<![CDATA[', start)) handlers.text(buffer.slice(start + 9, end - 3))
      else if (!buffer.startsWith('<!--', start))
        throw refuse.brokenWorkbook(
          words(
            'it declares a document type',
            'declara un tipo de documento',
            'declara um tipo de documento',
            'ia mengisytiharkan jenis dokumen',
          ),
        )
      return
    }
    if (next === '/') return handlers.close(localName(buffer.slice(start + 2, end - 1).trim()))
    const isEmpty = buffer[end - 2] === '/'
    const inside = buffer.slice(start + 1, isEmpty ? end - 2 : end - 1)
    const space = inside.search(/\s/)
    const name = localName(space === -1 ? inside : inside.slice(0, space))
    handlers.open(name, space === -1 ? '' : inside.slice(space))
    if (isEmpty) handlers.close(name)
  }
}

/** The value of an attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  // How every known program writes it; the rest is for those that are not known.
  const usual = attributes.indexOf(` ${name}="`)
  if (usual !== -1) {
    const from = usual + name.length + 3
    return unescapeXml(attributes.slice(from, attributes.indexOf('"', from)))
  }
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1] ?? ' '
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length, at + name.length + 4_096))
    if (match && (before === ':' || before.trim() === '')) return unescapeXml(match[1] ?? match[2] ?? '')
  }
  return undefined
}

// Behind the tag's closing bracket; -1 while it is not in sight. An attribute may hold such a bracket itself.
function endOfTag(buffer: string, start: number): number {
  if (buffer.startsWith('<!--', start)) return after(buffer, '-->', start)
  if (buffer.startsWith('<![CDATA[', start)) return after(buffer, ']]>', start)
  if (buffer.length - start < 9 && '<![CDATA['.startsWith(buffer.slice(start))) return -1
  let end = buffer.indexOf('>', start)
  while (end !== -1 && isInsideMarks(buffer, start, end)) end = buffer.indexOf('>', end + 1)
  return end === -1 ? -1 : end + 1
}

// Whether a quotation mark opened between `start` and `end` is still open there.
function isInsideMarks(buffer: string, start: number, end: number): boolean {
  let mark = 0
  for (let at = start + 1; at < end; at += 1) {
    const code = buffer.charCodeAt(at)
    if (mark !== 0) mark = code === mark ? 0 : mark
    else if (code === 0x22 || code === 0x27) mark = code
  }
  return mark !== 0
}

function after(buffer: string, ending: string, start: number): number {
  const at = buffer.indexOf(ending, start)
  return at === -1 ? -1 : at + ending.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
