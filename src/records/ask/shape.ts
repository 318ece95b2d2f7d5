// The shape of a question: all of it but the values it compares with. Questions of one shape are compiled once for an actor and
// asked with other values each time, which is most of what a service is asked: the same page of another account.
import type { Question, Selected, Where } from './question.ts'
import type { Comparison } from './where.ts'

export type Shape = {
  /** The same for questions of one shape. */
  key: string
  /** The comparisons in the order of their holes. */
  comparisons: readonly Comparison[]
}

/** Null where the text of the statement hangs on the values themselves: a search, a page mark, the past. */
export function shapeOf(question: Question): Shape | null {
  if (question.search !== undefined || question.after !== undefined || question.asOf !== undefined) return null
  const { where, select, ...rest } = question
  const asked: Comparison[] = []
  if (where) gather(where, asked)
  const own = keyOf({ ...rest, where }, asked)
  if (!select) return { key: own, comparisons: asked }
  const listed = selectShape(select)
  return { key: `${own} ${listed.key}`, comparisons: [...asked, ...listed.comparisons] }
}

/** Lists are read once where they are asked for again and again (see readQuestion), and so are their shapes. */
const selectShapes = new WeakMap<object, Shape>()

function selectShape(select: readonly Selected[]): Shape {
  const known = selectShapes.get(select)
  if (known) return known
  const comparisons: Comparison[] = []
  for (const each of select) gatherNested(each, comparisons)
  const shape = { key: shortened(keyOf(select, comparisons)), comparisons }
  selectShapes.set(select, shape)
  return shape
}

/** A list of fields is long and asked for again and again, so it goes by a number. */
const numbers = new Map<string, string>()
const mostNumbers = 1_000

function shortened(key: string): string {
  const known = numbers.get(key)
  if (known !== undefined || numbers.size >= mostNumbers) return known ?? key
  const number = String(numbers.size)
  numbers.set(key, number)
  return number
}

function keyOf(part: unknown, comparisons: readonly Comparison[]): string {
  const isCompared = new Set<unknown>(comparisons)
  return JSON.stringify(
    part,
    (_, value: unknown) =>
      isCompared.has(value) ? { ...(value as Comparison), value: kindOf((value as Comparison).value) } : value, // members of the set
  )
}

/** What of a value the text of a statement hangs on. */
const kindOf = (value: unknown): string => (value === undefined ? 'none' : value === null ? 'null' : 'value')

function gather(where: Where, found: Comparison[]): void {
  if ('field' in where) {
    if (!Array.isArray(where.value)) found.push(where) // of a list the length may matter: it stays part of the shape
  } else if ('all' in where) for (const each of where.all) gather(each, found)
  else if ('any' in where) for (const each of where.any) gather(each, found)
  else if ('not' in where) gather(where.not, found)
  else if (!('visible' in where) && where.where) gather(where.where, found)
}

function gatherNested(select: Selected, found: Comparison[]): void {
  if (typeof select === 'string') return
  if (select.where) gather(select.where, found)
  for (const each of select.select) gatherNested(each, found)
}
