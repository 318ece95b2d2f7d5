// What a page shows of one record, read in one trip however much it is.
import type { Actor, Verb } from '../access/index.ts'
import { type Answer, type Asking, carryOut, type Plan, planOf, readQuestion } from './ask/ask.ts'
import { type HistoryOf, type HistoryPage, historyPlan } from './history.ts'

export type Together = {
  questions: readonly { question: unknown; verb?: Verb }[]
  history: HistoryOf
}

export async function together(
  asking: Asking,
  actor: Actor,
  { questions, history }: Together,
): Promise<{ answers: readonly Answer[]; history: HistoryPage }> {
  const read = questions.map(({ question, verb }) => ({ question: readQuestion(question), verb: verb ?? 'list' }))
  const [page, ...answers] = await carryOut<[HistoryPage, ...Answer[]]>(
    asking,
    actor,
    (access): [Plan<HistoryPage>, ...Plan<Answer>[]] => [
      historyPlan(asking, access, history),
      ...read.map(({ question, verb }) => planOf(asking, access, question, verb)),
    ],
    { plans: 'kept' },
  )
  return { answers, history: page }
}

/** Several questions in one trip, all as of one set of rights. */
export async function askTogether(
  asking: Asking,
  actor: Actor,
  questions: Together['questions'],
): Promise<readonly Answer[]> {
  const read = questions.map(({ question, verb }) => ({ question: readQuestion(question), verb: verb ?? 'list' }))
  return carryOut<readonly Answer[]>(asking, actor, (access) =>
    read.map(({ question, verb }) => planOf(asking, access, question, verb)),
  )
}
