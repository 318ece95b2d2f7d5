import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import { readableField } from '../../access/index.ts'
import { exportAnswer, exportFormats, type Row } from '../../exports/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { told } from '../../platform/index.ts'
import { type Answer, parseQuestion, type Question } from '../../records/index.ts'
import { columnsOf } from '../answer-columns.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { titlePath } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'
import { asReader } from '../options.ts'
import { table } from '../table.ts'
import { says } from '../words/asking.ts'

const formats = ['table', ...exportFormats] as const

export const command: Command = {
  usage: [
    'ask QUESTION [--format table|csv|xlsx|json|jsonl|parquet] [--all] [--out FILE] [--headers names|labels] [--as EMAIL]',
  ],
  describe: words(
    'Asks a question and prints the answer, or writes it to a file. The question is a sentence, or the same as JSON; "-" reads it from standard input. A file has every row; it needs the right to export. CSV and XLSX have money as an amount in major units and a currency, are safe to open in a spreadsheet, and can be imported again as they are.',
    'Hace una pregunta e imprime la respuesta, o la escribe en un archivo. La pregunta es una frase, o lo mismo como JSON; "-" la lee de la entrada estándar. Un archivo tiene todas las filas y exige el derecho a exportar. CSV y XLSX llevan el dinero como importe en unidades y moneda, se abren sin riesgo en una hoja de cálculo y se pueden importar de nuevo tal cual.',
    'Faz uma pergunta e imprime a resposta, ou a grava em um arquivo. A pergunta é uma frase, ou o mesmo como JSON; "-" a lê da entrada padrão. Um arquivo tem todas as linhas e exige o direito de exportar. CSV e XLSX trazem dinheiro como valor em unidades e moeda, abrem sem risco em uma planilha e podem ser importados de novo como estão.',
    'Bertanya satu soalan dan mencetak jawapannya, atau menulisnya ke fail. Soalan ialah ayat, atau yang sama sebagai JSON; "-" membacanya daripada input piawai. Fail mengandungi semua baris dan memerlukan hak mengeksport. CSV dan XLSX menyimpan wang sebagai amaun unit utama dan mata wang, selamat dibuka dalam hamparan, dan boleh diimport semula seadanya.',
  ),
  options: {
    format: {
      value: 'FORMAT',
      describe: words(
        'table (where nothing is said), csv, xlsx, json, jsonl or parquet; for a file, what its name ends with.',
        'table (si no se dice nada), csv, xlsx, json, jsonl o parquet; para un archivo, según acabe su nombre.',
        'table (se nada for dito), csv, xlsx, json, jsonl ou parquet; para um arquivo, conforme o fim do nome.',
        'table (jika tidak dinyatakan), csv, xlsx, json, jsonl atau parquet; bagi fail, mengikut akhiran namanya.',
      ),
    },
    all: {
      describe: words(
        'Every page, not only the first.',
        'Todas las páginas, no solo la primera.',
        'Todas as páginas, não só a primeira.',
        'Semua halaman, bukan yang pertama sahaja.',
      ),
    },
    out: {
      value: 'FILE',
      describe: words(
        'Write every row to this file.',
        'Escribir todas las filas en este archivo.',
        'Gravar todas as linhas neste arquivo.',
        'Tulis semua baris ke fail ini.',
      ),
    },
    headers: {
      value: 'names|labels',
      describe: words(
        'What columns of a file are called: as fields are named, or in words.',
        'Cómo se llaman las columnas de un archivo: como los campos, o con palabras.',
        'Como se chamam as colunas de um arquivo: como os campos, ou em palavras.',
        'Nama lajur fail: seperti nama medan, atau dengan perkataan.',
      ),
    },
    as: asReader,
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
  if (given !== undefined) return oneOf(says.format, given, formats)
  if (file !== undefined) return oneOf(says.format, extname(file).slice(1), exportFormats)
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
  if (format === 'table') throw new UsageError(says.tableForPeople)
  if (file === undefined && (format === 'xlsx' || format === 'parquet'))
    throw new UsageError(says.nothingToLookAt(format))
  const { limit = firstPage, ...whole } = question
  const { chunks } = await exportAnswer(holdfast, actor, {
    question: call.has('all') ? whole : file === undefined ? { ...whole, limit } : question,
    format,
    headers: oneOf(says.kindOfHeaders, call.option('headers') ?? 'names', ['names', 'labels']),
    isFile: file !== undefined,
  })
  if (file === undefined) for await (const chunk of chunks) await call.out.write(String(chunk))
  else {
    await pipeline(chunks, createWriteStream(file))
    await call.out.answer({ file, format }, () => told(says.written(file)))
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
    throw new UsageError(says.notJson(error instanceof Error ? error.message : String(error)))
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
    const held = last?.isHeldBack ? ` ${told(says.heldBack)}` : ''
    const more = last?.next ? ` ${told(says.thereAreMore)}` : ''
    out.note(`${told(says.rows(rows.length))}${more}${held}`)
  },
}
