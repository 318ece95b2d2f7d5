// Page marks: the place of the last row, sealed so that nobody can make one up or read a page of another question with it.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { Failure } from '../../platform/index.ts'
import type { Place } from './order.ts'
import type { Question } from './question.ts'

export type Cursors = {
  mark(question: Question, scope: string, place: string): string
  read(question: Question, scope: string): Place | null
}

export function createCursors(key: Buffer): Cursors {
  const seal = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 12)
  return {
    mark(question, scope, place) {
      const body = Buffer.from(place)
      return Buffer.concat([seal(`${identity(question, scope)}${place}`), body]).toString('base64url')
    },
    read(question, scope) {
      if (question.after === undefined) return null
      const bytes = Buffer.from(question.after, 'base64url')
      const place = bytes.subarray(12).toString()
      const expected = seal(`${identity(question, scope)}${place}`)
      if (bytes.length < 14 || !timingSafeEqual(bytes.subarray(0, 12), expected))
        throw new Failure('invalid_cursor', {})
      return JSON.parse(place) as Place // sealed by us
    },
  }
}

/** The question without its page, and whose it is. */
const identity = (question: Question, scope: string): string =>
  createHash('sha256')
    .update(scope)
    .update(JSON.stringify({ ...question, after: undefined, limit: undefined }))
    .digest('base64url')
