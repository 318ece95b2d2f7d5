// Answers as files: any question, in any format, written while it is read. Pages are asked for by the actor, one after the other, so
// rows and masks are those of their rights at that moment, and each page is in the ledger before it leaves; no more than a page or a
// group of rows is in memory at a time.
import type { Language, ManifestObject } from '../../dictionary/index.ts'
import { words } from '../../dictionary/words.ts'
import { type Access, type Actor, grantsFor, readableField } from '../access/index.ts'
import { type Clock, Failure, told } from '../platform/index.ts'
import type { Question, Records } from '../records/index.ts'
import { type Column, columnsOf, type Row, type Titles } from './columns.ts'
import { csvOf } from './csv.ts'
import { jsonOf, linesOf } from './json.ts'
import { parquetOf } from './parquet.ts'
import { xlsxOf } from './xlsx.ts'

type Chunks = AsyncGenerator<string | Uint8Array>
type Writing = {
  object: ManifestObject | undefined
  question: Question
  columns: readonly Column[]
  isFile: boolean
}
type Format = { type: string; write(writing: Writing, pages: AsyncIterable<readonly Row[]>): Chunks }

const isGrouped = ({ group, measure }: Question): boolean => Boolean(group ?? measure)

const byName = {
  csv: { type: 'text/csv; charset=utf-8', write: ({ columns, isFile }, pages) => csvOf(columns, pages, { isFile }) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: ({ columns }, pages) => xlsxOf(columns, pages),
  },
  json: {
    type: 'application/json; charset=utf-8',
    write: ({ object, question }, pages) => jsonOf(isGrouped(question) ? 'groups' : (object?.plural ?? 'data'), pages),
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    write: ({ question }, pages) => linesOf(isGrouped(question) ? null : question.from, pages),
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    write: ({ columns }, pages) => parquetOf(columns, pages),
  },
} as const satisfies Record<string, Format>

export type ExportFormat = keyof typeof byName
export const exportFormats = ['csv', 'xlsx', 'json', 'jsonl', 'parquet'] as const satisfies readonly ExportFormat[]

export type ExportOrder = {
  question: Question
  format: ExportFormat
  /** Names of fields (where nothing is said), or labels in a language. */
  headers?: 'names' | 'labels'
  language?: Language
  /** False for a pipe: then a CSV has no mark in front by which spreadsheet programs know UTF-8. */
  isFile?: boolean
}

export type Export = { fileName: string; type: string; chunks: Chunks }

const pageRows = 1_000
const mostColumns = 100

/**
 * The first page is asked for before this returns, so what can't be answered is a failure and no half a file. Errors: those of `ask`;
 * `limit` is of rows in all. Needs the right to export.
 */
export async function exportAnswer(
  { records, clock }: { records: Records; clock: Clock },
  actor: Actor,
  { question: given, format, headers = 'names', language = 'en', isFile = true }: ExportOrder,
): Promise<Export> {
  const access = await records.book.of(actor)
  const question = withColumns(access, given)
  const titles: Titles = { headers, language }
  const pages = pagesOf(records, actor, question)
  const first = await pages.next()
  const rows = first.done ? [] : first.value
  const columns = columnsOf({ access, question, titles }, rows)
  const object = access.manifest.objects.get(question.from)
  const { type, write } = byName[format]
  return {
    fileName: `${object?.plural ?? question.from}-${clock().toISOString().slice(0, 10)}.${format}`,
    type,
    chunks: write({ object, question, columns, isFile }, continued(rows, pages)),
  }
}

async function* continued(
  first: readonly Row[],
  others: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield first
  yield* others
}

async function* pagesOf(records: Records, actor: Actor, question: Question): AsyncGenerator<readonly Row[]> {
  if (isGrouped(question)) {
    yield JSON.parse((await records.ask(actor, question, 'export')).data)
    return
  }
  let left = question.limit ?? Number.POSITIVE_INFINITY
  let after: string | null = question.after ?? null
  do {
    const page: Question = { ...question, limit: Math.min(pageRows, left), ...(after === null ? {} : { after }) }
    const { data, next } = await records.ask(actor, page, 'export')
    const rows: Row[] = JSON.parse(data)
    left -= rows.length
    yield rows
    after = next
  } while (after !== null && left > 0)
}

/** Where no columns are named: every field the actor may export. */
function withColumns(access: Access, question: Question): Question {
  const object = access.manifest.objects.get(question.from)
  const may = (verb: 'list' | 'export') => grantsFor(access, question.from, verb).length > 0
  if (may('list') && !may('export')) throw new Failure('not_allowed', { verb: 'export', object: question.from })
  if (question.select || isGrouped(question) || !object || !may('export')) return question
  const select = [...object.fields.keys()].filter((name) => readableField(access, object.name, name, 'export'))
  if (select.length > mostColumns)
    throw new Failure('too_large', {
      what: told(words('The list of columns', 'La lista de columnas', 'A lista de colunas', 'Senarai lajur')),
      limit: told(
        words(
          `${mostColumns}; name them with "select"`,
          `${mostColumns}; nómbrelas con "select"`,
          `${mostColumns}; indique-as com "select"`,
          `${mostColumns}; namakan dengan "select"`,
        ),
      ),
    })
  return { ...question, select }
}
