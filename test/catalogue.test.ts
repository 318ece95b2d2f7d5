// What the product says about itself is what it does: generated pages, the codes of failures, and the dictionary's snapshot.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../dictionary/index.ts'
import { failuresSaid, verdictsSaid } from '../scripts/docs/errors.ts'
import { pages } from '../scripts/docs/index.ts'
import { catalogue, verdicts } from '../src/platform/index.ts'
import { readSources, root } from './house/sources.ts'

const product = readSources().filter((source) => /^(src|dictionary)\//.test(source.path) && !source.isTest)

test.each(Object.entries(pages))('%s says what the code says', (path, write) => {
  const written = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
  expect(written === write(), `${path} is behind the code: run \`npm run docs\`, and commit what it writes.`).toBe(true)
})

test('nothing lies in docs/generated that is not generated', () => {
  const files = readdirSync(join(root, 'docs/generated')).map((file) => `docs/generated/${file}`)
  expect(files.filter((file) => !pages[file])).toEqual([])
})

test.each([...failuresSaid(), ...verdictsSaid()])('$code is said in four languages', ({ say }) => {
  expect(Object.keys(say).sort()).toEqual([...languages].sort())
  for (const language of languages) {
    expect(say[language].trim().length, language).toBeGreaterThan(5)
    expect(say[language], language).not.toMatch(/undefined|\[object|NaN/)
    if (language !== 'en') expect(say[language], language).not.toBe(say.en)
  }
})

test('a sentence names the same details in every language', () => {
  const named = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join()
  // Spanish and Portuguese may leave out the kind of a record, which would need an article.
  const differing = [...failuresSaid(), ...verdictsSaid()].flatMap(({ code, say }) =>
    languages
      .filter((each) => named(say[each].replaceAll('{object}', '')) !== named(say.en.replaceAll('{object}', '')))
      .map((each) => `${code} in ${each}: ${say[each]}`),
  )
  expect(differing).toEqual([])
})

test('every status is one that says whose fault it was', () => {
  for (const [code, { status }] of Object.entries(catalogue))
    expect([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503], code).toContain(status)
})

test('every failure that is thrown, and every verdict that is given, is in the catalogue', () => {
  const unknown = product.flatMap(({ path, code }) => [
    ...codesIn(code, /\bnew Failure\(\s*'(\w+)'/g)
      .filter((each) => !(each in catalogue))
      .map((each) => `${path}: failure ${each}`),
    ...codesIn(code, /\bfault\(\s*'(\w+)'/g)
      .filter((each) => !(each in verdicts))
      .map((each) => `${path}: verdict ${each}`),
  ])
  expect(unknown).toEqual([])
})

const used = new Set(
  product
    .filter(({ path }) => !/failures\/(catalogue|verdicts)\.ts$/.test(path))
    .flatMap(({ code }) => codesIn(code, /['"`](\w+)['"`]/g)),
)

// A ragged row is refused by the import, which comes with the room's own index.
test.skipIf(!existsSync(join(root, 'src/intake/index.ts')))('every verdict is given somewhere', () => {
  expect(Object.keys(verdicts).filter((code) => !used.has(code))).toEqual([])
})

// The HTTP shell says many of them, so without it there is nothing to hold.
test.skipIf(!existsSync(join(root, 'src/http/index.ts')))('every failure of the catalogue is thrown somewhere', () => {
  expect(Object.keys(catalogue).filter((code) => !used.has(code))).toEqual([])
})

test('the dictionary’s snapshot is what the declarations say', () => {
  const check = spawnSync(process.execPath, [join(root, 'scripts/dictionary.ts'), '--check'], { encoding: 'utf8' })
  expect(check.stderr).toBe('')
  expect(check.status).toBe(0)
})

function codesIn(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, found = '']) => found)
}
