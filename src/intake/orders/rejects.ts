// The rows that were not taken, as they stood in their file, each with why: to be mended in the same program and sent again.
import { words } from '../../../dictionary/words.ts'
import { inOneTrip, type Pool, spoken, sql, statement, told, type WorkspaceId } from '../../platform/index.ts'
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
  return {
    name: rejectedName(file.name),
    lines: linesOf(uploads.pathOf(workspace, file.storedAs), file, { header: told(reasonHeader), why }),
  }
}

type Reasons = { header: string; why: ReadonlyMap<number, string> }

async function* linesOf(
  path: string,
  file: OrderedFile,
  { header: ofReasons, why }: Reasons,
): AsyncGenerator<RejectLine> {
  const table = asTable(await openFile(path, file.reading))
  if (!table) return
  const width = table.shape.columns.length
  yield [...table.shape.columns.map(({ header }) => header), ofReasons]
  for await (const { row, cells } of table.rows()) {
    const reason = why.get(row)
    if (reason !== undefined) yield [...Array.from({ length: width }, (_, i) => cells[i] ?? ''), reason]
  }
}

/** No field has such a name, so the column is left out when the file comes again. */
const reasonHeader = words(
  'Holdfast: why it was not taken',
  'Holdfast: por qué no se tomó',
  'Holdfast: por que não foi aceita',
  'Holdfast: sebab tidak diterima',
)

const mostRows = 200_000

async function reasonsOf(pool: Pool, workspace: WorkspaceId, file: OrderedFile): Promise<Map<number, string>> {
  const { importId, dataset } = file
  const [rows = [], older = []] = await inOneTrip(pool, workspace, [
    statement(sql`select (r.value ->> 'row')::integer as row,
        string_agg(coalesce(f.value -> 'said' ->> ${spoken()}, f.value ->> 'message'), ' ' order by f.n) as why
      from intake.outcome o cross join lateral jsonb_array_elements(o.rows) r
        cross join lateral jsonb_array_elements(r.value -> 'faults') with ordinality f (value, n)
      where o.workspace_id = ${workspace} and o.import_id = ${importId} and o.of = 'run' and o.file = ${dataset} and r.value ->> 'outcome' = 'rejected'
      group by 1 order by 1 limit ${mostRows}`),
    // Of runs that kept no more than this.
    statement(sql`select row, string_agg(message, ' ' order by code) as why from intake.reject
      where workspace_id = ${workspace} and import_id = ${importId} and file = ${dataset}
        and not exists (select from intake.outcome where workspace_id = ${workspace} and import_id = ${importId} and of = 'run')
      group by row order by row limit ${mostRows}`),
  ])
  return new Map([...rows, ...older].map((row) => [row['row'] as number, row['why'] as string])) // integer and text columns
}
