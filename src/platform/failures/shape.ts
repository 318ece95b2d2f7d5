// What came in as JSON or words, read against a shape once, where it comes in; what is wrong with it, in the reader's language.
import { z } from 'zod'
import { type Words, words } from '../../../dictionary/words.ts'
import { Failure } from './failure.ts'
import { inTheirWords, spoken, type Told, told } from './spoken.ts'

/** A reader of such a shape. What does not fit is unreadable_request, told with its place. */
export const shapeOf =
  <T>(shape: z.ZodType<T>) =>
  (given: unknown): T => {
    const read = fitted(shape, given)
    if ('data' in read) return read.data
    const at = read.at === '' ? told(words('the request', 'la solicitud', 'a solicitação', 'permintaan')) : read.at
    throw new Failure('unreadable_request', { why: placed(at, read.why) })
  }

/** What was given, if it has this shape; where it is otherwise, the place and why. */
export function fitted<T>(shape: z.ZodType<T>, given: unknown): { data: T } | { at: string; why: Told } {
  const read = shape.safeParse(given, { error: inLanguage[spoken()], reportInput: true })
  if (read.success) return { data: read.data }
  const [issue] = read.error.issues
  const isMissing = issue?.code === 'invalid_type' && issue.input === undefined
  const why = isMissing ? told(missing) : inTheirWords(issue?.message ?? '')
  return { at: issue?.path.join('.') ?? '', why }
}

/** What a part of a shape says of what does not fit it. */
export const otherwise = (say: Words): { error: () => Told } => ({ error: () => told(say) })

export const placed = (at: string, why: Told): Told => inTheirWords(`${at}: ${why}`)

const missing = words('it is missing', 'falta', 'está faltando', 'tiada')

const inLanguage = {
  en: z.locales.en().localeError,
  es: z.locales.es().localeError,
  pt: z.locales.ptBR().localeError,
  ms: z.locales.ms().localeError,
}
