// The steps of a handoff from sales to customer success. Its fields are read and saved like those of any record (/api/v1/handoffs).
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { accept, begin, figures, form, giveBack, rate, submit } from '../../onboarding/index.ts'
import { shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { onceOnly } from './once-only.ts'

type Of = { Params: { id: string } }

export function handoffRoutes(app: FastifyInstance, shell: Shell): void {
  const { holdfast } = shell
  const { records } = holdfast

  app.get('/api/v1/handoffs/figures', (request) => figures(records, known(request)))

  app.get<Of>('/api/v1/handoffs/:id/form', (request) => form(records, known(request), request.params.id))

  app.post('/api/v1/handoffs/begin', async (request, reply) => {
    const actor = known(request)
    const order = readBegin(request.body)
    const begun = await onceOnly(shell, request, () => begin(records, actor, order))
    if (begun.outcome === 'created') reply.code(201).header('location', `/api/v1/handoffs/${begun.id}`)
    return begun
  })

  app.post<Of>('/api/v1/handoffs/:id/submit', (request) => {
    const actor = known(request)
    readNothing(request.body ?? {})
    return onceOnly(shell, request, () => submit(holdfast, actor, request.params.id))
  })

  app.post<Of>('/api/v1/handoffs/:id/return', (request) => {
    const actor = known(request)
    const order = readReturn(request.body)
    return onceOnly(shell, request, () => giveBack(holdfast, actor, request.params.id, order))
  })

  app.post<Of>('/api/v1/handoffs/:id/accept', (request) => {
    const actor = known(request)
    readNothing(request.body ?? {})
    return onceOnly(shell, request, () => accept(holdfast, actor, request.params.id))
  })

  app.post<Of>('/api/v1/handoffs/:id/rate', (request) => {
    const actor = known(request)
    const { usefulness, note } = readRating(request.body)
    const rating = { usefulness, ...(note === undefined ? {} : { note }) }
    return onceOnly(shell, request, () => rate(holdfast, actor, request.params.id, rating))
  })
}

const id = z.string().min(1).max(100)
const text = z.string().trim().min(1)
const begun = shapeOf(
  z
    .strictObject({ opportunity: id.optional(), account: id.optional(), customer: text.max(500).optional() })
    .refine(
      (order) => order.opportunity ?? order.account ?? order.customer,
      'name the opportunity, account or customer',
    ),
)
/** Optional keys come out as possibly undefined; left out they are absent. */
const readBegin = (body: unknown) =>
  Object.fromEntries(Object.entries(begun(body)).filter(([, value]) => value !== undefined))
const readReturn = shapeOf(z.strictObject({ reasons: text.max(5_000) }))
const readRating = shapeOf(z.strictObject({ usefulness: z.int().min(1).max(5), note: text.max(5_000).optional() }))
const readNothing = shapeOf(z.strictObject({}))
