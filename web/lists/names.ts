// The names of the records that a condition names by their ids, so that it can be said in words.
import { useQuery } from '@tanstack/react-query'
import type { Where } from '../../src/question/index.ts'
import type { Page } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { type Book, useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { fieldAt } from './sentence.ts'

export function useNamesIn(object: string, where: Where | null): ReadonlyMap<string, string> {
  const { language } = useLanguage()
  const book = useBook()
  const named = where ? referencesIn(book, object, where) : new Map<string, Set<string>>()
  const wanted = [...named].map(([to, ids]) => [to, [...ids].sort()] as const)
  const names = useQuery({
    queryKey: ['names', wanted],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        wanted.map(async ([to, ids]) => {
          const target = book.object(to)
          if (!target) return []
          const query = new URLSearchParams({ select: target.title, 'filter[id][in]': ids.join(','), limit: '200' })
          const { data } = await ask<Page>(`/api/v1/${target.plural}?${query}`, { language, signal })
          return data.map((row) => [row.id, String(row[target.title] ?? '')] as const)
        }),
      )
      return pages.flat()
    },
    enabled: wanted.length > 0,
    staleTime: 10 * 60_000,
  })
  return new Map(names.data)
}

function referencesIn(book: Book, object: string, where: Where, found = new Map<string, Set<string>>()) {
  const inside = (parts: readonly Where[], of = object) => {
    for (const part of parts) referencesIn(book, of, part, found)
  }
  if ('all' in where) inside(where.all)
  else if ('any' in where) inside(where.any)
  else if ('not' in where) inside([where.not])
  else if ('field' in where) {
    const to = fieldAt(book, object, where.field)?.to
    for (const value of [where.value].flat())
      if (to && typeof value === 'string') (found.get(to) ?? set(found, to)).add(value)
  } else if (!('visible' in where) && where.where) {
    const relation = 'some' in where ? where.some : 'none' in where ? where.none : where.every
    inside([where.where], book.object(object)?.relations.find(({ name }) => name === relation)?.to)
  }
  return found
}

function set(found: Map<string, Set<string>>, to: string): Set<string> {
  const ids = new Set<string>()
  found.set(to, ids)
  return ids
}
