// What one field of a record was, and putting an earlier value back: a change like any other, which can be undone.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Failure, shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { answerChange } from './one-change.ts'
import { objectAt } from './records.ts'
import { given } from './views.ts'

type Of = { Params: { plural: string; id: string; field: string } }

const readsPage = shapeOf(
  z.strictObject({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
)
const readsRestore = shapeOf(
  z.strictObject({
    act: z.uuid(),
    /** What the act replaced, or what it put there. */
    value: z.enum(['from', 'to']).default('from'),
    because: z.string().trim().min(1).max(500).optional(),
  }),
)

export function fieldHistoryRoutes(app: FastifyInstance, shell: Shell): void {
  const { records } = shell.holdfast

  app.get<Of>('/api/v1/:plural/:id/history/:field', async (request) => {
    const { id, field } = request.params
    const page = { ...given(readsPage(request.query)), field }
    const { items, next } = await records.history(known(request), objectAt(request).name, id, page)
    return { data: items.map(({ changed, ...item }) => ({ ...item, ...changed[field] })), next }
  })

  app.post<Of>('/api/v1/:plural/:id/history/:field/restore', async (request) => {
    const { id, field } = request.params
    const { act, value, because } = readsRestore(request.body)
    const object = objectAt(request).name
    const { items } = await records.history(known(request), object, id, { field, act, limit: 1 })
    const changed = items[0]?.changed[field]
    if (!changed) throw new Failure('record_unavailable', { object: 'change', id: act })
    const values = { [field]: changed[value] ?? null }
    return answerChange(shell, request, object, { verb: 'update', id, values }, because)
  })
}
