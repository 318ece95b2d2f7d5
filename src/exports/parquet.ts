// Parquet, a group of rows for every few pages: columns have their kinds, lists are lists, and money is an amount beside its currency.
import type { SchemaElement } from 'hyparquet-writer'
import type { Cell, Column, Kind, Row } from './columns.ts'

/** Rows kept before they are written: enough for columns to be worth compressing, few enough for any machine. */
const groupRows = 10_000

export async function* parquetOf(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer') // a service that exports nothing does not hold it
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    schema: [
      { name: 'root', num_children: columns.length, repetition_type: 'REQUIRED' },
      ...columns.flatMap(({ name, kind }) => schemas[kind](name)),
    ],
    createdBy: 'Holdfast',
  })
  const take = () => {
    const taken = writer.getBytes().slice()
    writer.index = 0 // what was taken is not kept; `offset` goes on counting
    return taken
  }
  let waiting: Row[] = []
  const writeGroup = () => {
    const columnData = columns.map((column) => ({
      name: column.name,
      data: waiting.map((row) => parquetValue(column.kind, column.of(row))),
    }))
    parquet.write({ columnData, rowGroupSize: groupRows })
    waiting = []
    return take()
  }
  for await (const rows of pages) {
    waiting.push(...rows)
    if (waiting.length >= groupRows) yield writeGroup()
  }
  if (waiting.length > 0) yield writeGroup()
  parquet.finish()
  yield take()
}

const optional = (name: string, element: Omit<SchemaElement, 'name'>): SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', ...element },
]

const schemas: Readonly<Record<Kind, (name: string) => SchemaElement[]>> = {
  text: (name) => optional(name, { type: 'BYTE_ARRAY', converted_type: 'UTF8' }),
  json: (name) => optional(name, { type: 'BYTE_ARRAY', converted_type: 'UTF8' }),
  integer: (name) => optional(name, { type: 'INT64' }),
  decimal: (name) => optional(name, { type: 'DOUBLE' }),
  boolean: (name) => optional(name, { type: 'BOOLEAN' }),
  date: (name) => optional(name, { type: 'INT32', converted_type: 'DATE' }),
  moment: (name) => optional(name, { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }),
  list: (name) => [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  ],
}

function parquetValue(kind: Kind, cell: Cell): unknown {
  if (cell === null) return null
  if (kind === 'integer') return BigInt(Number(cell))
  if (kind === 'decimal') return Number(cell)
  if (kind === 'date') return new Date(`${String(cell)}T00:00:00Z`)
  if (kind === 'moment') return new Date(String(cell))
  return cell
}
