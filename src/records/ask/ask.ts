// Reading: the one way. The question is compiled for the actor and answered in one round trip; the answer is held back until the
// reading itself stands in the ledger, so that no classified value leaves unrecorded.
import { type Access, type AccessBook, type Actor, type Verb, versionColumn } from '../../access/index.ts'
import type { ReadLog } from '../../ledger/index.ts'
import {
  asFailure,
  type ByteRow,
  type Clock,
  Failure,
  fitted,
  type Ids,
  inOneTrip,
  type Pool,
  type Rows,
  type Sql,
  type TransactOptions,
  textOf,
  told,
} from '../../platform/index.ts'
import { type Answer, answered, shownAs } from './answer.ts'
import { compiled } from './compiled.ts'
import type { Cursors } from './cursor.ts'
import { compileList } from './list.ts'
import { compileMeasure, holdBack } from './measure.ts'
import { type Question, question as questionShape } from './question.ts'
import { reasons } from './reasons.ts'

export type { Answer, Listed } from './answer.ts'

export type Asking = { pool: Pool; book: AccessBook; readLog: ReadLog; cursors: Cursors; clock: Clock; ids: Ids }

export async function ask(asking: Asking, actor: Actor, given: unknown, verb: Verb = 'list'): Promise<Answer> {
  const question = readQuestion(given)
  const isList = !question.group && !question.measure
  const [answer] = await carryOut<[Answer]>(
    asking,
    actor,
    (access) => [planOf(asking, access, question, verb)],
    isList ? { plans: 'kept' } : {},
  )
  return answer
}

/** Lists of fields that pages and addresses ask for again and again, as they were read. Nobody changes such a list. */
const selects = new WeakMap<object, Question['select']>()
/** Conditions too, where they are frozen: others are made anew for each question. */
const wheres = new WeakMap<object, Question['where']>()

export function readQuestion(given: unknown): Question {
  const list = partOf(given, 'select')
  const condition = partOf(given, 'where')
  const knownList = list && selects.get(list)
  const knownCondition = condition && Object.isFrozen(condition) ? wheres.get(condition) : undefined
  const open =
    knownList || knownCondition
      ? {
          ...(given as object), // of something else no part is known
          ...(knownList ? { select: undefined } : {}),
          ...(knownCondition ? { where: undefined } : {}),
        }
      : given
  refuseUnaskable(open)
  const parsed = fitted(questionShape, open)
  if ('data' in parsed) {
    const { from, select = knownList, where = knownCondition, ...rest } = parsed.data
    if (list && select && !knownList) selects.set(list, select)
    if (condition && where && !knownCondition && Object.isFrozen(condition)) wheres.set(condition, where)
    return { from, ...(select ? { select } : {}), ...(where ? { where } : {}), ...rest } // in the order of the shape, which page marks are bound to
  }
  throw new Failure('invalid_question', { at: parsed.at || 'question', why: parsed.why })
}

function partOf(given: unknown, name: 'select' | 'where'): object | null {
  if (typeof given !== 'object' || given === null) return null
  const part = (given as Record<string, unknown>)[name] // an object, just seen
  return typeof part === 'object' ? part : null
}

const deepest = 40

/** Before the shape is read, which recurses: a question nested thousands deep must not exhaust the stack, and no text
 * may hold what PostgreSQL can't. */
function refuseUnaskable(given: unknown): void {
  let level: unknown[] = [given]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new Failure('invalid_question', { at: 'question', why: told(reasons.tooDeep(deepest)) })
    if (level.some((each) => typeof each === 'string' && each.includes('\0')))
      throw new Failure('invalid_question', { at: 'question', why: told(reasons.nul) })
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
}

/** Runs `work` with the actor's rights as they are now; where they moved meanwhile, once more with the new ones. */
export async function withAccess<T>(
  asking: Pick<Asking, 'book'>,
  actor: Actor,
  work: (access: Access) => Promise<T | typeof outdated>,
): Promise<T> {
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      const access = await asking.book.of(actor)
      try {
        const result = await work(access)
        if (result !== outdated) return result as T // it is not the mark
      } catch (error) {
        // Nobody is refused by rights they no longer have: what was written is undone, and it is done again with the new ones.
        if (!(error instanceof Failure) || (await asking.book.isStillCurrent(access))) throw error
      }
    }
  } catch (error) {
    throw asFailure(error)
  }
  throw new Failure('database_away', {})
}

export { startCompiling } from './compiled.ts'

export const outdated = Symbol('the rights changed since they were read')

/**
 * What is to be read of the database for one answer: `finish` makes it of what the statements gave, in their order, and says
 * what was seen of which records.
 */
export type Plan<T> = {
  statements: readonly Sql[]
  finish(answers: readonly Rows[]): { result: T; seen: Seen | null }
  /** The version of the rights, where the answers carry it. */
  versionIn?(answers: readonly Rows[]): unknown
}
export type Seen = { object: string; classes: Iterable<string>; recordIds: readonly string[] }

/** Carries plans out together, in one trip, and gives nothing away before the ledger knows of it. */
export async function carryOut<T extends readonly unknown[]>(
  asking: Asking,
  actor: Actor,
  plan: (access: Access) => { [K in keyof T]: Plan<T[K]> },
  options: TransactOptions = {},
): Promise<T> {
  return withAccess(asking, actor, async (access) => {
    const plans: readonly Plan<unknown>[] = plan(access)
    const { workspace } = actor
    const carrier = plans.findIndex((each) => each.versionIn)
    const asked = plans.flatMap((each) => each.statements)
    const sent = carrier < 0 ? [...asked, asking.book.versionNow(workspace)] : asked
    const answers = await inOneTrip(asking.pool, workspace, sent, options)
    const own = plans.map(({ statements }, i) => {
      const before = plans.slice(0, i).reduce((total, each) => total + each.statements.length, 0)
      return answers.slice(before, before + statements.length)
    })
    const version = carrier < 0 ? answers.at(-1)?.[0]?.['version'] : plans[carrier]?.versionIn?.(own[carrier] ?? [])
    const isCurrent =
      version === undefined ? await asking.book.isStillCurrent(access) : asking.book.isCurrent(access, [{ version }])
    if (!isCurrent) return outdated
    const finished = plans.map((each, i) => each.finish(own[i] ?? []))
    const at = asking.clock()
    await asking.readLog.record(
      finished.flatMap(({ seen }) => {
        const classes = [...(seen?.classes ?? [])].sort()
        if (!seen || classes.length === 0) return []
        return [{ ...seen, classes, actor, at, id: asking.ids.next(at.getTime()) }]
      }),
    )
    return finished.map((each) => each.result) as unknown as T // one result for each plan, in its place
  })
}

/** What a question comes to. Reads of anything but general values are logged: who, what classes, which records, by which way. */
export function planOf(asking: Asking, access: Access, question: Question, verb: Verb): Plan<Answer> {
  return question.group || question.measure
    ? measurePlan(asking, access, question)
    : listPlan(asking, access, question, verb)
}

function listPlan(asking: Asking, access: Access, question: Question, verb: Verb): Plan<Answer> {
  const scope = `${access.actor.workspace} ${access.actor.kind} ${access.actor.id}`
  const place = asking.cursors.read(question, scope)
  const { bound, made } = compiled(
    access,
    verb,
    question,
    (compiling) => {
      const version = versionColumn(access.actor.workspace)
      return {
        ...compileList(compiling, question, place, version),
        classes: compiling.classes,
        rowsIn: 'bytes' as const,
      }
    },
    asking.clock,
  )
  const { columns, keys, limit, classes } = made
  const bytesOf = (rows: Rows = []) => rows as unknown as readonly ByteRow[] // asked for in bytes
  return {
    statements: bound,
    versionIn: ([rows]) => {
      const [first] = bytesOf(rows)
      return first && textOf(first, columns + keys)
    },
    finish([records, ...ofLists]) {
      const rows = bytesOf(records)
      const page = rows.length > limit ? rows.slice(0, limit) : rows
      const last = rows.length > limit ? page.at(-1) : undefined
      const marked = last && [...Array.from({ length: keys }, (_, i) => textOf(last, columns + i)), textOf(last, 0)]
      return {
        result: answered(shownAs(page, ofLists.map(bytesOf), made), {
          next: marked ? asking.cursors.mark(question, scope, JSON.stringify(marked)) : null,
        }),
        seen: { object: question.from, classes, recordIds: page.map((row) => textOf(row, 0) ?? '') },
      }
    },
  }
}

function measurePlan(asking: Asking, access: Access, question: Question): Plan<Answer> {
  const { bound } = compiled(
    access,
    'measure',
    question,
    (compiling) => ({ fragments: [compileMeasure(compiling, question)] }),
    asking.clock,
  )
  return {
    statements: bound,
    finish([rows = []]) {
      const groups = rows.map((row) => ({ doc: row['doc'], size: Number(row['size']) }))
      const { shown, isHeldBack } = holdBack(groups, access.smallestGroup)
      const page = shown.slice(0, question.limit ?? shown.length)
      return {
        result: answered({ bytes: Buffer.from(JSON.stringify(page.map((group) => group.doc))) }, { isHeldBack }),
        seen: null,
      }
    },
  }
}
