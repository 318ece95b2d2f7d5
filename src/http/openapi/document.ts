// The API as OpenAPI 3.1, read off the manifest and cut to what one actor may read and write: it tells nobody of a field they lack.
import { fieldType, type ManifestField, type ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor, mayWrite, readableField } from '../../access/index.ts'
import { capturePaths, captureSchemas } from './capture.ts'
import { collaborationPaths, collaborationSchemas } from './collaboration.ts'
import { duplicatePaths, duplicateSchemas } from './duplicates.ts'
import { exportPaths } from './exports.ts'
import { fixedPaths, fixedSchemas, idHeaders, listParameters, problems } from './fixed.ts'
import { handoffPaths, handoffSchemas } from './handoffs.ts'
import { importPaths, importSchemas } from './imports.ts'
import { onboardingPaths, onboardingSchemas } from './onboardings.ts'
import { welcomePaths } from './welcome.ts'

type Json = Record<string, unknown>

export function openApi(access: Access): Json {
  const objects = [...access.manifest.objects.values()].filter((object) => may(access, object, 'list'))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Holdfast',
      version: '1',
      description: 'Customer records after the sale, as far as this actor may see them.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths: Object.assign(
      {},
      fixedPaths,
      welcomePaths,
      duplicatePaths,
      collaborationPaths,
      handoffPaths,
      capturePaths,
      importPaths,
      onboardingPaths,
      exportPaths,
      ...objects.map((object) => pathsOf(access, object)),
    ),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key: hf_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'holdfast' },
      },
      schemas: Object.assign(
        {},
        fixedSchemas,
        duplicateSchemas,
        collaborationSchemas,
        handoffSchemas,
        captureSchemas,
        importSchemas,
        onboardingSchemas,
        ...objects.map((object) => schemasOf(access, object)),
      ),
    },
  }
}

const may = (access: Access, object: ManifestObject, verb: 'list' | 'create' | 'update' | 'delete'): boolean =>
  grantsFor(access, object.name, verb).length > 0

function schemasOf(access: Access, object: ManifestObject): Json {
  const fields = [...object.fields.values()]
  const readable = fields.filter((field) => readableField(access, object.name, field.name, 'list'))
  const writable = fields.filter(
    (field) =>
      !field.serverOwned && (['create', 'update'] as const).some((verb) => mayWrite(access, object.name, verb, field)),
  )
  const own = {
    id: { type: 'string', format: 'uuid' },
    version: { type: 'integer' },
    created_at: { type: 'string', format: 'date-time' },
    updated_at: { type: 'string', format: 'date-time' },
  }
  return {
    [object.name]: {
      type: 'object',
      description: object.describe.en,
      properties: { ...own, ...Object.fromEntries(readable.map((field) => [field.name, nullable(schemaOf(field))])) },
      required: ['id'],
    },
    ...(object.kind === 'records' && writable.length > 0
      ? {
          [`${object.name}_values`]: {
            type: 'object',
            properties: Object.fromEntries(writable.map((field) => [field.name, nullable(schemaOf(field))])),
            additionalProperties: false,
          },
        }
      : {}),
  }
}

function schemaOf(field: ManifestField): Json {
  const context = {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  }
  return { ...fieldType(field).schema(context), title: field.label.en, description: field.describe.en }
}

/** Every field may be empty, required ones of old records too. */
const nullable = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] })

function pathsOf(access: Access, object: ManifestObject): Json {
  const { name, plural } = object
  const record = { $ref: `#/components/schemas/${name}` }
  const list = {
    get: {
      operationId: `list_${plural}`,
      summary: object.labelPlural.en,
      parameters: listParameters,
      responses: {
        200: jsonAnswer('A page.', {
          type: 'object',
          properties: { data: { type: 'array', items: record }, next: { type: ['string', 'null'] } },
          required: ['data', 'next'],
        }),
        ...problems,
      },
    },
  }
  if (object.kind === 'facts') return { [`/api/v1/${plural}`]: list }
  const hasValues = `${name}_values` in schemasOf(access, object)
  const body = {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}_values` } } },
  }
  const changed = jsonAnswer('Done.', { $ref: '#/components/schemas/changed' })
  const write = (operation: string, verb: 'create' | 'update' | 'delete', more: Json = {}) =>
    may(access, object, verb)
      ? {
          operationId: `${operation}_${name}`,
          parameters: idHeaders,
          responses: { 200: changed, ...problems },
          ...more,
        }
      : undefined
  return {
    [`/api/v1/${plural}`]: present({
      ...list,
      post: hasValues
        ? write('create', 'create', { requestBody: body, responses: { 201: changed, ...problems } })
        : undefined,
    }),
    [`/api/v1/${plural}/{id}`]: present({
      parameters: idParameter,
      get: {
        operationId: `get_${name}`,
        parameters: listParameters.filter((each) => each.name === 'select' || each.name === 'as_of'),
        responses: { 200: jsonAnswer(object.label.en, record), ...problems },
      },
      patch: hasValues ? write('change', 'update', { requestBody: body }) : undefined,
      delete: write('delete', 'delete'),
    }),
    ...(may(access, object, 'delete')
      ? { [`/api/v1/${plural}/{id}/restore`]: { parameters: idParameter, post: write('restore', 'delete') } }
      : {}),
    ...(may(access, object, 'create') && may(access, object, 'update')
      ? {
          [`/api/v1/${plural}/bulk`]: {
            post: {
              operationId: `bulk_${plural}`,
              parameters: idHeaders,
              requestBody: {
                required: true,
                content: { 'application/json': { schema: { $ref: '#/components/schemas/bulk' } } },
              },
              responses: {
                200: jsonAnswer('An outcome for each change, in their order.', {
                  $ref: '#/components/schemas/outcomes',
                }),
                ...problems,
              },
            },
          },
        }
      : {}),
    [`/api/v1/${plural}/{id}/history`]: {
      parameters: idParameter,
      get: {
        operationId: `history_of_${name}`,
        responses: {
          200: jsonAnswer('What happened, newest first.', { $ref: '#/components/schemas/history' }),
          ...problems,
        },
      },
    },
    [`/api/v1/${plural}/{id}/history/{field}`]: {
      parameters: [...idParameter, fieldParameter],
      get: {
        operationId: `history_of_${name}_field`,
        responses: {
          200: jsonAnswer('What the field was, newest first.', { $ref: '#/components/schemas/history' }),
          ...problems,
        },
      },
    },
    ...(may(access, object, 'update')
      ? {
          [`/api/v1/${plural}/{id}/history/{field}/restore`]: {
            parameters: [...idParameter, fieldParameter],
            post: write('restore_field_of', 'update', {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: { $ref: '#/components/schemas/restore_value' } } },
              },
            }),
          },
        }
      : {}),
    [`/api/v1/${plural}/{id}/sources`]: {
      parameters: idParameter,
      get: {
        operationId: `sources_of_${name}`,
        responses: {
          200: jsonAnswer('Where each value came from.', { $ref: '#/components/schemas/sources' }),
          ...problems,
        },
      },
    },
  }
}

const fieldParameter = { name: 'field', in: 'path', required: true, schema: { type: 'string' } }

const idParameter = [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]

const jsonAnswer = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } },
})

const present = (operations: Json): Json =>
  Object.fromEntries(Object.entries(operations).filter(([, each]) => each !== undefined))
