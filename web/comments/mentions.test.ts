import { expect, test } from 'vitest'
import { bodyOf, calledIn, wordAt } from './mentions.ts'

const ana = '0190a000-0000-7000-8000-000000000001'
const anabel = '0190a000-0000-7000-8000-000000000002'

test('a chosen name is kept as its user, the longer of two that begin alike first', () => {
  const called = [
    { user: ana, name: 'Ana' },
    { user: anabel, name: 'Ana Bel' },
  ]
  expect(bodyOf('@Ana and @Ana Bel, please', called)).toBe(`@[${ana}] and @[${anabel}], please`)
})

test('a kept text is read back as words and users', () => {
  expect(calledIn(`Ask @[${ana}] first`)).toEqual(['Ask ', { user: ana }, ' first'])
  expect(calledIn('ana@example.com is no call')).toEqual(['ana@example.com is no call'])
})

test('a name is looked for after an @ that begins a word, and not for ever', () => {
  expect(wordAt('Ask @An', 7)).toBe('An')
  expect(wordAt('mail ana@exa', 12)).toBeNull()
  expect(wordAt('@Ana will see to it then', 24)).toBeNull()
})
