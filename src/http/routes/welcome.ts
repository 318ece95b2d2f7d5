// What an empty workspace and a newcomer begin with, over HTTP.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { shapeOf } from '../../platform/index.ts'
import { askForDemo, askToRemoveDemo, welcome, wentOnTour } from '../../welcome/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'

const readsTour = shapeOf(z.strictObject({ step: z.int().min(0).max(50), isOver: z.boolean() }))

export function welcomeRoutes(app: FastifyInstance, { holdfast }: Shell): void {
  app.get('/api/v1/welcome', (request) => welcome(holdfast, known(request)))

  app.post('/api/v1/welcome/demo', async (request, reply) =>
    reply.code(202).send(await certain(askForDemo(holdfast, known(request)))),
  )

  app.delete('/api/v1/welcome/demo', async (request, reply) =>
    reply.code(202).send(await certain(askToRemoveDemo(holdfast, known(request)))),
  )

  app.put('/api/v1/me/tour', (request) => certain(wentOnTour(holdfast, known(request), readsTour(request.body))))
}
