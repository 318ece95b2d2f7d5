// Records over HTTP: every object of the dictionary has the same routes, and none of them knows more than the door does.
import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ManifestObject, manifest, words } from '../../../dictionary/index.ts'
import { Failure, isId, told } from '../../platform/index.ts'
import type { Change } from '../../records/index.ts'
import { objectBody } from '../body.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { readBulk } from './bulk.ts'
import { listQuestion, type Query } from './list-question.ts'
import { answerChange, versionIn, writeAll } from './one-change.ts'

type Of = { plural: string; id: string }
export const jsonType = 'application/json; charset=utf-8'
const largestBulk = 16 * 1_024 * 1_024

export function recordRoutes(app: FastifyInstance, shell: Shell): void {
  const { records } = shell.holdfast

  app.get<{ Params: Of; Querystring: Query }>('/api/v1/:plural', async (request, reply) => {
    const object = objectAt(request, 'facts')
    const { bytes, next } = await records.ask(known(request), listQuestion(object.name, request.query))
    return send(reply, Buffer.concat([pageHead, bytes, Buffer.from(`,"next":${JSON.stringify(next)}}`)]))
  })

  app.get<{ Params: Of; Querystring: Query }>('/api/v1/:plural/:id', async (request, reply) => {
    const object = objectAt(request)
    const record = await readOne(shell, request, object)
    const tag = `"${versionOf(record)}-${hash('sha1', record, 'base64url').slice(0, 12)}"`
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return send(reply, record)
  })

  app.post<{ Params: Of; Querystring: Query }>('/api/v1/:plural', async (request, reply) => {
    const object = objectAt(request)
    const values = objectBody(request.body)
    return changeOne(request, reply, object, { verb: 'create', values, ...duplicatesIn(request.query) })
  })

  app.patch<{ Params: Of }>('/api/v1/:plural/:id', async (request, reply) => {
    const object = objectAt(request)
    return changeOne(request, reply, object, { ...existing(request, 'update'), values: objectBody(request.body) })
  })

  app.delete<{ Params: Of }>('/api/v1/:plural/:id', async (request, reply) =>
    changeOne(request, reply, objectAt(request), existing(request, 'delete')),
  )

  app.post<{ Params: Of }>('/api/v1/:plural/:id/restore', async (request, reply) =>
    changeOne(request, reply, objectAt(request), existing(request, 'restore')),
  )

  app.post<{ Params: Of }>('/api/v1/:plural/bulk', { bodyLimit: largestBulk }, async (request) => {
    const object = objectAt(request)
    const { changes, preview, ...options } = readBulk(request.body)
    return preview
      ? records.preview(known(request), object.name, changes, options)
      : writeAll(shell, request, object.name, changes, options)
  })

  app.get<{ Params: Of; Querystring: { before?: string; limit?: string } }>(
    '/api/v1/:plural/:id/history',
    async (request) => {
      const { before, limit } = request.query
      const page = {
        ...(before === undefined ? {} : { before }),
        ...(limit === undefined ? {} : { limit: pageSize(limit) }),
      }
      const { items, next } = await records.history(known(request), objectAt(request).name, request.params.id, page)
      return { data: items, next }
    },
  )

  app.get<{ Params: Of }>('/api/v1/:plural/:id/sources', async (request) => ({
    data: await records.sources(known(request), objectAt(request).name, request.params.id),
  }))

  async function changeOne(request: FastifyRequest, reply: FastifyReply, object: ManifestObject, change: Change) {
    const answer = await answerChange(shell, request, object.name, change)
    const address = `/api/v1/${object.plural}/${answer.id}`
    reply.header('etag', `"${answer.version}"`)
    if (answer.outcome === 'created') reply.code(201).header('location', address)
    const wantsRecord = request.headers.prefer?.includes('return=representation') && change.verb !== 'delete'
    return wantsRecord ? send(reply, await readById(shell, request, object, answer.id)) : answer
  }
}

/** The object of an address; facts can be listed and nothing else. */
export function objectAt(request: FastifyRequest<{ Params: { plural: string } }>, also?: 'facts'): ManifestObject {
  const object = manifest.byPlural.get(request.params.plural)
  if (!object || (object.kind === 'facts' && also !== 'facts'))
    throw new Failure('no_such_route', { route: `${request.method} ${request.url.split('?')[0]?.slice(0, 200)}` })
  return object
}

const pageHead = Buffer.from('{"data":')

export const send = (reply: FastifyReply, json: string | Buffer): FastifyReply =>
  reply.header('content-type', jsonType).send(json)

/** One record as the database wrote it. Its version is always among what is read, because it is needed to change it. */
async function readOne(
  shell: Shell,
  request: FastifyRequest<{ Params: Of; Querystring: Query }>,
  object: ManifestObject,
): Promise<Buffer> {
  const { select, as_of, ...others } = request.query
  const [stray] = Object.keys(others)
  if (stray !== undefined)
    throw new Failure('invalid_question', {
      at: stray,
      why: told(
        words(
          'there is no such parameter; use select or as_of',
          'no existe ese parámetro; use select o as_of',
          'não existe esse parâmetro; use select ou as_of',
          'tiada parameter itu; guna select atau as_of',
        ),
      ),
    })
  const asked = listQuestion(object.name, { select, as_of }, ['version'])
  return readById(shell, request, object, request.params.id, asked)
}

async function readById(
  { holdfast }: Shell,
  request: FastifyRequest,
  object: ManifestObject,
  id: string,
  asked: Record<string, unknown> = { from: object.name },
): Promise<Buffer> {
  if (!isId(id)) throw new Failure('record_unavailable', { object: object.name, id })
  const { records } = holdfast
  const actor = known(request)
  const found = async (id: string) =>
    (await records.ask(actor, { ...asked, where: { field: 'id', op: 'is', value: id }, limit: 1 })).bytes
  let bytes = await found(id)
  if (bytes.length === nothing.length) {
    // The id of a record that was merged leads to the one it became.
    const today = (await records.follow(actor, object.name, [id])).get(id)
    if (today !== undefined && today !== id) bytes = await found(today)
  }
  if (bytes.length === nothing.length) throw new Failure('record_unavailable', { object: object.name, id })
  return bytes.subarray(1, -1)
}

const nothing = '[]'

/** Where fields were named it follows the id; among all fields it stands behind them. */
const versionOf = (record: Buffer): unknown =>
  /^\{"id":"[^"]*","version":(\d+)[,}]/.exec(record.toString('latin1', 0, 100))?.[1] ??
  (JSON.parse(record.toString()) as { version?: unknown }).version // a record is an object

function existing(request: FastifyRequest<{ Params: Of }>, verb: Change['verb']): Change {
  const version = versionIn(request.headers['if-match'])
  return { verb, id: request.params.id, ...(version === null ? {} : { version }) }
}

function duplicatesIn(query: Query): { allowDuplicate?: true } {
  const { on_duplicate: wish, ...others } = query
  const [stray] = Object.keys(others)
  if (stray !== undefined || (wish !== undefined && wish !== 'create'))
    throw new Failure('unreadable_request', {
      why: told(
        words(
          'the only parameter here is on_duplicate=create',
          'el único parámetro aquí es on_duplicate=create',
          'o único parâmetro aqui é on_duplicate=create',
          'satu-satunya parameter di sini ialah on_duplicate=create',
        ),
      ),
    })
  return wish === 'create' ? { allowDuplicate: true } : {}
}

function pageSize(text: string): number {
  const size = Number(text)
  if (!Number.isInteger(size) || size < 1 || size > 200)
    throw new Failure('invalid_question', {
      at: 'limit',
      why: told(
        words(
          'give a whole number from 1 to 200',
          'dé un número entero de 1 a 200',
          'informe um número inteiro de 1 a 200',
          'beri nombor bulat dari 1 hingga 200',
        ),
      ),
    })
  return size
}
