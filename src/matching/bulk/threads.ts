// Questions to a thread and its answers, one after another.
import { type MessagePort, Worker } from 'node:worker_threads'

type Told<Answer> = { answer: Answer } | { error: string }

export type Thread<Question, Answer> = {
  /** @param handedOver memory that belongs to the thread from then on */
  ask(question: Question, handedOver?: ArrayBufferLike[]): Promise<Answer>
  /** Questions that are not answered yet. */
  waiting(): number
  close(): Promise<void>
}

/** Starts a thread that answers as `answering` does. */
export function openThread<Question, Answer>(file: URL, workerData: unknown): Thread<Question, Answer> {
  const worker = new Worker(file, { workerData })
  const open: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  let ended: Error | null = null
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of open.splice(0)) reject(ended)
  }
  worker.on('message', (told: Told<Answer>) => {
    const first = open.shift()
    if ('error' in told) first?.reject(new Error(told.error))
    else first?.resolve(told.answer)
  })
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new Error('The thread ended before it answered.')))
  return {
    ask: (question, handedOver = []) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        open.push({ resolve, reject })
        worker.postMessage(question, handedOver as ArrayBuffer[]) // never shared
      }),
    waiting: () => open.length,
    async close() {
      await worker.terminate()
    },
  }
}

/** In a thread: answers each question in the order they come. */
export function answering<Question, Answer>(
  port: MessagePort | null,
  answer: (question: Question) => Answer | Promise<Answer>,
  handedOver: (answer: Answer) => ArrayBufferLike[] = () => [],
): void {
  let last: Promise<unknown> = Promise.resolve()
  port?.on('message', (question: Question) => {
    last = last
      .then(() => answer(question))
      .then(
        (answered): Told<Answer> => ({ answer: answered }),
        (error: unknown): Told<Answer> => ({ error: error instanceof Error ? error.message : String(error) }),
      )
      .then((told) => port.postMessage(told, 'answer' in told ? (handedOver(told.answer) as ArrayBuffer[]) : [])) // never shared
  })
}
