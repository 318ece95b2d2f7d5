// Answers go to standard output, everything said meanwhile to standard error. An answer is data first: the same document is
// printed for programs, or put into words for people.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { styleText } from 'node:util'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

export type Output = {
  isJson: boolean
  /** Cells are cut to this many columns; null where nobody is looking at a terminal. */
  width: number | null
  /** Prints the answer of a command: the document with `--json`, else what `say` makes of it. */
  answer(document: unknown, say: () => string): Promise<void>
  /** A piece of a long answer, waiting for a slow reader. */
  write(text: string): Promise<void>
  /** Something said along the way. */
  note(text: string): void
  /** One line that is written over while work goes on; on a file or pipe only the last. */
  progress(text: string, isLast?: boolean): void
  style(style: Style, text: string): string
}

export type Streams = {
  stdout: Writable & { isTTY?: boolean; columns?: number }
  stderr: Writable & { isTTY?: boolean }
}

export function openOutput({ stdout, stderr }: Streams, { isJson }: { isJson: boolean }): Output {
  let isOpenLine = false
  const closeLine = () => {
    if (isOpenLine) stderr.write('\n')
    isOpenLine = false
  }
  const write = async (text: string) => {
    closeLine()
    if (text !== '' && !stdout.write(text)) await once(stdout, 'drain')
  }
  return {
    isJson,
    width: stdout.isTTY ? (stdout.columns ?? 80) : null,
    answer: (document, say) => write(endLine(isJson ? JSON.stringify(document) : say())),
    write,
    note(text) {
      closeLine()
      stderr.write(endLine(text))
    },
    progress(text, isLast = false) {
      if (!stderr.isTTY) {
        if (isLast) stderr.write(endLine(text))
        return
      }
      stderr.write(`\r\u001b[K${text}`)
      isOpenLine = true
      if (isLast) closeLine()
    },
    style: (style, text) => (stdout.isTTY ? styleText(style, text) : text),
  }
}

const endLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
