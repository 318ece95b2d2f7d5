// Views, comments and news, for programs.
import { idHeaders, problems } from './fixed.ts'
import { governancePaths } from './governance.ts'
import { pagePaths } from './pages.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const moment = { type: 'string', format: 'date-time' }
const whole = { type: 'integer' }
const list = (items: object) => ({ type: 'array', items })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const body = (given: object) => ({ requestBody: { required: true, ...json(given) } })
const answer = (given: object, status = 200, description = 'As far as this actor may see.') => ({
  responses: { [status]: { description, ...json(given) }, ...problems },
})
const nothing = { responses: { 204: { description: 'Done.' }, ...problems } }
const query = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  description,
  required,
  schema: text,
})
const idParameter = [{ name: 'id', in: 'path', required: true, schema: id }]
const [repeatable] = idHeaders
const pageOf = (item: object, more: Record<string, object> = {}) => ({
  type: 'object',
  properties: { data: list(item), next: { type: ['string', 'null'] }, ...more },
  required: ['data'],
})
const paging = [query('after', 'The page mark (next) of the last answer.'), query('limit', 'How many on a page.')]

const viewPaths = {
  '/api/v1/views': {
    get: {
      operationId: 'list_views',
      summary: 'Own views and those shared with this actor, each cut to their rights.',
      parameters: [query('object', 'What they list: account, contact …')],
      ...answer(pageOf(schema('view'))),
    },
    post: {
      operationId: 'create_view',
      parameters: [repeatable],
      ...body(schema('view_values')),
      ...answer(schema('view'), 201, 'Kept.'),
    },
  },
  '/api/v1/views/default': {
    put: {
      operationId: 'set_default_view',
      summary: 'The view that this person begins with; null for none.',
      ...body({ type: 'object', properties: { object: text, view: { type: ['string', 'null'] } } }),
      ...answer({ type: 'object', properties: { object: text, view: { type: ['string', 'null'] } } }),
    },
  },
  '/api/v1/views/{id}': {
    parameters: idParameter,
    get: { operationId: 'get_view', ...answer(schema('view')) },
    patch: { operationId: 'change_view', ...body(schema('view_values')), ...answer(schema('view')) },
    delete: { operationId: 'delete_view', ...nothing },
  },
  '/api/v1/views/{id}/records': {
    parameters: idParameter,
    get: {
      operationId: 'run_view',
      summary: 'What the view lists, under the rights of whoever asks.',
      parameters: paging,
      ...answer(pageOf({ type: 'object' }, { isHeldBack: { type: 'boolean' }, leftOut: schema('left_out') })),
    },
  },
}

const ofRecord = [query('object', 'Of what: account, contact …', true), query('record', 'Its id.', true)]
const recordBody = { type: 'object', properties: { object: text, record: id }, required: ['object', 'record'] }

const commentPaths = {
  '/api/v1/comments': {
    get: {
      operationId: 'list_comments',
      summary: 'Comments on a record, the oldest first.',
      parameters: [...ofRecord, ...paging],
      ...answer(pageOf(schema('comment'))),
    },
    post: {
      operationId: 'write_comment',
      summary: 'Mentions stand in the body as @[id]; unreached are those who may not see it and were not told.',
      parameters: [repeatable],
      ...body(schema('comment_values')),
      ...answer(schema('comment_written'), 201, 'Written.'),
    },
  },
  '/api/v1/comments/{id}': {
    parameters: idParameter,
    patch: { operationId: 'edit_comment', ...body(schema('comment_edit')), ...answer(schema('comment_written')) },
    delete: { operationId: 'delete_comment', ...nothing },
  },
  '/api/v1/comments/{id}/history': {
    parameters: idParameter,
    get: {
      operationId: 'history_of_comment',
      ...answer(pageOf({ type: 'object', properties: { body: text, at: moment } })),
    },
  },
  '/api/v1/followers': {
    get: {
      operationId: 'list_followers',
      parameters: ofRecord,
      ...answer(pageOf({ type: 'object', properties: { id, name: text } }, { isFollowing: { type: 'boolean' } })),
    },
    put: { operationId: 'follow', ...body(recordBody), ...nothing },
    delete: { operationId: 'unfollow', parameters: ofRecord, ...nothing },
  },
  '/api/v1/notifications': {
    get: {
      operationId: 'list_notifications',
      parameters: [...paging, query('unread', 'true for those not read yet alone.')],
      ...answer(pageOf(schema('notification'), { unread: whole })),
    },
  },
  '/api/v1/notifications/count': {
    get: { operationId: 'count_notifications', ...answer({ type: 'object', properties: { unread: whole } }) },
  },
  '/api/v1/notifications/read': {
    post: {
      operationId: 'read_notifications',
      ...body({ type: 'object', properties: { ids: list(id), all: { type: 'boolean' } } }),
      ...answer({ type: 'object', properties: { unread: whole } }),
    },
  },
}

const definition = {
  type: 'object',
  properties: {
    question: {
      type: 'object',
      description: 'where, search, order, group and measure of a question.',
      additionalProperties: true,
    },
    columns: list({ type: 'object', properties: { field: text, width: whole }, required: ['field'] }),
    grouping: list(text),
    density: { type: 'string', enum: ['compact', 'normal'] },
  },
}
const audience = { type: 'string', enum: ['private', 'team', 'workspace'] }

const person = { type: 'object', properties: { id, name: { type: ['string', 'null'] } } }
const orNull = (given: object) => ({ anyOf: [given, { type: 'null' }] })

const searchPaths = {
  '/api/v1/search': {
    get: {
      operationId: 'search',
      summary: 'Records of several objects by the words people know them by, the likeliest first; slips are forgiven.',
      parameters: [
        query('q', 'Words, or how an e-mail address or domain begins.', true),
        query('objects', 'account,contact,opportunity,ticket,interaction; all of them by default.'),
        query('limit', 'At most so many of each object.'),
      ],
      ...answer(pageOf(schema('hit'))),
    },
  },
}

export const collaborationPaths = { ...viewPaths, ...commentPaths, ...searchPaths, ...pagePaths, ...governancePaths }

export const collaborationSchemas = {
  hit: {
    type: 'object',
    properties: { object: text, id, title: text, score: { type: 'number' }, details: { type: 'object' } },
    required: ['object', 'id', 'title', 'score'],
  },
  comment_values: {
    type: 'object',
    properties: { object: text, record: id, body: text, parent: id, act: id, isInternal: { type: 'boolean' } },
    required: ['object', 'record', 'body'],
  },
  comment_edit: { type: 'object', properties: { body: text, version: whole }, required: ['body', 'version'] },
  comment_written: {
    type: 'object',
    properties: { comment: schema('comment'), unreached: list(person) },
    required: ['comment', 'unreached'],
  },
  comment: {
    type: 'object',
    properties: {
      ...{ id, object: text, record: id, parent: orNull(id), act: orNull(id), body: orNull(text), at: moment },
      ...{ isInternal: { type: 'boolean' }, author: person, editedAt: orNull(moment), isDeleted: { type: 'boolean' } },
      ...{ version: whole, isMine: { type: 'boolean' }, people: { type: 'object', additionalProperties: text } },
    },
    required: ['id', 'object', 'record', 'body', 'at', 'version'],
  },
  notification: {
    type: 'object',
    properties: {
      ...{ id, kind: text, at: moment, isRead: { type: 'boolean' }, count: whole },
      record: orNull({ type: 'object', properties: { object: text, id, title: orNull(text) } }),
      comment: orNull({ type: 'object', properties: { id, excerpt: text } }),
      by: orNull({ type: 'object', properties: { kind: text, id: text, name: orNull(text) } }),
      note: orNull(text),
    },
    required: ['id', 'kind', 'at', 'isRead'],
  },
  left_out: {
    type: 'object',
    description: 'How many parts of a view this reader may not use. They are not named.',
    properties: { filters: whole, columns: whole, order: whole, grouping: whole },
  },
  view_values: {
    type: 'object',
    properties: { object: text, name: text, audience, definition, version: whole },
  },
  view: {
    type: 'object',
    properties: {
      id,
      object: text,
      name: text,
      audience,
      isMine: { type: 'boolean' },
      owner: { type: 'object', properties: { id, name: { type: ['string', 'null'] } } },
      isDefault: { type: 'boolean' },
      version: whole,
      updatedAt: moment,
      definition,
      leftOut: schema('left_out'),
    },
    required: ['id', 'object', 'name', 'definition', 'leftOut'],
  },
}
