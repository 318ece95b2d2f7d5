// A question that somebody else wrote, cut to what this actor may ask: each part is put to the very compiler that would carry it out,
// by itself, and left out where it is refused. What is left out is counted and not named.
import { type Access, grantsFor, type Verb } from '../../access/index.ts'
import { type Clock, Failure } from '../../platform/index.ts'
import { type Asking, readQuestion } from './ask.ts'
import { startCompiling } from './compiled.ts'
import { membersOf } from './document.ts'
import { type Compiling, openFrame } from './frame.ts'
import { compileMeasure } from './measure.ts'
import { orderKeys } from './order.ts'
import type { GroupBy, Measure, Order, Question, Selected, Where } from './question.ts'
import { compileWhere } from './where.ts'

export type LeftOut = { filters: number; columns: number; order: number; grouping: number }
export type Trimmed = { question: Question; leftOut: LeftOut }

/** Null where the object may not be asked for at all. */
export async function trim(
  asking: Pick<Asking, 'book' | 'clock'>,
  actor: Access['actor'],
  given: unknown,
): Promise<Trimmed | null> {
  const question = readQuestion(given)
  const access = await asking.book.of(actor)
  const isList = !question.group && !question.measure
  const verb: Verb = isList ? 'list' : 'measure'
  if (!access.manifest.objects.has(question.from) || grantsFor(access, question.from, verb).length === 0) return null
  const fits = fitting(access, asking.clock, verb, question.from)
  const where = fittingWhere(fits, question.where)
  const { select, group, measure, order, where: _, ...rest } = question
  // Made of what fits alone: a part that is not put in here is not asked.
  const groups = {
    ...some('group', group?.filter(fits.group)),
    ...some('measure', measure && Object.fromEntries(Object.entries(measure).filter(fits.measure))),
  }
  const kept: Question = {
    ...rest,
    ...some('where', where.kept),
    ...some('select', select?.filter(fits.column)),
    ...groups,
    ...some('order', order?.filter(isList ? fits.order : fits.orderOf(groups))),
  }
  const leftOut = {
    filters: where.leftOut,
    columns: lost(select, kept.select),
    order: lost(order, kept.order),
    grouping: lost(group, kept.group) + lost(Object.keys(measure ?? {}), Object.keys(kept.measure ?? {})),
  }
  return { question: kept, leftOut }
}

/** One member, or none where there is nothing to ask by it. */
const some = <K extends string, V extends object>(name: K, part: V | undefined) =>
  (part === undefined || Object.keys(part).length === 0 ? {} : { [name]: part }) as { [_ in K]?: V } // as built

const lost = (before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): number =>
  (before?.length ?? 0) - (after?.length ?? 0)

type Fits = ReturnType<typeof fitting>

/** Whether a part could be asked, each under a compiler of its own. */
function fitting(access: Access, clock: Clock, verb: Verb, from: string) {
  const passes = (compile: (compiling: Compiling) => unknown): boolean => {
    try {
      compile(startCompiling(access, verb, {}, clock))
      return true
    } catch (error) {
      // A part that no longer means anything (a term that was taken away) is left out as one that may not be used.
      if (error instanceof Failure && unaskable.has(error.code)) return false
      throw error
    }
  }
  return {
    where: (where: Where) => passes((compiling) => compileWhere(openFrame(compiling, from), where)),
    column: (column: Selected) => passes((compiling) => membersOf(openFrame(compiling, from), [column], 0)),
    order: (order: Order) => passes((compiling) => orderKeys(openFrame(compiling, from), [order])),
    orderOf: (groups: Pick<Question, 'group' | 'measure'>) => (order: Order) =>
      passes((compiling) => compileMeasure(compiling, { from, ...groups, order: [order] })),
    group: (group: GroupBy) => passes((compiling) => compileMeasure(compiling, { from, group: [group] })),
    measure: ([name, measure]: [string, Measure]) =>
      passes((compiling) => compileMeasure(compiling, { from, measure: { [name]: measure } })),
  }
}

const unaskable: ReadonlySet<string> = new Set(['field_unavailable', 'object_unavailable', 'invalid_question'])

/**
 * Conditions that all have to hold stand or fall one by one; anything else does as a whole, because half of an "or" or a "not" would
 * say something its author did not.
 */
function fittingWhere(fits: Fits, where: Where | undefined): { kept: Where | undefined; leftOut: number } {
  if (!where) return { kept: undefined, leftOut: 0 }
  const all = conjuncts(where)
  const kept = all.filter(fits.where)
  const leftOut = all.length - kept.length
  if (leftOut === 0) return { kept: where, leftOut }
  return { kept: kept.length > 1 ? { all: kept } : kept[0], leftOut }
}

const conjuncts = (where: Where): Where[] => ('all' in where ? where.all.flatMap(conjuncts) : [where])
