// What the records of a run are called today, as far as whoever looks at its rows may see them. A preview tells what they would be called.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import type { RecordOutcome, RowOutcome } from '../imports/outcome.ts'
import { sightsOf } from '../imports/sights.ts'

export async function withTitles<Row extends RowOutcome>(
  records: Pick<Records, 'sights'>,
  actor: Actor,
  rows: readonly Row[],
): Promise<Row[]> {
  const untitled = rows.flatMap(({ records: own = [] }) => own.filter(isUntitled))
  const looked = untitled.flatMap(({ object, id }) => (id === undefined ? [] : [{ object, id }]))
  const seen = await sightsOf(records, actor, looked)
  const titled = (record: RecordOutcome): RecordOutcome => {
    const sight = isUntitled(record) ? seen.get(record.id ?? '') : undefined
    return sight ? { ...record, title: sight.title, ...(sight.isDeleted ? { isDeleted: true } : {}) } : record
  }
  return rows.map((row) => (row.records ? { ...row, records: row.records.map(titled) } : row))
}

const isUntitled = ({ id, title }: RecordOutcome): boolean => id !== undefined && title === undefined
