import { availableParallelism } from 'node:os'
import { buffersOf, type Page } from '../append.ts'
import type { Kind } from '../columns.ts'
import type { Run, RunOptions } from './run.ts'
import { openThread, type Thread } from './threads.ts'

export type Held = { kind: Kind; fields: readonly string[] }
export type Asked = { page: Page } | ({ anew: boolean } & Pick<RunOptions, 'never' | 'threads' | 'pairsPerRow'>)
export type Told = { rows: number } | { run: Run }

export type Matcher = {
  /**
   * Reads records, and answers how many there are then; rows are numbered as pages are given. Pages that are given before others
   * are answered are read abreast; give a few, and then wait for the oldest, so that they do not pile up.
   *
   * @param page a JSON array of arrays, the values of each in the order of `fields`
   */
  read(page: string): Promise<number>
  /** Matches everything the first time, and later what was read since; `anew` matches everything again. */
  match(options?: Pick<RunOptions, 'never' | 'threads' | 'pairsPerRow'> & { anew?: boolean }): Promise<Run>
  close(): Promise<void>
}

/** Records of one kind in a thread of their own, to be matched as often as some are added; others read what comes. */
export function openMatcher(kind: Kind, fields: readonly string[]): Matcher {
  const held: Held = { kind, fields }
  const matcher = openThread<Asked, Told>(new URL('./matcher.worker.ts', import.meta.url), held)
  const readers: Thread<string, Page>[] = []
  let last: Promise<unknown> = Promise.resolve()

  /** The idlest reader; another one where all are at work and there is a processor for it. */
  const reader = (): Thread<string, Page> => {
    const idlest = readers.toSorted((a, b) => a.waiting() - b.waiting())[0]
    if (idlest && (idlest.waiting() === 0 || readers.length >= availableParallelism())) return idlest
    const another = openThread<string, Page>(new URL('./page-reader.worker.ts', import.meta.url), held)
    readers.push(another)
    return another
  }
  /** The matching thread is asked in the order in which it is to answer. */
  const inTurn = (asked: Promise<Asked>): Promise<Told> => {
    const before = last
    const told = asked.then(async (question) => {
      await before
      return matcher.ask(question, 'page' in question ? buffersOf(question.page) : [])
    })
    last = told.catch(() => undefined) // whoever asked is told
    return told
  }
  return {
    async read(page) {
      const told = await inTurn(
        reader()
          .ask(page)
          .then((read) => ({ page: read })),
      )
      return 'rows' in told ? told.rows : 0
    },
    async match({ anew = false, ...options } = {}) {
      // Readers remember much that is no longer asked for, and comparing needs the memory.
      const idle = readers.splice(0)
      const allRead = last.then(() => Promise.all(idle.map((each) => each.close())))
      const told = await inTurn(allRead.then(() => ({ anew, ...options })))
      if ('run' in told) return told.run
      throw new Error('The matching thread answered a question that was not asked.')
    },
    async close() {
      await Promise.all([matcher, ...readers].map((thread) => thread.close()))
    },
  }
}
