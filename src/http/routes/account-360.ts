import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { account360, accountLists } from '../../engagement/index.ts'
import { shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { listOf } from './pages.ts'
import { send } from './records.ts'

const reads360 = shapeOf(z.strictObject({ lists: listOf(z.enum(accountLists)).optional() }))

export function account360Route(app: FastifyInstance, { holdfast }: Shell): void {
  app.get<{ Params: { id: string } }>('/api/v1/accounts/:id/360', async (request, reply) => {
    const { lists } = reads360(request.query)
    return send(
      reply,
      await account360(holdfast.records, known(request), request.params.id, { clock: holdfast.clock, lists }),
    )
  })
}
