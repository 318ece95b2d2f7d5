// Questions for records: a page of documents, with the key of its last row for the next page.
import { empty, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { aroundPage, defaultLimit, defaultSelect, pageMembers, place, rowOf } from './document.ts'
import { type Compiling, joinsOf, openFrame, sourceOf } from './frame.ts'
import { branchesOf, orderKeys, type Place } from './order.ts'
import type { Member } from './page.ts'
import type { Question } from './question.ts'
import { compileSearch } from './search.ts'
import { compileWhere } from './where.ts'

/** Each row of the statement is the members of a document — the first of them its id —, the order's keys, and what `also` adds. */
export type CompiledList = { fragment: SqlFragment; members: readonly Member[]; keys: number; limit: number }

/**
 * Gives one row more than is shown where there are more. Limits stand in the text, because they decide which plan is best and a
 * kept plan has to know them.
 */
export function compileList(
  compiling: Compiling,
  question: Question,
  after: Place | null,
  also: SqlFragment,
): CompiledList {
  const frame = openFrame(compiling, question.from)
  const alias = raw(frame.alias)
  const around = aroundPage(frame)
  const members = pageMembers(around, question.select ?? defaultSelect(frame))
  const joins = joinsOf(around)
  const row = rowOf(frame)
  const keys = orderKeys(frame, question.order ?? [])
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
  ]
  const { from, visible } = sourceOf(frame)
  const limit = question.limit ?? defaultLimit
  const looked = raw(String(limit + 1))
  const columns = join([row, ...keys.map((key, i) => sql`${key.column} as ${nthKey(i)}`)])
  const branches = branchesOf(keys, sql`${alias}.id`, after).map(
    ({ when, order }) =>
      sql`(select ${columns} from ${from} where ${join([visible, ...conditions, ...when], ' and ')} order by ${order} limit ${looked})`,
  )
  const rows = branches.length > 1 ? sql`(${join(branches, ' union all ')} limit ${looked})` : join(branches)
  // Joins may change the order of rows, so where there are some it is made again.
  const isJoined = around.joins.size > 0
  const page = isJoined ? sql`(select *, row_number() over () as ${place} from ${rows} p)` : rows
  const again = isJoined ? sql` order by ${alias}.${place}` : empty
  const shown = join([...members.map(({ column }) => column), ...keys.map((_, i) => sql`${alias}.${nthKey(i)}`), also])
  return { fragment: sql`select ${shown} from ${page} ${alias}${joins}${again}`, members, keys: keys.length, limit }
}

const nthKey = (i: number): SqlFragment => ident(`#${i}`)
