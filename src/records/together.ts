// What a page shows of one record, read in one trip however much it is: the record with its lists, its history, and what is asked beside.
import type { Actor, Verb } from '../access/index.ts'
import { type Answer, type Asking, carryOut, type Plan, planOf, readQuestion } from './ask/ask.ts'
import { type HistoryOf, type HistoryPage, pastPlan } from './history.ts'

type Asked = { question: unknown; verb?: Verb }

export type Together = {
  /** The question for the record by its id. */
  record: unknown
  /** Of the same record, where the question finds it. */
  history: HistoryOf
  questions: readonly Asked[]
}
export type Beside = { record: Answer; history: HistoryPage; answers: readonly Answer[] }

export async function together(
  asking: Asking,
  actor: Actor,
  { record, history, questions }: Together,
): Promise<Beside> {
  const own = readQuestion(record)
  const read = readAll(questions)
  const [seen, ...answers] = await carryOut<[Pick<Beside, 'record' | 'history'>, ...Answer[]]>(
    asking,
    actor,
    (access): [Plan<Pick<Beside, 'record' | 'history'>>, ...Plan<Answer>[]] => {
      const past = pastPlan(asking, access, history) // first: of what is no id it says that there is no such record
      return [
        withHistory(planOf(asking, access, own, 'list'), past),
        ...read.map(({ question, verb }) => planOf(asking, access, question, verb)),
      ]
    },
    { plans: 'kept' },
  )
  return { ...seen, answers }
}

/** What is not found has no history, and what was seen of a record is one reading. */
function withHistory(record: Plan<Answer>, history: Plan<HistoryPage>): Plan<Pick<Beside, 'record' | 'history'>> {
  const own = record.statements.length
  return {
    ...record,
    statements: [...record.statements, ...history.statements],
    finish(answers) {
      const found = record.finish(answers.slice(0, own))
      if (!found.seen || found.seen.recordIds.length === 0)
        return { result: { record: found.result, history: { items: [], next: null } }, seen: null }
      const past = history.finish(answers.slice(own))
      const classes = new Set([...found.seen.classes, ...(past.seen?.classes ?? [])])
      return { result: { record: found.result, history: past.result }, seen: { ...found.seen, classes } }
    },
  }
}

const readAll = (questions: readonly Asked[]) =>
  questions.map(({ question, verb }) => ({ question: readQuestion(question), verb: verb ?? ('list' as const) }))

/** Several questions in one trip, all as of one set of rights. */
export async function askTogether(
  asking: Asking,
  actor: Actor,
  questions: readonly Asked[],
): Promise<readonly Answer[]> {
  const read = readAll(questions)
  return carryOut<readonly Answer[]>(asking, actor, (access) =>
    read.map(({ question, verb }) => planOf(asking, access, question, verb)),
  )
}
