// The words by which a record is looked for, as keys beside those that it is recognised by: row-level security lets a statement use
// an index only for plain comparisons, and a range of such keys is one, where a search in the text itself would read the whole table.
import { fold } from '../../dictionary/index.ts'
import type { Values } from './encode.ts'
import type { Key } from './exact.ts'
import { text } from './values.ts'

/** What people look for in a palette, and the field they know it by. */
const titles: Readonly<Record<string, string>> = {
  account: 'name',
  contact: 'name',
  opportunity: 'name',
  ticket: 'subject',
  interaction: 'subject',
}

const mostWords = 8
const longestWord = 24

export const wordKinds = { first: '~first', later: '~later' } as const

export const titledObjects: readonly string[] = Object.keys(titles)

export const titleFieldsOf = (object: string): readonly string[] => (titles[object] ? [titles[object]] : [])

/** A text's words as they are kept and looked for. */
export const titleWords = (title: string): string[] =>
  fold(title)
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))

export const titleKeysOf = (object: string, values: Values): Key[] => {
  const field = titles[object]
  if (!field) return []
  return titleWords(text(values[field])).map((key, i) => ({ kind: i === 0 ? wordKinds.first : wordKinds.later, key }))
}
