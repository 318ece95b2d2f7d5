// Comments, followers and the inbox over HTTP.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { words } from '../../../dictionary/words.ts'
import { otherwise, shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { onceOnly } from './once-only.ts'
import { given } from './views.ts'

type Of = { Params: { id: string } }

const id = z.string().min(1).max(100)
const noObject = words('not an object', 'no es un objeto', 'não é um objeto', 'bukan objek')
const object = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, otherwise(noObject))
const body = z.string().trim().min(1).max(10_000)
const limit = z.coerce.number().int().min(1).max(200).default(50)
const after = z.uuid().optional()
const readsRecord = shapeOf(z.strictObject({ object, record: id }))
const readsPage = shapeOf(z.strictObject({ object, record: id, after, limit }))
const readsNew = shapeOf(
  z.strictObject({
    object,
    record: id,
    body,
    parent: id.optional(),
    act: id.optional(),
    isInternal: z.boolean().optional(),
  }),
)
const readsEdit = shapeOf(z.strictObject({ body, version: z.int().min(1) }))
const readsInbox = shapeOf(z.strictObject({ after, limit, unread: z.enum(['true', 'false']).default('false') }))
const readsRead = shapeOf(
  z.union([z.strictObject({ ids: z.array(id).min(1).max(200) }), z.strictObject({ all: z.literal(true) })]),
)

export function commentRoutes(app: FastifyInstance, shell: Shell): void {
  const { comments, notifications } = shell.holdfast.collaboration

  app.get('/api/v1/comments', (request) => {
    const { after, ...asked } = readsPage(request.query)
    return comments.list(known(request), { ...asked, after: after ?? null })
  })

  app.post('/api/v1/comments', async (request, reply) => {
    const asked = given(readsNew(request.body))
    const written = await onceOnly(shell, request, () => comments.write(known(request), asked))
    return reply.code(201).send(written)
  })

  app.patch<Of>('/api/v1/comments/:id', (request) =>
    certain(comments.edit(known(request), request.params.id, readsEdit(request.body))),
  )

  app.delete<Of>('/api/v1/comments/:id', async (request, reply) => {
    await certain(comments.remove(known(request), request.params.id))
    return reply.code(204).send()
  })

  app.get<Of>('/api/v1/comments/:id/history', async (request) => ({
    data: await comments.history(known(request), request.params.id),
  }))

  app.get('/api/v1/followers', (request) => comments.followers(known(request), readsRecord(request.query)))

  app.put('/api/v1/followers', async (request, reply) => {
    await certain(comments.follow(known(request), readsRecord(request.body)))
    return reply.code(204).send()
  })

  app.delete('/api/v1/followers', async (request, reply) => {
    await certain(comments.unfollow(known(request), readsRecord(request.query)))
    return reply.code(204).send()
  })

  app.get('/api/v1/notifications', (request) => {
    const { after, limit, unread } = readsInbox(request.query)
    return notifications.list(known(request), { after: after ?? null, limit, unread: unread === 'true' })
  })

  app.get('/api/v1/notifications/count', async (request) => ({ unread: await notifications.unread(known(request)) }))

  app.post('/api/v1/notifications/read', async (request) => {
    const asked = readsRead(request.body)
    return { unread: await certain(notifications.read(known(request), 'ids' in asked ? asked.ids : 'all')) }
  })
}
