// The dictionary of one object with who answers for it and where it is used, how full its fields are, and proposals to change it.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { decide, fillRates, proposals, propose, states, stewards } from '../../governance/index.ts'
import { Failure, shapeOf } from '../../platform/index.ts'
import { currentAccess } from '../current-access.ts'
import { languageOf } from '../problem.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { describedObject } from './dictionary.ts'
import { onceOnly } from './once-only.ts'

type OfObject = { Params: { object: string } }
type Of = { Params: { id: string } }

const name = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/)
const because = z.string().trim().min(1).max(500)
const readsList = shapeOf(z.strictObject({ state: z.enum(states).optional(), object: name.optional() }))
const readsNew = shapeOf(
  z.strictObject({ object: name, field: name.nullable().default(null), change: z.unknown(), because }),
)
const readsDecision = shapeOf(z.strictObject({ because }))
const decisions: Readonly<Record<string, 'approved' | 'refused' | 'withdrawn'>> = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
}

export function governanceRoutes(app: FastifyInstance, shell: Shell): void {
  const { app: pool, records, admin, clock, ids, collaboration } = shell.holdfast
  const governing = { pool, records, admin, clock, ids }

  app.get<OfObject>('/api/v1/dictionary/:object', async (request) => {
    const actor = known(request)
    const access = await currentAccess(shell, actor)
    const language = languageOf(request)
    const described = describedObject(access, request.params.object, language)
    const object = access.manifest.objects.get(request.params.object)
    if (!described || !object) throw new Failure('object_unavailable', { object: request.params.object })
    const [answering, views] = await Promise.all([
      stewards(records, actor),
      access.userId === null ? [] : collaboration.views.list(actor, object.name),
    ])
    const readable = new Set(described.fields.map(({ name }) => name))
    const rules = object.rules.filter(({ fields }) => fields.every((field) => readable.has(field)))
    return {
      ...described,
      owner: object.owner,
      stewards: answering.get(object.owner) ?? [],
      retention: object.retention,
      fields: described.fields.map((field) => ({
        ...field,
        stewards: answering.get(field.owner) ?? [],
        isCustom: object.fields.get(field.name)?.customKey !== undefined,
        rules: rules
          .filter((rule) => rule.fields.includes(field.name))
          .map(({ code, say }) => ({ code, say: say[language] })),
        usedIn: {
          views: views
            .filter(({ definition }) => JSON.stringify(definition).includes(`"${field.name}"`))
            .map(({ id, name }) => ({ id, name })),
        },
      })),
    }
  })

  app.get<OfObject>('/api/v1/dictionary/:object/fill', async (request) => ({
    data: await fillRates(records, known(request), request.params.object),
  }))

  app.get('/api/v1/proposals', async (request) => {
    const { state, object } = readsList(request.query)
    return { data: await proposals(governing, known(request), { state: state ?? null, object: object ?? null }) }
  })

  app.post('/api/v1/proposals', async (request, reply) => {
    const asked = readsNew(request.body)
    const made = await onceOnly(shell, request, () =>
      propose(governing, known(request), { ...asked, change: asked.change }),
    )
    return reply.code(201).send(made)
  })

  for (const [name, as] of Object.entries(decisions))
    app.post<Of>(`/api/v1/proposals/:id/${name}`, (request) =>
      certain(decide(governing, known(request), request.params.id, { as, ...readsDecision(request.body) })),
    )
}
