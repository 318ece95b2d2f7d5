// The words and signs of a question written as text, and the few words that mean something by themselves.
import type { Operator } from '../../dictionary/index.ts'
import { because, type Reason } from './reason.ts'
import { Unsayable } from './unsayable.ts'

export type Token = {
  /** As written, and where it starts. */
  readonly raw: string
  readonly start: number
} & (
  | { readonly kind: 'word' | 'name' | 'text' | 'sign' | 'end'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
)

export const longest = 20_000
export const deepest = 50

/** How each operator is said. */
export const phrases = {
  is: 'is',
  is_not: 'is not',
  in: 'in',
  not_in: 'not in',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'contains',
  starts_with: 'starts with',
  has: 'has',
  empty: 'is empty',
  not_empty: 'is not empty',
} as const satisfies Record<Operator, string>

/** A condition that starts with one of these is no comparison; a field of that name stands in backticks. */
export const openings = ['not', 'all', 'any', 'some', 'none', 'every', 'visible'] as const

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const structural = new Set(['and', 'or', 'not', 'empty'])

/** What a value without quotes is. `me` is lower case only, for ME is Montenegro. */
export function readWord(
  word: string,
): { constant: boolean | null } | { digits: string } | { string: string } | 'me' | 'structural' {
  const lower = word.toLowerCase()
  const constant = constants.get(lower)
  if (constant !== undefined) return { constant }
  if (structural.has(lower)) return 'structural'
  if (word === 'me') return 'me'
  return /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(word) ? { digits: word } : { string: word }
}

/** The number, or null where it would not be kept to the last digit, as a long code would not. */
export function exactNumber(digits: string): number | null {
  const number = Number(digits)
  const isExact = !/^-?\d+$/.test(digits) || Number.isSafeInteger(number) || String(number) === digits
  return isExact && Number.isFinite(number) ? number || 0 : null // no -0, which JSON does not know
}

const word = /[\p{L}\p{N}_+-][\p{L}\p{M}\p{N}_.:@/+&%#-]*/uy
const wholeWord = new RegExp(`^(?:${word.source})$`, 'u')
const quoted = /"(?:[^"\\]|\\.)*"/sy
const name = /`[^`]*`/y
const sign = /<=|>=|!=|[(),*=<>]/y
const space = /\s*/y

/** Whether a text reads back as itself without quotes. */
export function isPlain(text: string): boolean {
  const read = wholeWord.test(text) && readWord(text)
  return typeof read === 'object' && 'string' in read
}

/** Everything up to the end of the text, which is a token too. */
export function tokenise(text: string): readonly Token[] {
  if (text.length > longest) throw new Unsayable({ column: longest + 1, near: null }, because('tooLong', longest))
  const tokens: Token[] = []
  let start = match(space, text, 0)?.length ?? 0
  while (start < text.length) {
    const token = tokenAt(text, start)
    tokens.push(token)
    start += token.raw.length
    start += match(space, text, start)?.length ?? 0
  }
  return [...tokens, { kind: 'end', text: '', raw: '', start }]
}

/** Says what is wrong with a token, and where it stands. */
export function refuse({ raw, start }: Pick<Token, 'raw' | 'start'>, why: Reason): never {
  const near = raw.length > 30 ? `${raw.slice(0, 30)}…` : raw
  throw new Unsayable({ column: start + 1, near }, why)
}

function tokenAt(text: string, start: number): Token {
  const plain = match(word, text, start)
  if (plain) return { kind: 'word', text: plain, raw: plain, start }
  const mark = match(sign, text, start)
  if (mark) return { kind: 'sign', text: mark, raw: mark, start }
  const string = match(quoted, text, start)
  if (string) return { kind: 'text', text: String(readJson(string, start)), raw: string, start }
  const ticked = match(name, text, start)
  if (ticked) return { kind: 'name', text: ticked.slice(1, -1), raw: ticked, start }
  if (text[start] === '[' || text[start] === '{') {
    const raw = jsonFrom(text, start)
    return { kind: 'json', value: readJson(raw, start), raw, start }
  }
  if (text[start] === '"') refuse({ raw: text.slice(start), start }, because('quoteOpen'))
  const odd = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return refuse({ raw: odd, start }, because('oddSign'))
}

function match(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}

/** A JSON list or object, up to the bracket that closes it. A string left open reaches to the end, so that no text is read twice. */
function jsonFrom(text: string, start: number): string {
  let depth = 0
  for (const { 0: part, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[[\]{}]/gs)) {
    if (part === '[' || part === '{') depth += 1
    if (part === ']' || part === '}') depth -= 1
    if (depth > deepest) refuse({ raw: part, start: start + index }, because('mostLevels', deepest))
    if (depth === 0) return text.slice(start, start + index + 1)
  }
  return refuse({ raw: text.slice(start), start }, because('bracketOpen'))
}

function readJson(raw: string, start: number): unknown {
  try {
    return JSON.parse(raw, (_key, value: unknown, context?: { source?: string }) => {
      if (typeof value !== 'number') return value
      return exactNumber(context?.source ?? String(value)) ?? refuse({ raw, start }, because('numberTooLong'))
    })
  } catch (error) {
    if (error instanceof Unsayable) throw error
    return refuse({ raw, start }, because('notJson'))
  }
}
