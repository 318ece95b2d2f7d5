// Questions for records: a page of documents, made into JSON by the database, with the key of its last row for the next page.
import { empty, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { aroundPage, defaultLimit, defaultSelect, membersOf, place, rowOf } from './document.ts'
import { type Compiling, joinsOf, openFrame, sourceOf } from './frame.ts'
import { branchesOf, orderKeys, type Place } from './order.ts'
import type { Question } from './question.ts'
import { compileSearch } from './search.ts'
import { compileWhere } from './where.ts'

/**
 * A statement giving one row: `data` (JSON text), `last` (place of the last row), `more`, and whatever `also` adds. `log` is put
 * beside the page. Limits stand in its text, because they decide which plan is best and a kept plan has to know them.
 */
export function compileList(
  compiling: Compiling,
  question: Question,
  after: Place | null,
  { log, also }: { log(ids: SqlFragment): SqlFragment; also: SqlFragment },
): SqlFragment {
  const frame = openFrame(compiling, question.from)
  const alias = raw(frame.alias)
  const around = aroundPage(frame)
  const members = membersOf(around, question.select ?? defaultSelect(frame), 0)
  const joins = joinsOf(around)
  const row = rowOf(frame)
  const keys = orderKeys(frame, question.order ?? [])
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
  ]
  const { from, visible } = sourceOf(frame)
  const limit = question.limit ?? defaultLimit
  const [shown, looked] = [raw(String(limit)), raw(String(limit + 1))]
  const columns = join([row, ...keys.map((key, i) => sql`${key.column} as ${nthKey(i)}`)])
  const branches = branchesOf(keys, sql`${alias}.id`, after).map(
    ({ when, order }) =>
      sql`(select ${columns} from ${from} where ${join([visible, ...conditions, ...when], ' and ')} order by ${order} limit ${looked})`,
  )
  const cut = branches.length > 1 ? sql` limit ${looked}` : empty
  const last = join([...keys.map((_, i) => nthKey(i)), raw('id')])
  return sql`with page as materialized (select *, row_number() over () as ${place} from (${join(branches, ' union all ')}${cut}) p)${log(sql`select array_agg(id) as ids from page where ${place} <= ${shown}`)}
    select (select coalesce(json_agg(d), '[]') from (select ${members} from page ${alias}${joins} where ${alias}.${place} <= ${shown} order by ${alias}.${place}) d)::text as data,
      (select count(*) from page) > ${shown} as more,
      (select json_build_array(${last}) from page where ${place} = ${shown})::text as last, ${also}`
}

const nthKey = (i: number): SqlFragment => ident(`#${i}`)
