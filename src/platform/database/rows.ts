// Many rows as one source in FROM: a fixed number of parameters whatever their number, and a plain VALUES for a single one,
// which is what most requests write.
import { listOf } from './lists.ts'
import { empty, join, quoted, raw, type SqlFragment, sql } from './sql.ts'

export type ColumnOf = { name: string; type: string }

const names = new WeakMap<readonly ColumnOf[], SqlFragment>()

/** The names of the columns; of lists that are used again and again they are written once. */
export function namesOf(columns: readonly ColumnOf[]): SqlFragment {
  const known = names.get(columns) ?? raw(columns.map((column) => quoted(column.name)).join(', '))
  names.set(columns, known)
  return known
}

const texts = new WeakMap<readonly ColumnOf[], { alias: string; around: readonly string[] }>()

/** What stands before, between and after the values of a single row. */
function textsOf(columns: readonly ColumnOf[], alias: string): readonly string[] {
  const known = texts.get(columns)
  if (known?.alias === alias) return known.around
  const casts = columns.map((column) => `::${column.type}`)
  const last = `${casts.at(-1)})) as ${alias}(${columns.map((column) => quoted(column.name)).join(', ')})`
  const around = ['(values (', ...casts.slice(0, -1).map((cast) => `${cast}, `), last]
  texts.set(columns, { alias, around })
  return around
}

/** `(…) as alias(columns)`; every value of `rows` stands in the order of `columns`, lists as PostgreSQL array texts. */
export function rowSource(
  columns: readonly ColumnOf[],
  rows: readonly (readonly unknown[])[],
  alias: string,
): SqlFragment {
  const [only] = rows
  if (rows.length === 1 && only) return sql(textsOf(columns, alias), ...columns.map((_, i) => only[i] ?? null))
  // An array of arrays would be flattened, so lists travel as text and are cast one by one. Each list gives its values as they are asked
  // for: behind FROM, the server would put every list aside before it begins.
  const lists = columns.map((column, i) => {
    const as = column.type.endsWith('[]') ? 'text' : column.type
    const cast = as === column.type ? empty : sql`::${raw(column.type)}`
    return sql`unnest(${listOf(
      as,
      rows.map((row) => row[i] ?? null),
    )}::${raw(as)}[])${cast}`
  })
  return sql`(select ${join(lists)}) as ${raw(alias)}(${namesOf(columns)})`
}
