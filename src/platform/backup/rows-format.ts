// A backup of rows is a list of the tables, the text of COPY for each in an order that satisfies their foreign keys,
// and the totals, which are only known at the end.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type BackupHead, type Part, readContainer, textOf } from './container.ts'
import { ofFile, reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'

export const CONTENTS = 'contents.json'
export const TOTALS = 'totals.json'
export const rowsPart = (table: string) => `rows of ${table}`

const contentsShape = z.object({
  /** The one workspace exported, or null for all. */
  workspace: z.string().nullable(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Tables of the same schemas that this export does not hold. */
  leftOut: z.array(z.string()),
})
const totalsShape = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
})

export type Contents = z.infer<typeof contentsShape>
export type Totals = z.infer<typeof totalsShape>
export type TableTotal = Totals['tables'][number]
type ListedTable = Contents['tables'][number]

/** Reads a backup of rows, holding each table against its total; `load` takes a table's text and returns its rows. */
export async function readRows(
  file: string,
  o: {
    accept?: (head: BackupHead) => void
    begin?: (contents: Contents) => Promise<void>
    load: (table: ListedTable, content: AsyncIterable<Buffer>) => Promise<number>
    end?: (totals: Totals) => Promise<void>
  },
): Promise<BackupHead> {
  const expected = new Map<string, ListedTable>()
  const found = new Map<string, TableTotal>()
  let totals: Totals | undefined

  const visitors = {
    [CONTENTS]: async (part: Part) => {
      const contents = contentsShape.parse(JSON.parse(await textOf(part.content)))
      for (const table of contents.tables) expected.set(rowsPart(table.name), table)
      await o.begin?.(contents)
    },
    [TOTALS]: async (part: Part) => {
      totals = totalsShape.parse(JSON.parse(await textOf(part.content)))
      checkTotals(totals, found)
    },
  }
  const head = await readContainer(
    file,
    async (part) => {
      const table = expected.get(part.name)
      if (part.name === CONTENTS || part.name === TOTALS) return visitors[part.name](part)
      if (!table) throw new BackupRefused('damaged', reasons.unknownPart(part.name))
      const { content, sum } = summed(part.content)
      const rows = await o.load(table, content)
      found.set(table.name, { name: table.name, rows, ...sum() })
    },
    (said) => {
      if (said.format !== 'rows') {
        throw new BackupRefused('wrong_kind', reasons.wholeServer)
      }
      o.accept?.(said)
    },
  )
  if (!totals) throw new BackupRefused('damaged', ofFile(file, reasons.lacksPart(TOTALS)))
  await o.end?.(totals)
  return head
}

/** Passes content on, keeping its size and SHA-256. */
export function summed(source: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  let bytes = 0
  async function* content(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  return { content: content(), sum: () => ({ bytes, sha256: hash.digest('hex') }) }
}

function checkTotals(totals: Totals, found: ReadonlyMap<string, TableTotal>): void {
  for (const expected of totals.tables) {
    const table = found.get(expected.name)
    if (!table) throw new BackupRefused('damaged', reasons.missing(rowsPart(expected.name)))
    if (table.sha256 !== expected.sha256 || table.bytes !== expected.bytes || table.rows !== expected.rows) {
      throw new BackupRefused('damaged', reasons.rowsDiffer(rowsPart(expected.name), table, expected))
    }
  }
}
