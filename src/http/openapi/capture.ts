// Quick capture, for programs.
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const list = (items: object) => ({ type: 'array', items })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const [repeatable] = idHeaders

const post = (operationId: string, summary: string, body: string, answer: string) => ({
  post: {
    operationId,
    summary,
    parameters: [repeatable],
    requestBody: { required: true, ...json(schema(body)) },
    responses: { 201: { description: 'Written down.', ...json(schema(answer)) }, ...problems },
  },
})

export const capturePaths = {
  '/api/v1/capture/interaction': post(
    'capture_interaction',
    'A call, meeting, e-mail, training or review with its people and action items, in one change set.',
    'capture',
    'captured',
  ),
  '/api/v1/capture/contact': post(
    'capture_contact',
    'Somebody met in an interaction or a ticket, made a contact of the account; the one we have, where we have them.',
    'met',
    'met_contact',
  ),
}

const person = { name: text, email: text, title: text, phone: text, roles: list(text) }

export const captureSchemas = {
  capture: {
    type: 'object',
    properties: {
      account: id,
      kind: {
        ...text,
        description: 'Of the list interaction_kind: call, meeting, email, training, business_review, note.',
      },
      direction: text,
      happened_at: { type: 'string', format: 'date-time', description: 'Now, where it is left out.' },
      duration_minutes: { type: 'integer' },
      subject: text,
      notes: text,
      decided: text,
      promised: text,
      concerns: text,
      tone: text,
      attendees: list({
        type: 'object',
        description: 'A contact or a colleague by id, or anybody by name and e-mail address.',
        properties: { ...person, contact: id, user: id, attended: { type: 'boolean', default: true } },
        additionalProperties: false,
      }),
      action_items: list({
        type: 'object',
        properties: {
          name: text,
          owner: { ...id, description: 'Whoever writes it down, where it is left out.' },
          due_on: { type: 'string', format: 'date' },
          priority: text,
          details: text,
        },
        required: ['name'],
        additionalProperties: false,
      }),
      allowDuplicate: { type: 'boolean', description: 'New people are made although they look like some we have.' },
    },
    required: ['account', 'kind'],
    additionalProperties: false,
  },
  captured: {
    type: 'object',
    properties: {
      act: { ...id, description: 'The change set; undo takes all of it back.' },
      interaction: id,
      attendees: list({
        type: 'object',
        properties: { contact: id, user: id, outcome: { type: 'string', enum: ['known', 'created'] } },
        required: ['outcome'],
      }),
      tasks: list(id),
    },
    required: ['act', 'interaction', 'attendees', 'tasks'],
  },
  met: {
    type: 'object',
    properties: { account: id, ...person, interaction: id, ticket: id, allowDuplicate: { type: 'boolean' } },
    required: ['account'],
    additionalProperties: false,
  },
  met_contact: {
    type: 'object',
    properties: {
      act: { type: ['string', 'null'] },
      contact: id,
      outcome: { type: 'string', enum: ['known', 'created'] },
    },
    required: ['act', 'contact', 'outcome'],
  },
}
