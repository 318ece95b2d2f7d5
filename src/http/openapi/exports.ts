// Files of answers, for programs.
import { exportFormats } from '../../exports/index.ts'
import { listParameters, problems } from './fixed.ts'

const text = { type: 'string' }
const headers = {
  type: 'string',
  enum: ['names', 'labels'],
  default: 'names',
  description: 'Names of fields, which can be read back exactly, or labels in the reader’s language.',
}
const file = {
  200: {
    description:
      'The file, as an attachment. Money is an amount and its currency; texts that look like formulas are made harmless, which an import takes back.',
    content: {
      'text/csv': { schema: text },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: text },
      'application/json': { schema: { type: 'object' } },
      'application/x-ndjson': { schema: text },
      'application/vnd.apache.parquet': { schema: text },
    },
  },
  ...problems,
}

export const exportPaths = {
  '/api/v1/exports': {
    post: {
      operationId: 'export',
      summary: 'Any answer as a file, sent while it is written. The limit is of rows in all.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                text: { ...text, description: 'The question as a sentence, or:' },
                question: { type: 'object' },
                format: { type: 'string', enum: [...exportFormats] },
                headers,
                language: { type: 'string', enum: ['en', 'es', 'pt', 'ms'] },
              },
              required: ['format'],
              additionalProperties: false,
            },
          },
        },
      },
      responses: file,
    },
  },
  '/api/v1/exports/{file}': {
    parameters: [
      {
        name: 'file',
        in: 'path',
        required: true,
        schema: { type: 'string', pattern: `^[a-z_]+\\.(${exportFormats.join('|')})$` },
      },
    ],
    get: {
      operationId: 'export_file',
      summary: 'A list as a file, by its address: accounts.csv, contacts.xlsx …',
      parameters: [...listParameters, { name: 'headers', in: 'query', schema: headers }],
      responses: file,
    },
  },
}
