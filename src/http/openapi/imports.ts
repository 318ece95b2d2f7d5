// Imports, for programs: how files are sent, mapped, previewed, run and taken back.
import { idHeaders, problems } from './fixed.ts'

const text = { type: 'string' }
const id = { type: 'string', format: 'uuid' }
const count = { type: 'integer', minimum: 0 }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const list = (items: object) => ({ type: 'array', items })
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (given: object) => ({ content: { 'application/json': { schema: given } } })
const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', properties, required })
const query = (name: string, description: string, of: object = text) => ({ name, in: 'query', description, schema: of })
const repeatable: object = idHeaders[0] ?? {}
const day = { type: 'string', format: 'date' }
const everyDays = { type: 'integer', minimum: 1, maximum: 366 }
const importSettings = object({ currency: text, questions: { type: 'string', enum: ['ask', 'create'] } })
const at = '/api/v1/imports'
const ofImport = [{ name: 'id', in: 'path', required: true, schema: id }]
const ofFile = [...ofImport, { name: 'file', in: 'path', required: true, schema: id }]

type Said = {
  answer: string | null
  body?: object
  status?: number
  parameters?: readonly object[]
  description?: string
}

const operation = (
  operationId: string,
  summary: string,
  { answer, body, status = 200, parameters, description }: Said,
) => ({
  operationId,
  summary,
  ...(description ? { description } : {}),
  ...(parameters ? { parameters } : {}),
  ...(body ? { requestBody: { required: true, ...body } } : {}),
  responses: { [status]: { description: 'Done, or begun.', ...(answer ? json(schema(answer)) : {}) }, ...problems },
})

const step = (name: string, summary: string, body?: object) => ({
  parameters: ofImport,
  post: operation(`${name}_import`, summary, { answer: 'import', status: 202, ...(body ? { body: json(body) } : {}) }),
})

const outcomes = ['created', 'matched', 'updated', 'unchanged', 'rejected', 'skipped', 'repeated', 'question']
const sheets = { ...list(text), minItems: 1, maxItems: 50 }
const resultsQuery = [
  query('outcome', 'Only rows that came out so.', { type: 'string', enum: outcomes }),
  query('file', 'Only rows of the file of this name.'),
  query('after', 'The page mark (next) of the last answer.'),
  query('limit', 'Rows on a page, at most 1,000.', { type: 'integer', minimum: 1, maximum: 1_000 }),
]

export const importPaths = {
  [at]: {
    get: operation('list_imports', 'Own imports, the newest first; all of them for who administers imports.', {
      answer: 'imports',
      parameters: [query('after', 'The page mark (next) of the last answer.'), query('limit', 'At most 200.')],
    }),
    post: operation('open_import', 'Begins an import.', {
      answer: 'import',
      status: 201,
      parameters: [repeatable],
      body: json(schema('import_order')),
    }),
  },
  [`${at}/pasted`]: {
    post: operation('paste_import', 'An import of a table that was pasted, at most 16 MB of text.', {
      answer: 'import',
      status: 201,
      parameters: [repeatable],
      body: json(object({ text, name: text }, ['text'])),
    }),
  },
  [`${at}/targets`]: {
    get: operation('import_targets', 'Objects and fields that columns may be mapped to.', { answer: 'import_targets' }),
  },
  [`${at}/templates`]: {
    get: operation('import_templates', 'Mappings that were kept.', { answer: 'import_templates' }),
  },
  [`${at}/templates/{id}`]: {
    parameters: ofImport,
    delete: operation('drop_import_template', 'Forgets a mapping.', { answer: null, status: 204 }),
  },
  [`${at}/recurring`]: {
    get: operation('recurring_imports', 'Files that come every so often, when each is due, and whether it is late.', {
      answer: 'recurring_imports',
    }),
    post: operation('add_recurring_import', 'Files that will come every so many days.', {
      answer: 'recurring_import',
      status: 201,
      parameters: [repeatable],
      body: json(schema('recurring_import_order')),
    }),
  },
  [`${at}/recurring/{id}`]: {
    parameters: ofImport,
    patch: operation('change_recurring_import', 'What is given of it.', {
      answer: 'recurring_import',
      body: json(schema('recurring_import_order')),
    }),
    delete: operation('remove_recurring_import', 'It is expected no more. Its imports stay.', {
      answer: null,
      status: 204,
    }),
  },
  [`${at}/{id}`]: {
    parameters: ofImport,
    get: operation('get_import', 'What an import is, and how far it is.', { answer: 'import' }),
    patch: operation('change_import', 'Its name and settings.', {
      answer: 'import',
      body: json(schema('import_order')),
    }),
    delete: operation('remove_import', 'Takes away an import that wrote nothing, with its files.', {
      answer: null,
      status: 204,
    }),
  },
  [`${at}/{id}/files`]: {
    parameters: ofImport,
    post: operation('add_import_file', 'Announces a file.', {
      answer: 'import',
      status: 201,
      body: json(
        object(
          {
            ...{ name: text, size: count, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
            sheets: {
              ...sheets,
              description:
                'Of a workbook, the sheets to be taken. Where it is left out: all that look like tables whose columns mean something.',
            },
          },
          ['name', 'size'],
        ),
      ),
    }),
  },
  [`${at}/{id}/files/{file}`]: {
    parameters: ofFile,
    delete: operation('remove_import_file', 'Takes a file out.', { answer: 'import' }),
  },
  [`${at}/{id}/files/{file}/content`]: {
    parameters: ofFile,
    put: operation(
      'send_import_file',
      'A part of the file, from offset on. With the last part it is recognised and its mapping guessed.',
      {
        answer: 'import',
        description:
          'Parts of some megabytes, one after the other. Where the connection broke, offset_differs says how much is here: go on from there.',
        parameters: [query('offset', 'Where this part begins.', { type: 'integer', minimum: 0, default: 0 })],
        body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      },
    ),
  },
  [`${at}/{id}/files/{file}/recognise`]: {
    parameters: ofFile,
    post: operation('recognise_import_file', 'Reads the file in another way than was guessed.', {
      answer: 'import',
      body: json(schema('import_reading')),
    }),
  },
  [`${at}/{id}/files/{file}/sheets`]: {
    parameters: ofFile,
    put: operation('take_import_sheets', 'Which sheets of a workbook are taken, each as a file of its own.', {
      answer: 'import',
      description:
        'Those that are already stay as they are, with their mappings; those that are not named go. A sheet has the name of its workbook, a slash and its own; the one that is read where none is named has the workbook’s name alone.',
      body: json(object({ sheets }, ['sheets'])),
    }),
  },
  [`${at}/{id}/files/{file}/rows`]: {
    parameters: ofFile,
    get: operation('import_file_rows', 'The first fifty rows as they stand in the file.', {
      answer: 'import_file_rows',
    }),
  },
  [`${at}/{id}/files/{file}/profile`]: {
    parameters: ofFile,
    get: operation('import_file_profile', 'What is in each column; null until the step profile was done.', {
      answer: 'import_profile',
    }),
  },
  [`${at}/{id}/files/{file}/compare`]: {
    parameters: ofFile,
    get: operation('compare_import_file', 'Up to ten customers that are in the file and here, side by side.', {
      answer: 'import_comparison',
    }),
  },
  [`${at}/{id}/files/{file}/mapping`]: {
    parameters: ofFile,
    put: operation('map_import_file', 'What its columns mean; with template, kept under that name.', {
      answer: 'import',
      body: json(object({ mapping: schema('import_mapping'), template: text }, ['mapping'])),
    }),
    delete: operation('guess_import_mapping', 'Guesses anew what its columns mean.', { answer: 'import' }),
  },
  [`${at}/{id}/files/{file}/rejected.csv`]: {
    parameters: ofFile,
    get: {
      operationId: 'rejected_import_rows',
      summary: 'The rows that were refused, as they came, with why; mended, they can be sent again.',
      responses: { 200: { description: 'A CSV file.', content: { 'text/csv': { schema: text } } }, ...problems },
    },
  },
  [`${at}/{id}/profile`]: step('profile', 'Looks through the files.'),
  [`${at}/{id}/preview`]: {
    ...step(
      'preview',
      'Does all of it and takes it back.',
      object({ first: { ...count, description: 'Rows to look at; all where it is left out.' } }),
    ),
    get: operation('import_preview', 'What the run would make of each row, every cell old and new.', {
      answer: 'import_rows',
      parameters: resultsQuery,
    }),
  },
  [`${at}/{id}/answers`]: {
    parameters: ofImport,
    post: operation('answer_import', 'Which records rows mean that are questions.', {
      answer: 'import',
      body: json(
        object(
          {
            answers: {
              type: 'object',
              additionalProperties: text,
              description:
                '`file:row:record` → the `id` of a candidate, or its `as` where only a preview made it; `new`, or `skip`.',
            },
          },
          ['answers'],
        ),
      ),
    }),
  },
  [`${at}/{id}/run`]: step('run', 'Takes it in.'),
  [`${at}/{id}/cancel`]: step(
    'cancel',
    'Ends what is being done after the batch under way. What was taken in stays until it is undone.',
  ),
  [`${at}/{id}/rows`]: {
    parameters: ofImport,
    get: operation('import_rows', 'What the run made of each row.', {
      answer: 'import_rows',
      parameters: resultsQuery,
    }),
  },
  [`${at}/{id}/undo`]: step('undo', 'Takes the whole import back, at any age. What was said since stays.'),
}

const counts = object(Object.fromEntries(['rows', ...outcomes].map((name) => [name, count])))
const trouble = orNull(object({ code: text, message: text, row: count }, ['code', 'message']))
const mapping = object(
  {
    system: text,
    isByHand: {
      type: 'boolean',
      description: 'A value that can’t be read refuses its row; otherwise it is set aside.',
    },
    records: {
      description:
        'What a row speaks of, the first being what it is. Those that columns name and that are missing are added, tied to the others.',
      ...list(
        object(
          {
            name: text,
            object: text,
            match: {
              description: '`rules`, or keys in order: email, domain, name, phone, external_id, or any field.',
              oneOf: [{ const: 'rules' }, list(text)],
            },
            links: { type: 'object', additionalProperties: text },
            fixed: { type: 'object' },
            isMentioned: { type: 'boolean' },
          },
          ['name', 'object'],
        ),
      ),
    },
    columns: list(
      object(
        {
          index: count,
          header: text,
          to: orNull(object({ record: text, field: text }, ['record', 'field'])),
          confidence: { type: 'number', minimum: 0, maximum: 1 },
          because: { type: 'string', enum: ['header', 'values', 'template', 'person', 'nothing'] },
          dateOrder: orNull({ type: 'string', enum: ['dmy', 'mdy', 'ymd'] }),
          decimalMark: orNull({ type: 'string', enum: [',', '.'] }),
          currency: orNull(text),
          isOpposite: { type: 'boolean' },
          words: {
            type: 'object',
            additionalProperties: orNull(text),
            description: 'Word of the file → the term it means; null leaves it out.',
          },
          refer: { type: 'string', enum: ['external_id', 'id', 'name', 'domain', 'email'] },
        },
        ['index', 'header', 'to'],
      ),
    ),
  },
  ['columns'],
)

export const importSchemas = {
  import_order: object({
    name: text,
    settings: importSettings,
    recurring: { ...id, description: 'The recurring import that it is one of, when it is begun.' },
  }),
  recurring_import_order: object({
    name: text,
    everyDays,
    beginsOn: { ...day, description: 'When the first file is due; after everyDays days where it is left out.' },
    folder: {
      ...orNull({ type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
      description: 'A folder of the server, by which files come in by themselves; null where they are only uploaded.',
    },
    owner: { ...id, description: 'The member who is reminded; others than oneself only for who administers imports.' },
    settings: importSettings,
    mail: {
      ...orNull(
        object({
          senders: {
            ...list(text),
            maxItems: 50,
            description: 'Addresses and domains; whoever knows the address where there are none.',
          },
          address: { const: 'new', description: 'Another address; the one before refuses from then on.' },
        }),
      ),
      description: 'An address that its file is mailed to; null where it has none.',
    },
  }),
  recurring_import: object(
    {
      id,
      name: text,
      owner: object({ id, name: orNull(text) }),
      isOwn: { type: 'boolean' },
      everyDays,
      beginsOn: day,
      folder: { ...orNull(text), description: 'Under the installation’s data folder.' },
      mail: orNull(
        object({
          address: { ...orNull(text), description: 'Null where the installation receives no mail.' },
          senders: list(text),
        }),
      ),
      settings: importSettings,
      last: orNull(object({ id, name: text, finishedAt: text })),
      dueOn: day,
      state: { type: 'string', enum: ['on_time', 'due', 'late'] },
      daysLate: count,
    },
    ['id', 'name', 'owner', 'everyDays', 'dueOn', 'state', 'daysLate'],
  ),
  recurring_imports: object(
    {
      data: list(schema('recurring_import')),
      receivesMail: { type: 'boolean', description: 'Whether files may be mailed to this installation.' },
    },
    ['data', 'receivesMail'],
  ),
  import_reading: object({
    sheet: text,
    delimiter: { type: 'string', enum: [',', ';', '\t', '|'] },
    encoding: { type: 'string', enum: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] },
    headerRow: count,
  }),
  import_mapping: mapping,
  import: object(
    {
      id,
      name: text,
      state: {
        type: 'string',
        enum: ['uploading', 'uploaded', 'mapped', 'previewed', 'running', 'done', 'cancelled', 'failed', 'undone'],
      },
      owner: object({ kind: text, id: text }),
      recurring: { ...orNull(id), description: 'The recurring import that it is one of.' },
      isOwn: { type: 'boolean' },
      step: orNull(
        object({ step: text, rows: count, of: orNull(count), perSecond: orNull(count), since: orNull(text) }),
      ),
      files: list(
        object({
          id,
          name: text,
          size: count,
          received: count,
          digest: orNull(text),
          state: { type: 'string', enum: ['uploading', 'ready', 'unreadable', 'removed'] },
          failure: trouble,
          removedAt: orNull(text),
          sheets: {
            ...list(object({ name: text, file: orNull(id), why: trouble }, ['name', 'file', 'why'])),
            description:
              'All sheets of its workbook, where there are several: the file that each is taken as, or why it was left out unasked.',
          },
          recognised: orNull({ type: 'object' }),
          mapping: orNull(schema('import_mapping')),
          mappedBy: orNull({ type: 'string', enum: ['guess', 'template', 'person'] }),
          reading: schema('import_reading'),
        }),
      ),
      preview: orNull(
        object({ counts, questions: count, first: orNull(count), at: text, isStale: { type: 'boolean' } }),
      ),
      counts: orNull(counts),
      seenIn: list(object({ id, name: text, finishedAt: orNull(text) })),
      failure: trouble,
      settings: { type: 'object' },
      createdAt: orNull(text),
      startedAt: orNull(text),
      finishedAt: orNull(text),
    },
    ['id', 'state', 'files'],
  ),
  imports: object({ data: list(schema('import')), next: orNull(text) }, ['data', 'next']),
  import_targets: object({ data: list({ type: 'object' }) }, ['data']),
  import_templates: object({ data: list({ type: 'object' }) }, ['data']),
  import_file_rows: object({ headers: list(text), rows: list({ type: 'object' }) }, ['headers', 'rows']),
  import_profile: object({ data: orNull({ type: 'object' }) }, ['data']),
  import_comparison: { type: 'object' },
  import_rows: object(
    {
      data: list(
        object(
          {
            file: text,
            row: count,
            outcome: { type: 'string', enum: outcomes },
            skip: text,
            faults: list({ type: 'object' }),
            records: list({ type: 'object' }),
            says: {
              ...list(
                object({ record: text, object: text, values: { type: 'object', additionalProperties: text } }, [
                  ...['record', 'object', 'values'],
                ]),
              ),
              description:
                'Of a question: whom and what the row itself speaks of. Each of its candidates has a text of each of these fields too, as far as it may be read (`says`).',
            },
          },
          ['file', 'row', 'outcome'],
        ),
      ),
      next: orNull(text),
    },
    ['data', 'next'],
  ),
}
