// Many rows as one source in FROM: a fixed number of parameters whatever their number, and a plain VALUES for a single one,
// which is what most requests write.
import { binaryArray } from './binary-array.ts'
import { ident, join, raw, type SqlFragment, sql } from './sql.ts'

export type ColumnOf = { name: string; type: string }

/** `(…) as alias(columns)`; every value of `rows` stands in the order of `columns`, lists as PostgreSQL array texts. */
export function rowSource(
  columns: readonly ColumnOf[],
  rows: readonly (readonly unknown[])[],
  alias: string,
): SqlFragment {
  const names = join(columns.map((column) => ident(column.name)))
  const [only] = rows
  if (rows.length === 1 && only) {
    const values = columns.map((column, i) => sql`${only[i] ?? null}::${raw(column.type)}`)
    return sql`(values (${join(values)})) as ${raw(alias)}(${names})`
  }
  // An array of arrays would be flattened, so lists travel as text and are cast one by one.
  const carried = columns.map((column) => ({ ...column, as: column.type.endsWith('[]') ? 'text' : column.type }))
  const arrays = carried.map((column, i) => {
    const values = rows.map((row) => row[i] ?? null)
    return sql`${binaryArray(column.as, values) ?? values}::${raw(column.as)}[]`
  })
  const casts = carried.map((column) =>
    column.as === column.type ? sql`u.${ident(column.name)}` : sql`u.${ident(column.name)}::${raw(column.type)}`,
  )
  return sql`(select ${join(casts)} from unnest(${join(arrays)}) as u(${names})) as ${raw(alias)}(${names})`
}
