// Files of answers over HTTP, sent while they are written. The first page is there before a word is sent, so what can't be answered is
// a problem; where it breaks off later, so does the connection, and nobody takes half a file for a whole one.
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { languages, manifest, words } from '../../../dictionary/index.ts'
import { type Export, type ExportOrder, exportAnswer, exportFormats } from '../../exports/index.ts'
import { Failure, shapeOf, told } from '../../platform/index.ts'
import { parseQuestion } from '../../records/index.ts'
import { languageOf } from '../problem.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { listQuestion, type Query } from './list-question.ts'

export function exportRoutes(app: FastifyInstance, { holdfast }: Shell): void {
  app.post('/api/v1/exports', async (request, reply) => {
    const actor = known(request)
    const { text, question, format, headers, language = languageOf(request) } = readOrder(request.body)
    if ((text === undefined) === (question === undefined))
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'give the question as "text" or as "question"',
            'dé la pregunta como "text" o como "question"',
            'informe a pergunta como "text" ou como "question"',
            'beri soalan sebagai "text" atau "question"',
          ),
        ),
      })
    const asked = (text === undefined ? question : parseQuestion(text)) as ExportOrder['question'] // its shape is read by the door
    return send(reply, await exportAnswer(holdfast, actor, { question: asked, format, headers, language }))
  })

  /** The same as an address, for a link: /api/v1/exports/accounts.csv?where=arr > 0 USD&order=name */
  app.get<{ Params: { file: string }; Querystring: Query }>('/api/v1/exports/:file', async (request, reply) => {
    const actor = known(request)
    const { headers: givenHeaders, ...query } = request.query
    const [, plural = '', ending = ''] = /^([a-z_]+)\.([a-z]+)$/.exec(request.params.file) ?? []
    const object = manifest.byPlural.get(plural)
    const format = exportFormats.find((each) => each === ending)
    if (!object || !format) throw new Failure('object_unavailable', { object: request.params.file.slice(0, 60) })
    const question = listQuestion(object.name, query) as ExportOrder['question'] // as above
    const headers = readHeaders(givenHeaders)
    return send(
      reply,
      await exportAnswer(holdfast, actor, { question, format, headers, language: languageOf(request) }),
    )
  })
}

const send = (reply: FastifyReply, { fileName, type, chunks }: Export): FastifyReply =>
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(chunks, { objectMode: true, highWaterMark: 1 }))

const headers = z.enum(['names', 'labels']).default('names')
const readHeaders = shapeOf(headers)
const readOrder = shapeOf(
  z.strictObject({
    text: z.string().max(10_000).optional(),
    question: z.record(z.string(), z.unknown()).optional(),
    format: z.enum(exportFormats),
    headers,
    language: z.enum(languages).optional(),
  }),
)
