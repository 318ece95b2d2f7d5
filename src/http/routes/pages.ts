// Pages over HTTP: a contact, and the timeline of a contact or an account.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  accountFamily,
  contactPage,
  home,
  homeKinds,
  stakeholders,
  timeline,
  timelineKinds,
} from '../../engagement/index.ts'
import { shapeOf } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { send } from './records.ts'
import { given } from './views.ts'

type Of = { Params: { id: string } }

export const listOf = <T>(one: z.ZodType<T, string>) =>
  z
    .string()
    .transform((names) => names.split(',').filter(Boolean))
    .pipe(z.array(one).min(1).max(20))
const moment = z.string().max(40).optional()
const readsTimeline = shapeOf(
  z.strictObject({
    kinds: listOf(z.enum(timelineKinds)).optional(),
    interactions: listOf(z.string().regex(/^[a-z][a-z0-9_]{0,47}$/)).optional(),
    by: z.uuid().optional(),
    with: z.uuid().optional(),
    from: moment,
    to: moment,
    search: z.string().trim().min(1).max(200).optional(),
    after: moment,
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
)

const readsHome = shapeOf(z.strictObject({ kind: z.enum(homeKinds).optional() }))

export function pageRoutes(app: FastifyInstance, { holdfast }: Shell): void {
  const { records, collaboration } = holdfast

  app.get<Of>('/api/v1/contacts/:id/360', async (request, reply) =>
    send(reply, await contactPage(records, known(request), request.params.id)),
  )

  app.get('/api/v1/home', (request) => home(records, known(request), holdfast.clock, readsHome(request.query).kind))

  app.get<Of>('/api/v1/accounts/:id/family', (request) =>
    accountFamily(records, known(request), request.params.id, holdfast.clock),
  )

  app.get<Of>('/api/v1/accounts/:id/stakeholders', (request) =>
    stakeholders(records, known(request), request.params.id, holdfast.clock),
  )

  for (const [path, object] of [
    ['accounts', 'account'],
    ['contacts', 'contact'],
  ] as const)
    app.get<Of>(`/api/v1/${path}/:id/timeline`, (request) =>
      timeline({ records, comments: collaboration.comments }, known(request), {
        ...given(readsTimeline(request.query)),
        ...{ object, id: request.params.id },
      }),
    )
}
