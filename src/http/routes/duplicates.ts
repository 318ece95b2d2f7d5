// Duplicates over HTTP: the queue, a pair side by side and weighed, and what is decided of it. What anybody may see, merge or decide
// is behind the door; only who may set the finder to work is asked here, because the finder itself is a program that sees all.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Access, grantsFor } from '../../access/index.ts'
import type { DecisionOrder, Unmerged } from '../../duplicates/index.ts'
import { Failure, shapeOf } from '../../platform/index.ts'
import { currentAccess } from '../current-access.ts'
import { askToFind, askToLearn } from '../duplicates/ask-to-find.ts'
import { readMerge, readUnmerge, reason } from '../duplicates/orders.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { onceOnly } from './once-only.ts'
import { idempotencyOf } from './one-change.ts'

type Query = Readonly<Record<string, string | undefined>>

/** What people decide of a pair, by the route they say it at. */
const decisions: Readonly<Record<string, DecisionOrder['as']>> = {
  never: 'never',
  related: 'related',
  dismiss: 'dismissed',
  reopen: 'open',
}

export function duplicateRoutes(app: FastifyInstance, shell: Shell): void {
  const { duplicates } = shell.holdfast

  app.get<{ Querystring: Query }>('/api/v1/duplicates', async (request) => {
    const { object, after, limit } = readPage(request.query)
    const { pairs, next } = await duplicates.list(known(request), {
      object,
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    })
    return { data: pairs, next }
  })

  app.get<{ Querystring: Query }>('/api/v1/duplicates/compare', async (request) => {
    const { object, ids } = readCompare(request.query)
    return duplicates.compare(known(request), object, ids.split(',').filter(Boolean))
  })

  app.get<{ Querystring: Query }>('/api/v1/duplicates/explain', async (request) => {
    const { object, a, b } = readPair(request.query)
    return duplicates.explain(known(request), object, a, b)
  })

  app.get<{ Querystring: Query }>('/api/v1/duplicates/merged', async (request) => {
    const { object, id } = readMerged(request.query)
    return duplicates.mergedInto(known(request), object, id)
  })

  app.get('/api/v1/duplicates/settings', async (request) => {
    const access = await currentAccess(shell, known(request))
    if (!mayPutInOrder(access, 'account') && !mayPutInOrder(access, 'contact') && !administers(access))
      throw new Failure('not_allowed', { verb: 'read settings of', object: 'duplicates' })
    return duplicates.settings(known(request))
  })

  app.post('/api/v1/duplicates/settings', (request) => {
    const actor = known(request)
    const { object, mergeFrom } = readSetting(request.body)
    return onceOnly(shell, request, () => duplicates.setMergeFrom(actor, object, mergeFrom))
  })

  app.post('/api/v1/duplicates/find', async (request, reply) => {
    const actor = known(request)
    const order = readFind(request.body)
    const access = await currentAccess(shell, actor)
    if (!mayPutInOrder(access, order.object) && !administers(access))
      throw new Failure('not_allowed', { verb: 'find duplicates of', object: order.object })
    // From when on records are merged unseen is for the administrator to say, for one run too.
    if (order.mergeFrom !== undefined && !administers(access))
      throw new Failure('not_allowed', { verb: 'set when to merge records of', object: order.object })
    await askToFind(shell.holdfast.system, actor, order)
    const address = `/api/v1/duplicates?object=${order.object}`
    return reply.code(202).header('location', address).send({ object: order.object, queue: address })
  })

  app.get<{ Querystring: Query }>('/api/v1/duplicates/weights', (request) =>
    duplicates.weights(known(request), readKind(request.query).object),
  )

  app.post('/api/v1/duplicates/weights', (request) => {
    const actor = known(request)
    const { object, use } = readUse(request.body)
    return onceOnly(shell, request, () => duplicates.setWeights(actor, object, use))
  })

  app.post('/api/v1/duplicates/learn', async (request, reply) => {
    const actor = known(request)
    const { object } = readKind(request.body)
    if (!administers(await currentAccess(shell, actor)))
      throw new Failure('not_allowed', { verb: 'set the weights of', object })
    await askToLearn(shell.holdfast.system, actor, { object })
    const address = `/api/v1/duplicates/weights?object=${object}`
    return reply.code(202).header('location', address).send({ object, weights: address })
  })

  app.post('/api/v1/duplicates/preview', (request) => {
    const { object, ...order } = readMerge(request.body, { isPreview: true })
    return duplicates.preview(known(request), object, order)
  })

  app.post('/api/v1/duplicates/merge', (request) => {
    const actor = known(request)
    const { object, ...order } = readMerge(request.body)
    const repeatable = idempotencyOf(request)
    return certain(duplicates.merge(actor, object, order, repeatable), isRepeatable(repeatable))
  })

  app.post('/api/v1/duplicates/unmerge', (request) => {
    const actor = known(request)
    const { order, options } = readUnmerge(request.body)
    const repeatable = idempotencyOf(request)
    const unmerging = duplicates.unmerge(actor, order, { ...options, ...repeatable })
    return certain(unmerging.then(answered), isRepeatable(repeatable))
  })

  for (const [name, as] of Object.entries(decisions))
    app.post(`/api/v1/duplicates/${name}`, (request) => {
      const actor = known(request)
      const { object, a, b, because } = readDecision(request.body)
      return onceOnly(shell, request, () => duplicates.decide(actor, object, { a, b, as, because }))
    })
}

const isRepeatable = ({ idempotencyKey }: { idempotencyKey?: string }) => ({
  isRepeatable: idempotencyKey !== undefined,
})

/** What has to be asked first is a problem that says what: nothing was done. */
function answered(unmerged: Unmerged): Unmerged {
  if (unmerged.act !== null) return unmerged
  const { object, id, questions } = unmerged
  throw new Failure('answers_needed', { object, id, questions })
}

const administers = ({ roles }: Access): boolean => roles.some((role) => role.administers.includes('structure'))

/** Whoever may merge any two records of an object may have them looked for. */
const mayPutInOrder = (access: Access, object: string): boolean =>
  (['list', 'update', 'delete'] as const).every((verb) =>
    grantsFor(access, object, verb).some((grant) => grant.rows === 'all'),
  )

const name = z.string().min(1).max(48)
const id = z.string().min(1).max(100)
const compared = z.enum(['account', 'contact'])

const readPage = shapeOf(
  z.strictObject({
    object: name,
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
)
const readCompare = shapeOf(z.strictObject({ object: name, ids: z.string().max(2_000) }))
const readPair = shapeOf(z.strictObject({ object: name, a: id, b: id }))
const readMerged = shapeOf(z.strictObject({ object: name, id }))
const readDecision = shapeOf(z.strictObject({ object: name, a: id, b: id, because: reason }))
const readSetting = shapeOf(z.strictObject({ object: name, mergeFrom: z.number().nullable() }))
const readKind = shapeOf(z.strictObject({ object: compared }))
const readUse = shapeOf(z.strictObject({ object: compared, use: z.enum(['shipped', 'learned']) }))
const readFind = shapeOf(
  z.strictObject({ object: compared, mergeFrom: z.number().min(0).max(1_000).nullable().optional() }),
)
