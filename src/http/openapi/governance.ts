// The dictionary with who answers for it, and proposals to change it, for programs.
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const object = { type: 'object' }
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const answer = (schema: object, status = 200) => ({
  responses: { [status]: { description: 'As far as this actor may see.', ...json(schema) }, ...problems },
})
const named = (name: string, schema: object = text) => ({ name, in: 'path', required: true, schema })
const list = { type: 'object', properties: { data: { type: 'array', items: object } }, required: ['data'] }
const because = { type: 'object', properties: { because: text }, required: ['because'] }

const decision = (name: string, summary: string) => ({
  [`/api/v1/proposals/{id}/${name}`]: {
    parameters: [named('id', id)],
    post: {
      operationId: `${name}_proposal`,
      summary,
      requestBody: { required: true, ...json(because) },
      ...answer(object),
    },
  },
})

export const governancePaths = {
  '/api/v1/dictionary/{object}': {
    parameters: [named('object')],
    get: {
      operationId: 'dictionary_of_object',
      summary: 'An object and its fields: meaning, owner, stewards, rules, where used.',
      ...answer(object),
    },
  },
  '/api/v1/dictionary/{object}/fill': {
    parameters: [named('object')],
    get: {
      operationId: 'fill_rates',
      summary: 'How many of the records that this actor sees have a value, field by field.',
      ...answer({ type: 'object', properties: { data: object } }),
    },
  },
  '/api/v1/proposals': {
    get: {
      operationId: 'list_proposals',
      parameters: ['state', 'object'].map((name) => ({ name, in: 'query', schema: text })),
      ...answer(list),
    },
    post: {
      operationId: 'propose',
      summary: 'A term, a new field, or another meaning, owner or expectation of a field.',
      parameters: [idHeaders[0]],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: { object: text, field: { type: ['string', 'null'] }, change: object, because: text },
          required: ['object', 'change', 'because'],
        }),
      },
      ...answer(object, 201),
    },
  },
  ...decision('approve', 'By who answers for the data; it is applied at once.'),
  ...decision('refuse', 'By who answers for the data.'),
  ...decision('withdraw', 'By who proposed it.'),
}
