// JSON lines: one value a line. A bad line is a fault of that line only; the rest of the file is read.
import { decodeFile, type Encoding } from './encoding.ts'
import { isTooDeep } from './json-depth.ts'
import type { LineFault } from './line-fault.ts'

export type LineItem = { row: number; item: unknown } | { row: number; fault: LineFault }

export type JsonLines = { kind: 'lines'; sample: unknown[]; items(): AsyncGenerator<LineItem> }

const sampleSize = 100
const maxLineLength = 16_000_000

/** Opens JSON lines; `row` is the physical line. Empty lines yield nothing. */
export async function openLines(path: string, encoding: Encoding): Promise<JsonLines> {
  const sample: unknown[] = []
  for await (const line of readLines(path, encoding)) {
    if ('item' in line) sample.push(line.item)
    if (line.row >= sampleSize) break
  }
  return { kind: 'lines', sample, items: () => readLines(path, encoding) }
}

/** Whether text that starts like JSON holds a value a line: half of its first lines or more are objects by themselves. */
export function looksLikeLines({ text, isWhole }: { text: string; isWhole: boolean }): boolean {
  const lines = text.split('\n', 21)
  if (!isWhole && lines.length < 21) lines.pop()
  const filled = lines.slice(0, 20).filter((line) => line.trim() !== '')
  const objects = filled.filter((line) => isObject(line))
  if (filled.length === 1) return objects.length === 1 && !/\[\s*[{\]]/.test(text)
  return objects.length > 0 && objects.length * 2 >= filled.length
}

async function* readLines(path: string, encoding: Encoding): AsyncGenerator<LineItem> {
  let rest = ''
  let row = 1
  let isPassing = false
  for await (const text of decodeFile(path, encoding)) {
    let from = 0
    for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', from)) {
      const line = rest + text.slice(from, newline)
      if (!isPassing && line.trim() !== '') yield readLine(row, line)
      isPassing = false
      rest = ''
      row += 1
      from = newline + 1
    }
    if (!isPassing) rest += text.slice(from)
    if (rest.length > maxLineLength) {
      yield { row, fault: 'too_long' }
      isPassing = true
      rest = ''
    }
  }
  if (rest.trim() !== '') yield readLine(row, rest)
}

function readLine(row: number, line: string): LineItem {
  if (isTooDeep(line)) return { row, fault: 'too_deep' }
  try {
    return { row, item: JSON.parse(line) }
  } catch {
    return { row, fault: 'not_json' }
  }
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
