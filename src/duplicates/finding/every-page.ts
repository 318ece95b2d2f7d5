import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'

/** All records that answer a question, page by page. */
export async function* everyPage<T>(
  records: Records,
  actor: Actor,
  question: Record<string, unknown>,
): AsyncGenerator<T> {
  for (let after: string | null = null; ; ) {
    const { data, next } = await records.ask(actor, { ...question, limit: 1_000, ...(after ? { after } : {}) })
    yield* JSON.parse(data) as T[] // as selected
    if (next === null) return
    after = next
  }
}
