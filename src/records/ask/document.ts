// A record as JSON, made by the database. Documents are made of a page's rows only, after it was sorted and cut: a row that is
// looked at and passed over costs no document.
import { empty, Failure, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Frame, fieldAt, joinsOf, openFrame, relationOf, sourceOf } from './frame.ts'
import { orderKeys } from './order.ts'
import { type Member, memberOf, type Within } from './page.ts'
import type { Nested, Selected } from './question.ts'
import { reasons } from './reasons.ts'
import { compileWhere, invalid, linkTo } from './where.ts'

export const defaultLimit = 50
const deepest = 3

/** One record as JSON: its id and what was selected, nested lists included. */
export const documentOf = (frame: Frame, select: readonly Selected[], depth: number): SqlFragment =>
  sql`(select row_to_json(d) from (select ${membersOf(frame, select, depth)}) d)`

/** A document's members as columns of their names; from a row PostgreSQL makes JSON in half the time a call with names and values takes. */
export function membersOf(frame: Frame, select: readonly Selected[], depth: number): SqlFragment {
  const members: SqlFragment[] = [sql`${raw(frame.alias)}.id as id`]
  for (const each of select) {
    if (typeof each !== 'string')
      members.push(sql`${nestedList(frame, each, depth + 1)} as ${memberName(each.relation)}`)
    else if (each !== 'id') members.push(sql`${fieldAt(frame, each).json} as ${memberName(each)}`)
  }
  return join(members)
}

/** The members of a page's documents, the id first; each by the column it is written from. */
export function pageMembers(frame: Frame, select: readonly Selected[]): (Member | Within)[] {
  const members = [memberOf('id', fieldAt(frame, 'id'))]
  for (const each of select) {
    if (typeof each !== 'string') members.push(nestedMember(frame, each))
    else if (each !== 'id') members.push(memberOf(each, fieldAt(frame, each)))
  }
  return members
}

export const nestedMember = (frame: Frame, nested: Nested): Member => ({
  name: nested.relation,
  column: nestedList(frame, nested, 1),
  form: 'json',
})

/** PostgreSQL would cut a longer name short. */
const longestName = 63

function memberName(path: string): SqlFragment {
  if (path.length > longestName) throw invalid(path, reasons.longPath(longestName))
  return ident(path)
}

/** The frame seen from around the page that was cut from it: the same columns under the same name, and joins of its own. */
export const aroundPage = (frame: Frame): Frame => ({ ...frame, joins: new Map() })

/** The columns that what stands around a page uses of it; to be called when all of that is compiled. */
export const rowOf = (frame: Frame): SqlFragment =>
  join([...new Set([...frame.used, 'id'])].map((name) => sql`${raw(frame.alias)}.${ident(name)}`))

/** A row's place in its page. No field has such a name. */
export const place = ident('#')

function nestedList(frame: Frame, nested: Nested, depth: number): SqlFragment {
  if (depth > deepest) throw invalid(nested.relation, reasons.deepLists(deepest))
  if (frame.object.relations.get(nested.relation)?.kind === 'one') return nestedOne(frame, nested, depth)
  const relation = relationOf(frame, nested.relation, 'many')
  const child = openFrame(frame.compiling, relation.to)
  const alias = raw(child.alias)
  const around = aroundPage(child)
  const members = membersOf(around, nested.select, depth)
  const joins = joinsOf(around)
  const row = rowOf(child)
  const keys = orderKeys(child, nested.order ?? [])
  const condition = nested.where ? compileWhere(child, nested.where) : raw('true')
  const link = linkTo(child, relation.field, frame)
  const { from, visible } = sourceOf(child)
  const order = join([...keys.map((key) => sql`${key.column} ${raw(key.dir)} nulls last`), sql`${alias}.id`])
  // Joins may change the order of rows, so where there are some it is made again.
  const isJoined = around.joins.size > 0
  const placed = isJoined ? sql`, row_number() over (order by ${order}) as ${place}` : empty
  const again = isJoined ? sql` order by ${alias}.${place}` : empty
  const page = sql`select ${row}${placed} from ${from} where ${link} and ${visible} and ${condition} order by ${order} limit ${raw(String(nested.limit ?? defaultLimit))}`
  return sql`(select coalesce(json_agg(d), '[]') from (select ${members} from (${page}) ${alias}${joins}${again}) d)`
}

/** The record a reference leads to. Looked up row by row and not joined: a join may change the order of rows, which costs more to make again. */
function nestedOne(frame: Frame, { relation: name, select }: Nested, depth: number): SqlFragment {
  const relation = relationOf(frame, name, 'one')
  const reference = fieldAt(frame, relation.field).columns[0] ?? empty // refused where it may not be read, masked where only on some rows
  const target = openFrame(frame.compiling, relation.to, frame.isTrusted)
  const members = membersOf(target, select, depth)
  const { from, visible } = sourceOf(target)
  return sql`(select row_to_json(d) from (select ${members} from ${from} where ${raw(target.alias)}.id = ${reference} and ${visible}) d)`
}

/** Every field the actor may read, and when the record changed. */
export function defaultSelect(frame: Frame): string[] {
  const readable = [...frame.object.fields.keys()].filter((name) => {
    try {
      fieldAt(
        { ...frame, used: new Set(), joins: new Map(), compiling: { ...frame.compiling, classes: new Set() } },
        name,
      )
      return true
    } catch (error) {
      if (error instanceof Failure && error.code === 'field_unavailable') return false
      throw error
    }
  })
  return [...readable, 'version', 'created_at', 'updated_at']
}
