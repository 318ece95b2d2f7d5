// What a preview or a run made of each row, a page at a time.
import type { Access } from '../../access/index.ts'
import { Failure, inOneTrip, type Pool, sql, statement } from '../../platform/index.ts'
import { type RecordOutcome, type RowOutcome, toldAgain } from '../imports/outcome.ts'
import type { Order } from './order.ts'

export type ResultsOrder = {
  of: 'preview' | 'run'
  /** Only rows that came out so. */
  outcome?: string | undefined
  file?: string | undefined
  after?: string | undefined
  limit?: number | undefined
}
export type Results = { data: readonly (RowOutcome & { file: string })[]; next: string | null }

export async function results(pool: Pool, access: Access, order: Order, asked: ResultsOrder): Promise<Results> {
  // A preview shows old values as its maker might read them then; with other rights it has to be made again.
  if (asked.of === 'preview' && order.preview?.accessVersion !== access.version)
    throw new Failure('step_unavailable', { state: order.preview ? 'changed' : order.state, step: 'read the preview' })
  const limit = asked.limit ?? 100
  const [, fileAfter = '', rowAfter = '0'] = /^(.*):(\d{1,10})$/s.exec(asked.after ?? '') ?? []
  const { workspace } = access.actor
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(sql`select o.file, r.value as outcome from intake.outcome o cross join lateral jsonb_array_elements(o.rows) r
      where o.workspace_id = ${workspace} and o.import_id = ${order.id} and o.of = ${asked.of}
        and (${asked.file ?? null}::text is null or o.file = ${asked.file ?? null})
        and (o.file, (r.value ->> 'row')::bigint) > (${fileAfter}, ${rowAfter}::bigint)
        and (${asked.outcome ?? null}::text is null or r.value ->> 'outcome' = ${asked.outcome ?? null})
      order by o.file, (r.value ->> 'row')::bigint limit ${limit + 1}`),
  ])
  const data = rows.slice(0, limit).map((row) => {
    const file = row['file'] as string // text column
    const told = toldAgain(row['outcome'] as Parameters<typeof toldAgain>[0]) // written by the run
    return { ...told, ...(told.records ? { records: told.records.map(answered) } : {}), file }
    function answered(record: RecordOutcome): RecordOutcome {
      const answer = record.candidates && order.answers[`${file}:${told.row}:${record.record}`]
      return answer === undefined ? record : { ...record, answer }
    }
  })
  const last = data.at(-1)
  return { data, next: rows.length > limit && last ? `${last.file}:${last.row}` : null }
}
