// Every refusal as problem+json (RFC 9457), in the language asked for. What failed inside is logged under a reference and not told.
import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languages, words } from '../../dictionary/index.ts'
import { asFailure, Failure, inTheirWords, type Log, told } from '../platform/index.ts'

export const problemType = 'application/problem+json; charset=utf-8'

export function sendProblem(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = failureOf(log, error, request)
  if (failure.status === 401) reply.header('www-authenticate', 'Bearer realm="holdfast"')
  if ('seconds' in failure.details) reply.header('retry-after', String(failure.details.seconds))
  if (failure.status === 503) reply.header('retry-after', '1')
  return reply
    .code(failure.status)
    .header('content-type', problemType)
    .header('content-language', languageOf(request))
    .send(problemText(failure, languageOf(request)))
}

export const problemText = (failure: Failure, language: Language): string =>
  JSON.stringify({
    ...failure.details,
    type: `/errors/${failure.code}`,
    title: titleOf(failure.code),
    status: failure.status,
    code: failure.code,
    detail: failure.say(language),
  })

const titleOf = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}`

function failureOf(log: Log, error: unknown, request: FastifyRequest): Failure {
  const known = asFailure(error)
  if (known instanceof Failure) return known
  const { code, statusCode, message } = (error ?? {}) as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Failure('too_large', {
      what: told(words('The request', 'La solicitud', 'A solicitação', 'Permintaan')),
      limit: told(
        words(
          `${request.routeOptions.bodyLimit} bytes`,
          `${request.routeOptions.bodyLimit} bytes`,
          `${request.routeOptions.bodyLimit} bytes`,
          `${request.routeOptions.bodyLimit} bait`,
        ),
      ),
    })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Failure('unreadable_request', {
      why: told(
        words(
          'send JSON, as content-type application/json',
          'envíe JSON, como content-type application/json',
          'envie JSON, como content-type application/json',
          'hantar JSON, sebagai content-type application/json',
        ),
      ),
    })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Failure('unreadable_request', {
      why:
        message === undefined
          ? told(
              words(
                'it is not HTTP as we know it',
                'no es HTTP tal como lo conocemos',
                'não é HTTP como o conhecemos',
                'ia bukan HTTP yang kami kenal',
              ),
            )
          : inTheirWords(message),
    })
  const reference = randomUUID()
  const stack = error instanceof Error ? error.stack : String(error)
  log.error({ reference, route: routeOf(request), stack }, 'a request failed')
  return new Failure('internal', { reference }, error)
}

/** The route as it was declared, so that neither logs nor metrics carry ids or questions. */
export const routeOf = (request: FastifyRequest): string => `${request.method} ${request.routeOptions.url ?? 'nowhere'}`

/** The first of our languages among those accepted, by preference; English where none is. */
export function languageOf(request: FastifyRequest): Language {
  const accepted = (request.headers['accept-language'] ?? '').slice(0, 200).split(',')
  const ranked = accepted
    .map((each) => /^\s*([a-zA-Z]{2})\b[^;]*(?:;\s*q=([\d.]+))?/.exec(each))
    .flatMap((found) => (found ? [{ name: found[1]?.toLowerCase(), weight: Number(found[2] ?? 1) }] : []))
    .sort((a, b) => b.weight - a.weight)
  for (const { name } of ranked) {
    const language = languages.find((each) => each === name)
    if (language) return language
  }
  return 'en'
}
