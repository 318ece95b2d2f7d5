// What came in as JSON or words, read against a shape once, where it comes in.
import type { z } from 'zod'
import { Failure } from './failure.ts'

/** A reader of such a shape. What does not fit is unreadable_request, told with its place. */
export const shapeOf =
  <T>(shape: z.ZodType<T>) =>
  (given: unknown): T => {
    const read = shape.safeParse(given)
    if (read.success) return read.data
    const [issue] = read.error.issues
    const message = issue?.message.endsWith('received undefined') ? 'it is missing' : issue?.message
    throw new Failure('unreadable_request', { why: `${issue?.path.join('.') || 'the request'}: ${message}` })
  }
