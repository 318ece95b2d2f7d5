// The order of a list: its keys in SQL, the place of a row in it, and the rows beyond a place.
import { fieldType } from '../../../dictionary/index.ts'
import { join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Frame, fieldAt } from './frame.ts'
import type { Order } from './question.ts'
import { reasons } from './reasons.ts'
import { invalid } from './where.ts'

/** Values of the order's keys in a page's last row, and its id. */
export type Place = readonly (string | number | boolean | null)[]

export type Key = { column: SqlFragment; dir: 'asc' | 'desc'; isNullable: boolean; type: string }

export function orderKeys(frame: Frame, order: readonly Order[]): Key[] {
  return order.flatMap(({ field: path, dir = 'asc' }) => {
    const { field, columns } = fieldAt(frame, path)
    if (!fieldType(field).sortable) throw invalid(path, reasons.noOrder(field.type))
    const isNullable = field.object !== 'record' // what every record has is never empty
    // Amounts of different currencies have no order, so money is sorted within its currency.
    const [main, ...units] = columns.map((column, i) => ({
      column,
      dir: i ? ('asc' as const) : dir,
      isNullable,
      type: field.columns[i]?.type ?? 'text',
    }))
    return [...units, ...(main ? [main] : [])]
  })
}

/**
 * Unknown values come last in either direction. PostgreSQL's index has them at one end only, so a page in the order of one
 * nullable key is asked as two: the known ones, then the unknown. The second part is not run while the first fills the page.
 */
export function branchesOf(
  keys: readonly Key[],
  id: SqlFragment,
  after: Place | null,
): { when: SqlFragment[]; order: SqlFragment }[] {
  const last = keys.at(-1)
  const idDir = raw(last?.dir ?? 'asc')
  const beyondId = (mark: unknown) => sql`${id} ${raw(last?.dir === 'desc' ? '<' : '>')} ${mark}::uuid`
  if (keys.length === 0) return [{ when: after ? [beyondId(after[0])] : [], order: sql`${id} ${idDir}` }]
  const [key] = keys
  if (keys.length > 1 || !key?.isNullable) {
    const order = join([
      ...keys.map((each) => sql`${each.column} ${raw(each.dir)}${raw(each.isNullable ? ' nulls last' : '')}`),
      sql`${id} ${idDir}`,
    ])
    return [{ when: after ? [beyond(keys, id, after)] : [], order }]
  }
  const sign = raw(key.dir === 'desc' ? '<' : '>')
  const known = { when: [sql`${key.column} is not null`], order: sql`${key.column} ${idDir}, ${id} ${idDir}` }
  const unknown = { when: [sql`${key.column} is null`], order: sql`${id} ${idDir}` }
  if (!after) return [known, unknown]
  if (after[0] === null) return [{ ...unknown, when: [...unknown.when, beyondId(after[1])] }]
  return [
    {
      ...known,
      when: [...known.when, sql`(${key.column}, ${id}) ${sign} (${after[0]}::${raw(key.type)}, ${after[1]}::uuid)`],
    },
    unknown,
  ]
}

/** Rows after a place in an order of several keys: equal in the first ones, beyond in the next. */
function beyond(keys: readonly Key[], id: SqlFragment, after: Place): SqlFragment {
  const alternatives: SqlFragment[] = []
  const equalSoFar: SqlFragment[] = []
  keys.forEach((key, i) => {
    const mark = after[i] ?? null
    const sign = raw(key.dir === 'desc' ? '<' : '>')
    if (mark !== null) {
      const further = sql`${key.column} ${sign} ${mark}::${raw(key.type)}`
      alternatives.push(
        sql`(${join([...equalSoFar, key.isNullable ? sql`(${further} or ${key.column} is null)` : further], ' and ')})`,
      )
    }
    equalSoFar.push(mark === null ? sql`${key.column} is null` : sql`${key.column} = ${mark}::${raw(key.type)}`)
  })
  const sign = raw(keys.at(-1)?.dir === 'desc' ? '<' : '>')
  alternatives.push(sql`(${join([...equalSoFar, sql`${id} ${sign} ${after[keys.length]}::uuid`], ' and ')})`)
  return sql`(${join(alternatives, ' or ')})`
}
