// The words by which a record is looked for, as keys beside those that it is recognised by: row-level security lets a statement use
// an index only for plain comparisons, and a range of such keys is one, where a search in the text itself would read the whole table.
import { fold } from '../../dictionary/index.ts'
import type { Values } from './encode.ts'
import { matchKeysOf } from './exact.ts'
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

/** Lists that the keys lie in, each under a number that stays as it is: an index compares one faster than the texts it stands for. */
type Lists = {
  /** Titles by the word they begin with. */
  first: number
  /** Titles by their other words. */
  later: number
  /** What else is typed as it is: the list by the kind of key that such a record is recognised by as well. */
  typed?: Readonly<Record<string, number>>
}

const lists: Readonly<Record<string, Lists>> = {
  account: { first: 1, later: 2, typed: { domain: 3 } },
  contact: { first: 4, later: 5 },
  opportunity: { first: 6, later: 7 },
  ticket: { first: 8, later: 9 },
  interaction: { first: 10, later: 11 },
}

export type SearchKey = { list: number; key: string }

export const titledObjects: readonly string[] = Object.keys(lists)

/** The lists of an object's words: by first and by later ones. */
export const wordListsOf = (object: string): readonly number[] => {
  const own = lists[object]
  return own ? [own.first, own.later] : []
}

/** The list of keys of this kind, if they are typed. */
export const typedListOf = (object: string, kind: string): number | undefined => lists[object]?.typed?.[kind]

/** All lists that records of an object lie in. */
export const searchListsOf = (object: string): readonly number[] => [
  ...wordListsOf(object),
  ...Object.values(lists[object]?.typed ?? {}),
]

export const titleFieldsOf = (object: string): readonly string[] => (titles[object] ? [titles[object]] : [])

/** A text's words as they are kept and looked for. */
export const titleWords = (title: string): string[] =>
  fold(title)
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))

/** The keys a record is looked for by: their beginnings are typed, so that they are kept as texts. */
export function searchKeysOf(object: string, values: Values): SearchKey[] {
  const [field, own] = [titles[object], lists[object]]
  if (!field || !own) return []
  const words = titleWords(text(values[field])).map((key, i) => ({ list: i === 0 ? own.first : own.later, key }))
  return own.typed ? [...words, ...typedKeysOf(object, matchKeysOf(object, values))] : words
}

/** Of keys that a record is recognised by, those that it is looked for by too. */
export const typedKeysOf = (object: string, keys: readonly { kind: string; key: string }[]): SearchKey[] =>
  keys.flatMap(({ kind, key }) => {
    const list = typedListOf(object, kind)
    return list === undefined ? [] : [{ list, key }]
  })
