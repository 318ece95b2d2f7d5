import type { FastifyInstance } from 'fastify'
import { account360 } from '../../engagement/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { send } from './records.ts'

export function account360Route(app: FastifyInstance, { holdfast }: Shell): void {
  app.get<{ Params: { id: string } }>('/api/v1/accounts/:id/360', async (request, reply) =>
    send(reply, await account360(holdfast.records, known(request), request.params.id, holdfast.clock)),
  )
}
