// Recurring imports over HTTP: files that somebody brings every so often, and whether they are late.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RecurringChange, RecurringOrder } from '../../intake/index.ts'
import { shapeOf } from '../duplicates/orders.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { importSettings } from './imports.ts'
import { onceOnly } from './once-only.ts'

type Of = { Params: { id: string } }

const order = z.strictObject({
  name: z.string().trim().min(1).max(200),
  everyDays: z.number().int().min(1).max(366),
  beginsOn: z.iso.date().optional(),
  folder: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and - only')
    .nullish(),
  owner: z.uuid().optional(),
  settings: importSettings.optional(),
})
const readsNew = shapeOf(order)
// Optional keys come out as possibly undefined, which the room treats as absent.
const readsChange = shapeOf(order.partial())

export function recurringImportRoutes(app: FastifyInstance, shell: Shell): void {
  const { recurring } = shell.holdfast
  const at = '/api/v1/imports/recurring'
  app.get(at, async (request) => ({ data: await recurring.list(known(request)) }))
  app.post(at, async (request, reply) => {
    const asked = readsNew(request.body) as RecurringOrder // see readsChange
    const added = await onceOnly(shell, request, () => recurring.add(known(request), asked))
    return reply.code(201).header('location', `${at}/${added.id}`).send(added)
  })
  app.patch<Of>(`${at}/:id`, (request) =>
    recurring.change(known(request), request.params.id, readsChange(request.body) as RecurringChange),
  )
  app.delete<Of>(`${at}/:id`, async (request, reply) => {
    await recurring.remove(known(request), request.params.id)
    return reply.code(204).send()
  })
}
