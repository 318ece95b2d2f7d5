// Questions about groups: counts, sums, averages, extremes. Money is added up per currency, each row saying which.
import { fieldType, type ManifestField } from '../../../dictionary/index.ts'
import { ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Compiling, columnsOf, type FieldSql, type Frame, fieldAt, openFrame, sourceOf } from './frame.ts'
import type { GroupBy, Measure, Question } from './question.ts'
import { reasons } from './reasons.ts'
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
  if (currencies.length > 1) throw invalid('measure', reasons.twoCurrencies)
  const currency = currencies[0]?.columns[1]
  const keys = [...groups.map((group) => group.column), ...(currency ? [currency] : [])]
  const conditions = [
    ...(question.where ? [compileWhere(frame, question.where)] : []),
    ...(question.search ? [compileSearch(frame, question.search)] : []),
    ...(currency ? [sql`${currency} is not null`] : []),
  ]
  const outputs = [...groups, ...(currency ? [{ name: 'currency', column: currency }] : []), ...measures]
  const twice = outputs.find((each, i) => outputs.findIndex((other) => other.name === each.name) < i)
  if (twice) throw invalid(twice.name, reasons.nameTwice)
  const order = orderOf(
    question,
    outputs.map((each) => each.name),
  )
  const { smallestGroup } = compiling.access
  const size = smallestGroup > 0 ? peopleBehind(frame, measures) : sql`count(*)`
  // Which groups are too small is seen only beside all the others, so for whom that matters the answer is cut afterwards.
  const limit = smallestGroup > 0 ? mostGroups + 1 : Math.min(question.limit ?? mostGroups, mostGroups)
  const { from, visible } = sourceOf(frame)
  const rows = sql`select ${size} as n, ${join(outputs.map((each, i) => sql`${each.column} as ${nthColumn(i)}`))}
    from ${from} where ${join([visible, ...conditions], ' and ')}${keys.length ? sql` group by ${join(keys.map((_, i) => raw(String(positionOf(i)))))}` : raw('')}`
  const doc = join(outputs.map((each, i) => sql`${raw(`'${each.name}'`)}, g.${nthColumn(i)}`))
  return sql`select json_build_object(${doc}) as doc, g.n as size from (${rows}) g order by ${order} limit ${limit}`
}

/**
 * How many customers — or people, where the object is of no customer — a group speaks of: the fewest behind any of its measures,
 * because an average over one known value tells that value, and ten invoices of one account tell of that account.
 */
function peopleBehind(frame: Frame, measures: readonly Output[]): SqlFragment {
  const id = sql`${raw(frame.alias)}.id`
  const { partOf } = frame.object
  const own = partOf ? frame.object.fields.get(partOf) : undefined
  const above = own ? topmost(frame, own, columnsOf(frame, own)[0] ?? id) : id
  const counts = measures.map(({ of }) =>
    of
      ? sql`count(distinct coalesce(${above}, ${id})) filter (where ${of} is not null)`
      : sql`count(distinct coalesce(${above}, ${id}))`,
  )
  return sql`least(${join([sql`count(distinct coalesce(${above}, ${id}))`, ...counts])})`
}

/** Follows what each object is part of to the end: an attendance to its interaction, and on to the account. */
function topmost(frame: Frame, { to = '' }: ManifestField, reference: SqlFragment): SqlFragment {
  const { access } = frame.compiling
  const parent = access.manifest.objects.get(to)
  const next = parent?.partOf ? parent.fields.get(parent.partOf) : undefined
  if (!parent || !next) return reference
  const alias = raw(frame.compiling.nextAlias())
  const further = sql`(select ${alias}.${ident(next.name)} from customer.${ident(parent.name)} ${alias} where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = ${reference})`
  return topmost(frame, next, further)
}

const nthColumn = (i: number): SqlFragment => ident(`c${i}`)

/** Groups stand after the size in the select list, the currency after the groups. */
const positionOf = (i: number): number => i + 2

function groupOf(frame: Frame, group: GroupBy): { name: string; column: SqlFragment } {
  const path = typeof group === 'string' ? group : group.field
  const { field, columns } = fieldAt(frame, path)
  const [column = raw('null')] = columns
  if (typeof group !== 'string') {
    if (!['date', 'timestamptz'].includes(field.columns[0]?.type ?? '')) throw invalid(path, reasons.onlyDates)
    return { name: nameFor(path), column: sql`date_trunc(${raw(`'${group.by}'`)}, ${column}::timestamp)::date` }
  }
  if (!fieldType(field).groupable) throw invalid(path, reasons.noGroups(field.type))
  return { name: nameFor(path), column }
}

const nameFor = (path: string): string => path.replaceAll('.', '_')

/** `of`: the value it is made from, where it is not the records themselves. */
type Output = { name: string; column: SqlFragment; of?: SqlFragment; currency?: FieldSql }

function measureOf(frame: Frame, name: string, measure: Measure): Output {
  const [kind, path] = Object.entries(measure)[0] as [keyof typeof aggregates | 'count', string] // one key, by the question's schema
  if (kind === 'count' && path === '*') return { name, column: sql`count(*)` }
  const at = fieldAt(frame, path)
  if (!fieldType(at.field).measures.includes(kind)) throw invalid(path, reasons.noMeasure(at.field.type, kind))
  const of = at.columns[0] ?? raw('null')
  if (kind === 'count') return { name, column: sql`count(${of})`, of }
  return {
    name,
    column: aggregates[kind](of, at.field),
    of,
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
    const at = names.indexOf(nameFor(field))
    if (at < 0) throw invalid(field, reasons.orderByOne(names.join(', ')))
    return { at, dir: dir ?? 'asc' }
  })
  const rest = names.flatMap((_, at) => (given.some((each) => each.at === at) ? [] : [at]))
  return join([
    ...given.map(({ at, dir }) => sql`g.${nthColumn(at)} ${raw(dir)} nulls last`),
    ...rest.map((at) => sql`g.${nthColumn(at)}`),
  ])
}

/**
 * Holds back groups of fewer than `smallest` records from who may see no single one, and then more — the next smallest first —
 * until what is held back could not be told from a total either.
 */
export function holdBack<G extends { size: number }>(
  groups: readonly G[],
  smallest: number,
): { shown: G[]; isHeldBack: boolean } {
  if (smallest > 0 && groups.length > mostGroups) return { shown: [], isHeldBack: true } // the rest is not seen, so nothing is safe
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
