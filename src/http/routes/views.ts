// Saved views over HTTP. The shape is read here; what a view means, and what of it a reader may know, is behind it.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { words } from '../../../dictionary/words.ts'
import { audiences } from '../../collaboration/index.ts'
import { otherwise, shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { onceOnly } from './once-only.ts'
import { send } from './records.ts'

type Of = { Params: { id: string } }

const noObject = words('not an object', 'no es un objeto', 'não é um objeto', 'bukan objek')
const object = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, otherwise(noObject))
const name = z.string().trim().min(1).max(120)
const audience = z.enum(audiences)
const definition = z.unknown()
const readsNew = shapeOf(z.strictObject({ object, name, audience: audience.default('private'), definition }))
const readsChange = shapeOf(
  z.strictObject({
    name: name.optional(),
    audience: audience.optional(),
    definition: definition.optional(),
    version: z.int().min(1).optional(),
  }),
)
const readsList = shapeOf(z.strictObject({ object: object.optional() }))
const readsDefault = shapeOf(z.strictObject({ object, view: z.string().max(100).nullable() }))
const page = { after: z.string().max(2_000).optional(), limit: z.coerce.number().int().min(1).max(1_000).optional() }
const readsPage = shapeOf(z.strictObject(page))

export function viewRoutes(app: FastifyInstance, shell: Shell): void {
  const { views } = shell.holdfast.collaboration

  app.get('/api/v1/views', async (request) => {
    const asked = readsList(request.query)
    return { data: await views.list(known(request), asked.object ?? null) }
  })

  app.post('/api/v1/views', async (request, reply) => {
    const asked = readsNew(request.body)
    const view = await onceOnly(shell, request, () =>
      views.create(known(request), { ...asked, definition: asked.definition ?? {} }),
    )
    return reply.code(201).header('location', `/api/v1/views/${view.id}`).send(view)
  })

  app.get<Of>('/api/v1/views/:id', (request) => views.get(known(request), request.params.id))

  app.patch<Of>('/api/v1/views/:id', (request) =>
    certain(views.update(known(request), request.params.id, given(readsChange(request.body)))),
  )

  app.delete<Of>('/api/v1/views/:id', async (request, reply) => {
    await certain(views.remove(known(request), request.params.id))
    return reply.code(204).send()
  })

  app.put('/api/v1/views/default', async (request) => {
    const { object, view } = readsDefault(request.body)
    await certain(views.setDefault(known(request), object, view))
    return { object, view }
  })

  app.get<Of>('/api/v1/views/:id/records', async (request, reply) => {
    const asked = given(readsPage(request.query))
    const { answer, leftOut } = await views.run(known(request), request.params.id, asked)
    const { data, next, isHeldBack } = answer
    const rest = JSON.stringify({ next, isHeldBack, leftOut }).slice(1)
    return send(reply, `{"data":${data},${rest}`)
  })
}

/** Optional keys come out of a shape as possibly undefined; what is not given is not there. */
export const given = <T extends object>(read: T) =>
  Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
