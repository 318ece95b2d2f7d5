// Recurring imports over HTTP: files that somebody brings every so often, and whether they are late.
import type { FastifyInstance } from 'fastify'
import { readRecurringChange, readRecurringOrder } from '../../intake/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { onceOnly } from './once-only.ts'

type Of = { Params: { id: string } }

export function recurringImportRoutes(app: FastifyInstance, shell: Shell): void {
  const { recurring, config } = shell.holdfast
  const at = '/api/v1/imports/recurring'
  app.get(at, async (request) => ({ data: await recurring.list(known(request)), receivesMail: config.mail !== null }))
  app.post(at, async (request, reply) => {
    const asked = readRecurringOrder(request.body)
    // What is kept for a repeat does not hold the address.
    const { id } = await onceOnly(shell, request, async () => ({ id: (await recurring.add(known(request), asked)).id }))
    return reply
      .code(201)
      .header('location', `${at}/${id}`)
      .send(await recurring.get(known(request), id))
  })
  app.patch<Of>(`${at}/:id`, (request) =>
    recurring.change(known(request), request.params.id, readRecurringChange(request.body)),
  )
  app.delete<Of>(`${at}/:id`, async (request, reply) => {
    await recurring.remove(known(request), request.params.id)
    return reply.code(204).send()
  })
}
