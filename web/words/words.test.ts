import { expect, test } from 'vitest'
import { catalogues } from './all.ts'

const { en, ...others } = catalogues

const sentencesOf = (catalogue: object): Map<string, string> =>
  new Map(
    Object.entries(catalogue).flatMap(([group, sentences]: [string, Record<string, string>]) =>
      Object.entries(sentences).map(([name, sentence]) => [`${group}.${name}`, sentence] as const),
    ),
  )
const gapsIn = (sentence = '') => [...sentence.matchAll(/\{\{\w+\}\}/g)].map(String).sort()

test.each(Object.entries(others))('every sentence is said in %s, with the same gaps to fill', (_, catalogue) => {
  const theirs = sentencesOf(catalogue)
  const ours = sentencesOf(en)
  expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort())
  for (const [name, sentence] of ours) {
    expect(theirs.get(name)?.trim(), name).not.toBe('')
    expect(gapsIn(theirs.get(name)), name).toEqual(gapsIn(sentence))
  }
})

test('a long sentence is nowhere left in English', () => {
  const ours = sentencesOf(en)
  for (const catalogue of Object.values(others))
    for (const [name, sentence] of sentencesOf(catalogue))
      if (sentence.split(' ').length > 3) expect(sentence, name).not.toBe(ours.get(name))
})
