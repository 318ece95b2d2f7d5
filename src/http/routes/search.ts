// The palette's search: one text, several objects, the likeliest first.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'

const searched = ['account', 'contact', 'opportunity', 'ticket', 'interaction'] as const
const one = z.enum(searched)
const reads = shapeOf(
  z.strictObject({
    q: z.string().trim().min(1).max(100),
    objects: z
      .string()
      .transform((names) => names.split(','))
      .pipe(z.array(one).min(1).max(searched.length))
      .optional(),
    limit: z.coerce.number().int().min(1).max(20).default(8),
  }),
)

export function searchRoute(app: FastifyInstance, { holdfast }: Shell): void {
  app.get('/api/v1/search', async (request) => {
    const { q, objects = searched, limit } = reads(request.query)
    return { data: await holdfast.records.lookFor(known(request), { text: q, objects, limit }) }
  })
}
