// The HTTP shell. It parses, calls a room and presents; what anyone may see is decided behind the door. Closed unless said otherwise:
// a route under /api that does not say `isOpen` is answered only to a known actor.
import Fastify, { type FastifyInstance } from 'fastify'
import { words } from '../../dictionary/words.ts'
import type { Holdfast } from '../holdfast.ts'
import { Failure, speakIn, told } from '../platform/index.ts'
import { readJson } from './body.ts'
import { createLimit, unlimited } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { type HttpOptions, readHttpOptions } from './options.ts'
import { languageOf, problemText, problemType, routeOf, sendProblem } from './problem.ts'
import { account360Route } from './routes/account-360.ts'
import { askRoutes } from './routes/ask.ts'
import { captureRoutes } from './routes/capture.ts'
import { dictionaryRoutes } from './routes/dictionary.ts'
import { duplicateRoutes } from './routes/duplicates.ts'
import { exportRoutes } from './routes/exports.ts'
import { handoffRoutes } from './routes/handoffs.ts'
import { importRoutes } from './routes/imports.ts'
import { onboardingRoutes } from './routes/onboardings.ts'
import { recordRoutes } from './routes/records.ts'
import { recurringImportRoutes } from './routes/recurring-imports.ts'
import { sessionRoutes } from './routes/session.ts'
import { stateRoutes } from './routes/state.ts'
import { togetherRoutes } from './routes/together.ts'
import { welcomeRoutes } from './routes/welcome.ts'
import { headersOf } from './security.ts'
import type { Shell } from './shell.ts'
import { actorOf } from './sign-in/who.ts'
import { webApp } from './web-app.ts'

const largestBody = 1_024 * 1_024
const slowMs = 1_000

export function buildServer(holdfast: Holdfast, given: Partial<HttpOptions> = {}): FastifyInstance & { shell: Shell } {
  const options: HttpOptions = { ...readHttpOptions({}), ...given }
  const shell: Shell = { holdfast, options, state: { isStopping: false } }
  const security = headersOf(holdfast.config)
  const app = Fastify({
    logger: false,
    bodyLimit: largestBody,
    requestTimeout: 60_000,
    trustProxy: options.trustedProxies,
    forceCloseConnections: 'idle',
    frameworkErrors(error, request, reply) {
      reply.headers(security.api)
      sendProblem(holdfast.log, error, request, reply)
    },
    clientErrorHandler(error, socket) {
      // Not even HTTP: answered shortly, without a word of what was sent.
      if (error.code === 'ECONNRESET' || !socket.writable) return
      const text = problemText(
        new Failure('unreadable_request', {
          why: told(words('it is not HTTP', 'no es HTTP', 'não é HTTP', 'ia bukan HTTP')),
        }),
        'en',
      )
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemType}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      )
    },
  })
  const metrics = createMetrics()
  const perPrincipal = options.rates ? createLimit(options.rates.principal, holdfast.clock) : unlimited
  const perAddress = options.rates ? createLimit(options.rates.address, holdfast.clock) : unlimited

  app.decorateRequest('actor', null)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => {
    try {
      done(null, readJson(String(text)))
    } catch (error) {
      done(error as Error) // readJson throws failures
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(request.url.startsWith('/api/') ? security.api : security.page)
    perAddress.take(request.ip)
    if (request.routeOptions.config.isOpen || !request.url.startsWith('/api/')) return
    request.actor = await actorOf(shell, request)
    perPrincipal.take(`${request.actor.workspace} ${request.actor.kind} ${request.actor.id}`)
  })
  // Last before the handler: reading a body leaves what was set before.
  app.addHook('preHandler', (request, _, done) => {
    const language = languageOf(request)
    if (language === 'en') done()
    else speakIn(language, done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.config.isStream && reply.statusCode === 200) return done()
    const ms = reply.elapsedTime
    metrics.record(routeOf(request), reply.statusCode, ms)
    if (ms > slowMs)
      holdfast.log.warn({ route: routeOf(request), status: reply.statusCode, ms: Math.round(ms) }, 'slow')
    done()
  })
  app.setErrorHandler((error, request, reply) => sendProblem(holdfast.log, error, request, reply))
  sessionRoutes(app, shell)
  askRoutes(app, shell)
  dictionaryRoutes(app, shell)
  account360Route(app, shell)
  duplicateRoutes(app, shell)
  handoffRoutes(app, shell)
  captureRoutes(app, shell)
  togetherRoutes(app, shell)
  importRoutes(app, shell)
  recurringImportRoutes(app, shell)
  onboardingRoutes(app, shell)
  exportRoutes(app, shell)
  recordRoutes(app, shell)
  stateRoutes(app, shell, metrics)
  welcomeRoutes(app, shell)
  webApp(app, shell)
  return Object.assign(app, { shell })
}
