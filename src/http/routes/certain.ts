// A write whose connection broke may have been saved or not, and it would be a lie to say either. A write that waits for the same
// request, sent before, is told so.
import { Failure } from '../../platform/index.ts'

export async function certain<T>(writing: Promise<T>, { isRepeatable = false } = {}): Promise<T> {
  try {
    return await writing
  } catch (error) {
    if (error instanceof Failure && error.code === 'database_away' && wasSent(error.cause))
      throw new Failure('outcome_unknown', {}, error.cause)
    if (isRepeatable && isWaiting(error)) throw new Failure('request_in_progress', {}, error)
    throw error
  }
}

/** Errors of connecting: nothing had been sent yet. */
const beforehand = new Set(['ECONNREFUSED', 'ENOENT', '53300', '57P03'])

function wasSent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const { code } = cause as { code?: unknown }
  return !beforehand.has(String(code)) && !/timeout exceeded when trying to connect/.test(cause.message)
}

/** Still locked, or again just taken, after the door's own attempts. */
const isWaiting = (error: unknown): boolean =>
  ['55P03', '23505'].includes(String((error as { code?: unknown } | null)?.code))
