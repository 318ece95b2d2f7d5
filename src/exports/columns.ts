// The columns of an answer as a table: what each is called, what kind of value stands in it, and what it is for a row.
import { fieldType, type Language, type ManifestField, type Money, majorUnits, words } from '../../dictionary/index.ts'
import type { Access } from '../access/index.ts'
import type { Question } from '../records/index.ts'

export type Row = Readonly<Record<string, unknown>>
/** How a cell is kept where formats know kinds. A `decimal` is exact, as text. */
export type Kind = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'moment' | 'list' | 'json'
export type Cell = string | number | boolean | readonly string[] | null
export type Column = { name: string; title: string; kind: Kind; of(row: Row): Cell }

/** `names`: of fields, so that the file can be read back exactly; `labels`: words of the reader's language, terms too. */
export type Titles = { headers: 'names' | 'labels'; language: Language }

type Asked = { access: Pick<Access, 'manifest'>; question: Question; titles: Titles }

/** What was selected, in that order; of a question for groups, what came. Money is two columns, its amount in major units. */
export function columnsOf(asked: Asked, rows: readonly Row[]): Column[] {
  const { question } = asked
  const names = question.select?.map((each) => (typeof each === 'string' ? each : each.relation))
  const all = names ? [...new Set(['id', ...names])] : Object.keys(rows[0] ?? {})
  return all.flatMap((name) => (question.measure?.[name] ? figureColumn(asked, name) : valueColumns(asked, name)))
}

function valueColumns(asked: Asked, name: string): Column[] {
  const { access, question, titles } = asked
  const field = fieldAt(access, question.from, pathOf(question, name))
  const title = titleOf(asked, name, field)
  if (field?.columns.length === 2) return moneyColumns(name, title, titles)
  const kind = kindOf(field, name)
  return [{ name, title, kind, of: (row) => cellOf(field, kind, row[name], titles) }]
}

const moneyColumns = (name: string, title: string, { headers, language }: Titles): Column[] => [
  { name, title, kind: 'decimal', of: (row) => (isMoney(row[name]) ? majorUnits(row[name]) : null) },
  {
    name: `${name}_currency`,
    title: headers === 'labels' ? `${title} (${currency[language]})` : `${title}_currency`,
    kind: 'text',
    of: (row) => (isMoney(row[name]) ? row[name].currency : null),
  },
]

const currency = words('currency', 'moneda', 'moeda', 'mata wang')

/** A sum of money comes in minor units, with the currency in a column of its own. */
function figureColumn({ access, question }: Asked, name: string): Column {
  const [measure = 'count', path = '*'] = Object.entries(question.measure?.[name] ?? {})[0] ?? []
  const field = measure === 'count' ? null : fieldAt(access, question.from, path)
  const isAmount = field?.columns.length === 2
  const kind = measure === 'count' ? 'integer' : isAmount || measure === 'average' ? 'decimal' : kindOf(field, name)
  return {
    name,
    title: name,
    kind,
    of(row) {
      const { [name]: given, currency } = row
      if (given === null || given === undefined) return null
      if (isAmount && typeof given === 'number' && typeof currency === 'string')
        return majorUnits({ amount: given, currency })
      return kind === 'decimal' ? String(given) : (given as Cell) // as measured
    },
  }
}

/** The first column says whose ids they are, and with that what the file holds. */
function titleOf({ question, titles }: Asked, name: string, field: ManifestField | null): string {
  if (name === 'id' && !question.group && !question.measure) return `${question.from}.id`
  return titles.headers === 'labels' && field && !name.includes('.') ? field.label[titles.language] : name
}

const kinds: Readonly<Record<string, Kind>> = {
  bigint: 'integer',
  integer: 'integer',
  numeric: 'decimal',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'moment',
  'text[]': 'list',
}

/** What every record has, beside its fields. */
const ownKinds: Readonly<Record<string, Kind>> = { version: 'integer', created_at: 'moment', updated_at: 'moment' }

const kindOf = (field: ManifestField | null, name: string): Kind =>
  field
    ? (kinds[field.columns[0]?.type ?? ''] ?? 'text')
    : (ownKinds[name.split('.').at(-1) ?? ''] ?? (name === 'id' || name.endsWith('.id') ? 'text' : 'json'))

function cellOf(field: ManifestField | null, kind: Kind, value: unknown, { headers, language }: Titles): Cell {
  if (value === null || value === undefined) return null
  const labelOf = (term: unknown) =>
    headers === 'labels'
      ? (field?.terms?.find((each) => each.value === term)?.label[language] ?? String(term))
      : String(term)
  if (kind === 'list') return Array.isArray(value) ? value.map(labelOf) : null
  if (kind === 'decimal') return String(value)
  if (kind === 'integer' || kind === 'boolean') return value as number | boolean // as their types have them in JSON
  if (kind === 'json' || typeof value === 'object')
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return field?.terms ? labelOf(value) : field ? fieldType(field).text(value) : String(value)
}

/** The field at a path; null for a nested list and for what every record has. */
export function fieldAt({ manifest }: Pick<Access, 'manifest'>, from: string, path: string): ManifestField | null {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let object = manifest.objects.get(from)
  for (const step of steps) object = manifest.objects.get(object?.fields.get(step)?.to ?? '')
  return object?.fields.get(last) ?? null
}

/** A group is answered under its path with _ for each dot. */
export const pathOf = ({ group }: Question, name: string): string =>
  group?.flatMap((each) => (typeof each === 'string' ? each : [])).find((path) => path.replaceAll('.', '_') === name) ??
  name

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  typeof value.amount === 'number' &&
  'currency' in value &&
  typeof value.currency === 'string'
