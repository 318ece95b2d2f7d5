// Imports as things of their own, from a command line: their steps are done here or by a server beside us, whoever comes first, and
// what became of their rows is read once they are done.
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportView, Reject } from '../intake/index.ts'
import { inTheirWords, repeat, told } from '../platform/index.ts'
import { settle } from '../worker/index.ts'
import { type Call, Refused } from './command.ts'
import type { Place } from './installation.ts'
import { says } from './words/imports.ts'

/** Waits for what was asked of an import. Throws what kept it from being done. */
export async function stepDone(call: Call, { holdfast, workspace, actor }: Place, id: string): Promise<ImportView> {
  const look = () => holdfast.imports.get(actor, id)
  const telling = repeat({
    name: 'telling how far an import is',
    everyMs: 500,
    work: async () => {
      const { name, step } = await look()
      if (step && step.rows > 0) call.out.progress(told(says.rowsOf(name, step.rows)))
    },
    log: holdfast.log,
  })
  try {
    for (;;) {
      const { failed } = await settle(holdfast, workspace.id)
      const view = await look()
      if (view.failure) throw new Refused(view.failure.code, inTheirWords(view.failure.message), { import: id })
      if (!view.step) return view
      if (failed > 0)
        throw new Refused('step_failed', told(says.ourReason), {
          import: id,
        })
      await pause(50) // a server beside us is just taking it up
    }
  } finally {
    await telling.stop()
  }
}

type RowOf = Awaited<ReturnType<Place['holdfast']['imports']['results']>>['data'][number]
type Question = { file: string; row: number; says: NonNullable<RowOf['says']>; records: NonNullable<RowOf['records']> }
export type Left = { rejects: readonly Reject[]; questions: readonly Question[] }

/** The rows that were not taken, and those that wait for an answer. */
export async function leftOf(place: Place, id: string, of: 'preview' | 'run'): Promise<Left> {
  const [rejected, questions] = [
    await rowsOf(place, id, { of, outcome: 'rejected' }),
    await rowsOf(place, id, { of, outcome: 'question' }),
  ]
  return {
    rejects: rejected.flatMap(({ file, row, faults = [] }) =>
      faults.map(({ code, message }) => ({ file, row, code, message })),
    ),
    questions: questions.map(({ file, row, says = [], records = [] }) => ({ file, row, says, records })),
  }
}

async function rowsOf(
  { holdfast, actor }: Place,
  id: string,
  asked: { of: 'preview' | 'run'; outcome: string },
): Promise<RowOf[]> {
  const rows: RowOf[] = []
  for (let after: string | undefined; ; ) {
    const { data, next } = await holdfast.imports.results(actor, id, { ...asked, after, limit: 1_000 })
    rows.push(...data)
    if (next === null) return rows
    after = next
  }
}
