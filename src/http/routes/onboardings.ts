// The checklist of new customers over HTTP. Onboardings themselves are records like any other (/api/v1/onboardings).
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  beginOnboarding,
  checklist,
  items,
  type OnboardingOrder,
  type Portfolio,
  progress,
  tick,
} from '../../onboarding/index.ts'
import { shapeOf } from '../../platform/index.ts'
import { currentAccess } from '../current-access.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { onceOnly } from './once-only.ts'

type Of = { Params: { id: string } }

export function onboardingRoutes(app: FastifyInstance, shell: Shell): void {
  const { holdfast } = shell

  app.get('/api/v1/onboardings/progress', async (request) => {
    const actor = known(request)
    const { owner, open, ...page } = readPage(request.query)
    const whose = owner === 'me' ? ((await currentAccess(shell, actor)).userId ?? owner) : owner
    return progress(holdfast, actor, {
      ...page,
      ...(whose === undefined ? {} : { owner: whose }),
      ...(open === undefined ? {} : { isOpen: open === 'true' }),
    } as Portfolio) // optional keys come out as possibly undefined, which the room treats as absent
  })

  app.get<Of>('/api/v1/onboardings/:id/checklist', (request) => checklist(holdfast, known(request), request.params.id))

  app.post('/api/v1/onboardings/begin', async (request, reply) => {
    const actor = known(request)
    const order = readBegin(request.body)
    const begun = await onceOnly(shell, request, () => beginOnboarding(holdfast, actor, order))
    if (begun.outcome === 'created') reply.code(201)
    reply.header('location', `/api/v1/onboardings/${begun.id}`)
    return begun
  })

  app.post<Of>('/api/v1/onboardings/:id/tick', (request) => {
    const actor = known(request)
    const { item, done, note } = readTick(request.body)
    const step = { item, isDone: done, ...(note === undefined ? {} : { note }) }
    return onceOnly(shell, request, () => tick(holdfast, actor, request.params.id, step))
  })
}

const id = z.string().min(1).max(100)
const readPage = shapeOf(
  z.strictObject({
    open: z.enum(['true', 'false']).optional(),
    owner: id.optional(),
    after: z.string().max(2_000).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
)
const begin = z.strictObject({
  account: id,
  owner: id.optional(),
  due_on: z.string().max(100).optional(),
  name: z.string().trim().min(1).max(500).optional(),
})
const readBegin = shapeOf(begin) as (body: unknown) => OnboardingOrder // as above
const readTick = shapeOf(
  z.strictObject({ item: z.enum(items), done: z.boolean().default(true), note: z.string().max(500).optional() }),
)
