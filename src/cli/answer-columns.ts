// The columns of an answer: what each is called, and what a row has in it, for people and for CSV.
import { fieldType, type ManifestField, type Money, majorUnits } from '../../dictionary/index.ts'
import type { Access } from '../access/index.ts'
import type { Question } from '../records/index.ts'
import { inWords, isMoney, isNumeric } from './describe.ts'

export type Row = Readonly<Record<string, unknown>>
export type AnswerColumn = {
  name: string
  isNumber: boolean
  words(row: Row): string
  /** In CSV money is two columns, its amount in major units and its currency. */
  csvTitles: readonly string[]
  csv(row: Row): readonly string[]
}

/** What was selected, in that order; where nothing was, what came. */
export function columnsOf(access: Access, question: Question, rows: readonly Row[]): readonly AnswerColumn[] {
  const asked = question.select?.map((each) => (typeof each === 'string' ? each : each.relation))
  const names = asked ? [...new Set(['id', ...asked])] : Object.keys(rows[0] ?? {})
  return names.map((name) =>
    question.measure?.[name] ? figure(access, question, name) : value(access, question, name),
  )
}

function value(access: Access, question: Question, name: string): AnswerColumn {
  const field = fieldAt(access, question.from, pathOf(question, name))
  const isPaired = field?.columns.length === 2
  return {
    name,
    isNumber: isNumeric(field),
    words: (row) => inWords(field, row[name]),
    csvTitles: isPaired ? [name, `${name}_currency`] : [name],
    csv(row) {
      const given = row[name]
      if (isPaired) return isMoney(given) ? [majorUnits(given), given.currency] : ['', '']
      return [asText(field, given)]
    },
  }
}

/** A sum of money comes in minor units, with the currency in a column of its own. */
function figure({ manifest }: Access, { from, measure }: Question, name: string): AnswerColumn {
  const [kind = 'count', path = '*'] = Object.entries(measure?.[name] ?? {})[0] ?? []
  const field = kind === 'count' ? null : fieldAt({ manifest }, from, path)
  const amount = (row: Row) => {
    const given = row[name]
    const { currency } = row
    const isAmount = field?.columns.length === 2 && typeof given === 'number' && typeof currency === 'string'
    return isAmount ? ({ amount: given, currency } satisfies Money) : null
  }
  const text = (row: Row) => asText(field, row[name])
  return {
    name,
    isNumber: true,
    words: (row) => inWords(field, amount(row) ?? row[name]),
    csvTitles: [name],
    csv(row) {
      const money = amount(row)
      return [money ? majorUnits(money) : text(row)]
    },
  }
}

/** The field at a path; null for a nested list and for what every record has. */
function fieldAt({ manifest }: Pick<Access, 'manifest'>, from: string, path: string): ManifestField | null {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let object = manifest.objects.get(from)
  for (const step of steps) object = manifest.objects.get(object?.fields.get(step)?.to ?? '')
  return object?.fields.get(last) ?? null
}

/** A group is answered under its path with _ for each dot. */
const pathOf = ({ group }: Question, name: string): string =>
  group?.flatMap((each) => (typeof each === 'string' ? each : [])).find((path) => path.replaceAll('.', '_') === name) ??
  name

function asText(field: ManifestField | null, given: unknown): string {
  if (given === null || given === undefined) return ''
  if (typeof given === 'number' || typeof given === 'boolean') return String(given)
  if (field?.terms || Array.isArray(given)) return harmless(inWords(field, given))
  if (typeof given === 'object') return harmless(JSON.stringify(given))
  return harmless(field ? fieldType(field).text(given) : String(given))
}

/** Spreadsheets take a cell that begins so for a formula, which may read other cells and send them away. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
