// Conditions to SQL. Values are always parameters, read by the field's own type; names are looked up, never pasted.
import { fieldType, type Operator } from '../../../dictionary/index.ts'
import { inEveryLanguage, type Words } from '../../../dictionary/words.ts'
import { Failure, join, late, raw, type SqlFragment, sql, told } from '../../platform/index.ts'
import { type FieldSql, type Frame, fieldAt, openFrame, relationOf, sourceOf, visibleThrough } from './frame.ts'
import type { Where } from './question.ts'
import { reasons } from './reasons.ts'

export function compileWhere(frame: Frame, where: Where): SqlFragment {
  frame.compiling.spend()
  if ('all' in where)
    return where.all.length
      ? sql`(${join(
          where.all.map((each) => compileWhere(frame, each)),
          ' and ',
        )})`
      : raw('true')
  if ('any' in where)
    return where.any.length
      ? sql`(${join(
          where.any.map((each) => compileWhere(frame, each)),
          ' or ',
        )})`
      : raw('false')
  if ('not' in where) return sql`not coalesce(${compileWhere(frame, where.not)}, false)`
  if ('field' in where) return compileComparison(frame, where)
  if ('visible' in where) {
    if (!frame.isTrusted) throw invalid('visible', reasons.rowScopeOnly)
    return visibleThrough(frame, where.visible, where.as)
  }
  if ('some' in where) return sql`exists ${related(frame, where.some, where.where)}`
  if ('none' in where) return sql`not exists ${related(frame, where.none, where.where)}`
  return sql`not exists ${related(frame, where.every, { not: where.where })}`
}

/** The related records that fit, in the actor's scope: those they may not see are as if they were not there. */
function related(frame: Frame, name: string, where: Where | undefined): SqlFragment {
  const relation = relationOf(frame, name, 'many')
  const child = openFrame(frame.compiling, relation.to, frame.isTrusted)
  const condition = where ? compileWhere(child, where) : raw('true')
  const link = linkTo(child, relation.field, frame)
  const { from, visible } = sourceOf(child)
  return sql`(select 1 from ${from} where ${link} and ${visible} and ${condition})`
}

/** That a child's reference leads to the frame's row. Where the actor may not read the reference, it leads nowhere. */
export function linkTo(child: Frame, field: string, parent: Frame): SqlFragment {
  const [column] = fieldAt(child, field).columns
  return sql`${column ?? raw('null')} = ${raw(parent.alias)}.id`
}

export type Comparison = Extract<Where, { field: string }>

function compileComparison(frame: Frame, where: Comparison): SqlFragment {
  const { field: path, op, me } = where
  const at = fieldAt(frame, path)
  if (!at.field.operators.includes(op))
    throw invalid(path, reasons.operatorUnfit(op, at.field.type, at.field.operators.join(', ')))
  if (me) return isMe(frame, at, path, op)
  return comparisons[op](at, valueFor(frame, where), path)
}

/** A value that is given now, or each time the compiled question is asked again. */
type Value = { now: unknown } | { hole: number; sample: unknown }

const valueFor = ({ compiling }: Frame, where: Comparison): Value => {
  const hole = compiling.holes?.get(where)
  return hole === undefined ? { now: where.value } : { hole, sample: where.value }
}

const sampleOf = (value: Value): unknown => ('hole' in value ? value.sample : value.now)

/** A parameter made of the value as it stands in the question. */
const made = (value: Value, make: (value: unknown) => unknown): SqlFragment =>
  'hole' in value ? late((given) => make(given[value.hole])) : sql`${make(value.now)}`

/** `me` is the person asking; a program is nobody, so nothing is its own. */
function isMe(frame: Frame, at: FieldSql, path: string, op: Operator): SqlFragment {
  if (op !== 'is' && op !== 'is_not') throw invalid(path, reasons.meWithIs)
  const { userId } = frame.compiling.access
  const own = userId ? sql`coalesce(${main(at)} = ${userId}, false)` : raw('false')
  return op === 'is' ? own : sql`not ${own}`
}

type Compare = (at: FieldSql, value: Value, path: string) => SqlFragment

/** Every operator, by an exhaustive table: a new one does not compile until it stands here. */
const comparisons = {
  is: (at, value, path) => (sampleOf(value) === null ? sql`${main(at)} is null` : equal(at, value, path)),
  is_not: (at, value, path) =>
    sampleOf(value) === null ? sql`${main(at)} is not null` : sql`not coalesce(${equal(at, value, path)}, false)`,
  in: (at, value, path) => oneOf(at, value, path),
  not_in: (at, value, path) => sql`not coalesce(${oneOf(at, value, path)}, false)`,
  gt: (at, value, path) => ordered(at, value, path, '>'),
  gte: (at, value, path) => ordered(at, value, path, '>='),
  lt: (at, value, path) => ordered(at, value, path, '<'),
  lte: (at, value, path) => ordered(at, value, path, '<='),
  contains: (at, value, path) => sql`holdfast.fold(${main(at)}) like '%' || ${escaped(value, path)} || '%'`,
  starts_with: (at, value, path) => sql`holdfast.fold(${main(at)}) like ${escaped(value, path)} || '%'`,
  has: (at, value, path) => sql`${main(at)} @> ${made(value, (one) => parse(at, [one], path)[0])}::text[]`,
  empty: (at) => sql`${main(at)} is null`,
  not_empty: (at) => sql`${main(at)} is not null`,
} satisfies Record<Operator, Compare>

const main = (at: FieldSql): SqlFragment => at.columns[0] ?? raw('null')

const equal = (at: FieldSql, value: Value, path: string): SqlFragment =>
  join(
    at.columns.map((column, i) => sql`${column} = ${operand(at, value, path, i)}`),
    ' and ',
  )

function oneOf(at: FieldSql, value: Value, path: string): SqlFragment {
  const listed = (list: unknown): unknown[] => {
    if (!Array.isArray(list) || list.length > 1_000) throw invalid(path, reasons.listOfValues(1_000))
    return list
  }
  const sample = listed(sampleOf(value))
  if (sample.length === 0) return raw('false')
  if (at.columns.length > 1)
    return sql`(${join(
      sample.map((each) => equal(at, { now: each }, path)),
      ' or ',
    )})`
  const operands = made(value, (list) => listed(list).map((each) => parse(at, each, path)[0]))
  return sql`${main(at)} = any(${operands}::${raw(at.field.columns[0]?.type ?? 'text')}[])`
}

/** An order means something only within one unit, so money is compared in the operand's currency. */
function ordered(at: FieldSql, value: Value, path: string, sign: '>' | '>=' | '<' | '<='): SqlFragment {
  const units = at.columns.slice(1).map((column, i) => sql`${column} = ${operand(at, value, path, i + 1)}`)
  return sql`(${join([sql`${main(at)} ${raw(sign)} ${operand(at, value, path, 0)}`, ...units], ' and ')})`
}

const operand = (at: FieldSql, value: Value, path: string, column: number): SqlFragment =>
  sql`${made(value, (one) => parse(at, one, path)[column])}::${raw(at.field.columns[column]?.type ?? 'text')}`

function parse(at: FieldSql, value: unknown, path: string): readonly unknown[] {
  const { field } = at
  const parsed = fieldType(field).parse(value, {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  })
  if ('fault' in parsed) {
    const hint = typeof parsed.hint === 'string' ? inEveryLanguage(parsed.hint) : parsed.hint
    throw invalid(path, reasons.noValueOf(JSON.stringify(value), field.type, hint))
  }
  return fieldType(field).toColumns(parsed.value)
}

/** Folded as the column is, with LIKE's own signs taken literally. */
function escaped(value: Value, path: string): SqlFragment {
  const text = made(value, (given) => {
    if (typeof given !== 'string' || given.length === 0 || given.length > 200) throw invalid(path, reasons.textOf(200))
    return given
  })
  return sql`replace(replace(replace(holdfast.fold(${text}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`
}

export const invalid = (at: string, why: Words) => new Failure('invalid_question', { at, why: told(why) })
