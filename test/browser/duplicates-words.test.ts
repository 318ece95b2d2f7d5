// The matching engine names fields, levels and contradictions in its own words; the page has a word for each of them.
import { expect, test } from 'vitest'
import { accountModel, contactModel } from '../../src/matching/index.ts'
import { en } from '../../web/words/all.ts'

test('everything that evidence can say has words on the page', () => {
  const named = (kind: string, name: string) => `${kind}_${name.replace(/\W+/g, '_')}`
  const said = [accountModel, contactModel].flatMap(({ fields, contradictions }) => [
    ...fields.map(({ name }) => named('field', name)),
    ...fields.flatMap(({ levels }) => levels.map(({ name }) => named('level', name))),
    ...contradictions.map(({ name }) => named('because', name)),
  ])
  const missing = [...new Set(said)].filter((name) => !Object.hasOwn(en.evidence, name))
  expect(missing, 'Add these to web/words/duplicates/*.ts, in every language.').toEqual([])
})
