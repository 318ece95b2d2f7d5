// The checklist of new customers, for programs.
import { items } from '../../onboarding/index.ts'
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const list = (of: object) => ({ type: 'array', items: of })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const [repeatable] = idHeaders
const idParameter = [{ name: 'id', in: 'path', required: true, schema: id }]
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: text })

export const onboardingPaths = {
  '/api/v1/onboardings/progress': {
    get: {
      operationId: 'onboarding_progress',
      summary: 'How far onboardings are, those that began first at the top.',
      parameters: [
        query('open', 'true for those under way, false for those that are complete.'),
        query('owner', 'The id of a colleague, or me.'),
        query('after', 'The page mark (next) of the last answer.'),
        query('limit', 'Onboardings on a page, at most 200.'),
      ],
      responses: {
        200: {
          description: 'As far as this actor may see.',
          ...json({
            type: 'object',
            properties: { data: list(schema('onboarding_progress')), next: { type: ['string', 'null'] } },
            required: ['data', 'next'],
          }),
        },
        ...problems,
      },
    },
  },
  '/api/v1/onboardings/begin': {
    post: {
      operationId: 'begin_onboarding',
      summary: 'Begins one by hand; the open one of the account, where there is one.',
      parameters: [repeatable],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: { account: id, owner: id, due_on: { type: 'string', format: 'date' }, name: text },
          required: ['account'],
          additionalProperties: false,
        }),
      },
      responses: {
        201: {
          description: 'Begun.',
          ...json({
            type: 'object',
            properties: {
              id,
              outcome: { type: 'string', enum: ['created', 'known'] },
              act: { type: ['string', 'null'] },
            },
            required: ['id', 'outcome', 'act'],
          }),
        },
        ...problems,
      },
    },
  },
  '/api/v1/onboardings/{id}/checklist': {
    parameters: idParameter,
    get: {
      operationId: 'onboarding_checklist',
      summary: 'Every item, whether it is done, and the records or the colleague that say so.',
      responses: { 200: { description: 'The checklist.', ...json(schema('onboarding_checklist')) }, ...problems },
    },
  },
  '/api/v1/onboardings/{id}/tick': {
    parameters: idParameter,
    post: {
      operationId: 'tick_onboarding',
      summary: 'Ticks an item by hand, or takes the tick back.',
      parameters: [repeatable],
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: {
            item: { type: 'string', enum: [...items] },
            done: { type: 'boolean', default: true },
            note: text,
          },
          required: ['item'],
          additionalProperties: false,
        }),
      },
      responses: { 200: { description: 'The checklist.', ...json(schema('onboarding_checklist')) }, ...problems },
    },
  },
}

const titled = { type: ['object', 'null'], properties: { id, name: { type: ['string', 'null'] } } }
const day = { type: ['string', 'null'], format: 'date' }
const progress = {
  id,
  name: { type: ['string', 'null'] },
  account: titled,
  owner: titled,
  begunOn: day,
  dueOn: day,
  completedOn: day,
  done: { type: 'integer' },
  of: { type: 'integer' },
  open: list({ type: 'string', enum: [...items] }),
}

export const onboardingSchemas = {
  onboarding_progress: { type: 'object', properties: progress },
  onboarding_checklist: {
    type: 'object',
    properties: {
      ...progress,
      items: list({
        type: 'object',
        properties: {
          item: { type: 'string', enum: [...items] },
          state: { type: 'string', enum: ['done', 'open', 'unknown'] },
          by: { type: ['string', 'null'], enum: ['data', 'hand', null] },
          shownBy: list({ type: 'object', properties: { object: text, id, title: { type: ['string', 'null'] } } }),
          doneOn: day,
          doneBy: titled,
          note: { type: ['string', 'null'] },
        },
      }),
    },
  },
}
