// Going through the tokens of a text one by one: what text.ts and text-condition.ts are built from.
import { because, type Reason } from './reason.ts'
import { deepest, refuse, type Token, tokenise } from './tokens.ts'

export type Reading = { readonly tokens: readonly Token[]; next: number; depth: number }
export type Read<T> = (reading: Reading) => T

export const open = (text: string): Reading => ({ tokens: tokenise(text), next: 0, depth: 0 })

export const peek = (reading: Reading): Token => reading.tokens[reading.next] ?? (reading.tokens.at(-1) as Token) // the end is a token

export function advance(reading: Reading): Token {
  const token = peek(reading)
  reading.next += 1
  return token
}

/** The word, whatever its case; nothing for other tokens. */
export const wordOf = (token: Token | undefined): string => (token?.kind === 'word' ? token.text.toLowerCase() : '')
export const spoken = (token: Token | undefined): string => (token?.kind === 'sign' ? token.text : wordOf(token))
export const isSign = (token: Token | undefined, sign: string): boolean => token?.kind === 'sign' && token.text === sign

export function take(reading: Reading, word: string): boolean {
  const isThere = wordOf(peek(reading)) === word
  if (isThere) reading.next += 1
  return isThere
}

export function takeSign(reading: Reading, sign: string): boolean {
  const isThere = isSign(peek(reading), sign)
  if (isThere) reading.next += 1
  return isThere
}

export function expectSign(reading: Reading, sign: string, expected: Reason | string): void {
  if (!takeSign(reading, sign)) refuse(peek(reading), because('expected', expected))
}

export function after<T>(reading: Reading, word: string, read: Read<T>): T {
  if (!take(reading, word)) refuse(peek(reading), because('expected', `"${word}"`))
  return read(reading)
}

export function readOneOf<T extends string>(reading: Reading, choices: readonly T[]): T {
  return (
    choices.find((choice) => take(reading, choice)) ??
    refuse(peek(reading), because('expectedOneOf', choices.join(', ')))
  )
}

/** Items with a word or sign between them, as `isMore` finds it. */
export function readList<T>(reading: Reading, read: Read<T>, most = Number.POSITIVE_INFINITY, isMore = isComma): T[] {
  const items = [read(reading)]
  while (isMore(reading)) {
    if (items.length >= most) refuse(peek(reading), because('mostHere', most))
    items.push(read(reading))
  }
  return items
}

const isComma = (reading: Reading): boolean => takeSign(reading, ',')

export function inBrackets<T>(reading: Reading, read: Read<T>): T {
  const bracket = peek(reading)
  expectSign(reading, '(', '"("')
  const inner = deeper(reading, bracket, read)
  expectSign(reading, ')', because('endOfBracket'))
  return inner
}

export function deeper<T>(reading: Reading, token: Token, read: Read<T>): T {
  reading.depth += 1
  if (reading.depth > deepest) refuse(token, because('mostLevels', deepest))
  const inner = read(reading)
  reading.depth -= 1
  return inner
}

export const readName = (reading: Reading, what: Reason): string => readNamed(reading, /^[a-z][a-z0-9_]{0,47}$/, what)

export const readPath: Read<string> = (reading) =>
  readNamed(reading, /^[a-z][a-z0-9_]{0,47}(\.[a-z][a-z0-9_]{0,47}){0,3}$/, because('nameOfField'))

function readNamed(reading: Reading, shape: RegExp, what: Reason): string {
  const token = advance(reading)
  const given = token.kind === 'word' || token.kind === 'name' ? token.text : ''
  if (shape.test(given)) return given
  const mend = shape.test(given.toLowerCase()) ? because('lowerCase', given.toLowerCase()) : undefined
  return refuse(token, because('expected', what, mend))
}
