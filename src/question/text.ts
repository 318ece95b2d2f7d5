// The question language as people write it. One sentence, no quotes around plain words:
//   account where arr >= 100000 USD and some contacts (is_primary is true) select name, owner.name order by arr desc limit 20
// Names and words are told apart by where they stand, so nearly no word is reserved. `printQuestion` is the way back.
import { isCalendarDay } from '../../dictionary/field-types/date.ts'
import { because, type Reason } from './reason.ts'
import {
  type GroupBy,
  type Measure,
  type Nested,
  type Order,
  periods,
  type Question,
  type Selected,
  type Where,
} from './shapes.ts'
import { readCondition } from './text-condition.ts'
import {
  advance,
  after,
  expectSign,
  inBrackets,
  isSign,
  open,
  peek,
  type Read,
  type Reading,
  readList,
  readName,
  readOneOf,
  readPath,
  take,
  takeSign,
  wordOf,
} from './text-reading.ts'
import { refuse } from './tokens.ts'

/**
 * Text to question. Money is in major units here and in minor units in the structure: `12.50 USD` is
 * `{ amount: 1250, currency: 'USD' }`. Throws Unsayable saying the column and what was expected there.
 */
export function parseQuestion(text: string): Question {
  const reading = open(text)
  const from = readName(reading, because('nameOfObject'))
  const asked = { from, ...readClauses<Question>(reading, clauses) }
  close(reading, because('endOfQuestion', Object.keys(clauses).join(', ')))
  return asked
}

/** A condition alone, without the word `where`: `arr > 0 USD and owner is me`. Throws as `parseQuestion`. */
export function parseWhere(text: string): Where {
  const reading = open(text)
  const where = readCondition(reading)
  close(reading, because('endOfCondition'))
  return where
}

function close(reading: Reading, expected: Reason): void {
  const token = peek(reading)
  if (token.kind === 'end') return
  const last = reading.tokens[reading.next - 1]
  const mend = last?.kind === 'word' && token.kind === 'word' ? because('wordsInQuotes') : undefined
  refuse(token, because('expected', expected, mend))
}

// Clauses: in any order, each at most once.

type Clauses<T> = Record<string, Read<Partial<T>>>

const where: Read<{ where: Where }> = (reading) => ({ where: readCondition(reading) })

const nestedClauses: Clauses<Nested> = {
  where,
  order: (reading) => ({ order: after(reading, 'by', () => readList(reading, readOrder, 3)) }),
  limit: (reading) => ({ limit: readLimit(reading, 200) }),
}

const clauses: Clauses<Question> = {
  search: (reading) => ({ search: readSearch(reading) }),
  where,
  select: (reading) => ({ select: readList(reading, readSelected, 100) }),
  group: (reading) => ({ group: after(reading, 'by', () => readList(reading, readGroup, 4)) }),
  measure: (reading) => ({ measure: readMeasures(reading) }),
  order: (reading) => ({ order: after(reading, 'by', () => readList(reading, readOrder, 4)) }),
  limit: (reading) => ({ limit: readLimit(reading, 1_000) }),
  after: (reading) => ({ after: readText(reading, because('pageMark'), 2_000) }),
  as: (reading) => ({ asOf: after(reading, 'of', readAsOf) }),
}

function readClauses<T>(reading: Reading, known: Clauses<T>): Partial<T> {
  const read: Partial<T> = {}
  const seen = new Set<string>()
  for (;;) {
    const token = peek(reading)
    const word = wordOf(token)
    const clause = Object.hasOwn(known, word) ? known[word] : undefined
    if (!clause) return read
    if (seen.has(word)) refuse(token, because('onlyOne', word))
    seen.add(word)
    advance(reading)
    Object.assign(read, clause(reading))
  }
}

function readSelected(reading: Reading): Selected {
  const token = peek(reading)
  const field = readPath(reading)
  if (!isSign(peek(reading), '(')) return field
  if (field.includes('.')) refuse(token, because('oneRelation', `${field.replace('.', ' (')} (…))`))
  return inBrackets(reading, () => {
    const select = readList(reading, readSelected, 100)
    return { relation: field, select, ...readClauses<Nested>(reading, nestedClauses) }
  })
}

function readOrder(reading: Reading): Order {
  const field = readPath(reading)
  const dir = (['asc', 'desc'] as const).find((each) => take(reading, each))
  return dir ? { field, dir } : { field }
}

function readGroup(reading: Reading): GroupBy {
  const field = readPath(reading)
  return take(reading, 'by') ? { field, by: readOneOf(reading, periods) } : field
}

const measureKinds = ['count', 'sum', 'average', 'min', 'max'] as const

function readMeasures(reading: Reading): Record<string, Measure> {
  if (take(reading, 'nothing')) return {}
  const named = new Map<string, Measure>()
  readList(
    reading,
    () => {
      const measure = readMeasure(reading)
      if (!take(reading, 'as')) refuse(peek(reading), because('expected', because('figureName')))
      const token = peek(reading)
      const name = readName(reading, because('nameOfFigure'))
      if (named.has(name)) refuse(token, because('figureTwice'))
      named.set(name, measure)
    },
    12,
  )
  return Object.fromEntries(named)
}

function readMeasure(reading: Reading): Measure {
  const kind = readOneOf(reading, measureKinds)
  expectSign(reading, '(', because('countOrField', kind))
  const path = kind === 'count' && takeSign(reading, '*') ? '*' : readPath(reading)
  expectSign(reading, ')', '")"')
  return { [kind]: path } as Measure // the kind is one of its keys
}

function readLimit(reading: Reading, most: number): number {
  const token = advance(reading)
  const limit = token.kind === 'word' && /^\d{1,9}$/.test(token.text) ? Number(token.text) : 0
  return limit >= 1 && limit <= most ? limit : refuse(token, because('expected', because('wholeNumber', most)))
}

function readSearch(reading: Reading): string {
  const token = peek(reading)
  return readText(reading, because('searchedFor'), 200).trim() || refuse(token, because('oneLetter'))
}

function readText(reading: Reading, what: Reason, most: number): string {
  const token = advance(reading)
  if (token.kind !== 'word' && token.kind !== 'text') return refuse(token, because('expected', what))
  return token.text.length <= most ? token.text : refuse(token, because('moreCharacters', most))
}

function readAsOf(reading: Reading): string {
  const token = advance(reading)
  const asOf = token.kind === 'word' || token.kind === 'text' ? token.text : ''
  return isTime(asOf) ? asOf : refuse(token, because('expected', because('dayOrMoment')))
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) &&
  isCalendarDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text))
