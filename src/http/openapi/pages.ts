// Pages of an account and a contact, for programs.
import { problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const object = { type: 'object' }
const byId = [{ name: 'id', in: 'path', required: true, schema: id }]
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: text })
const get = (operationId: string, summary: string, parameters: readonly object[] = [], schema: object = object) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: { 200: { description: 'As far as this actor may see.', ...json(schema) }, ...problems },
  },
})
const page = {
  type: 'object',
  properties: { data: { type: 'array', items: object }, next: { type: ['string', 'null'] } },
  required: ['data', 'next'],
}
const timelineParameters = [
  query('kinds', 'interaction, ticket, survey_response, task, change, comment, milestone; all by default.'),
  query('interactions', 'Of interactions these kinds alone: call,meeting'),
  query('by', 'A colleague: who wrote, answered or did it.'),
  query('with', 'A contact it was with.'),
  query('from', 'A day or a moment.'),
  query('to', 'A day, which is included, or a moment, which is not.'),
  query('search', 'Words, each somewhere in an entry.'),
  query('after', 'The page mark (next) of the last answer.'),
  query('limit', 'At most 100; of one moment a page holds all.'),
]

export const pagePaths = {
  '/api/v1/home': get('home', 'The first page of the day, by what this actor may see: csm, leader or executive.', [
    query('kind', 'Another of the three.'),
  ]),
  '/api/v1/contacts/{id}/360': { parameters: byId, ...get('contact_360', 'Everything about one person.') },
  '/api/v1/accounts/{id}/family': {
    parameters: byId,
    ...get('family_of_account', 'The tree of companies it is in, each with its own figures and those of all below it.'),
  },
  '/api/v1/accounts/{id}/stakeholders': {
    parameters: byId,
    ...get('stakeholders_of_account', 'Its people, the lines between them, and what is missing, by code.'),
  },
  '/api/v1/accounts/{id}/timeline': {
    parameters: byId,
    ...get('timeline_of_account', 'What happened, the newest first.', timelineParameters, page),
  },
  '/api/v1/contacts/{id}/timeline': {
    parameters: byId,
    ...get('timeline_of_contact', 'What happened, the newest first.', timelineParameters, page),
  },
}
