import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import { ask, Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export type About = { object: string; record: string }
export type Comment = {
  id: string
  body: string
  author: { id: string; name: string | null }
  at: string
  editedAt: string | null
  isDeleted: boolean
  isMine: boolean
  version: number
  /** The names of who is mentioned, by user. */
  people: Readonly<Record<string, string>>
}
export type Said = { comment: Comment; unreached: readonly { id: string; name: string }[] }

export const at = '/api/v1/comments'
const keyOf = ({ object, record }: About) => ['comments', object, record]

type Page = { data: readonly Comment[]; next: string | null }

/** The question what is said about a record; asked ahead where somebody is about to open it. */
export const commentsOf = (about: About, language: Language) => ({
  queryKey: keyOf(about),
  queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
    const query = new URLSearchParams({ ...about, limit: '50', ...(pageParam === '' ? {} : { after: pageParam }) })
    return ask<Page>(`${at}?${query}`, { language, signal })
  },
  initialPageParam: '',
  getNextPageParam: ({ next }: Page) => next,
  retry: (count: number, error: Error) => count < 2 && !(error instanceof Problem && error.status < 500),
})

export function useComments(about: About) {
  const { language } = useLanguage()
  return useInfiniteQuery(commentsOf(about, language))
}

/** Something said about a record, changed or taken away. */
export function useSay(about: About) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keyOf(about) })
  const say = useMutation({
    mutationFn: (body: string) =>
      ask<Said>(at, {
        method: 'POST',
        body: { ...about, body },
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, body, version }: Pick<Comment, 'id' | 'body' | 'version'>) =>
      ask<Said>(`${at}/${id}`, { method: 'PATCH', body: { body, version }, language }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => ask<void>(`${at}/${id}`, { method: 'DELETE', language }),
    onSuccess,
  })
  return { say, change, remove }
}

/** The question who follows a record. */
export const followersOf = (about: About, language: Language) => ({
  queryKey: ['followers', about.object, about.record],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ask<{ data: readonly { id: string; name: string }[]; isFollowing: boolean }>(
      `/api/v1/followers?${new URLSearchParams({ ...about })}`,
      { language, signal },
    ),
  retry: false,
})

export function useFollowing(about: About) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const question = followersOf(about, language)
  const query = new URLSearchParams({ ...about })
  const following = useQuery(question)
  const follow = useMutation({
    mutationFn: (isFollowing: boolean) =>
      isFollowing
        ? ask<void>('/api/v1/followers', { method: 'PUT', body: about, language })
        : ask<void>(`/api/v1/followers?${query}`, { method: 'DELETE', language }),
    onSuccess: () => client.invalidateQueries({ queryKey: question.queryKey }),
  })
  return { following, follow }
}
