// The steps of a handoff, for programs. Its fields have the paths that every object has.
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const list = (items: object) => ({ type: 'array', items })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const [repeatable] = idHeaders
const idParameter = [{ name: 'id', in: 'path', required: true, schema: id }]

const step = (operationId: string, summary: string, answer: string, body?: object) => ({
  parameters: idParameter,
  post: {
    operationId,
    summary,
    parameters: [repeatable],
    ...(body ? { requestBody: { required: true, ...json(body) } } : {}),
    responses: { 200: { description: 'Done.', ...json(schema(answer)) }, ...problems },
  },
})

export const handoffPaths = {
  '/api/v1/handoffs/begin': {
    post: {
      operationId: 'begin_handoff',
      summary: 'A draft for a deal, filled with what is known; the one there is, where there is one.',
      parameters: [repeatable],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: { opportunity: id, account: id, customer: text },
          minProperties: 1,
          additionalProperties: false,
        }),
      },
      responses: {
        200: { description: 'There was one.', ...json(schema('handoff_begun')) },
        201: { description: 'Begun.', ...json(schema('handoff_begun')) },
        ...problems,
      },
    },
  },
  '/api/v1/handoffs/figures': {
    get: {
      operationId: 'handoff_figures',
      summary: 'How many stand where, how long they take and how useful they were.',
      responses: {
        200: { description: 'As far as this actor may see.', ...json(schema('handoff_figures')) },
        ...problems,
      },
    },
  },
  '/api/v1/handoffs/{id}/form': {
    parameters: idParameter,
    get: {
      operationId: 'handoff_form',
      summary:
        'The handoff with what is missing, what is known of each field and from where, and what the actor may do.',
      responses: { 200: { description: 'The form.', ...json(schema('handoff_form')) }, ...problems },
    },
  },
  '/api/v1/handoffs/{id}/submit': step(
    'submit_handoff',
    'Sales calls it complete. What is missing comes as the problem handoff_incomplete, a sentence for each field.',
    'handoff_stepped',
  ),
  '/api/v1/handoffs/{id}/return': step('return_handoff', 'Customer success sends it back.', 'handoff_stepped', {
    type: 'object',
    properties: { reasons: text },
    required: ['reasons'],
  }),
  '/api/v1/handoffs/{id}/accept': step(
    'accept_handoff',
    'Customer success takes the customer over: the whole account set is made in one change set.',
    'handoff_accepted',
  ),
  '/api/v1/handoffs/{id}/rate': step('rate_handoff', 'How useful it was, as the CSM judges it.', 'handoff_stepped', {
    type: 'object',
    properties: { usefulness: { type: 'integer', minimum: 1, maximum: 5 }, note: text },
    required: ['usefulness'],
  }),
}

const nullable = (type: string) => ({ type: [type, 'null'] })
const state = { type: 'string', enum: ['draft', 'submitted', 'returned', 'accepted'] }

export const handoffSchemas = {
  handoff_begun: {
    type: 'object',
    properties: { id, outcome: { type: 'string', enum: ['created', 'known'] }, act: nullable('string') },
    required: ['id', 'outcome', 'act'],
  },
  handoff_stepped: {
    type: 'object',
    properties: { id, act: nullable('string'), version: { type: 'integer' }, state },
    required: ['id', 'act', 'version', 'state'],
  },
  handoff_form: {
    type: 'object',
    properties: {
      handoff: { type: 'object' },
      missing: list({
        type: 'object',
        properties: { field: text, code: text, message: text },
      }),
      known: {
        type: 'object',
        description: 'By field, the best evidence first.',
        additionalProperties: list({
          type: 'object',
          properties: {
            value: {},
            shown: nullable('string'),
            record: { type: 'object', properties: { object: text, id, title: nullable('string') } },
            path: nullable('string'),
            source: { type: ['object', 'null'], properties: { system: text, localId: text } },
            at: nullable('string'),
            agrees: { type: 'boolean' },
          },
        }),
      },
      may: {
        type: 'object',
        properties: Object.fromEntries(
          ['change', 'submit', 'accept', 'return', 'rate'].map((name) => [name, { type: 'boolean' }]),
        ),
      },
    },
    required: ['handoff', 'missing', 'known', 'may'],
  },
  handoff_accepted: {
    type: 'object',
    properties: {
      id,
      act: { ...id, description: 'The change set; undo takes it.' },
      account: id,
      contract: id,
      onboarding: id,
      made: list({
        type: 'object',
        properties: {
          object: text,
          id,
          outcome: text,
          held: { ...list(text), description: 'Fields for which a more authoritative source says otherwise.' },
        },
      }),
    },
    required: ['id', 'act', 'account', 'contract', 'made'],
  },
  handoff_figures: {
    type: 'object',
    properties: {
      byState: { type: 'object', additionalProperties: { type: 'integer' } },
      accepted: {
        type: 'object',
        properties: {
          count: { type: 'integer' },
          hoursToAccept: nullable('number'),
          usefulness: nullable('number'),
          rated: { type: 'integer' },
          returns: { type: 'integer' },
        },
      },
      isHeldBack: { type: 'boolean' },
    },
    required: ['byState', 'accepted', 'isHeldBack'],
  },
}
