// Every question these pages ask, once. Keys begin with the language where the answer is written in it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import { useLanguage } from '../words/language.tsx'
import type { Account360, DescribedObject, Me, Page, Welcome } from './answers.ts'
import { ask, Problem } from './ask.ts'

const minute = 60_000

/** Who is signed in; null where nobody is. */
export function useMe() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) =>
      ask<Me>('/api/v1/me', { language, signal }).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return null
        throw error
      }),
    staleTime: 5 * minute,
  })
}

export function useWelcome() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['welcome'],
    queryFn: ({ signal }) => ask<Welcome>('/api/v1/session', { language, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export type Dictionary = { data: readonly DescribedObject[] }
export const dictionaryKey = (language: Language) => ['dictionary', language]

export function useDictionary() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: dictionaryKey(language),
    queryFn: ({ signal }) => ask<Dictionary>('/api/v1/dictionary', { language, signal }),
    staleTime: 10 * minute,
    placeholderData: keepPreviousData,
    select: ({ data }) => data,
  })
}

/** The question of an account's page; asked ahead where somebody is on the way there. */
export const accountOf = (id: string, language: Language) => ({
  queryKey: ['account', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask<Account360>(`/api/v1/accounts/${id}/360`, { language, signal }),
})

export function useAccount(id: string) {
  const { language } = useLanguage()
  return useQuery(accountOf(id, language))
}

export const titleKey = (object: string | undefined, id: string) => ['title', object, id]

/** The title of a record that a value refers to; null where the reader may not see it. */
export function useTitle(object: DescribedObject | undefined, id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: titleKey(object?.name, id),
    queryFn: ({ signal }) =>
      ask<Record<string, unknown>>(`/api/v1/${object?.plural}/${id}?select=${object?.title}`, { language, signal })
        .then((record) => String(record[object?.title ?? 'name'] ?? ''))
        .catch((error: unknown) => {
          if (error instanceof Problem && (error.status === 404 || error.status === 403)) return null
          throw error
        }),
    enabled: object !== undefined,
    staleTime: 10 * minute,
  })
}

export type Found = { id: string; title: string; note: string | null }

/** Records whose name begins so, or the first by name where nothing is said yet. */
export function useSearch(object: DescribedObject | undefined, words: string, enabled = true, limit = 12) {
  const { language } = useLanguage()
  const search = words.trim()
  return useQuery({
    queryKey: ['search', object?.name, search, limit],
    queryFn: async ({ signal }): Promise<readonly Found[]> => {
      if (!object) return []
      const note = noteFields.find((name) =>
        object.fields.some((field) => field.name === name && name !== object.title),
      )
      const select = [object.title, ...(note ? [note] : [])].join(',')
      const query = new URLSearchParams({ select, order: object.title, limit: String(limit) })
      if (search !== '') query.set('search', search)
      const { data } = await ask<Page>(`/api/v1/${object.plural}?${query}`, { language, signal })
      return data.map((row) => ({
        id: row.id,
        title: String(row[object.title] ?? ''),
        note: note && typeof row[note] === 'string' ? row[note] : null,
      }))
    },
    enabled: enabled && object !== undefined,
    placeholderData: keepPreviousData,
    staleTime: minute,
  })
}

/** What tells two of one name apart, in order; the first that the object has and the reader may see. */
const noteFields = ['email', 'city', 'title', 'number', 'status']
