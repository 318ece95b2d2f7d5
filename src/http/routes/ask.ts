// Questions of any shape, as structure or as a sentence, and undo of what an act changed.
import type { FastifyInstance } from 'fastify'
import { words } from '../../../dictionary/words.ts'
import { Failure, told } from '../../platform/index.ts'
import { parseQuestion } from '../../records/index.ts'
import { objectBody } from '../body.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { send } from './records.ts'

export function askRoutes(app: FastifyInstance, { holdfast }: Shell): void {
  app.post('/api/v1/ask', async (request, reply) => {
    const { text, ...structure } = objectBody(request.body)
    if (text !== undefined && (typeof text !== 'string' || Object.keys(structure).length > 0))
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'give the question as "text" alone, or as a structure',
            'dé la pregunta solo como "text", o como estructura',
            'informe a pergunta só como "text", ou como estrutura',
            'beri soalan sebagai "text" sahaja, atau sebagai struktur',
          ),
        ),
      })
    const question = typeof text === 'string' ? parseQuestion(text) : structure
    const { data, next, isHeldBack } = await holdfast.records.ask(known(request), question)
    return send(reply, `{"data":${data},"next":${JSON.stringify(next)},"isHeldBack":${isHeldBack}}`)
  })

  app.post<{ Params: { act: string } }>('/api/v1/changes/:act/undo', async (request) => {
    const { because } = request.body === undefined ? {} : objectBody(request.body)
    if (because !== undefined && (typeof because !== 'string' || because.length > 500))
      throw new Failure('unreadable_request', {
        why: told(
          words(
            '"because" is a text of at most 500 characters',
            '"because" es un texto de 500 caracteres como máximo',
            '"because" é um texto de no máximo 500 caracteres',
            '"because" ialah teks paling banyak 500 aksara',
          ),
        ),
      })
    return certain(holdfast.records.undo(known(request), request.params.act, because === undefined ? {} : { because }))
  })
}
