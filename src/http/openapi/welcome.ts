// How a workspace and a newcomer begin, for programs.
import { problems } from './fixed.ts'

const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const answer = (description: string, status = 200) => ({
  responses: { [status]: { description, ...json({ type: 'object' }) }, ...problems },
})

export const welcomePaths = {
  '/api/v1/welcome': {
    get: {
      operationId: 'welcome',
      summary: 'Whether the workspace is empty, and how far the demo company has come.',
      ...answer('For whoever may bring in files or answers for the structure.'),
    },
  },
  '/api/v1/welcome/demo': {
    post: {
      operationId: 'load_demo',
      summary: 'Has the demo company brought into an empty workspace.',
      ...answer('Asked for; the worker brings it.', 202),
    },
    delete: {
      operationId: 'remove_demo',
      summary: 'Has the demo company taken out again; what people said of its records since stays.',
      ...answer('Asked for; the worker takes it out.', 202),
    },
  },
  '/api/v1/me/tour': {
    put: {
      operationId: 'keep_tour',
      summary: 'How far this person has come in the tour of the product.',
      requestBody: {
        required: true,
        ...json({
          type: 'object',
          properties: { step: { type: 'integer', minimum: 0, maximum: 50 }, isOver: { type: 'boolean' } },
          required: ['step', 'isOver'],
          additionalProperties: false,
        }),
      },
      ...answer('As it is kept.'),
    },
  },
}
