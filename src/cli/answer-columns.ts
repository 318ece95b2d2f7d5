// The columns of an answer as people read them in a terminal: what each is called, and what a row has in it.
import type { Money } from '../../dictionary/index.ts'
import type { Access } from '../access/index.ts'
import { fieldAt, pathOf, type Row } from '../exports/index.ts'
import type { Question } from '../records/index.ts'
import { inWords, isNumeric } from './describe.ts'

export type AnswerColumn = { name: string; isNumber: boolean; words(row: Row): string }

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
  return { name, isNumber: isNumeric(field), words: (row) => inWords(field, row[name]) }
}

/** A sum of money comes in minor units, with the currency in a column of its own. */
function figure(access: Access, { from, measure }: Question, name: string): AnswerColumn {
  const [kind = 'count', path = '*'] = Object.entries(measure?.[name] ?? {})[0] ?? []
  const field = kind === 'count' ? null : fieldAt(access, from, path)
  const amount = (row: Row) => {
    const { [name]: given, currency } = row
    const isAmount = field?.columns.length === 2 && typeof given === 'number' && typeof currency === 'string'
    return isAmount ? ({ amount: given, currency } satisfies Money) : null
  }
  return { name, isNumber: true, words: (row) => inWords(field, amount(row) ?? row[name]) }
}
