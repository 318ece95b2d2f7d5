// Reading: the one way. The question is compiled for the actor, answered in one round trip, and the reading itself is written to
// the ledger in the same transaction, so that no classified value leaves unrecorded.
import type { Access, AccessBook, Actor, Verb } from '../../access/index.ts'
import { type ActContext, readEntry } from '../../ledger/index.ts'
import {
  asFailure,
  type Clock,
  empty,
  Failure,
  type Ids,
  inOneTrip,
  type Pool,
  type Row,
  type Rows,
  type SqlFragment,
  sql,
  statement,
} from '../../platform/index.ts'
import type { Cursors } from './cursor.ts'
import type { Compiling } from './frame.ts'
import { compileList } from './list.ts'
import { compileMeasure, holdBack } from './measure.ts'
import { type Question, question as questionShape } from './question.ts'
import { compileWhere } from './where.ts'

/** `data` is a JSON array as text, ready to be sent: the database made it. */
export type Answer = { data: string; next: string | null; isHeldBack: boolean }

export type Asking = { pool: Pool; book: AccessBook; cursors: Cursors; clock: Clock; ids: Ids }

export async function ask(asking: Asking, actor: Actor, given: unknown, verb: Verb = 'list'): Promise<Answer> {
  const question = readQuestion(given)
  return withAccess(asking, actor, (access) =>
    question.group || question.measure ? measure(asking, access, question) : list(asking, access, question, verb),
  )
}

export function readQuestion(given: unknown): Question {
  refuseUnaskable(given)
  const parsed = questionShape.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Failure('invalid_question', {
    at: issue?.path.join('.') || 'question',
    why: issue?.message ?? 'not a question',
  })
}

const deepest = 40

/** Before the shape is read, which recurses: a question nested thousands deep must not exhaust the stack, and no text
 * may hold what PostgreSQL can't. */
function refuseUnaskable(given: unknown): void {
  let level: unknown[] = [given]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest)
      throw new Failure('invalid_question', { at: 'question', why: `it is nested more than ${deepest} deep` })
    if (level.some((each) => typeof each === 'string' && each.includes('\0')))
      throw new Failure('invalid_question', { at: 'question', why: 'it holds the character NUL, which no value can' })
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

export const outdated = Symbol('the rights changed since they were read')

async function list(asking: Asking, access: Access, question: Question, verb: Verb): Promise<Answer | typeof outdated> {
  const scope = `${access.actor.workspace} ${access.actor.kind} ${access.actor.id}`
  const compiling = startCompiling(access, verb, question, asking.clock)
  const place = asking.cursors.read(question, scope)
  const compiled = compileList(compiling, question, place, {
    log: (ids) => logOf(asking, access, compiling, question.from, ids),
    also: asking.book.versionColumn(access.actor.workspace),
  })
  const [rows = []] = await inOneTrip(asking.pool, access.actor.workspace, [statement(compiled, { prepared: true })], {
    plans: 'kept',
  })
  if (!asking.book.isCurrent(access, rows)) return outdated
  const [row = {}] = rows
  const next = row['more'] ? asking.cursors.mark(question, scope, row['last'] as string) : null // text column
  return { data: row['data'] as string, next, isHeldBack: false } // text column
}

async function measure(asking: Asking, access: Access, question: Question): Promise<Answer | typeof outdated> {
  const compiling = startCompiling(access, 'measure', question, asking.clock)
  const rows = await run(asking, access, compileMeasure(compiling, question))
  if (rows === outdated) return outdated
  const groups = rows.map((row) => ({ doc: row['doc'], size: Number(row['size']) }))
  const { shown, isHeldBack } = holdBack(groups, access.smallestGroup)
  const page = shown.slice(0, question.limit ?? shown.length)
  return { data: JSON.stringify(page.map((group) => group.doc)), next: null, isHeldBack }
}

const costliest = 400

export function startCompiling(access: Access, verb: Verb, question: Pick<Question, 'asOf'>, clock: Clock): Compiling {
  let aliases = 0
  let spent = 0
  return {
    access,
    verb,
    asOf: momentOf(question.asOf, clock),
    classes: new Set(),
    where: compileWhere,
    nextAlias: () => `t${aliases++}`,
    spend() {
      spent += 1
      if (spent > costliest)
        throw new Failure('invalid_question', { at: 'question', why: `it has more than ${costliest} parts` })
    },
  }
}

/** The end of a day that is named, or the moment; the future is now. */
function momentOf(asOf: string | undefined, clock: Clock): Date | null {
  if (asOf === undefined) return null
  const at = new Date(asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf)
  return at >= clock() ? null : at
}

/** Reads of anything but general values are recorded beside the page itself: who, what classes, which records, by which way. */
function logOf(asking: Asking, access: Access, compiling: Compiling, object: string, page: SqlFragment): SqlFragment {
  if (compiling.classes.size === 0) return empty
  const at = asking.clock()
  const context: ActContext = { actor: access.actor, id: asking.ids.next(at.getTime()), at }
  return sql`, logged as (${readEntry(context, object, [...compiling.classes].sort(), page)})`
}

async function run(asking: Asking, access: Access, fragment: SqlFragment): Promise<Rows | typeof outdated> {
  const { workspace } = access.actor
  const [versions = [], rows = []] = await inOneTrip(asking.pool, workspace, [
    asking.book.versionNow(workspace),
    statement(fragment, { prepared: true }),
  ])
  return asking.book.isCurrent(access, versions as readonly Row[]) ? rows : outdated
}
