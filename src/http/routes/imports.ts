// Imports over HTTP: files sent in parts, what their columns mean, a preview, the run, and taking it back. Long work is asked for here
// and done by the worker; `GET /api/v1/imports/{id}` tells how far it is.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { words } from '../../../dictionary/words.ts'
import { csvLine, settingsShape } from '../../intake/index.ts'
import { Failure, shapeOf, told } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { onceOnly } from './once-only.ts'

type Params = { id: string; file: string }
type Query = Readonly<Record<string, string | undefined>>

const largestPaste = 16 * 1024 * 1024

export function importRoutes(app: FastifyInstance, shell: Shell): void {
  const { imports } = shell.holdfast
  const at = '/api/v1/imports'
  app.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload))

  app.get<{ Querystring: Query }>(at, (request) => imports.list(known(request), readPage(request.query)))
  app.post(at, async (request, reply) => {
    const order = readOpen(request.body ?? {})
    const opened = await onceOnly(shell, request, () => imports.open(known(request), order))
    return reply.code(201).header('location', `${at}/${opened.id}`).send(opened)
  })
  app.post(`${at}/pasted`, { bodyLimit: largestPaste }, async (request, reply) => {
    const { text, name = 'pasted.csv' } = readPaste(request.body)
    const actor = known(request)
    const opened = await onceOnly(shell, request, async () => {
      const { id } = await imports.open(actor, { name })
      const content = Buffer.from(text)
      const { files } = await imports.addFile(actor, id, { name, size: content.length })
      return imports.receive(actor, id, files[0]?.id ?? '', { offset: 0, content: Readable.from([content]) })
    })
    return reply.code(201).header('location', `${at}/${opened.id}`).send(opened)
  })
  app.get(`${at}/targets`, async (request) => ({ data: await imports.targets(known(request)) }))
  app.get(`${at}/templates`, async (request) => ({ data: await imports.templates(known(request)) }))
  app.delete<{ Params: Params }>(`${at}/templates/:id`, async (request, reply) => {
    await imports.dropTemplate(known(request), request.params.id)
    return reply.code(204).send()
  })

  app.get<{ Params: Params }>(`${at}/:id`, (request) => imports.get(known(request), request.params.id))
  app.patch<{ Params: Params }>(`${at}/:id`, (request) =>
    imports.rename(known(request), request.params.id, readChange(request.body)),
  )
  app.delete<{ Params: Params }>(`${at}/:id`, async (request, reply) => {
    await imports.remove(known(request), request.params.id)
    return reply.code(204).send()
  })
  app.post<{ Params: Params }>(`${at}/:id/files`, async (request, reply) => {
    const file = readFile(request.body)
    const order = await onceOnly(shell, request, () => imports.addFile(known(request), request.params.id, file))
    return reply.code(201).send(order)
  })
  app.delete<{ Params: Params }>(`${at}/:id/files/:file`, (request) =>
    imports.removeFile(known(request), request.params.id, request.params.file),
  )
  app.put<{ Params: Params; Querystring: Query }>(`${at}/:id/files/:file/content`, (request) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'identity')
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'send the file as it is, without content-encoding',
            'envíe el archivo tal cual, sin content-encoding',
            'envie o arquivo como está, sem content-encoding',
            'hantar fail seadanya, tanpa content-encoding',
          ),
        ),
      })
    if (!(request.body instanceof Readable))
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'send the bytes of the file as application/octet-stream',
            'envíe los bytes del archivo como application/octet-stream',
            'envie os bytes do arquivo como application/octet-stream',
            'hantar bait fail sebagai application/octet-stream',
          ),
        ),
      })
    const { offset } = readOffset(request.query)
    return imports.receive(known(request), request.params.id, request.params.file, { offset, content: request.body })
  })
  app.post<{ Params: Params }>(`${at}/:id/files/:file/recognise`, (request) =>
    imports.readAnew(known(request), request.params.id, request.params.file, readReading(request.body ?? {})),
  )
  app.put<{ Params: Params }>(`${at}/:id/files/:file/sheets`, (request) =>
    imports.takeSheets(known(request), request.params.id, request.params.file, readSheets(request.body).sheets),
  )
  app.get<{ Params: Params }>(`${at}/:id/files/:file/rows`, (request) =>
    imports.rows(known(request), request.params.id, request.params.file),
  )
  app.get<{ Params: Params }>(`${at}/:id/files/:file/profile`, (request) =>
    imports.profile(known(request), request.params.id, request.params.file),
  )
  app.get<{ Params: Params }>(`${at}/:id/files/:file/compare`, (request) =>
    imports.compare(known(request), request.params.id, request.params.file),
  )
  app.put<{ Params: Params }>(`${at}/:id/files/:file/mapping`, { bodyLimit: largestPaste }, (request) => {
    const { mapping, template } = readMap(request.body)
    return imports.map(known(request), request.params.id, request.params.file, mapping, { template })
  })
  app.delete<{ Params: Params }>(`${at}/:id/files/:file/mapping`, (request) =>
    imports.map(known(request), request.params.id, request.params.file, null, {}),
  )
  app.get<{ Params: Params }>(`${at}/:id/files/:file/rejected.csv`, async (request, reply) => {
    const { name, lines } = await imports.rejectedRows(known(request), request.params.id, request.params.file)
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Readable.from(csvOf(lines)))
  })
  for (const step of ['profile', 'preview', 'run', 'undo'] as const)
    app.post<{ Params: Params }>(`${at}/:id/${step}`, async (request, reply) => {
      const order = readStep(request.body ?? {})
      const asked = await imports.ask(known(request), request.params.id, step, order)
      return reply.code(202).header('location', `${at}/${asked.id}`).send(asked)
    })
  app.post<{ Params: Params }>(`${at}/:id/cancel`, async (request, reply) =>
    reply.code(202).send(await imports.cancel(known(request), request.params.id)),
  )
  app.post<{ Params: Params }>(`${at}/:id/answers`, (request) =>
    imports.answer(known(request), request.params.id, readAnswers(request.body).answers),
  )
  app.get<{ Params: Params; Querystring: Query }>(`${at}/:id/preview`, (request) =>
    imports.results(known(request), request.params.id, { of: 'preview', ...readResults(request.query) }),
  )
  app.get<{ Params: Params; Querystring: Query }>(`${at}/:id/rows`, (request) =>
    imports.results(known(request), request.params.id, { of: 'run', ...readResults(request.query) }),
  )
}

async function* csvOf(lines: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '\ufeff' // without it, spreadsheet programs take UTF-8 for something else
  for await (const cells of lines) yield csvLine(cells)
}

const readPage = shapeOf(
  z.strictObject({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).optional() }),
)
const openShape = shapeOf(
  z.strictObject({
    name: z.string().max(200).optional(),
    settings: settingsShape.optional(),
    recurring: z.uuid().optional(),
  }),
)
const changeShape = shapeOf(
  z.strictObject({ name: z.string().max(200).optional(), settings: settingsShape.optional() }),
)
type Opened = { name?: string; settings?: { currency?: string; questions?: 'ask' | 'create' }; recurring?: string }
// Optional keys come out as possibly undefined, which the room treats as absent.
const readOpen = (body: unknown) => openShape(body) as Opened
const readChange = (body: unknown) => changeShape(body) as Omit<Opened, 'recurring'>
const readPaste = shapeOf(z.strictObject({ text: z.string().min(1), name: z.string().min(1).max(200).optional() }))
const sheets = z.array(z.string().min(1).max(100)).min(1).max(50)
const readSheets = shapeOf(z.strictObject({ sheets }))
const readFile = shapeOf(
  z.strictObject({
    name: z.string().min(1).max(1_000),
    size: z.number().int().min(0),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/)
      .optional(),
    sheets: sheets.optional(),
  }),
)
const readOffset = shapeOf(z.strictObject({ offset: z.coerce.number().int().min(0).default(0) }))
const reading = shapeOf(
  z.strictObject({
    sheet: z.string().max(300).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
    headerRow: z.number().int().min(0).max(1_000).optional(),
  }),
)
const readReading = (body: unknown) => JSON.parse(JSON.stringify(reading(body))) as object // without absent keys
const readMap = shapeOf(z.strictObject({ mapping: z.unknown(), template: z.string().min(1).max(200).optional() }))
const readStep = shapeOf(z.strictObject({ first: z.number().int().min(1).max(1_000_000).optional() }))
const readAnswers = shapeOf(
  z.strictObject({
    answers: z.record(
      z.string().max(400),
      z.union([
        z.literal('new'),
        z.literal('skip'),
        z.uuid(),
        z
          .string()
          .regex(/^as \w+ ./s)
          .max(600),
      ]),
    ),
  }),
)
const readResults = shapeOf(
  z.strictObject({
    outcome: z
      .enum(['created', 'matched', 'updated', 'unchanged', 'rejected', 'skipped', 'repeated', 'question'])
      .optional(),
    file: z.string().max(300).optional(),
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).optional(),
  }),
)
