// The rows that were not taken, as they stood in their file, each with why: to be mended in the same program and sent again.
import { inOneTrip, type Pool, sql, statement, type WorkspaceId } from '../../platform/index.ts'
import { asTable } from '../imports/plan.ts'
import { openFile } from '../reading/index.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { rejectedName } from './names.ts'
import type { OrderedFile } from './order.ts'

export type RejectLine = readonly string[]

export async function rejectedRows(
  { pool, uploads }: { pool: Pool; uploads: Uploads },
  workspace: WorkspaceId,
  file: OrderedFile,
): Promise<{ name: string; lines: AsyncGenerator<RejectLine> }> {
  const why = await reasonsOf(pool, workspace, file)
  return { name: rejectedName(file.name), lines: linesOf(uploads.pathOf(workspace, file.storedAs), file, why) }
}

async function* linesOf(path: string, file: OrderedFile, why: ReadonlyMap<number, string>): AsyncGenerator<RejectLine> {
  const table = asTable(await openFile(path, file.reading))
  if (!table) return
  const width = table.shape.columns.length
  yield [...table.shape.columns.map(({ header }) => header), reasonHeader]
  for await (const { row, cells } of table.rows()) {
    const reason = why.get(row)
    if (reason !== undefined) yield [...Array.from({ length: width }, (_, i) => cells[i] ?? ''), reason]
  }
}

/** A column of this name is left out when the file comes again. */
export const reasonHeader = 'Holdfast: why it was not taken'

async function reasonsOf(pool: Pool, workspace: WorkspaceId, file: OrderedFile): Promise<Map<number, string>> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`select row, string_agg(message, ' ' order by code) as why from intake.reject
      where workspace_id = ${workspace} and import_id = ${file.importId} and file = ${file.dataset} group by row order by row limit 200000`),
  ])
  return new Map(rows.map((row) => [row['row'] as number, row['why'] as string])) // integer and text columns
}
