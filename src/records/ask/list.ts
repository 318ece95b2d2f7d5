// Questions for records: a page of documents, made into JSON by the database, with the key of its last row for the next page.
import { fieldType } from '../../../dictionary/index.ts'
import { Failure, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Compiling, type Frame, fieldAt, joined, openFrame, relationOf, sourceOf } from './frame.ts'
import type { Nested, Order, Question, Selected } from './question.ts'
import { compileSearch } from './search.ts'
import { compileWhere, invalid, linkTo } from './where.ts'

/** Values of the order's keys in a page's last row, and its id. */
export type Place = readonly (string | number | boolean | null)[]

export const defaultLimit = 50

/** A statement giving one row: `data` (JSON text), `ids`, `last` (place of the last row), `more`. `log` is put beside the page. */
export function compileList(
  compiling: Compiling,
  question: Question,
  after: Place | null,
  log: (page: SqlFragment) => SqlFragment,
): SqlFragment {
  const frame = openFrame(compiling, question.from)
  const limit = question.limit ?? defaultLimit
  const doc = documentOf(frame, question.select ?? defaultSelect(frame), 0)
  const keys = orderKeys(frame, question.order ?? [])
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
  ]
  const { from, visible } = sourceOf(frame)
  const id = sql`${raw(frame.alias)}.id`
  const columns = join([
    sql`${id} as id`,
    sql`${doc} as doc`,
    ...keys.map((key, i) => sql`${key.column} as ${ident(`k${i}`)}`),
  ])
  const branches = branchesOf(keys, id, after).map(
    ({ when, order }) =>
      sql`select ${columns} from ${from} where ${join([visible, ...conditions, ...when], ' and ')} order by ${order} limit ${limit + 1}`,
  )
  const page =
    branches.length === 1
      ? (branches[0] ?? raw(''))
      : sql`${join(
          branches.map((branch) => sql`(${branch})`),
          ' union all ',
        )} limit ${limit + 1}`
  const place = sql`json_build_array(${join([...keys.map((_, i) => ident(`k${i}`)), raw('id')])})`
  return sql`with page as materialized (${page}), numbered as (select *, row_number() over () as n from page)${log(sql`select array_agg(id) as ids from numbered where n <= ${limit}`)}
    select coalesce(json_agg(doc order by n) filter (where n <= ${limit}), '[]')::text as data,
      count(*) > ${limit} as more,
      (array_agg(${place}) filter (where n = ${limit}))[1]::text as last
    from numbered`
}

type Key = { column: SqlFragment; dir: 'asc' | 'desc'; isNullable: boolean; type: string }

function orderKeys(frame: Frame, order: readonly Order[]): Key[] {
  return order.flatMap(({ field: path, dir = 'asc' }) => {
    const { field, columns } = fieldAt(frame, path)
    if (!fieldType(field).sortable) throw invalid(path, `a ${field.type} has no order`)
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
function branchesOf(
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

const deepest = 3

/** One record as JSON: its id and what was selected, nested lists included. */
export function documentOf(frame: Frame, select: readonly Selected[], depth: number): SqlFragment {
  const parts: SqlFragment[] = [sql`'id', ${raw(frame.alias)}.id`]
  for (const each of select) {
    if (typeof each !== 'string') parts.push(sql`${quotedText(each.relation)}, ${nestedList(frame, each, depth + 1)}`)
    else if (each !== 'id') parts.push(sql`${quotedText(each)}, ${fieldAt(frame, each).json}`)
  }
  // A function call takes at most 100 arguments, so long documents are put together from several.
  const chunks = Array.from(
    { length: Math.ceil(parts.length / 45) },
    (_, i) => sql`jsonb_build_object(${join(parts.slice(i * 45, i * 45 + 45))})`,
  )
  return parts.length <= 45 ? sql`json_build_object(${join(parts)})` : join(chunks, ' || ')
}

function nestedList(frame: Frame, nested: Nested, depth: number): SqlFragment {
  if (depth > deepest) throw invalid(nested.relation, `lists may be nested ${deepest} deep`)
  if (frame.object.relations.get(nested.relation)?.kind === 'one')
    return sql`case when ${raw(joined(frame, nested.relation).alias)}.id is not null then ${documentOf(joined(frame, nested.relation), nested.select, depth)} end`
  const relation = relationOf(frame, nested.relation, 'many')
  const child = openFrame(frame.compiling, relation.to)
  const doc = documentOf(child, nested.select, depth)
  const keys = orderKeys(child, nested.order ?? [])
  const condition = nested.where ? compileWhere(child, nested.where) : raw('true')
  const link = linkTo(child, relation.field, frame)
  const { from, visible } = sourceOf(child)
  const order = join([...keys.map((key) => sql`${key.column} ${raw(key.dir)} nulls last`), sql`${raw(child.alias)}.id`])
  return sql`(select coalesce(json_agg(x.doc), '[]') from (select ${doc} as doc from ${from} where ${link} and ${visible} and ${condition} order by ${order} limit ${nested.limit ?? defaultLimit}) x)`
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

/** A name that the question's own schema let through: letters, digits, dots and _. */
const quotedText = (name: string): SqlFragment => raw(`'${name.replace(/[^a-z0-9_.]/g, '')}'`)
