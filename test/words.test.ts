// Every text in four languages, wherever it is written: read off the source, so that none is forgotten.
import { expect, test } from 'vitest'
import { readSources } from './house/sources.ts'

/** What calls something else by that name. */
const hasOwnWords = /^(?:const|function) words\b/m

/** The four texts of each `words(…)` that is written with texts, without their quotes. */
const written = readSources()
  .filter(({ path, code, isTest }) => /^(src|dictionary)\//.test(path) && !isTest && !hasOwnWords.test(code))
  .flatMap(({ path, code }) =>
    [...code.matchAll(/(?<![\w.])(?:words|sayings)\(/g)].flatMap(({ index, 0: { length } }) => {
      const said = textsFrom(code, index + length)
      return said ? [{ path, said }] : []
    }),
  )

test('there are texts to look at', () => {
  expect(written.length).toBeGreaterThan(1_000)
})

test('a text is said in four languages, and a long one in none of them in the words of another', () => {
  const wrong = written.filter(
    ({ said }) =>
      said.length !== 4 ||
      said.some((text) => (text.trim() === '') !== (said[0]?.trim() === '')) ||
      said.some((text, i) => wordsIn(text) > 3 && said.indexOf(text) !== i),
  )
  expect(wrong).toEqual([])
})

test('a text names the same things in every language', () => {
  const wrong = written.filter(({ said }) => !said.some(hasChoice) && new Set(said.map(gapsIn)).size > 1)
  expect(wrong).toEqual([])
})

test('at the command line nothing is said in English alone', () => {
  const cli = readSources().filter(({ path, isTest }) => path.startsWith('src/cli/') && !isTest)
  const alone = cli.flatMap(({ path, code }) =>
    literalsIn(withoutWords(code))
      .filter((text) => isSentence(text) && !isTyped(text))
      .map((text) => `${path}: ${text}`),
  )
  expect(alone).toEqual([])
})

const isSentence = (text: string): boolean =>
  /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b|^[A-Z][a-z]+( [a-z]+)*[.:]?$/.test(text)

/** What is typed as it stands, or said to nobody: command lines and how they are written, statements, names. */
const isTyped = (text: string): boolean =>
  /^(?:[A-Z_]+=\S+ )*holdfast [a-z]|^[a-z]+ .*(?:--|\b[A-Z]{2})|^\s*select /.test(text) || names.has(text)
const names: ReadonlySet<string> = new Set(['Refused', 'Tideline', 'telling how far an import is'])

const withoutWords = (code: string): string => {
  const at = code.search(/(?<![\w.])words\(/)
  if (at < 0) return code
  const end = endOfGap(code, at + 'words('.length, '()')
  return code.slice(0, at) + withoutWords(code.slice(end))
}

function literalsIn(code: string): string[] {
  const found: string[] = []
  for (let at = 0; at < code.length; at++) {
    const end = endOfText(code, at)
    if (end === null) continue
    const text = code.slice(at + 1, end)
    found.push(text.replace(/\$\{[^}]*\}/g, ''))
    if (code[at] === '`') for (const [, gap = ''] of text.matchAll(/\$\{([^}]*)\}/g)) found.push(...literalsIn(gap))
    at = end
  }
  return found
}

const wordsIn = (text: string): number => (text.replace(/\$\{[^}]*\}/g, '').match(/\p{L}{2,}/gu) ?? []).length

/** Languages choose by other things: Malay has one form for one and for many. */
const hasChoice = (text: string): boolean => /\$\{[^}]*\?/.test(text)

/** Spanish and Portuguese may leave out the kind of a record, which would need an article. */
const gapsIn = (text: string): string =>
  [...text.matchAll(/\$\{([\w.]+?)(?:\.(?:en|es|pt|ms))?\}/g)]
    .flatMap(([, name = '']) => (name === 'object' ? [] : [name]))
    .sort()
    .join()

/** The texts that stand there one after another; null where something else does. */
function textsFrom(code: string, start: number): string[] | null {
  const texts: string[] = []
  let at = start
  for (;;) {
    at += /^[\s,]*/.exec(code.slice(at, at + 200))?.[0].length ?? 0
    if (code[at] === ')') return texts.length > 0 ? texts : null
    const end = endOfText(code, at)
    if (end === null) return null
    texts.push(code.slice(at + 1, end))
    at = end + 1
  }
}

/** Where the quote at `start` is closed; null where none opens there. What is filled into a text may hold texts itself. */
function endOfText(code: string, start: number): number | null {
  const quote = code[start] ?? ''
  if (!["'", '"', '`'].includes(quote)) return null
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '\\') at += 1
    else if (code[at] === quote) return at
    else if (quote === '`' && code.startsWith('${', at)) at = endOfGap(code, at + 2)
  }
  return null
}

/** Where the bracket that was opened before `start` is closed. */
function endOfGap(code: string, start: number, [open, close] = '{}'): number {
  let depth = 1
  for (let at = start; at < code.length; at++) {
    if (code[at] === open) depth += 1
    else if (code[at] === close) depth -= 1
    else at = endOfText(code, at) ?? at
    if (depth === 0) return at
  }
  return code.length
}
