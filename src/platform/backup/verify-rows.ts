import type { BackupHead } from './container.ts'
import { readRows } from './rows-format.ts'

/** Reads a backup of rows to its end, counting and summing every table; `accept` may refuse it by its head. */
export const verifyRows = (file: string, accept?: (head: BackupHead) => void): Promise<BackupHead> =>
  readRows(file, { ...(accept && { accept }), load: (_table, content) => countLines(content) })

// COPY writes a row as one line: a line break inside a value is escaped.
async function countLines(content: AsyncIterable<Buffer>): Promise<number> {
  let lines = 0
  for await (const chunk of content) {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1
  }
  return lines
}
