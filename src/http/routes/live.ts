// News as server-sent events: what changed, by id, of what the listener may see. A stream ends with the session or the rights it was
// opened under; the browser opens it again by itself and says where it was.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Feed, type Listener, openFeed } from '../../collaboration/index.ts'
import type { Shell } from '../shell.ts'
import { openSessions, tokenOf } from '../sign-in/session.ts'
import { known } from '../sign-in/who.ts'

const heartbeatMs = 15_000
const againAfterMs = 2_000
/** Who reads slower than news comes is let go, and asks again. */
const mostUnread = 1_024 * 1_024

export function liveRoute(app: FastifyInstance, { holdfast }: Shell): void {
  const { system, records, clock, log } = holdfast
  const feed = openFeed({ system, records, clock, log, openSessions: (tokens) => openSessions(holdfast, tokens) })
  app.addHook('preClose', () => feed.stop())

  app.get('/api/v1/live', { config: { isStream: true } }, async (request, reply) => {
    const actor = known(request)
    const given = request.headers['last-event-id']
    const session = actor.kind === 'user' ? tokenOf(holdfast, request.headers.cookie) : null
    await stream(reply, feed, { actor, session }, typeof given === 'string' && given !== '' ? given : null)
  })
}

async function stream(
  reply: FastifyReply,
  feed: Feed,
  who: Pick<Listener, 'actor' | 'session'>,
  after: string | null,
): Promise<void> {
  const out = reply.raw
  const waiting: string[] = []
  let isOpen = false
  const write = (text: string) => {
    if (!isOpen) waiting.push(text)
    else if (out.writableLength > mostUnread) out.destroy()
    else out.write(text)
  }
  const stop = await feed.listen(
    {
      ...who,
      hear: ({ event, ...data }, mark) => write(`id: ${mark}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      end(because) {
        write(`event: ended\ndata: ${JSON.stringify({ because })}\n\n`)
        out.end()
      },
    },
    after,
  )
  reply.hijack() // nothing can be refused from here on
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) out.setHeader(name, value)
  out.setHeader('content-type', 'text/event-stream; charset=utf-8')
  out.setHeader('x-accel-buffering', 'no') // a proxy that gathers answers would keep the news
  out.writeHead(200)
  isOpen = true
  write(`retry: ${againAfterMs}\n\n${waiting.splice(0).join('')}`)
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs)
  out.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
}
