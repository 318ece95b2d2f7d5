// Conditions as text: "or" binds looser than "and", "not" binds tightest, and what stands in brackets stays one part.
import { currencies } from '../../dictionary/field-types/currency.ts'
import { type Money, minorUnits } from '../../dictionary/field-types/money.ts'
import type { Operator } from '../../dictionary/index.ts'
import { because } from './reason.ts'
import type { Where } from './shapes.ts'
import {
  advance,
  deeper,
  expectSign,
  inBrackets,
  isSign,
  peek,
  type Read,
  type Reading,
  readList,
  readName,
  readPath,
  spoken,
  take,
  takeSign,
  wordOf,
} from './text-reading.ts'
import { exactNumber, type openings, phrases, readWord, refuse, type Token } from './tokens.ts'

export function readCondition(reading: Reading): Where {
  return readChain(reading, 'or', readConjunction, (any) => ({ any }))
}

const readConjunction: Read<Where> = (reading) => readChain(reading, 'and', readPart, (all) => ({ all }))

function readChain(reading: Reading, word: string, read: Read<Where>, chained: (parts: Where[]) => Where): Where {
  const parts = readList(reading, read, 50, () => take(reading, word))
  const [only, second] = parts
  return only && !second ? only : chained(parts)
}

function readPart(reading: Reading): Where {
  const token = peek(reading)
  if (isSign(token, '(')) return inBrackets(reading, readCondition)
  const opening = wordOf(token)
  if (!isOpening(opening)) return readComparison(reading)
  advance(reading)
  return deeper(reading, token, openers[opening])
}

const isOpening = (word: string): word is keyof typeof openers => Object.hasOwn(openers, word)

const openers: Record<(typeof openings)[number], Read<Where>> = {
  not: (reading) => ({ not: readPart(reading) }),
  all: (reading) => ({ all: inBrackets(reading, readConditions) }),
  any: (reading) => ({ any: inBrackets(reading, readConditions) }),
  some: (reading) => ({ some: readRelation(reading), ...readOptionalWhere(reading) }),
  none: (reading) => ({ none: readRelation(reading), ...readOptionalWhere(reading) }),
  every: (reading) => ({ every: readRelation(reading), where: inBrackets(reading, readCondition) }),
  visible: (reading) => ({ visible: readName(reading, because('nameOfObjectOrReference')) }),
}

const readRelation: Read<string> = (reading) => readName(reading, because('nameOfRelation'))

const readConditions: Read<Where[]> = (reading) =>
  isSign(peek(reading), ')') ? [] : readList(reading, readCondition, 50)

const readOptionalWhere: Read<{ where?: Where }> = (reading) =>
  isSign(peek(reading), '(') ? { where: inBrackets(reading, readCondition) } : {}

function readComparison(reading: Reading): Where {
  const field = readPath(reading)
  const op = readOperator(reading)
  if (op === 'empty' || op === 'not_empty') return { field, op }
  const token = peek(reading)
  if (token.kind === 'word' && readWord(token.text) === 'me') {
    advance(reading)
    return { field, op, me: true }
  }
  return { field, op, value: op === 'in' || op === 'not_in' ? readValues(reading) : readValue(reading) }
}

/** Every way to say an operator, the longest first: "is not empty" is no "is". */
const sayings = [...(Object.entries(phrases) as [Operator, string][]), ['is', '='] as const, ['is_not', '!='] as const] // the keys are operators
  .map(([op, said]) => ({ op, words: said.split(' ') }))
  .sort((a, b) => b.words.length - a.words.length)

function readOperator(reading: Reading): Operator {
  const saying = sayings.find(({ words }) =>
    words.every((word, i) => spoken(reading.tokens[reading.next + i]) === word),
  )
  if (!saying) {
    const known = Object.values(phrases).join(', ')
    return refuse(peek(reading), because('howToCompare', known))
  }
  reading.next += saying.words.length
  const isListed =
    (saying.op === 'is' || saying.op === 'is_not') &&
    wordOf(peek(reading)) === 'in' &&
    isSign(reading.tokens[reading.next + 1], '(')
  if (!isListed) return saying.op
  advance(reading) // "is in (…)" is the same as "in (…)", while "country is IN" is India
  return saying.op === 'is' ? 'in' : 'not_in'
}

function readValues(reading: Reading): unknown[] {
  const token = peek(reading)
  if (token.kind === 'json' && Array.isArray(token.value)) {
    advance(reading)
    return token.value
  }
  expectSign(reading, '(', because('listInBrackets'))
  if (takeSign(reading, ')')) return []
  const values = readList(reading, readValue)
  expectSign(reading, ')', because('endOfList'))
  return values
}

function readValue(reading: Reading): unknown {
  const token = advance(reading)
  if (token.kind === 'json') return token.value
  if (token.kind === 'text') return token.text
  if (token.kind !== 'word') return refuse(token, because('expected', because('value')))
  const read = readWord(token.text)
  if (read === 'me') return refuse(token, because('meAlone'))
  if (read === 'structural') return refuse(token, because('expected', because('valueNotWord')))
  if ('constant' in read) return read.constant
  if ('string' in read) return read.string
  const currency = wordOf(peek(reading)).toUpperCase()
  if (!currencies.has(currency)) return exactNumber(read.digits) ?? refuse(token, because('numberTooLong'))
  advance(reading)
  return readMoney(token, read.digits, currency)
}

function readMoney(token: Token, digits: string, currency: string): Money {
  const exponent = currencies.get(currency) ?? 2
  const amount = minorUnits(digits, currency)
  if (amount === null || !Number.isSafeInteger(amount))
    return refuse(token, because('expected', because('amount', currency)))
  if ((digits.split('.')[1] ?? '').length > exponent) return refuse(token, because('digitsOf', currency, exponent))
  return { amount: amount || 0, currency }
}
