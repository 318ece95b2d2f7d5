// A question as the sentence a person would have written; text.ts reads it back to the same structure.
import { currencies } from '../../dictionary/field-types/currency.ts'
import { type Money, majorUnits, minorUnits } from '../../dictionary/field-types/money.ts'
import { because, type Reason } from './reason.ts'
import type { GroupBy, Measure, Order, Question, Selected, Where } from './shapes.ts'
import { isPlain, openings, phrases } from './tokens.ts'
import { Unsayable } from './unsayable.ts'

/**
 * The question as text, such that `parseQuestion(printQuestion(q))` is `q`. What says nothing is left out: an empty order, a
 * value beside `me` or `is empty`. A comparison that lacks its value means nothing: throws Unsayable. No length is
 * too long to print, but only questions within the limits of `parseQuestion` can be read back.
 */
export function printQuestion(question: Question): string {
  const { from, search, where, select, group, measure, order, limit, after, asOf } = question
  return sentence([
    from,
    search !== undefined && `search ${JSON.stringify(search)}`,
    where && `where ${printWhere(where)}`,
    select && `select ${select.map(printSelected).join(', ')}`,
    group && `group by ${group.map(printGroup).join(', ')}`,
    measure && `measure ${printMeasures(measure)}`,
    ...ending(order, limit),
    after !== undefined && `after ${JSON.stringify(after)}`,
    asOf && `as of ${asOf}`,
  ])
}

/** A condition as text, without the word `where`; otherwise as `printQuestion`. */
export function printWhere(where: Where): string {
  if ('all' in where) return chain('all', where.all)
  if ('any' in where) return chain('any', where.any)
  if ('not' in where) return `not ${'field' in where.not ? `(${printWhere(where.not)})` : member(where.not)}`
  if ('field' in where) return printComparison(where)
  if ('visible' in where) return `visible ${where.visible}`
  if ('every' in where) return `every ${where.every} (${printWhere(where.where)})`
  const quantified = 'some' in where ? `some ${where.some}` : `none ${where.none}`
  return where.where ? `${quantified} (${printWhere(where.where)})` : quantified
}

type Part = string | false | undefined
const sentence = (parts: readonly Part[]): string => parts.filter((part) => part).join(' ')

const ending = (order: readonly Order[] = [], limit?: number): readonly Part[] => [
  order.length > 0 && `order by ${order.map(({ field, dir }) => sentence([field, dir])).join(', ')}`,
  limit !== undefined && `limit ${limit}`,
]

function printSelected(selected: Selected): string {
  if (typeof selected === 'string') return selected
  const { relation, select, where, order, limit } = selected
  const inner = [select.map(printSelected).join(', '), where && `where ${printWhere(where)}`, ...ending(order, limit)]
  return `${relation} (${sentence(inner)})`
}

const printGroup = (group: GroupBy): string => (typeof group === 'string' ? group : `${group.field} by ${group.by}`)

/** No measures at all is a question of its own: which groups there are. */
const printMeasures = (measures: Record<string, Measure>): string =>
  Object.entries(measures)
    .map(([name, measure]) => `${Object.entries(measure).map(([kind, path]) => `${kind}(${path})`)} as ${name}`)
    .join(', ') || 'nothing'

/** Two or more read best with the word between them; fewer need the word before them. */
const chain = (word: 'all' | 'any', parts: readonly Where[]): string =>
  parts.length < 2
    ? `${word} (${parts.map(printWhere).join('')})`
    : parts.map(member).join(word === 'all' ? ' and ' : ' or ')

function member(where: Where): string {
  const parts = 'all' in where ? where.all : 'any' in where ? where.any : []
  return parts.length < 2 ? printWhere(where) : `(${printWhere(where)})`
}

function printComparison({ field, op, value, me }: Extract<Where, { field: string }>): string {
  const name = openings.some((opening) => opening === field) ? `\`${field}\`` : field
  const said = `${name} ${phrases[op]}`
  if (op === 'empty' || op === 'not_empty') return me ? unsayable(field, because('takesNoMe', phrases[op])) : said
  if (me) return `${said} me`
  if (op !== 'in' && op !== 'not_in') return `${said} ${printValue(value, field)}`
  if (!Array.isArray(value)) return unsayable(field, because('takesList', phrases[op]))
  return `${said} (${value.map((each) => printValue(each, field)).join(', ')})`
}

function printValue(value: unknown, field: string): string {
  if (typeof value === 'string' && isPlain(value)) return value
  if (isMoney(value)) return `${majorUnits(value).replace(/\.0+$/, '')} ${value.currency}`
  return JSON.stringify(value) ?? unsayable(field, because('valueMissing'))
}

/** Money that its text gives back to the last unit, and nothing more than money. */
function isMoney(value: unknown): value is Money {
  const { amount, currency, ...more } = { ...(value as object | null) } as Partial<Record<string, unknown>> // any value spreads
  if (typeof amount !== 'number' || typeof currency !== 'string' || !currencies.has(currency)) return false
  const isWhole = Number.isSafeInteger(amount) && minorUnits(majorUnits({ amount, currency }), currency) === amount
  return isWhole && Object.keys(more).length === 0
}

function unsayable(at: string, why: Reason): never {
  throw new Unsayable(at, why)
}
