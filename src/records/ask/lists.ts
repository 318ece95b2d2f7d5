// The lists of one record, each in a statement of its own beside the record's, all in one trip. Where they stand within one row the
// database has to make JSON of every row of every list; so it sends their columns as they are, and the documents are written here.
import { join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { aroundPage, defaultLimit, nestedMember, rowOf } from './document.ts'
import { type Compiling, type Frame, fieldAt, joinsOf, openFrame, relationOf, sourceOf } from './frame.ts'
import { orderKeys } from './order.ts'
import { columnsOfMembers, type Member, memberOf, type Within } from './page.ts'
import type { Nested, Question, Selected, Where } from './question.ts'
import { type Comparison, compileWhere } from './where.ts'

export type ListOfOne = { name: string; fragment: SqlFragment; members: readonly (Member | Within)[] }

/** The comparison that names the one record of a question by its id; null where it asks for more, or for the past. */
export function idAskedFor({ where, order, search, after, asOf, limit }: Question): Comparison | null {
  if (order || search !== undefined || after !== undefined || asOf !== undefined || limit !== 1) return null
  const isOne =
    where && 'field' in where && where.field === 'id' && where.op === 'is' && typeof where.value === 'string'
  return isOne ? where : null
}

/** So few lists cost less within the record's row than as statements of their own. */
const mostWithin = 2

/** The lists that stand apart from the record. */
export function listsApart(frame: Frame, select: readonly Selected[]): readonly Nested[] {
  const lists = select.filter(
    (each) => typeof each !== 'string' && frame.object.relations.get(each.relation)?.kind === 'many',
  ) as Nested[] // names are left out
  return lists.length > mostWithin ? lists : []
}

/** The rows of a relation that lead to the record with that id: those that the same list within the record would hold, in its order. */
export function listOfOne(frame: Frame, nested: Nested, id: Comparison): ListOfOne {
  const { compiling } = frame
  const relation = relationOf(frame, nested.relation, 'many')
  const child = openFrame(compiling, relation.to)
  const around = aroundPage(child)
  const members = nested.select.flatMap((each) => memberAt(around, each))
  const joins = joinsOf(around)
  const keys = orderKeys(child, nested.order ?? [])
  const condition = nested.where ? compileWhere(child, nested.where) : raw('true')
  const link = compileWhere(child, given(compiling, id, relation.field))
  const { from, visible } = sourceOf(child)
  const alias = raw(child.alias)
  const order = join([...keys.map((key) => sql`${key.column} ${raw(key.dir)} nulls last`), sql`${alias}.id`])
  const shown = [memberOf('id', fieldAt(around, 'id')), ...members.filter(({ name }) => name !== 'id')]
  const page = sql`select ${rowOf(child)} from ${from} where ${link} and ${visible} and ${condition} order by ${order} limit ${raw(String(nested.limit ?? defaultLimit))}`
  return {
    name: nested.relation,
    members: shown,
    // Joins may change the order of rows, so where there are some it is made again.
    fragment: sql`select ${join(columnsOfMembers(shown))} from (${page}) ${alias}${joins}${around.joins.size > 0 ? sql` order by ${order}` : raw('')}`,
  }
}

/** The same value, each time the question is asked anew, compared with another field. */
function given({ holes }: Compiling, id: Comparison, field: string): Where {
  const own = { ...id, field }
  const hole = holes?.get(id)
  if (hole !== undefined) holes?.set(own, hole)
  return own
}

/** A record within a row is joined, where it is asked for nothing but its own fields. */
function memberAt(frame: Frame, each: Selected): (Member | Within)[] {
  if (typeof each === 'string') return [memberOf(each, fieldAt(frame, each))]
  const { relation, select } = each
  const isOwn = select.every((name) => typeof name === 'string' && !name.includes('.'))
  if (!isOwn || frame.object.relations.get(relation)?.kind !== 'one') return [nestedMember(frame, each)]
  const names = ['id', ...select.filter((name) => name !== 'id')] as string[] // just seen to be texts
  return [{ name: relation, members: names.map((name) => memberOf(name, fieldAt(frame, `${relation}.${name}`))) }]
}
