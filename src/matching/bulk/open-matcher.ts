import { Worker } from 'node:worker_threads'
import type { Kind } from '../columns.ts'
import type { Run, RunOptions } from './run.ts'

export type Held = { kind: Kind; fields: readonly string[] }
export type Asked = { page: string } | ({ anew: boolean } & Pick<RunOptions, 'never' | 'threads' | 'pairsPerRow'>)
export type Told = { rows: number } | { run: Run }

export type Matcher = {
  /**
   * Reads records, and answers how many there are then; rows are numbered as they come. Await it before the next, so that pages do
   * not pile up.
   *
   * @param page a JSON array of arrays, the values of each in the order of `fields`
   */
  read(page: string): Promise<number>
  /** Matches everything the first time, and later what was read since; `anew` matches everything again. */
  match(options?: Pick<RunOptions, 'never' | 'threads' | 'pairsPerRow'> & { anew?: boolean }): Promise<Run>
  close(): Promise<void>
}

/** Records of one kind in a thread of their own, to be matched as often as some are added. */
export function openMatcher(kind: Kind, fields: readonly string[]): Matcher {
  const held: Held = { kind, fields }
  const worker = new Worker(new URL('./matcher.worker.ts', import.meta.url), { workerData: held })
  let last: Promise<unknown> = Promise.resolve()

  /** One question at a time, as the thread answers in order. */
  const ask = (asked: Asked): Promise<Told> => {
    const answered = last.then(() => answerOf(worker, asked))
    last = answered.catch(() => undefined) // whoever asked is told
    return answered
  }
  return {
    async read(page) {
      const told = await ask({ page })
      return 'rows' in told ? told.rows : 0
    },
    async match({ anew = false, ...options } = {}) {
      const told = await ask({ anew, ...options })
      if ('run' in told) return told.run
      throw new Error('The matching thread answered a question that was not asked.')
    },
    async close() {
      await worker.terminate()
    },
  }
}

function answerOf(worker: Worker, asked: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', told)
      worker.off('error', failed)
      worker.off('exit', ended)
    }
    const told = (answer: Told | { error: string }) => {
      settle()
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer)
    }
    const failed = (error: Error) => {
      settle()
      reject(error)
    }
    const ended = () => failed(new Error('The matching thread ended before it answered.'))
    worker.on('message', told)
    worker.on('error', failed)
    worker.on('exit', ended)
    worker.postMessage(asked)
  })
}
