// What there is to ask and say of duplicates, for programs.
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const bits = { type: 'number', description: 'Evidence in bits: log2 of the odds.' }
const list = (items: object) => ({ type: 'array', items })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const query = (name: string, description: string, isRequired = true) => ({
  name,
  in: 'query',
  description,
  required: isRequired,
  schema: text,
})
const objectParameter = query('object', 'What the records are: account, contact …')
const [repeatable] = idHeaders

const get = (operationId: string, summary: string, answer: string, parameters: readonly object[]) => ({
  get: {
    operationId,
    summary,
    parameters: [objectParameter, ...parameters],
    responses: { 200: { description: 'As far as this actor may see.', ...json(schema(answer)) }, ...problems },
  },
})

type Said = { body: string; answer: string; status?: 200 | 202; isRead?: true }

const post = (operationId: string, summary: string, { body, answer, status = 200, isRead }: Said) => ({
  post: {
    operationId,
    summary,
    ...(isRead ? {} : { parameters: [repeatable] }),
    requestBody: { required: true, ...json(schema(body)) },
    responses: { [status]: { description: 'Done, or begun.', ...json(schema(answer)) }, ...problems },
  },
})

const decide = (name: string, summary: string) =>
  post(`${name}_duplicates`, summary, { body: 'pair_decision', answer: 'pair_decided' })

export const duplicatePaths = {
  '/api/v1/duplicates': get('list_duplicates', 'Pairs that may be one, the most at stake first.', 'pairs', [
    query('after', 'The page mark (next) of the last answer.', false),
    query('limit', 'Pairs on a page, at most 200.', false),
  ]),
  '/api/v1/duplicates/compare': get('compare_duplicates', 'Up to ten records side by side.', 'comparison', [
    query('ids', 'Their ids, with commas between.'),
  ]),
  '/api/v1/duplicates/explain': get('explain_duplicates', 'Why two records may be one.', 'evidence', [
    query('a', 'One record.'),
    query('b', 'The other.'),
  ]),
  '/api/v1/duplicates/merged': get('merged_into', 'The merges that a record is made of.', 'merges', [
    query('id', 'The record, by any id it ever had.'),
  ]),
  '/api/v1/duplicates/find': post('find_duplicates', 'Looks through all records of an object, in the background.', {
    body: 'find',
    answer: 'finding',
    status: 202,
  }),
  '/api/v1/duplicates/preview': post('preview_merge', 'What a merge would do: the very run, taken back.', {
    body: 'merge',
    answer: 'merged',
    isRead: true,
  }),
  '/api/v1/duplicates/merge': post('merge', 'Makes one record of several.', { body: 'merge', answer: 'merged' }),
  '/api/v1/duplicates/unmerge': post(
    'unmerge',
    'Takes a merge apart, at any age. What only a person can say comes as the problem answers_needed, with its questions.',
    { body: 'unmerge', answer: 'unmerged' },
  ),
  '/api/v1/duplicates/never': decide('never_merge', 'Decides that two records are never one.'),
  '/api/v1/duplicates/related': decide('relate', 'They belong together and are two.'),
  '/api/v1/duplicates/dismiss': decide('dismiss', 'Takes a pair out of the queue.'),
  '/api/v1/duplicates/reopen': decide('reopen', 'Takes the last decision of a pair back.'),
  '/api/v1/duplicates/settings': {
    get: {
      operationId: 'duplicate_settings',
      summary: 'From how many bits on records are merged without a person looking.',
      responses: { 200: { description: 'By object; null for never.', ...json(schema('match_settings')) }, ...problems },
    },
    ...post('set_duplicate_settings', 'Sets that, for one object. For administrators.', {
      body: 'match_setting',
      answer: 'match_settings',
    }),
  },
  '/api/v1/duplicates/weights': {
    ...get('match_weights', 'What weighs how much as evidence: as shipped, and as learned last.', 'match_weights', []),
    ...post('use_match_weights', 'Goes by the learned weights, or by the shipped ones. For administrators.', {
      body: 'match_weights_use',
      answer: 'match_weights',
    }),
  },
  '/api/v1/duplicates/learn': post(
    'learn_match_weights',
    'Learns the weights from the records of an object, in the background. They are not used until somebody says so.',
    { body: 'learn_weights', answer: 'learning', status: 202 },
  ),
}

const named = { type: 'object', properties: { id, title: { type: ['string', 'null'] } }, required: ['id', 'title'] }
const dependants = list({
  type: 'object',
  properties: { object: text, field: text, relation: { type: ['string', 'null'] }, count: { type: 'integer' } },
})

export const duplicateSchemas = {
  pairs: {
    type: 'object',
    properties: {
      data: list({
        type: 'object',
        properties: {
          a: named,
          b: named,
          bits,
          foundAt: { type: 'string', format: 'date-time' },
          valueAtStake: {
            type: ['integer', 'null'],
            description: 'A weight to order by, not an amount; null where the actor may not know.',
          },
        },
      }),
      next: { type: ['string', 'null'] },
    },
    required: ['data', 'next'],
  },
  comparison: {
    type: 'object',
    properties: {
      object: text,
      records: list({ type: 'object', properties: { id, dependants } }),
      fields: list({
        type: 'object',
        properties: {
          field: text,
          values: { type: 'array', description: 'In the order of the records.' },
          sources: { type: 'array' },
          isSame: { type: 'boolean' },
        },
      }),
    },
    required: ['object', 'records', 'fields'],
  },
  evidence: {
    type: 'object',
    description: 'The prior and all parts, bits and rarityBits, add up to bits exactly.',
    properties: {
      object: text,
      a: id,
      b: id,
      bits,
      prior: bits,
      because: { type: ['string', 'null'], description: 'Why the answer is not what the bits alone would say.' },
      parts: list({
        type: 'object',
        properties: {
          field: { type: ['string', 'null'], description: 'Null for what is not this actor’s to read.' },
          level: { type: ['string', 'null'] },
          bits,
          rarityBits: { ...bits, description: 'What the rarity of the value adds or takes.' },
          values: { type: ['array', 'null'], minItems: 2, maxItems: 2 },
        },
      }),
    },
    required: ['bits', 'prior', 'parts'],
  },
  merges: {
    type: 'object',
    properties: {
      id: { ...id, description: 'Where the id that was asked for leads today.' },
      data: list({
        type: 'object',
        properties: {
          act: id,
          at: { type: 'string', format: 'date-time' },
          actor: { type: 'object', properties: { kind: text, id: text } },
          because: { type: ['string', 'null'] },
          records: list(named),
        },
      }),
    },
    required: ['id', 'data'],
  },
  merge: {
    type: 'object',
    properties: {
      object: text,
      ids: { ...list(id), minItems: 1, maxItems: 100 },
      into: { ...id, description: 'The record whose id stays; the oldest where it is left out.' },
      choices: {
        type: 'object',
        description: 'Fields settled by hand: the value of a record, of a source, or a new one.',
        additionalProperties: {
          oneOf: [
            { type: 'object', properties: { from: id }, required: ['from'] },
            { type: 'object', properties: { source: { type: 'object' } }, required: ['source'] },
            { type: 'object', properties: { value: {} }, required: ['value'] },
          ],
        },
      },
      because: { ...text, description: 'Why; kept in the history. A preview needs none.' },
    },
    required: ['object', 'ids'],
  },
  merged: {
    type: 'object',
    properties: {
      act: { ...id, description: 'What unmerge takes; of a preview it names nothing.' },
      object: text,
      id,
      merged: list(id),
      version: { type: 'integer' },
      fields: list({
        type: 'object',
        properties: { field: text, value: {}, rule: text, from: { type: ['object', 'null'] } },
      }),
      dependants,
      held: { ...list(text), description: 'Choices that a more authoritative source outweighs.' },
    },
    required: ['act', 'object', 'id', 'merged', 'fields'],
  },
  unmerge: {
    type: 'object',
    description: 'By the act of the merge, or by object and old ids.',
    properties: {
      act: id,
      object: text,
      ids: list(id),
      answers: { oneOf: [{ const: 'stay' }, { type: 'object', additionalProperties: id }] },
      because: text,
    },
  },
  unmerged: {
    type: 'object',
    properties: { act: id, object: text, id, restored: list(id), questions: { type: 'array' } },
    required: ['act', 'object', 'id', 'restored'],
  },
  pair_decision: {
    type: 'object',
    properties: { object: text, a: id, b: id, because: text },
    required: ['object', 'a', 'b', 'because'],
  },
  pair_decided: { type: 'object', properties: { act: id, a: id, b: id, as: text } },
  find: {
    type: 'object',
    properties: {
      object: { type: 'string', enum: ['account', 'contact'] },
      mergeFrom: {
        type: ['number', 'null'],
        description: 'For this run, in place of the setting. For administrators.',
      },
    },
    required: ['object'],
  },
  finding: { type: 'object', properties: { object: text, queue: text }, required: ['object', 'queue'] },
  match_setting: {
    type: 'object',
    properties: { object: text, mergeFrom: { type: ['number', 'null'] } },
    required: ['object', 'mergeFrom'],
  },
  match_weights_use: {
    type: 'object',
    properties: { object: { enum: ['account', 'contact'] }, use: { enum: ['shipped', 'learned'] } },
    required: ['object', 'use'],
  },
  learn_weights: { type: 'object', properties: { object: { enum: ['account', 'contact'] } }, required: ['object'] },
  learning: { type: 'object', properties: { object: text, weights: text }, required: ['object', 'weights'] },
  match_weights: {
    type: 'object',
    properties: {
      object: text,
      use: { enum: ['shipped', 'learned'] },
      lesson: {
        type: ['object', 'null'],
        properties: {
          learnedAt: { type: 'string', format: 'date-time' },
          by: text,
          records: { type: 'integer' },
          refusedBecause: {
            type: ['string', 'null'],
            description: 'Why what was learned is not to be relied on; null where it may be used.',
          },
        },
      },
      fields: list({
        type: 'object',
        properties: {
          field: text,
          levels: list({
            type: 'object',
            properties: { level: text, shipped: bits, learned: { type: ['number', 'null'] } },
          }),
        },
      }),
    },
    required: ['object', 'use', 'lesson', 'fields'],
  },
  match_settings: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { mergeFrom: { type: ['number', 'null'] }, least: { type: 'number' } },
    },
  },
}
