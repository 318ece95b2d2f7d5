// Questions for records: a page of documents, with the key of its last row for the next page.
import { empty, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { aroundPage, defaultLimit, defaultSelect, pageMembers, place, rowOf } from './document.ts'
import { type Compiling, joinsOf, openFrame, sourceOf } from './frame.ts'
import { idAskedFor, listOfOne, listsApart } from './lists.ts'
import { branchesOf, orderKeys, type Place } from './order.ts'
import { columnsOfMembers, type Reader, readerOf } from './page.ts'
import type { Question, Selected } from './question.ts'
import { compileSearch } from './search.ts'
import { compileWhere } from './where.ts'
import { type Writer, writerOf } from './write-rows.ts'

/**
 * Each row of the first statement is the columns of a document — the first of them its id —, the order's keys, and what `also` adds.
 * Further statements are lists of the one record that is asked for.
 */
export type CompiledList = {
  fragments: readonly SqlFragment[]
  columns: number
  keys: number
  limit: number
  /** Of the documents as they are without the lists that stand apart. */
  writer: Writer
  read: Reader
  lists: readonly { name: string; writer: Writer; read: Reader }[]
}

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
  const id = idAskedFor(question)
  const around = id ? frame : aroundPage(frame) // around one row there is no page to be cut
  const select = question.select ?? defaultSelect(frame)
  const apart = id ? listsApart(around, select) : []
  const within = select.filter((each: Selected) => !apart.some((list) => list === each))
  const members = pageMembers(around, within)
  const columns = columnsOfMembers(members)
  const lists = id ? apart.map((nested) => listOfOne(around, nested, id)) : []
  const joins = id ? empty : joinsOf(around)
  const row = rowOf(frame)
  const keys = orderKeys(frame, question.order ?? [])
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
  ]
  const made = {
    columns: columns.length,
    keys: keys.length,
    limit: question.limit ?? defaultLimit,
    writer: writerOf(members, lists.length > 0 ? '' : '}'),
    read: readerOf(members),
    lists: lists.map(({ name, members }) => ({ name, writer: writerOf(members), read: readerOf(members) })),
  }
  if (id) {
    const { from, visible } = sourceOf(frame)
    const one = sql`select ${join([...columns, also])} from ${from} where ${join([visible, ...conditions], ' and ')}`
    return { ...made, fragments: [one, ...lists.map(({ fragment }) => fragment)] }
  }
  const { from, visible } = sourceOf(frame)
  const { limit } = made
  const most = raw(String(limit + 1))
  const read = join([row, ...keys.map((key, i) => sql`${key.column} as ${nthKey(i)}`)])
  const branches = branchesOf(keys, sql`${alias}.id`, after).map(
    ({ when, order }) =>
      sql`(select ${read} from ${from} where ${join([visible, ...conditions, ...when], ' and ')} order by ${order} limit ${most})`,
  )
  const rows = branches.length > 1 ? sql`(${join(branches, ' union all ')} limit ${most})` : join(branches)
  // Joins may change the order of rows, so where there are some it is made again.
  const isJoined = around.joins.size > 0
  const page = isJoined ? sql`(select *, row_number() over () as ${place} from ${rows} p)` : rows
  const again = isJoined ? sql` order by ${alias}.${place}` : empty
  const shown = join([...columns, ...keys.map((_, i) => sql`${alias}.${nthKey(i)}`), also])
  return { ...made, fragments: [sql`select ${shown} from ${page} ${alias}${joins}${again}`] }
}

const nthKey = (i: number): SqlFragment => ident(`#${i}`)
