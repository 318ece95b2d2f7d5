import type { Access, Actor } from '../../access/index.ts'
import { readableField } from '../../access/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { type Answer, parseQuestion, type Question } from '../../records/index.ts'
import { type AnswerColumn, columnsOf, type Row } from '../answer-columns.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { csvLine } from '../csv.ts'
import { titlePath } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'

const formats = ['table', 'csv', 'json'] as const

export const command: Command = {
  usage: ['ask QUESTION [--format table|csv|json] [--all] [--as EMAIL]'],
  describe:
    'Asks a question and prints the answer. The question is a sentence, or the same as JSON; "-" reads it from standard input. CSV has money as an amount in major units and a currency, and is safe to open in a spreadsheet.',
  options: {
    format: { value: 'FORMAT', describe: 'table (where nothing is said), csv or json.' },
    all: { describe: 'Every page, not only the first.' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, who sees what their role may see.' },
  },
  words: { least: 1, most: 1 },
  examples: [
    'holdfast ask "account where arr >= 100000 USD select name, arr, owner.name order by arr desc limit 20"',
    'holdfast ask "account group by tier measure count(*) as accounts, sum(arr) as arr"',
    'holdfast ask "contact select name, email" --all --format csv > contacts.csv',
  ],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const format = call.out.isJson ? 'json' : oneOf('format', call.option('format') ?? 'table', formats)
      const access = await holdfast.records.book.of(actor)
      const given = await questionOf(call)
      const question = format === 'table' && !given.select ? { ...given, ...overviewOf(access, given) } : given
      const answers = pagesOf({ holdfast, actor, question, isAll: call.has('all') })
      await printers[format](call, access, question, answers)
      return 0
    }),
}

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

const printers: Readonly<Record<(typeof formats)[number], Print>> = {
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

  async csv({ out }, access, question, answers) {
    let columns: readonly AnswerColumn[] | null = null
    for await (const { data } of answers) {
      const rows: Row[] = JSON.parse(data)
      const known: readonly AnswerColumn[] = columns ?? columnsOf(access, question, rows)
      const head = columns ? '' : csvLine(known.flatMap((each) => each.csvTitles))
      columns = known
      await out.write(head + rows.map((row) => csvLine(known.flatMap((each) => each.csv(row)))).join(''))
    }
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
