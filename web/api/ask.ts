// The one way to the server. What it refuses arrives as a Problem whose sentence is in the reader's language already.
import type { Language } from '../../dictionary/words.ts'
import { noteAnswer } from './reach.ts'

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  /** What the problem tells beside its sentence, by the names the API documents. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, detail: string, details: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.status = status
    this.code = code
    this.details = details
  }
}

export type Asked = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON; a Blob as the bytes it is. */
  body?: unknown
  language: Language
  signal?: AbortSignal
  /** The same write sent again under the same key is done once. */
  idempotencyKey?: string
  /** The version that was read: a record that changed since is not written. */
  version?: number
}

/**
 * Answers with the parsed body. `A` is what the route is documented to answer; it is taken at its word, since both ends ship together.
 * Throws Problem: of the server, or `unreachable` with status 0 where none answered.
 */
export async function ask<A>(address: string, asked: Asked): Promise<A> {
  const { method = 'GET', body, language, signal, idempotencyKey, version } = asked
  const isBytes = body instanceof Blob
  const response = await window
    .fetch(address, {
      method,
      headers: {
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    .catch((error: unknown) => {
      if (signal?.aborted) throw error
      noteAnswer(false)
      throw new Problem(0, 'unreachable', '')
    })
  noteAnswer(true)
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as A // see above
  const told: { code?: string; detail?: string } = await response.json().catch(() => ({}))
  throw new Problem(response.status, told.code ?? 'unreachable', told.detail ?? '', told)
}
