import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Access, Actor } from '../../access/index.ts'
import { readableField } from '../../access/index.ts'
import { exportAnswer, exportFormats, type Row } from '../../exports/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { type Answer, parseQuestion, type Question } from '../../records/index.ts'
import { columnsOf } from '../answer-columns.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { titlePath } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'

const formats = ['table', ...exportFormats] as const

export const command: Command = {
  usage: [
    'ask QUESTION [--format table|csv|xlsx|json|jsonl|parquet] [--all] [--out FILE] [--headers names|labels] [--as EMAIL]',
  ],
  describe:
    'Asks a question and prints the answer, or writes it to a file. The question is a sentence, or the same as JSON; "-" reads it from standard input. A file has every row; it needs the right to export. CSV and XLSX have money as an amount in major units and a currency, are safe to open in a spreadsheet, and can be imported again as they are.',
  options: {
    format: {
      value: 'FORMAT',
      describe:
        'table (where nothing is said), csv, xlsx, json, jsonl or parquet; for a file, what its name ends with.',
    },
    all: { describe: 'Every page, not only the first.' },
    out: { value: 'FILE', describe: 'Write every row to this file.' },
    headers: {
      value: 'names|labels',
      describe: 'What columns of a file are called: as fields are named, or in words.',
    },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, who sees what their role may see.' },
  },
  words: { least: 1, most: 1 },
  examples: [
    'holdfast ask "account where arr >= 100000 USD select name, arr, owner.name order by arr desc limit 20"',
    'holdfast ask "account group by tier measure count(*) as accounts, sum(arr) as arr"',
    'holdfast ask "contact select name, email" --all --format csv > contacts.csv',
    'holdfast ask "account where arr >= 100000 USD" --out accounts.xlsx --headers labels',
  ],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const file = call.option('out')
      const format = formatOf(call, file)
      const question = await questionOf(call)
      if (file !== undefined || (format !== 'table' && format !== 'json'))
        await writeFile({ call, holdfast, actor, question, file, format })
      else {
        const access = await holdfast.records.book.of(actor)
        const shown =
          format === 'table' && !question.select ? { ...question, ...overviewOf(access, question) } : question
        await printers[format](
          call,
          access,
          shown,
          pagesOf({ holdfast, actor, question: shown, isAll: call.has('all') }),
        )
      }
      return 0
    }),
}

function formatOf(call: Call, file: string | undefined): (typeof formats)[number] {
  const given = call.option('format')
  if (given !== undefined) return oneOf('format', given, formats)
  if (file !== undefined) return oneOf('format', extname(file).slice(1), exportFormats)
  return call.out.isJson ? 'json' : 'table'
}

type Writing = {
  call: Call
  holdfast: Holdfast
  actor: Actor
  question: Question
  file: string | undefined
  format: (typeof formats)[number]
}

/** Every row to a file; on standard output the first page, or with --all every row. */
async function writeFile({ call, holdfast, actor, question, file, format }: Writing): Promise<void> {
  if (format === 'table') throw new UsageError('A table is for people: give the file another --format.')
  if (file === undefined && (format === 'xlsx' || format === 'parquet'))
    throw new UsageError(`${format} is nothing to look at: say where to write it with --out FILE.`)
  const { limit = firstPage, ...whole } = question
  const { chunks } = await exportAnswer(holdfast, actor, {
    question: call.has('all') ? whole : file === undefined ? { ...whole, limit } : question,
    format,
    headers: oneOf('headers', call.option('headers') ?? 'names', ['names', 'labels']),
    isFile: file !== undefined,
  })
  if (file === undefined) for await (const chunk of chunks) await call.out.write(String(chunk))
  else {
    await pipeline(chunks, createWriteStream(file))
    await call.out.answer({ file, format }, () => `Written: ${file}`)
  }
}

const firstPage = 50

async function questionOf(call: Call): Promise<Question> {
  const [word = ''] = call.words
  const text = word === '-' ? (await call.readInput()).trim() : word
  if (!text.startsWith('{')) return parseQuestion(text)
  try {
    return JSON.parse(text) // its shape is read by the door
  } catch (error) {
    throw new UsageError(`The question begins like JSON and isn't: ${error instanceof Error ? error.message : error}.`)
  }
}

const mostColumns = 7

/** For a terminal: the title, then what is asked of every record, as many as a screen holds. */
function overviewOf(access: Access, { from, group, measure }: Question): Partial<Question> {
  const object = access.manifest.objects.get(from)
  if (!object || group || measure) return {}
  const fields = [object.title, ...[...object.fields.values()].flatMap((field) => (field.required ? field.name : []))]
  const paths = [...new Set(fields)].flatMap((name) => {
    const field = readableField(access, from, name, 'list')
    return field ? (titlePath(access, field) ?? name) : []
  })
  return paths.length > 0 ? { select: paths.slice(0, mostColumns) } : {}
}

async function* pagesOf(o: {
  holdfast: Holdfast
  actor: Actor
  question: Question
  isAll: boolean
}): AsyncGenerator<Answer> {
  const size = o.isAll && o.question.limit === undefined ? { limit: 1_000 } : {}
  let after: string | null = null
  do {
    const question: Question = { ...o.question, ...size, ...(after ? { after } : {}) }
    const answer: Answer = await o.holdfast.records.ask(o.actor, question)
    yield answer
    after = o.isAll ? answer.next : null
  } while (after !== null)
}

type Print = (call: Call, access: Access, question: Question, answers: AsyncGenerator<Answer>) => Promise<void>

const printers: Readonly<Record<'table' | 'json', Print>> = {
  /** Page by page: the database made the JSON, and it is passed on as it is. */
  async json({ out }, _access, _question, answers) {
    let before = '{"data":['
    let next: string | null = null
    let isHeldBack = false
    for await (const answer of answers) {
      const rows = answer.data.slice(1, -1)
      await out.write(before + rows)
      before = rows === '' ? '' : ','
      next = answer.next
      isHeldBack ||= answer.isHeldBack
    }
    await out.write(`],"next":${JSON.stringify(next)},"isHeldBack":${isHeldBack}}\n`)
  },

  async table({ out }, access, question, answers) {
    const rows: Row[] = []
    let last: Answer | null = null
    for await (const answer of answers) {
      rows.push(...JSON.parse(answer.data))
      last = answer
    }
    const columns = columnsOf(access, question, rows)
    const titles = columns.map(({ name, isNumber }) => ({ title: name, isRight: isNumber }))
    const cells = rows.map((row) => columns.map((each) => each.words(row)))
    if (rows.length > 0) await out.write(`${table(out, titles, cells)}\n`)
    const held = last?.isHeldBack ? ' Groups too small to be shown are left out.' : ''
    const more = last?.next ? ' There are more: add --all, or raise "limit".' : ''
    out.note(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}.${more}${held}`)
  },
}
