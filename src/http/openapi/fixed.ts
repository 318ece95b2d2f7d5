// The parts of the document that are the same for everyone.
import { accountLists } from '../../engagement/index.ts'
import { catalogue } from '../../platform/index.ts'
import type { parameters } from '../routes/list-question.ts'

const text = { type: 'string' }
const json = (schema: object) => ({ content: { 'application/json': { schema } } })

export const problems = {
  default: {
    description: 'What could not be done, and how to mend it.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
  },
}

const describe: Readonly<Record<keyof typeof parameters, string>> = {
  select: 'Fields to read, and lists of related records: name,owner.name,tickets (subject limit 5)',
  where: 'A condition in the question language: arr >= 100000 USD and some tickets (status is open)',
  order: 'Fields to sort by; - before a name turns the order: -arr,name',
  limit: 'Records on a page, at most 1,000.',
  after: 'The page mark (next) of the last answer.',
  search: 'Words of a name, or the beginning of an e-mail address.',
  as_of: 'A day or a moment in the past: the answer as it was then.',
}

export const listParameters = Object.entries(describe).map(([name, description]) => ({
  name,
  in: 'query',
  description,
  schema: name === 'limit' ? { type: 'integer', minimum: 1, maximum: 1_000, default: 50 } : text,
}))

export const idHeaders = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Repeating a request with the same key does it once.',
    schema: text,
  },
  { name: 'If-Match', in: 'header', description: 'Only if the record is at this version: "3"', schema: text },
]

const fault = {
  type: 'object',
  properties: { field: { type: ['string', 'null'] }, code: text, message: text },
  required: ['field', 'code', 'message'],
}

export const fixedSchemas = {
  problem: {
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(catalogue) },
      detail: text,
      faults: { type: 'array', items: fault },
    },
    required: ['type', 'title', 'status', 'code', 'detail'],
  },
  changed: {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      version: { type: 'integer' },
      outcome: { type: 'string', enum: ['created', 'matched', 'updated', 'unchanged', 'deleted', 'restored'] },
      act: { type: ['string', 'null'], format: 'uuid' },
      held: { type: 'array', items: text, description: 'Fields whose value a more authoritative source holds.' },
    },
    required: ['id', 'version', 'outcome'],
  },
  bulk: {
    type: 'object',
    properties: {
      mode: { type: 'string', enum: ['each', 'all'] },
      because: text,
      preview: { type: 'boolean', description: 'Says what would happen, cell by cell, and does nothing.' },
      changes: {
        type: 'array',
        minItems: 1,
        maxItems: 5_000,
        items: {
          type: 'object',
          properties: {
            verb: { type: 'string', enum: ['create', 'update', 'upsert', 'delete', 'restore'], default: 'upsert' },
            id: { type: 'string', format: 'uuid' },
            source: { type: 'object', properties: { system: text, localId: text }, required: ['system', 'localId'] },
            version: { type: 'integer' },
            values: { type: 'object' },
          },
        },
      },
    },
    required: ['changes'],
  },
  outcomes: {
    type: 'object',
    properties: {
      act: { type: ['string', 'null'] },
      results: {
        type: 'array',
        items: {
          type: 'object',
          properties: { outcome: text, id: text, faults: { type: 'array', items: fault } },
          required: ['outcome'],
        },
      },
    },
    required: ['act', 'results'],
  },
  history: {
    type: 'object',
    properties: { data: { type: 'array', items: { type: 'object' } }, next: { type: ['string', 'null'] } },
    required: ['data', 'next'],
  },
  restore_value: {
    type: 'object',
    properties: { act: text, value: { type: 'string', enum: ['from', 'to'], default: 'from' }, because: text },
    required: ['act'],
  },
  sources: { type: 'object', properties: { data: { type: 'array', items: { type: 'object' } } }, required: ['data'] },
  answer: {
    type: 'object',
    properties: {
      data: { type: 'array', items: { type: 'object' } },
      next: { type: ['string', 'null'] },
      isHeldBack: { type: 'boolean' },
    },
    required: ['data', 'next', 'isHeldBack'],
  },
}

export const fixedPaths = {
  '/api/v1/ask': {
    post: {
      operationId: 'ask',
      summary: 'A question as a sentence ({"text": "account where …"}) or as a structure.',
      requestBody: { required: true, ...json({ type: 'object' }) },
      responses: { 200: { description: 'The answer.', ...json({ $ref: '#/components/schemas/answer' }) }, ...problems },
    },
  },
  '/api/v1/changes/{act}/undo': {
    parameters: [{ name: 'act', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    post: {
      operationId: 'undo',
      summary: 'Takes a change set back; what was said since stays.',
      responses: { 200: { description: 'What was taken back.', ...json({ type: 'object' }) }, ...problems },
    },
  },
  '/api/v1/accounts/{id}/360': {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    get: {
      operationId: 'account_360',
      parameters: [
        {
          name: 'lists',
          in: 'query',
          description: 'Only these lists, and what is made of them; all of them where none is named.',
          schema: { type: 'array', items: { type: 'string', enum: accountLists } },
          style: 'form',
          explode: false,
        },
      ],
      summary: 'Everything about one account that this actor may see, on one page.',
      description:
        'The record with its people, team, contracts, subscriptions, open opportunities and tasks, and the newest of its invoices, tickets, survey responses, interactions and days of use; tickets by status; a summary; and a timeline of at most 50 entries, the newest ten changes of the record among them. What does not fit a list is on its own page (`/api/v1/tickets?where=account is …`), earlier changes in the history of the account.',
      responses: { 200: { description: 'The page.', ...json({ type: 'object' }) }, ...problems },
    },
  },
  '/api/v1/live': {
    get: {
      operationId: 'live',
      summary: 'News as server-sent events: ready, changed, reset (read everything again), ended.',
      parameters: [{ name: 'Last-Event-ID', in: 'header', description: 'Where a lost connection was.', schema: text }],
      responses: {
        200: { description: 'A stream that stays open.', content: { 'text/event-stream': { schema: text } } },
        ...problems,
      },
    },
  },
  '/api/v1/me': {
    get: {
      operationId: 'me',
      responses: { 200: { description: 'Who asks, and what they may do.', ...json({ type: 'object' }) }, ...problems },
    },
  },
  '/api/v1/dictionary': {
    get: {
      operationId: 'dictionary',
      responses: {
        200: { description: 'Objects and fields that may be read.', ...json({ type: 'object' }) },
        ...problems,
      },
    },
  },
}
