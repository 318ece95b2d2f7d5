// Quick capture over HTTP: a call, meeting or e-mail with its people and action items in one request, and somebody met on the way.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Captured, captureContact, captureInteraction, type Met } from '../../engagement/index.ts'
import { shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { onceOnly } from './once-only.ts'
import { idempotencyOf } from './one-change.ts'

export function captureRoutes(app: FastifyInstance, shell: Shell): void {
  const { holdfast } = shell

  app.post('/api/v1/capture/interaction', async (request, reply) => {
    const actor = known(request)
    const said = readInteraction(request.body)
    const captured = await onceOnly(shell, request, () => captureInteraction(holdfast, actor, said, repeatIn(request)))
    reply.code(201).header('location', `/api/v1/interactions/${captured.interaction}`)
    return captured
  })

  app.post('/api/v1/capture/contact', async (request, reply) => {
    const actor = known(request)
    const met = readContact(request.body)
    const captured = await onceOnly(shell, request, () =>
      captureContact(holdfast.records, actor, met, repeatIn(request)),
    )
    if (captured.outcome === 'created') reply.code(201)
    reply.header('location', `/api/v1/contacts/${captured.contact}`)
    return captured
  })
}

/** Under the same key the change set itself happens once, also where a crash comes before its answer was kept. */
function repeatIn(request: FastifyRequest): { idempotencyKey?: string } {
  const { idempotencyKey } = idempotencyOf(request)
  return idempotencyKey === undefined ? {} : { idempotencyKey: `set ${idempotencyKey}` }
}

// What stands in the texts, the door judges; here are only shape and size.
const id = z.string().min(1).max(100)
const word = z.string().max(100)
const line = z.string().max(500)
const text = z.string().max(20_000)
const person = {
  name: line.optional(),
  email: line.optional(),
  title: line.optional(),
  phone: word.optional(),
  roles: z.array(word).max(20).optional(),
}
const interaction = z.strictObject({
  account: id,
  kind: word,
  direction: word.optional(),
  happened_at: word.optional(),
  duration_minutes: z.int().optional(),
  subject: line.optional(),
  notes: text.optional(),
  decided: text.optional(),
  promised: text.optional(),
  concerns: text.optional(),
  tone: word.optional(),
  attendees: z
    .array(z.strictObject({ ...person, contact: id.optional(), user: id.optional(), attended: z.boolean().optional() }))
    .max(200)
    .optional(),
  action_items: z
    .array(
      z.strictObject({
        name: line,
        owner: id.optional(),
        due_on: word.optional(),
        priority: word.optional(),
        details: text.optional(),
      }),
    )
    .max(100)
    .optional(),
  allowDuplicate: z.boolean().optional(),
})
const contact = z.strictObject({
  account: id,
  ...person,
  interaction: id.optional(),
  ticket: id.optional(),
  allowDuplicate: z.boolean().optional(),
})
// Optional keys come out as possibly undefined, which the room treats as absent.
const readInteraction = shapeOf(interaction) as (body: unknown) => Captured
const readContact = shapeOf(contact) as (body: unknown) => Met
