// Flushes on their way at once: while the database writes one, the next is judged and looked for. What the rows of one say must not
// hang on what those of another made, so a flush whose records might meet those of an earlier one waits until that one is done; and what
// becomes of them is noted in the order of the file.
import { type BatchNames, mayMeet, noNames } from '../../records/index.ts'

/** How a flush goes beside others. */
export type Beside = {
  /** Every earlier flush is done and noted. */
  turn: Promise<unknown>
  /** To be called with every name and key its records go by, before anything is looked for under them. */
  meet(names: BatchNames): Promise<void>
}

type Flight = { isAlone: boolean; names: PromiseWithResolvers<BatchNames>; done: Promise<unknown> }

export function openAbreast(most: number) {
  const flights: Flight[] = [] // the earliest first; each is done after those before it
  const oldestEnds = async () => {
    await flights[0]?.done
    flights.shift()
  }
  return {
    /** Waits for room. A flush that goes alone has none while another is on its way. */
    async room(isAlone: boolean): Promise<void> {
      while (flights.length > 0 && (isAlone || flights.length >= most || flights.some((each) => each.isAlone)))
        await oldestEnds()
    },
    start(isAlone: boolean, send: (beside: Beside) => Promise<unknown>): void {
      const earlier = [...flights]
      const names = Promise.withResolvers<BatchNames>()
      const turn = Promise.all(earlier.map(({ done }) => done))
      turn.catch(() => {}) // whoever waits for room is told
      const done = send({
        turn,
        async meet(own) {
          names.resolve(own)
          for (const other of earlier) if (mayMeet(own, await other.names.promise)) await other.done
        },
      })
      // One that wrote nothing met nobody.
      const settled = () => names.resolve(noNames)
      done.then(settled, settled)
      flights.push({ isAlone, names, done })
    },
    /** Waits for all, whatever becomes of one: none may still be writing when the import is said to have failed. */
    async land(): Promise<void> {
      const ends = await Promise.allSettled(flights.splice(0).map(({ done }) => done))
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    },
  }
}
