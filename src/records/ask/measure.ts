// Questions about groups: counts, sums, averages, extremes. Money is added up per currency, each row saying which.
import { fieldType, type ManifestField } from '../../../dictionary/index.ts'
import { ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Compiling, type FieldSql, type Frame, fieldAt, openFrame, sourceOf } from './frame.ts'
import type { GroupBy, Measure, Question } from './question.ts'
import { compileSearch } from './search.ts'
import { compileWhere, invalid } from './where.ts'

export const mostGroups = 1_000

/** A statement giving one row per group: `doc` (what was asked) and `size` (how many records, for suppression). */
export function compileMeasure(compiling: Compiling, question: Question): SqlFragment {
  const frame = openFrame(compiling, question.from)
  const groups = (question.group ?? []).map((group) => groupOf(frame, group))
  const measures = Object.entries(question.measure ?? { count: { count: '*' as const } }).map(([name, measure]) =>
    measureOf(frame, name, measure),
  )
  const currencies = [
    ...new Map(
      measures.flatMap((each) => (each.currency ? [[each.currency.field.id, each.currency] as const] : [])),
    ).values(),
  ]
  if (currencies.length > 1)
    throw invalid(
      'measure',
      'amounts of two money fields may be in different currencies; ask for them in two questions',
    )
  const currency = currencies[0]?.columns[1]
  const keys = [...groups.map((group) => group.column), ...(currency ? [currency] : [])]
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
    ...(currency ? [sql`${currency} is not null`] : []),
  ]
  const outputs = [...groups, ...(currency ? [{ name: 'currency', column: currency }] : []), ...measures]
  const order = orderOf(
    question,
    outputs.map((each) => each.name),
  )
  const { from, visible } = sourceOf(frame)
  const rows = sql`select count(*) as "size", ${join(outputs.map((each) => sql`${each.column} as ${ident(each.name)}`))}
    from ${from} where ${join([visible, ...conditions], ' and ')}${keys.length ? sql` group by ${join(keys.map((_, i) => raw(String(positionOf(i)))))}` : raw('')}`
  const doc = join(outputs.map((each) => sql`${raw(`'${each.name}'`)}, g.${ident(each.name)}`))
  return sql`select json_build_object(${doc}) as doc, g."size" from (${rows}) g order by ${order} limit ${Math.min(question.limit ?? mostGroups, mostGroups)}`
}

/** Groups stand after the size in the select list, the currency after the groups. */
const positionOf = (i: number): number => i + 2

function groupOf(frame: Frame, group: GroupBy): { name: string; column: SqlFragment } {
  const path = typeof group === 'string' ? group : group.field
  const { field, columns } = fieldAt(frame, path)
  const [column = raw('null')] = columns
  if (typeof group !== 'string') {
    if (!['date', 'timestamptz'].includes(field.columns[0]?.type ?? ''))
      throw invalid(path, 'only dates are grouped by period')
    return { name: nameFor(path), column: sql`date_trunc(${raw(`'${group.by}'`)}, ${column}::timestamp)::date` }
  }
  if (!fieldType(field).groupable) throw invalid(path, `a ${field.type} makes no groups`)
  return { name: nameFor(path), column }
}

const nameFor = (path: string): string => path.replaceAll('.', '_')

type Output = { name: string; column: SqlFragment; currency?: FieldSql }

function measureOf(frame: Frame, name: string, measure: Measure): Output {
  const [kind, path] = Object.entries(measure)[0] as [keyof typeof aggregates | 'count', string] // one key, by the question's schema
  if (kind === 'count' && path === '*') return { name, column: sql`count(*)` }
  const at = fieldAt(frame, path)
  if (!fieldType(at.field).measures.includes(kind)) throw invalid(path, `a ${at.field.type} has no ${kind}`)
  if (kind === 'count') return { name, column: sql`count(${at.columns[0]})` }
  return {
    name,
    column: aggregates[kind](at.columns[0] ?? raw('null'), at.field),
    ...(at.columns.length > 1 ? { currency: at } : {}),
  }
}

const aggregates = {
  sum: (column: SqlFragment) => sql`sum(${column})`,
  average: (column: SqlFragment, field: ManifestField) =>
    sql`round(avg(${column}), ${raw(field.columns.length > 1 ? '0' : '4')})`,
  min: (column: SqlFragment) => sql`min(${column})`,
  max: (column: SqlFragment) => sql`max(${column})`,
}

function orderOf(question: Question, names: readonly string[]): SqlFragment {
  const given = (question.order ?? []).map(({ field, dir }) => {
    if (!names.includes(nameFor(field))) throw invalid(field, `order by one of ${names.join(', ')}`)
    return sql`g.${ident(nameFor(field))} ${raw(dir ?? 'asc')} nulls last`
  })
  const rest = names.filter((name) => !(question.order ?? []).some(({ field }) => nameFor(field) === name))
  return join([...given, ...rest.map((name) => sql`g.${ident(name)}`)])
}

/**
 * Holds back groups of fewer than `smallest` records from who may see no single one, and then more — the next smallest first —
 * until what is held back could not be told from a total either.
 */
export function holdBack<G extends { size: number }>(
  groups: readonly G[],
  smallest: number,
): { shown: G[]; isHeldBack: boolean } {
  if (smallest === 0) return { shown: [...groups], isHeldBack: false }
  const bySize = [...groups].sort((a, b) => a.size - b.size)
  const held = new Set(bySize.filter((group) => group.size < smallest))
  let size = [...held].reduce((total, group) => total + group.size, 0)
  for (const group of bySize) {
    if (held.size === 0 || (held.size > 1 && size >= smallest)) break
    if (held.has(group)) continue
    held.add(group)
    size += group.size
  }
  return { shown: groups.filter((group) => !held.has(group)), isHeldBack: held.size > 0 }
}
